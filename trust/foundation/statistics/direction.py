"""Is it better than it was? Said only where chance is an unlikely answer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import ndtr
from scipy.stats import binom, hypergeom

from trust.foundation.statistics.gaps import difference
from trust.foundation.statistics.intervals import Floats, Interval, Many, Tally, check_counts, check_parts
from trust.foundation.statistics.proportions import wilson
from trust.foundation.statistics.rates import rates
from trust.foundation.statistics.words import Direction, Polarity

LIKELY_CHANCE = 0.05
FEWEST_EXPECTED = 5


@dataclass(frozen=True)
class Movement:
    """What changed between two like periods: later less earlier, its limits, its p and the word for it."""

    change: Interval
    p: float
    direction: Direction


def chance_of_proportions(before: Many, after: Many) -> Floats:
    """Two-sided p that two proportions are one: pooled z, or Fisher's exact test where few are expected.

    Formula: z = (p1 - p0) / sqrt(P(1 - P)(1/n0 + 1/n1)), P of both together; else the exact tail, doubled.
    Source: K. Pearson, Philosophical Magazine 50 (1900) 157-175; R. A. Fisher, Journal of the Royal
    Statistical Society 98 (1935) 39-82, the smaller tail doubled, used under 5 expected in any cell.
    Errors: ValueError for impossible counts.
    """
    (x0, n0), (x1, n1) = check_parts(*before), check_parts(*after)
    pooled = (x0 + x1) / (n0 + n1)
    spread = np.sqrt(pooled * (1 - pooled) * (1 / n0 + 1 / n1))
    z = np.abs(x1 / n1 - x0 / n0) / np.where(spread > 0, spread, 1)
    fewest = np.minimum(n0, n1) * np.minimum(pooled, 1 - pooled)
    exact = _doubled(hypergeom.cdf(x1, n0 + n1, x0 + x1, n1), hypergeom.sf(x1 - 1, n0 + n1, x0 + x1, n1))
    return np.where(fewest < FEWEST_EXPECTED, exact, 2 * ndtr(-z))


def chance_of_rates(before: Many, after: Many) -> Floats:
    """Two-sided p that two rates are one, by the exact conditional test.

    Formula: 2 min(P(X <= x1), P(X >= x1)), X binomial of x0 + x1 events with chance n1 / (n0 + n1).
    Source: J. Przyborowski and H. Wilenski, Biometrika 31 (1940) 313-323.
    Errors: ValueError for impossible counts.
    """
    (x0, n0), (x1, n1) = check_counts(*before), check_counts(*after)
    share = n1 / (n0 + n1)
    return _doubled(binom.cdf(x1, x0 + x1, share), binom.sf(x1 - 1, x0 + x1, share))


def compare_proportions(*, before: Tally, after: Tally, polarity: Polarity, per: float = 100) -> Movement:
    """Two periods of a proportion: better or worse only at p under 0.05; change in percentage points.

    Source: p as `chance_of_proportions`, limits as `gaps.difference` from Wilson's.
    Errors: ValueError for impossible counts, or a measure with no better direction.
    """
    then, now = (before.count, before.out_of), (after.count, after.out_of)
    change = difference(wilson(*now), wilson(*then)).scaled(per).only()
    return _movement(change, chance_of_proportions(then, now).item(), polarity)


def compare_rates(*, before: Tally, after: Tally, polarity: Polarity, per: float = 1000) -> Movement:
    """Two periods of a rate: better or worse only at p under 0.05; change in units of `per`.

    Source: p as `chance_of_rates`, limits as `gaps.difference` from those of `rates`.
    Errors: ValueError for impossible counts, or a measure with no better direction.
    """
    then, now = (before.count, before.out_of), (after.count, after.out_of)
    change = difference(rates(*now, per=per), rates(*then, per=per)).only()
    return _movement(change, chance_of_rates(then, now).item(), polarity)


def _doubled(below: ArrayLike, above: ArrayLike) -> Floats:
    return np.asarray(np.minimum(1.0, 2 * np.minimum(below, above)), dtype=np.float64)


def _movement(change: Interval, p: float, polarity: Polarity) -> Movement:
    sign = polarity.sign
    if p >= LIKELY_CHANCE:
        return Movement(change, p, Direction.NO_CLEAR_CHANGE)
    return Movement(change, p, Direction.BETTER if change.value * sign > 0 else Direction.WORSE)
