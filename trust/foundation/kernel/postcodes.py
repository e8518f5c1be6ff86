import re

from trust.foundation.kernel.refusals import Refused

OUTWARD = r"[A-Z]{1,2}[0-9][A-Z0-9]?"
WHOLE = re.compile(rf"({OUTWARD}) ?([0-9])([A-Z]{{2}})")
SECTOR = re.compile(rf"({OUTWARD}) ([0-9])")
BEGINNING = re.compile(OUTWARD)
LONGEST_ECHO = 12


def tidy_postcode(text: str) -> str:
    """The postcode, or the beginning of one, in capitals with one space.

    >>> tidy_postcode(" po91aa "), tidy_postcode("po9 1"), tidy_postcode("PO9")
    ('PO9 1AA', 'PO9 1', 'PO9')
    """
    tidied = " ".join(text.upper().split())
    if whole := WHOLE.fullmatch(tidied.replace(" ", "")):
        return f"{whole[1]} {whole[2]}{whole[3]}"
    if SECTOR.fullmatch(tidied) or BEGINNING.fullmatch(tidied):
        return tidied
    if not tidied:
        raise Refused("Enter a postcode, such as PO9 1AA.")
    shown = tidied if len(tidied) <= LONGEST_ECHO else f"{tidied[:LONGEST_ECHO]}…"
    raise Refused(f"“{shown}” is not a postcode. A postcode looks like PO9 1AA.")


def prefixes(postcode: str) -> tuple[str, ...]:
    """What the postcode may be found under, the longest first.

    >>> prefixes("PO9 1AA")
    ('PO9 1AA', 'PO9 1', 'PO9')
    """
    outward, _, inward = postcode.partition(" ")
    sector = f"{outward} {inward[0]}" if inward else outward
    return tuple(dict.fromkeys((postcode, sector, outward)))
