"""Has it risen or fallen over five or more years? Said only where chance is an unlikely answer."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import chdtrc, ndtr

from trust.foundation.statistics.direction import LIKELY_CHANCE
from trust.foundation.statistics.intervals import (
    Floats,
    Interval,
    Tally,
    as_floats,
    check_counts,
    check_parts,
    z_for,
)
from trust.foundation.statistics.words import Direction, Polarity

FEWEST_YEARS = 5


@dataclass(frozen=True)
class Trend:
    """A straight line through the years: its middle and change a year, and how likely chance made it.

    `chi_squared` has one degree of freedom and a two-sided `p`. `p_of_bends` is small where the years do not
    lie along one line: it rose and fell, or jumped.
    """

    level: float
    a_year: Interval
    middle: float
    chi_squared: float
    p: float
    p_of_bends: float
    direction: Direction

    @property
    def is_clear(self) -> bool:
        return self.p < LIKELY_CHANCE

    @property
    def is_steady(self) -> bool:
        return self.p_of_bends >= LIKELY_CHANCE

    def value_at(self, year: float) -> float:
        """Where the line stands in a year."""
        return self.level + self.a_year.value * (year - self.middle)


def trend_of_proportions(
    years: Sequence[Tally], polarity: Polarity, *, at: ArrayLike | None = None, per: float = 1
) -> Trend:
    """Cochran-Armitage test over independent years, oldest first; `at` places them where one is missing.

    Formula: b = sum x(t - T) / sum n(t - T)^2, T = sum nt / sum n; b^2 sum n(t - T)^2 / pq, p of all years.
    What the line leaves of the chi-squared over all the years, on k - 2 degrees of freedom, tells of bends.
    Source: W. G. Cochran, Biometrics 10 (1954) 417-451; P. Armitage, Biometrics 11 (1955) 375-386.
    Errors: ValueError for fewer than five years, years out of order, impossible counts, or a
    clear change of a measure with no better direction.
    """
    x, n = check_parts([year.count for year in years], [year.out_of for year in years])
    whole = x.sum() / n.sum() if len(years) else 0.0
    return _line(x / n * per, _weights(n, whole * (1 - whole) * per**2), polarity, at)


def trend_of_rates(
    years: Sequence[Tally], polarity: Polarity, *, at: ArrayLike | None = None, per: float = 1000
) -> Trend:
    """As `trend_of_proportions`, of events in child-years: their variance is that of Poisson counts.

    Formula: as `trend_of_proportions`, with p in place of pq.
    Source: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (IARC, 1987), chapter 3.
    Errors: as `trend_of_proportions`.
    """
    x, n = check_counts([year.count for year in years], [year.out_of for year in years])
    whole = x.sum() / n.sum() if len(years) else 0.0
    return _line(x / n * per, _weights(n, whole * per**2), polarity, at)


def weighted_trend(
    values: ArrayLike, errors: ArrayLike, polarity: Polarity, *, at: ArrayLike | None = None
) -> Trend:
    """The same of figures that have only a standard error each, weighted by the inverse of its square.

    Formula: b = sum w(y - Y)(t - T) / sum w(t - T)^2, w = 1/e^2; b^2 sum w(t - T)^2 is chi-squared on one.
    Source: W. G. Cochran, Journal of the Royal Statistical Society Supplement 4 (1937) 102-118.
    Errors: ValueError for fewer than five years, years out of order or an error not above nought.
    """
    error = as_floats(errors)
    if not (error > 0).all():
        raise ValueError("A standard error must be more than nought.")
    return _line(as_floats(values), 1 / error**2, polarity, at)


def _weights(out_of: Floats, spread: float) -> Floats:
    """One over each year's variance were there no trend; none where every year is alike for certain."""
    return out_of / spread if spread > 0 else np.zeros_like(out_of)


def _line(values: Floats, weights: Floats, polarity: Polarity, at: ArrayLike | None) -> Trend:
    """Weighted least squares with known variances."""
    place = _places(at, len(values))
    total = weights.sum()
    if not total:
        level = float(values.mean())
        return Trend(level, Interval(0, 0, 0), float(place.mean()), 0.0, 1.0, 1.0, Direction.NO_CLEAR_CHANGE)
    middle, level = (weights * place).sum() / total, (weights * values).sum() / total
    reach = (weights * (place - middle) ** 2).sum()
    slope, error = float((weights * (place - middle) * values).sum() / reach), float(reach**-0.5)
    chi_squared = (slope / error) ** 2
    left = max(0.0, float((weights * (values - level) ** 2).sum()) - chi_squared)
    p = 2 * float(ndtr(-abs(slope) / error))
    limits = Interval(slope, slope - z_for(0.95) * error, slope + z_for(0.95) * error)
    bends = float(chdtrc(len(values) - 2, left))
    return Trend(float(level), limits, float(middle), chi_squared, p, bends, _direction(slope, p, polarity))


def _places(at: ArrayLike | None, years: int) -> Floats:
    if years < FEWEST_YEARS:
        raise ValueError("A trend needs at least five years: compare two periods instead.")
    place = np.arange(years, dtype=np.float64) if at is None else as_floats(at)
    if len(place) != years or not (np.diff(place) > 0).all():
        raise ValueError("Each figure needs a year of its own, the oldest first.")
    return place


def _direction(slope: float, p: float, polarity: Polarity) -> Direction:
    if p >= LIKELY_CHANCE:
        return Direction.NO_CLEAR_CHANGE
    return Direction.BETTER if slope * polarity.sign > 0 else Direction.WORSE
