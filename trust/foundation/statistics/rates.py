"""Events in a population over a period, such as conceptions per 1,000 girls aged 15 to 17."""

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import chi2

from trust.foundation.statistics.intervals import Floats, Interval, Intervals, Tally, check_counts, z_for

FEWEST_FOR_BYARS = 10


def byars(count: ArrayLike, *, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """Lower and upper limits of a count of events by Byar's approximation; good from about 10 events.

    The lower limit is missing (nan) where the approximation falls below nought.

    Formula: x(1 - 1/(9x) - z/(3 sqrt x))^3 and (x+1)(1 - 1/(9(x+1)) + z/(3 sqrt(x+1)))^3.
    Source: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), page 69.
    Errors: ValueError for a count below nought.
    """
    x, _ = check_counts(count, 1)
    z = z_for(confidence)
    safe = np.where(x == 0, 1, x)
    root = 1 - 1 / (9 * safe) - z / (3 * np.sqrt(safe))
    lower = np.where(x == 0, 0.0, np.where(root < 0, np.nan, safe * root**3))
    more = x + 1
    upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
    return lower, upper


def exact_poisson(count: ArrayLike, *, confidence: float = 0.95) -> tuple[Floats, Floats]:
    """Exact lower and upper limits of a Poisson count, from the chi-squared distribution.

    Formula: chi2(a/2; 2x)/2, nought where x is nought, and chi2(1 - a/2; 2x + 2)/2.
    Source: F. Garwood, Biometrika 28 (1936) 437-442.
    Errors: ValueError for a count below nought.
    """
    x, _ = check_counts(count, 1)
    z_for(confidence)
    tail = (1 - confidence) / 2
    lower = np.where(x == 0, 0.0, chi2.ppf(tail, 2 * np.where(x == 0, 1, x)) / 2)
    upper = np.asarray(chi2.ppf(1 - tail, 2 * x + 2) / 2, dtype=np.float64)
    return lower, upper


def rates(count: ArrayLike, out_of: ArrayLike, *, per: float = 1000, confidence: float = 0.95) -> Intervals:
    """Crude rates in units of `per`: Byar's limits from 10 events, exact Poisson limits below.

    Formula: limits of the count, over the population, times `per`; the population is taken as known.
    Source: Public Health England, Technical Guide: Confidence Intervals (2018).
    Errors: ValueError for a count below nought, or a population of nought.
    """
    x, n = check_counts(count, out_of)
    few = x < FEWEST_FOR_BYARS
    byars_lower, byars_upper = byars(x, confidence=confidence)
    exact_lower, exact_upper = exact_poisson(np.where(few, x, 0), confidence=confidence)
    lower = np.where(few, exact_lower, byars_lower)
    upper = np.where(few, exact_upper, byars_upper)
    return Intervals(x / n, lower / n, upper / n).scaled(per)


def rate(tally: Tally, *, per: float = 1000, confidence: float = 0.95) -> Interval:
    """One crude rate with its limits, in units of `per`: as `rates`, errors too."""
    return rates(tally.count, tally.out_of, per=per, confidence=confidence).only()
