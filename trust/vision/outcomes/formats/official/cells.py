"""What one cell of an official file holds: a number, or a sign that says why there is none."""

import re
from dataclasses import dataclass
from functools import lru_cache
from math import isfinite

from trust.foundation.kernel.workbooks import UNKNOWN_RESULT
from trust.vision.outcomes.words import Mark

# Publishers write the same absence in several ways; which one it was is kept in the figure's note.
SIGNS = {
    "": Mark.BLANK,
    "c": Mark.WITHHELD,
    "supp": Mark.WITHHELD,
    "*": Mark.WITHHELD,
    "x": Mark.NOT_AVAILABLE,
    ":": Mark.NOT_AVAILABLE,
    "..": Mark.NOT_AVAILABLE,
    "-": Mark.NOT_AVAILABLE,
    "na": Mark.NOT_AVAILABLE,
    "np": Mark.NOT_AVAILABLE,
    "ne": Mark.DOES_NOT_APPLY,
    "lowcov": Mark.UNRELIABLE,
    "z": Mark.DOES_NOT_APPLY,
    ".": Mark.DOES_NOT_APPLY,
    "u": Mark.UNRELIABLE,
    "k": Mark.ROUNDS_TO_NOUGHT,
    "low": Mark.ROUNDS_TO_NOUGHT,
    "~": Mark.ROUNDS_TO_NOUGHT,
    "[c]": Mark.WITHHELD,
    "[x]": Mark.NOT_AVAILABLE,
    "[z]": Mark.DOES_NOT_APPLY,
    "[u]": Mark.UNRELIABLE,
    "[low]": Mark.ROUNDS_TO_NOUGHT,
    "!": Mark.UNRELIABLE,
    "#": Mark.WITHHELD,
    "n/a": Mark.NOT_AVAILABLE,
}
NO_RESULT = (
    "This cell is a formula whose result the file does not keep. "
    "Open it in a spreadsheet, save it, and bring it in again."
)
NUMBER = re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?([eE][-+]?\d+)?%?")


@dataclass(frozen=True)
class Amount:
    """A number and how finely it was published, or the mark of its absence."""

    number: float | None
    mark: Mark
    decimals: int = 0


# The same few thousand amounts fill a file of a hundred thousand.
@lru_cache(maxsize=1 << 15)
def read_amount(text: str) -> Amount:
    """A cell's number or the meaning of its sign; errors: ValueError with a sentence.

    >>> read_amount("1,234.5").number, read_amount("SUPP").mark.value, read_amount("").mark.value
    (1234.5, 'c', 'blank')
    """
    plain = text.strip().replace("\u00a0", "")
    sign = SIGNS.get(plain.lower())
    if sign is not None:
        return Amount(None, sign)
    if plain == UNKNOWN_RESULT:
        raise ValueError(NO_RESULT)
    if not NUMBER.fullmatch(plain) or not any(letter.isdigit() for letter in plain):
        raise ValueError(f"“{text.strip()[:60]}” is neither a number nor a mark that we know.")
    digits = plain.rstrip("%").replace(",", "")
    number = float(digits)
    if not isfinite(number):
        raise ValueError(f"“{text.strip()[:60]}” is not a number.")
    return Amount(number, Mark.FINAL, len(digits.partition(".")[2]))


def is_amount(text: str) -> bool:
    """Whether a cell could stand in a column of figures."""
    try:
        read_amount(text)
    except ValueError:
        return False
    return True
