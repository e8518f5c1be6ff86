"""Counts and lists as an English sentence has them."""

from collections.abc import Sequence
from decimal import Decimal

NUMBERS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)

# Every control of Unicode that turns the direction of a text: unseen, and able to make it read as another.
TURNS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


def without_turns(text: str) -> str:
    """
    >>> without_turns("approved\u202e ton")
    'approved ton'
    """
    return text.translate(TURNS)


def number(count: int) -> str:
    """A count in words as far as twelve, and with its thousands apart.

    >>> number(2), number(31), number(4900)
    ('two', '31', '4,900')
    """
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def counted(count: int, thing: str, things: str = "") -> str:
    """
    >>> counted(1, "promise"), counted(0, "promise"), counted(14, "body", "bodies")
    ('one promise', 'no promises', '14 bodies')
    """
    return f"{number(count) if count else 'no'} {thing if count == 1 else things or f'{thing}s'}"


def listed(things: Sequence[str], joined_by: str = "and") -> str:
    """
    >>> listed(["Gosport"]), listed(["Gosport", "Hart", "Rushmoor"], "or"), listed([])
    ('Gosport', 'Gosport, Hart or Rushmoor', '')
    """
    return f" {joined_by} ".join(part for part in (", ".join(things[:-1]), *things[-1:]) if part)


def opened(sentence: str) -> str:
    """
    >>> opened("five partners gave")
    'Five partners gave'
    """
    return sentence[:1].upper() + sentence[1:]


def within(sentence: str) -> str:
    """A sentence as part of another.

    >>> within("Frozen, for the Board to agree")
    'frozen, for the Board to agree'
    """
    return sentence[:1].lower() + sentence[1:]


def exactly(number: Decimal) -> str:
    """A number as it was written, without the noughts that a column adds.

    >>> exactly(Decimal("35.9000")), exactly(Decimal("18.0000")), exactly(Decimal("1200"))
    ('35.9', '18', '1200')
    """
    return f"{number.normalize():f}"
