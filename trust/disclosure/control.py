"""What may leave the closed side, until full disclosure control: small counts withheld, the rest rounded."""

from dataclasses import dataclass

from trust.foundation.kernel.counts import Count, Withheld

SMALLEST_SHOWN = 6
BASE = 5

type Safe = int | Withheld


@dataclass(frozen=True)
class SafeFigure:
    """A count after control: `Withheld` does not add up, so nobody can total it by mistake."""

    measure: str
    area: str
    period: str
    breakdown: str
    value: Safe


def make_safe(count: int) -> Safe:
    """Withhold 1 to 5; round the rest to the nearest 5, half up; nought stays nought.

    >>> make_safe(0), make_safe(5), make_safe(7), make_safe(8)
    (0, Withheld(), 5, 10)
    """
    if count < 0:
        raise ValueError(f"A count cannot be {count}.")
    if 0 < count < SMALLEST_SHOWN:
        return Withheld()
    return BASE * ((2 * count + BASE) // (2 * BASE))


def protect(count: Count) -> SafeFigure:
    return SafeFigure(count.measure, count.area, count.period, count.breakdown, make_safe(count.n))
