"""What makes a row of figures impossible; each check raises `Wrong` with the field and a sentence."""

from math import isclose

from trust.vision.outcomes.formats.rows import Definition, Row
from trust.vision.outcomes.words import Mark, Method

# The counts beside a published rate are sometimes rounded: further apart than this, they are not its own.
SHARE_APART = 0.02


class Wrong(ValueError):
    """One field that is wrong; caught where the line is known."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def check_row(row: Row, definition: Definition, *, decimals: int) -> None:
    """Refuse a row that contradicts itself; `decimals` is how finely its value was published."""
    _check_counts(row, definition)
    _check_mark(row)
    _check_value(row, definition, decimals)
    _check_limits(row)


def _check_counts(row: Row, definition: Definition) -> None:
    if (row.denominator or 0) < 0 or (row.denominator == 0 and row.mark != Mark.DOES_NOT_APPLY):
        raise Wrong("denominator", "A denominator must be more than nought.")
    if row.numerator is None or not row.denominator:
        return
    if definition.method is Method.PROPORTION:
        _check_not_above(row)


def _check_not_above(row: Row) -> None:
    """A rate may count more events than children; a proportion, or a rate that disagrees, may not."""
    if (row.numerator or 0) > (row.denominator or 0):
        raise Wrong("numerator", f"{row.numerator} is above its denominator, {row.denominator:g}.")


def _check_mark(row: Row) -> None:
    mark = Mark(row.mark)
    if mark.is_absence:
        if row.value is not None or (row.numerator is not None and mark is Mark.WITHHELD):
            raise Wrong("mark", f"It is marked “{mark.label}”, and yet it has a figure.")
    elif row.value is None and (row.numerator is None or row.denominator is None):
        raise Wrong("value", "There is no figure and no mark that says why.")


def _check_value(row: Row, definition: Definition, decimals: int) -> None:
    if row.value is None or row.numerator is None or not row.denominator or definition.method is Method.NONE:
        return
    counted = row.numerator / row.denominator * definition.multiplier
    half_a_step = 0.51 / 10**decimals
    if not isclose(row.value, counted, rel_tol=SHARE_APART, abs_tol=half_a_step):
        _check_not_above(row)
        counts = f"{row.numerator} out of {row.denominator:g}"
        raise Wrong("value", f"{row.value:g} is not {counts}: that is {counted:.{max(decimals, 1)}f}.")


def _check_limits(row: Row) -> None:
    if row.value is None or (row.lower is None and row.upper is None):
        return
    if row.lower is None or row.upper is None:
        raise Wrong("lower" if row.lower is None else "upper", "An interval needs both its limits.")
    if not row.lower <= row.value <= row.upper:
        raise Wrong("value", f"{row.value:g} is not between its limits, {row.lower:g} and {row.upper:g}.")
