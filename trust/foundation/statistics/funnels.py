"""How far an area's figure may lie from the whole by chance alone, by its size: the two sides of a funnel."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import binom, poisson

from trust.foundation.statistics.intervals import Floats, Intervals, as_floats, z_for

UNUSUAL, VERY_UNUSUAL = 0.95, 0.998


def funnel_of_proportions(target: float, out_of: ArrayLike, *, confidence: float = UNUSUAL) -> Intervals:
    """The share that is expected of areas of each size, and the limits of chance about it, from 0 to 1.

    Formula: (r - a)/n, where r is the least count with P(R <= r) >= p under the binomial and
    a = (P(R <= r) - p) / P(R = r), for each tail p; the steps of whole counts are smoothed by a. No limit
    lies on the wrong side of the target, where an area is so small that even none is no surprise.
    Source: D. J. Spiegelhalter, Statistics in Medicine 24 (2005) 1185-1202, appendix.
    Errors: ValueError for a target outside 0 to 1, an area of nobody, or one of half a child.
    """
    n = _sizes(out_of)
    if (n != np.floor(n)).any():
        raise ValueError("A funnel of proportions needs whole numbers of children.")
    if not 0 < target < 1:
        raise ValueError("A funnel's target proportion must be between 0 and 1.")
    lower, upper = (_binomial(p, n, target) / n for p in _tails(confidence))
    return Intervals(np.full_like(n, target), np.clip(lower, 0.0, target), np.clip(upper, target, 1.0))


def funnel_of_rates(
    target: float, out_of: ArrayLike, *, per: float = 1000, confidence: float = UNUSUAL
) -> Intervals:
    """The rate that is expected of areas of each population and the limits of chance, in units of `per`.

    Formula: as `funnel_of_proportions`, with a Poisson count of mean target times population / per.
    Source: as `funnel_of_proportions`.
    Errors: ValueError for a target of nought or less, or an area of nobody.
    """
    n = _sizes(out_of)
    if not (np.isfinite(target) and target > 0):
        raise ValueError("A funnel's target rate must be more than nought.")
    lower, upper = (_poisson(p, target * n / per) / n * per for p in _tails(confidence))
    return Intervals(np.full_like(n, target), np.clip(lower, 0.0, target), np.maximum(upper, target))


def funnel_of_ratios(expected: ArrayLike, *, per: float = 1, confidence: float = UNUSUAL) -> Intervals:
    """The limits of chance about a standardised ratio of 1 (or `per`), by how many events are expected.

    Formula: as `funnel_of_rates`, of a target of 1 among the events expected.
    Source: as `funnel_of_proportions`, for standardised event ratios.
    Errors: ValueError where no event is expected.
    """
    return funnel_of_rates(1, expected, per=1, confidence=confidence).scaled(per)


def _sizes(out_of: ArrayLike) -> Floats:
    n = as_floats(out_of)
    if not np.isfinite(n).all() or (n <= 0).any():
        raise ValueError("A funnel needs areas of more than nobody, with no size missing.")
    return n


def _tails(confidence: float) -> tuple[float, float]:
    z_for(confidence)
    return (1 - confidence) / 2, (1 + confidence) / 2


def _binomial(p: float, n: Floats, target: float) -> Floats:
    least = binom.ppf(p, n, target)
    over = (binom.cdf(least, n, target) - p) / binom.pmf(least, n, target)
    return np.asarray(least - over, dtype=np.float64)


def _poisson(p: float, expected: Floats) -> Floats:
    least = poisson.ppf(p, expected)
    over = (poisson.cdf(least, expected) - p) / poisson.pmf(least, expected)
    return np.asarray(least - over, dtype=np.float64)
