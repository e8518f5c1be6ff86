"""How much worse children do from one end of the scale of deprivation to the other."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from trust.foundation.statistics.intervals import Floats, Intervals, as_floats, z_for
from trust.foundation.statistics.quantiles import shares

FEWEST_GROUPS = 5
DRAWS = 100_000


@dataclass(frozen=True, eq=False)
class Slope:
    """A straight line over everyone, from the most deprived child (0) to the least (1)."""

    most_deprived: Floats
    slope: Floats

    @property
    def least_deprived(self) -> Floats:
        return self.most_deprived + self.slope

    @property
    def relative(self) -> Floats:
        """Relative index: the least deprived end over the most; missing where the line begins at nought."""
        begins = np.where(self.most_deprived == 0, np.nan, self.most_deprived)
        return np.asarray(self.least_deprived / begins, dtype=np.float64)


def slope_index(values: ArrayLike, population: ArrayLike) -> Slope:
    """Slope index of inequality, in the values' unit; groups along the last axis, most deprived first.

    Formula: weighted least squares of y on b with weights a, where a is a group's share of everyone and b the
    share up to its middle; slope = sum a(b - B)(y - Y) / sum a(b - B)^2, B and Y weighted means (B = 1/2).
    Source: J. P. Mackenbach and A. E. Kunst, Social Science and Medicine 44 (1997) 757-771.
    Errors: ValueError for fewer than five groups, or where all the people are in one.
    """
    weight, pull = _line(population)
    y = as_floats(values)
    slope = (pull * y).sum(axis=-1)
    level = (weight * y).sum(axis=-1)
    # The weighted mean place is always half-way along, so the line begins half a slope before the mean.
    return Slope(np.asarray(level - slope / 2), np.asarray(slope))


def slope_limits(
    values: ArrayLike, errors: ArrayLike, population: ArrayLike, *, confidence: float = 0.95
) -> Intervals:
    """Slope indices and their limits, in the values' unit, from each group's standard error.

    Formula: S -/+ z sqrt(sum c^2 e^2), c = a(b - B) / sum a(b - B)^2: a sum of independent normal errors.
    Source: as `slope_index`; it is the limit of simulating each group's value from a normal distribution.
    Errors: as `slope_index`.
    """
    found = slope_index(values, population).slope
    _, pull = _line(population)
    reach = z_for(confidence) * np.sqrt(((pull * as_floats(errors)) ** 2).sum(axis=-1))
    return Intervals(found, found - reach, found + reach)


def relative_limits(
    values: ArrayLike,
    errors: ArrayLike,
    population: ArrayLike,
    *,
    seed: int,
    draws: int = DRAWS,
    confidence: float = 0.95,
) -> Intervals:
    """One relative index (a ratio) and its limits, by simulation; the same seed gives the same limits.

    Formula: each group's value is drawn from a normal distribution of its error; the limits are the quantiles
    of the index over all draws.
    Source: Public Health England, PHEindicatormethods 2.1.0 (a ratio of two fitted ends has no plain error).
    Errors: as `slope_index`.
    """
    z_for(confidence)
    y = as_floats(values)
    spread = as_floats(errors)
    drawn = np.random.default_rng(seed).normal(y, spread, size=(draws, *y.shape))
    tail = (1 - confidence) / 2
    lower, upper = np.quantile(slope_index(drawn, population).relative, [tail, 1 - tail], axis=0)
    return Intervals(slope_index(y, population).relative, np.asarray(lower), np.asarray(upper))


def _line(population: ArrayLike) -> tuple[Floats, Floats]:
    weight = shares(population)
    if weight.shape[-1] < FEWEST_GROUPS:
        raise ValueError("A slope index needs at least five groups: show the gap between two instead.")
    away = weight.cumsum(axis=-1) - weight / 2 - 0.5
    spread = (weight * away**2).sum(axis=-1, keepdims=True)
    if (spread < 1e-12).any():
        raise ValueError("A slope index needs people in more than one group.")
    return weight, np.asarray(weight * away / spread, dtype=np.float64)
