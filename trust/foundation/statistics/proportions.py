"""A part of a whole, such as children who reach a standard out of all who were assessed."""

import numpy as np
from numpy.typing import ArrayLike

from trust.foundation.statistics.intervals import Interval, Intervals, Tally, check_parts, z_for


def wilson(count: ArrayLike, out_of: ArrayLike, *, confidence: float = 0.95) -> Intervals:
    """Proportions with Wilson score limits, from 0 to 1, in the shape of the counts; missing stays missing.

    Formula: (2x + z^2 -/+ z sqrt(z^2 + 4x(1 - x/n))) / (2(n + z^2)).
    Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209-212.
    Errors: ValueError for a count below nought or above its denominator, or a denominator of nought.
    """
    x, n = check_parts(count, out_of)
    share = x / n
    if confidence == 1:
        # To be certain, any share must be allowed.
        return Intervals(share, np.zeros_like(share), np.ones_like(share))
    z = z_for(confidence)
    middle = 2 * x + z * z
    spread = z * np.sqrt(z * z + 4 * x * (1 - share))
    width = 2 * (n + z * z)
    # Rounding can put a limit a hair past the share itself at 0 or n, where the two are equal.
    lower = np.clip((middle - spread) / width, 0.0, share)
    upper = np.clip((middle + spread) / width, share, 1.0)
    return Intervals(share, lower, upper)


def proportion(tally: Tally, *, per: float = 1, confidence: float = 0.95) -> Interval:
    """One proportion with its limits, in units of `per` (100 for per cent): as `wilson`, errors too."""
    return wilson(tally.count, tally.out_of, confidence=confidence).only().scaled(per)
