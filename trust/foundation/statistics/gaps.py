"""How far children doing worst are from the others, with limits; the two groups must not overlap."""

import math

import numpy as np

from trust.foundation.statistics.intervals import Interval, Intervals, Many, Tally, z_for
from trust.foundation.statistics.proportions import proportion, wilson
from trust.foundation.statistics.rates import rate, rates
from trust.foundation.statistics.words import Polarity


def difference(first: Intervals, second: Intervals) -> Intervals:
    """First less second, its limits recovered from theirs (MOVER), in their unit.

    Formula: d - sqrt((a - la)^2 + (ub - b)^2) and d + sqrt((ua - a)^2 + (b - lb)^2).
    Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008) 1693-1702; from Wilson limits it is
    method 10 of R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890.
    """
    apart = first.value - second.value
    below = np.hypot(first.value - first.lower, second.upper - second.value)
    above = np.hypot(first.upper - first.value, second.value - second.lower)
    return Intervals(apart, apart - below, apart + above)


def gaps_of_proportions(
    group: Many, others: Many, polarity: Polarity, *, per: float = 100, confidence: float = 0.95
) -> Intervals:
    """Signed gaps between proportions, in percentage points: above nought the group does worse.

    Formula: (others - group) times +1 where high is good, -1 where low is.
    Source: limits as `difference`, from Wilson's: R. G. Newcombe's method 10.
    Errors: ValueError for impossible counts, or a measure with no better direction.
    """
    mine = wilson(*group, confidence=confidence)
    theirs = wilson(*others, confidence=confidence)
    return _signed(mine, theirs, polarity).scaled(per)


def gaps_of_rates(
    group: Many, others: Many, polarity: Polarity, *, per: float = 1000, confidence: float = 0.95
) -> Intervals:
    """Signed gaps between rates, in units of `per`: above nought the group does worse.

    Formula: as `gaps_of_proportions`.
    Source: limits as `difference`, from those of `rates`.
    Errors: ValueError for impossible counts, or a measure with no better direction.
    """
    mine = rates(*group, per=per, confidence=confidence)
    theirs = rates(*others, per=per, confidence=confidence)
    return _signed(mine, theirs, polarity)


def gap_of_proportions(
    *, group: Tally, others: Tally, polarity: Polarity, per: float = 100, confidence: float = 0.95
) -> Interval:
    """One signed gap between two proportions, in percentage points: as `gaps_of_proportions`, errors too."""
    mine, theirs = (group.count, group.out_of), (others.count, others.out_of)
    return gaps_of_proportions(mine, theirs, polarity, per=per, confidence=confidence).only()


def gap_of_rates(
    *, group: Tally, others: Tally, polarity: Polarity, per: float = 1000, confidence: float = 0.95
) -> Interval:
    """One signed gap between two rates, in units of `per`: as `gaps_of_rates`, errors too."""
    mine, theirs = (group.count, group.out_of), (others.count, others.out_of)
    return gaps_of_rates(mine, theirs, polarity, per=per, confidence=confidence).only()


def ratio_of_proportions(*, group: Tally, others: Tally, confidence: float = 0.95) -> Interval:
    """How many times the others' proportion the group's is, with log limits.

    Formula: exp(ln RR -/+ z sqrt(1/xg - 1/ng + 1/xo - 1/no)).
    Source: D. Katz and others, Biometrics 34 (1978) 469-474.
    Errors: ValueError where either count is nought, for then a ratio has no limits.
    """
    spare = 1 / group.out_of + 1 / others.out_of
    ratio = proportion(group).value / _some(others, proportion(others).value)
    return _log_limits(ratio, _reciprocals(group, others) - spare, confidence)


def ratio_of_rates(*, group: Tally, others: Tally, confidence: float = 0.95) -> Interval:
    """How many times the others' rate the group's is, with log limits.

    Formula: exp(ln RR -/+ z sqrt(1/xg + 1/xo)).
    Source: K. J. Rothman and S. Greenland, Modern Epidemiology, 2nd edition (1998), chapter 14.
    Errors: ValueError where either count is nought, for then a ratio has no limits.
    """
    ratio = rate(group).value / _some(others, rate(others).value)
    return _log_limits(ratio, _reciprocals(group, others), confidence)


def _signed(mine: Intervals, theirs: Intervals, polarity: Polarity) -> Intervals:
    return difference(theirs, mine) if polarity.sign > 0 else difference(mine, theirs)


def _some(tally: Tally, value: float) -> float:
    if tally.count == 0:
        raise ValueError("A ratio needs at least one in both groups: show the gap instead.")
    return value


def _reciprocals(group: Tally, others: Tally) -> float:
    _some(group, 1)
    return 1 / group.count + 1 / others.count


def _log_limits(ratio: float, variance: float, confidence: float) -> Interval:
    # Two whole groups (x = n) leave a hair below nought.
    spread = z_for(confidence) * math.sqrt(max(variance, 0.0))
    return Interval(ratio, ratio * math.exp(-spread), ratio * math.exp(spread))
