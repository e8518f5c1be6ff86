"""An average of scores, with the limits that its spread allows."""

import math

import numpy as np
from numpy.typing import ArrayLike
from scipy.special import stdtrit

from trust.foundation.statistics.intervals import Interval, as_floats, z_for


def mean(scores: ArrayLike, *, confidence: float = 0.95) -> Interval:
    """The mean of children's scores with Student's limits, in the scores' own unit.

    Formula: m -/+ t(n - 1) s / sqrt n, with s on n - 1 degrees of freedom.
    Source: Student, Biometrika 6 (1908) 1-25.
    Errors: ValueError for fewer than two scores, or one that is missing.
    """
    found = as_floats(scores)
    if found.size < 2:
        raise ValueError("A mean with limits needs at least two scores.")
    if not np.isfinite(found).all():
        raise ValueError("A score cannot be missing: leave the child out and say how many were left out.")
    z_for(confidence)
    middle = float(found.mean())
    reach = float(stdtrit(found.size - 1, 0.5 + confidence / 2) * found.std(ddof=1)) / math.sqrt(found.size)
    return Interval(middle, middle - reach, middle + reach)
