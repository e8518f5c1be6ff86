"""How far the group is behind as a share of where the others are, and how far the lowest fifth trails."""

import math

import numpy as np
from numpy.typing import ArrayLike

from trust.foundation.statistics.intervals import Intervals, Many, as_floats, check_parts, z_for
from trust.foundation.statistics.words import Polarity


def relative_gaps_of_proportions(
    group: Many, others: Many, polarity: Polarity, *, per: float = 100, confidence: float = 0.95
) -> Intervals:
    """Signed gaps as a share of the others' proportion, in per cent; above nought the group does worse.

    A gap is missing (nan) where the others' count is nought, and its limits where either count is.

    Formula: (1 - RR) times +1 where high is good, -1 where low is, RR the group's proportion over the
    others'; limits from those of RR, exp(ln RR -/+ z sqrt(1/xg - 1/ng + 1/xo - 1/no)).
    Source: D. Katz and others, Biometrics 34 (1978) 469-474, for RR.
    Errors: ValueError for impossible counts, or a measure with no better direction.
    """
    (xg, ng), (xo, no) = check_parts(*group), check_parts(*others)
    some_group, some_others = np.where(xg > 0, xg, np.nan), np.where(xo > 0, xo, np.nan)
    ratio = (xg / ng) / (some_others / no)
    variance = 1 / some_group - 1 / ng + 1 / some_others - 1 / no
    # Two whole groups (x = n) leave a hair below nought.
    reach = np.exp(z_for(confidence) * np.sqrt(np.maximum(variance, 0.0)))
    low, high = 1 - ratio * reach, 1 - ratio / reach
    if polarity.sign > 0:
        return Intervals(1 - ratio, low, high).scaled(per)
    return Intervals(ratio - 1, -high, -low).scaled(per)


def lowest_fifth_gap(scores: ArrayLike) -> float:
    """How far the mean of the lowest fifth of children is below the median of all, in per cent of it.

    Nought is full equality. The lowest fifth of n children is n/5 rounded up, lowest scores first.

    Formula: 100 (median of all - mean of the lowest fifth) / median of all.
    Source: National Indicator 92 (Early Years Foundation Stage), national indicator set of 2008.
    Errors: ValueError for fewer than five children, a missing score, or a median of nought or less.
    """
    found = np.sort(as_floats(scores), axis=None)
    if found.size < 5:
        raise ValueError("A lowest fifth needs at least five children.")
    if not np.isfinite(found).all():
        raise ValueError("A score cannot be missing: leave the child out and say how many were left out.")
    middle = float(np.median(found))
    if middle <= 0:
        raise ValueError("The gap is a share of the median, so the median must be more than nought.")
    lowest = float(found[: math.ceil(found.size / 5)].mean())
    return 100 * (middle - lowest) / middle
