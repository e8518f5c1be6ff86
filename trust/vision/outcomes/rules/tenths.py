"""A measure along the scale of deprivation: tenths of the small areas, and the slope between the two ends."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from trust.foundation.statistics.intervals import Interval, Tally
from trust.foundation.statistics.quantiles import quantile_groups
from trust.foundation.statistics.slope import slope_limits
from trust.vision.outcomes.rules.figures import Measured, limits_of_counts, number
from trust.vision.outcomes.words import Method

GROUPS = 10
FEWEST = 50


@dataclass(frozen=True)
class Counted:
    """One small area: its rank of deprivation, 1 the most deprived, and its count out of how many."""

    rank: float
    tally: Tally


@dataclass(frozen=True)
class Tenth:
    label: str
    areas: int
    tally: Tally
    rate: Interval


@dataclass(frozen=True)
class Tenths:
    """Ten groups from the most deprived, and the slope index of inequality with its limits."""

    groups: list[Tenth]
    slope: Interval
    edition: str
    counted: int
    every: int

    @property
    def sentence(self) -> str:
        first, last = self.groups[0].rate, self.groups[-1].rate
        ends = (
            f"In the most deprived tenth of small areas it is {number(first.value)}, "
            f"and in the least deprived {number(last.value)}."
        )
        fall = "lower" if self.slope.value < 0 else "higher"
        sure = self.slope.lower > 0 or self.slope.upper < 0
        if not sure:
            return f"{ends} From one end of the scale to the other there is no clear slope."
        low, high = sorted((abs(self.slope.lower), abs(self.slope.upper)))
        return (
            f"{ends} Along the whole scale it is {number(abs(self.slope.value))} {fall} at the least "
            f"deprived end ({number(low)} to {number(high)})."
        )


def tenths(areas: Sequence[Counted], *, measured: Measured, edition: str, every: int) -> Tenths | None:
    """Counts added up by tenth, then rates, then the slope through them; None for too few small areas.

    Formula and source: `statistics.slope`. Unit: the measure's own. The error of a tenth's rate is that of a
    binomial proportion, sqrt(p(1 - p) / n), or of a Poisson rate, sqrt(count) / n.
    """
    if len(areas) < FEWEST or measured.method is Method.NONE:
        return None
    placed = quantile_groups([area.rank for area in areas], GROUPS)
    tallies, sizes = [], []
    for group in range(1, GROUPS + 1):
        inside = [area.tally for area, where in zip(areas, placed, strict=True) if where == group]
        tallies.append(Tally(sum(one.count for one in inside), sum(one.out_of for one in inside)))
        sizes.append(len(inside))
    return _with_slope(tallies, sizes, measured, edition, every)


def _with_slope(
    tallies: Sequence[Tally], sizes: Sequence[int], measured: Measured, edition: str, every: int
) -> Tenths:
    count = np.array([one.count for one in tallies], dtype=np.float64)
    out_of = np.array([one.out_of for one in tallies], dtype=np.float64)
    rate = count / out_of
    spread = rate * (1 - rate) if measured.method is Method.PROPORTION else rate
    slope = slope_limits(rate * measured.per, np.sqrt(spread / out_of) * measured.per, out_of)
    limits = limits_of_counts(count, out_of, measured.method, measured.per)
    labels = ["Most deprived", *(str(n) for n in range(2, GROUPS)), "Least deprived"]
    groups = [Tenth(*one) for one in zip(labels, sizes, tallies, limits, strict=True)]
    one = Interval(float(slope.value), float(slope.lower), float(slope.upper))
    return Tenths(groups, one, edition, sum(sizes), every)
