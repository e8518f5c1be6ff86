"""A number as people write it: in figures, with or without its unit."""

import re
from decimal import Decimal

from trust.foundation.kernel.refusals import Refused

AMOUNT = re.compile(r"([-+]?\d{1,3}(?:,\d{3})+|[-+]?\d+)?(\.\d+)?\s*(?:%|per ?cent|per 1,?000)?")
FOUR_PLACES = Decimal("0.0001")
MOST = Decimal(10) ** 8


def number_in(text: str) -> Decimal:
    """The number of a text, to four places; errors: Refused.

    >>> str(number_in("41.2%"))
    '41.2'
    """
    found = AMOUNT.fullmatch(text.strip())
    digits = "".join(part or "" for part in found.groups()).replace(",", "") if found else ""
    if not digits.strip("+-."):
        raise Refused(f"“{text[:40]}” is not a number. Write it in figures, such as 41.2.")
    number = Decimal(digits)
    if abs(number) >= MOST:
        raise Refused(f"“{text[:40]}” is too large a number.")
    return number if number == number.quantize(FOUR_PLACES) else number.quantize(FOUR_PLACES)
