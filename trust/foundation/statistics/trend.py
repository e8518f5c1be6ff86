"""Is there a trend over five or more years of proportions?"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from trust.foundation.statistics.direction import LIKELY_CHANCE
from trust.foundation.statistics.intervals import Tally, check_parts
from trust.foundation.statistics.words import Direction, Polarity

FEWEST_YEARS = 5


@dataclass(frozen=True)
class Trend:
    """Chi-squared for trend on one degree of freedom, its two-sided p and the word for it."""

    chi_squared: float
    p: float
    direction: Direction


def trend_of_proportions(years: Sequence[Tally], polarity: Polarity) -> Trend:
    """Cochran-Armitage test over equally spaced, independent years, oldest first.

    Formula: T = sum t(x - n pbar); T^2 / (pbar qbar (sum n t^2 - (sum n t)^2 / N)).
    Source: P. Armitage, Biometrics 11 (1955) 375-386.
    Errors: ValueError for fewer than five years or impossible counts.
    """
    if len(years) < FEWEST_YEARS:
        raise ValueError("A trend needs at least five years: compare two periods instead.")
    x, n = check_parts([year.count for year in years], [year.out_of for year in years])
    place = np.arange(len(years), dtype=np.float64)
    mean = x.sum() / n.sum()
    slope = float((place * (x - n * mean)).sum())
    variance = float(mean * (1 - mean) * ((n * place**2).sum() - (n * place).sum() ** 2 / n.sum()))
    z = slope / variance**0.5 if variance > 0 else 0.0
    p = 2 * float(ndtr(-abs(z)))
    if p >= LIKELY_CHANCE:
        return Trend(z * z, p, Direction.NO_CLEAR_CHANGE)
    return Trend(z * z, p, Direction.BETTER if z * polarity.sign > 0 else Direction.WORSE)
