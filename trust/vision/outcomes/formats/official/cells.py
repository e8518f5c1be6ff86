"""What one cell of an official file holds: a number, or a sign that says why there is none."""

import re
from collections.abc import Sequence
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
    "[w]": Mark.NOT_AVAILABLE,
    "[k]": Mark.ROUNDS_TO_NOUGHT,
    "[low]": Mark.ROUNDS_TO_NOUGHT,
    "!": Mark.UNRELIABLE,
    "#": Mark.WITHHELD,
    "n/a": Mark.NOT_AVAILABLE,
    "–": Mark.NOT_AVAILABLE,
    "—": Mark.NOT_AVAILABLE,
    "suppressed": Mark.WITHHELD,
    "null": Mark.BLANK,
    "nan": Mark.BLANK,
}
# What is written beside a figure, such as “12 [p]”; a note’s number says nothing of it.
STATED = re.compile(r"(.+?) ?(?:\[(notes? ?[\d, ]+|[a-z])\]|\(([pr])\)|([preub]))", re.IGNORECASE)
STATES = {
    "p": Mark.PROVISIONAL, "r": Mark.REVISED, "e": Mark.ESTIMATED, "b": Mark.BREAK, "u": Mark.WEAK,
}  # fmt: skip
TYPED = str.maketrans({"\u00a0": "", "\u202f": "", "\u2009": "", "\u2212": "-"})
NO_RESULT = (
    "This cell is a formula whose result the file does not keep. "
    "Open it in a spreadsheet, save it, and bring it in again."
)
NUMBER = re.compile(r"[-+]?£?(\d{1,3}([, ]\d{3})+|\d+)?(\.\d+)?([eE][-+]?\d+)?%?")
# A sign that we do not know, yet no word: it spoils its own cell, and not what its column is.
STRANGE = re.compile(r"[\[(].*[\])]|[<>≤≥]? ?\d[\d.,]*|[\d.,]*[^\w\s+]?[A-Za-z]{0,2}|[^\w\s]{1,3}")


@dataclass(frozen=True)
class Amount:
    """A number, how finely it was published and what is said of it, or the mark of its absence."""

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
    plain = text.strip().translate(TYPED)
    sign = SIGNS.get(plain.lower())
    if sign is not None:
        return Amount(None, sign)
    if plain == UNKNOWN_RESULT:
        raise ValueError(NO_RESULT)
    figure, mark = _stated(plain)
    if not NUMBER.fullmatch(figure) or not any(letter.isdigit() for letter in figure):
        raise ValueError(f"“{text.strip()[:60]}” is neither a number nor a mark that we know.")
    digits = re.sub(r"[£, %]", "", figure)
    number = float(digits)
    if not isfinite(number):
        raise ValueError(f"“{text.strip()[:60]}” is not a number.")
    return Amount(number, mark, len(digits.partition(".")[2]))


def _stated(text: str) -> tuple[str, Mark]:
    """A figure without what is written beside it, and what that says; the text itself where unknown."""
    found = STATED.fullmatch(text)
    if not found:
        return text, Mark.FINAL
    said = (found[2] or found[3] or found[4]).lower()
    mark = Mark.FINAL if said.startswith("note") else STATES.get(said)
    return (text, Mark.FINAL) if mark is None else (found[1], mark)


def is_amount(text: str) -> bool:
    """Whether a cell could stand in a column of figures."""
    try:
        read_amount(text)
    except ValueError:
        return False
    return True


def are_amounts(texts: Sequence[str]) -> bool:
    """Whether cells are a column of figures: of amounts, and signs that we do not know beside some numbers.

    >>> are_amounts(["12", "[q]", "c"]), are_amounts(["1", "2", "Total"]), are_amounts(["1-10", "3+"])
    (True, False, False)
    """
    unknown = [text for text in texts if not is_amount(text)]
    numbers = sum(text not in unknown and any(letter.isdigit() for letter in text) for text in texts)
    return numbers >= len(unknown) and all(STRANGE.fullmatch(text) for text in unknown)
