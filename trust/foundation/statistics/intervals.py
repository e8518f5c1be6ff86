"""A figure with the limits it may lie between, one at a time or many at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import ndtri

from trust.foundation.statistics.words import Polarity, Standing

LEAST_CONFIDENCE = 0.9

type Floats = NDArray[np.float64]
type Many = tuple[ArrayLike, ArrayLike]  # counts, and what each is out of


@dataclass(frozen=True)
class Interval:
    """One figure and its confidence limits, all in the same unit."""

    value: float
    lower: float
    upper: float

    def scaled(self, by: float) -> "Interval":
        return Interval(self.value * by, self.lower * by, self.upper * by)

    def excludes(self, figure: float) -> bool:
        return figure < self.lower or figure > self.upper

    def standing(self, benchmark: float, polarity: Polarity) -> Standing:
        """Compare the whole interval with the benchmark's value (the Fingertips rule)."""
        if not self.excludes(benchmark):
            return Standing.SIMILAR
        above = self.lower > benchmark
        if polarity in {Polarity.NEUTRAL, Polarity.BAND}:
            return Standing.HIGHER if above else Standing.LOWER
        return Standing.BETTER if above == (polarity.sign > 0) else Standing.WORSE


@dataclass(frozen=True, eq=False)
class Intervals:
    """Many figures and their limits: three arrays of one shape."""

    value: Floats
    lower: Floats
    upper: Floats

    def scaled(self, by: float) -> "Intervals":
        return Intervals(self.value * by, self.lower * by, self.upper * by)

    def __len__(self) -> int:
        return len(self.value)

    def __getitem__(self, place: int) -> Interval:
        return Interval(float(self.value[place]), float(self.lower[place]), float(self.upper[place]))

    def __iter__(self) -> Iterator[Interval]:
        return (self[place] for place in range(len(self)))

    def only(self) -> Interval:
        """The one interval in a set of one, whatever its shape."""
        return Interval(self.value.item(), self.lower.item(), self.upper.item())


@dataclass(frozen=True)
class Tally:
    """How many, out of how many: children, or child-years for a rate."""

    count: int
    out_of: int

    def __post_init__(self) -> None:
        if not (float(self.count).is_integer() and float(self.out_of).is_integer()):
            raise ValueError("Children are counted in whole numbers.")
        # Arrays are dear for two numbers: only a wrong tally is taken apart to say why.
        if self.count < 0 or self.out_of <= 0:
            check_counts(self.count, self.out_of)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.count + other.count, self.out_of + other.out_of)


def z_for(confidence: float) -> float:
    """Standard normal deviate for a two-sided confidence such as 0.95; ValueError below 0.9, or from 1 on."""
    if not LEAST_CONFIDENCE <= confidence < 1:
        raise ValueError("A confidence level must be between 0.9 and 1, such as 0.95.")
    return float(ndtri(0.5 + confidence / 2))


def as_floats(figures: ArrayLike) -> Floats:
    """Figures as an array of any shape; one that is None, nan or masked is missing (nan)."""
    if isinstance(figures, np.ma.MaskedArray):
        return np.asarray(np.ma.filled(figures.astype(np.float64), np.nan), dtype=np.float64)
    return np.asarray(figures, dtype=np.float64)


def check_counts(count: ArrayLike, out_of: ArrayLike) -> tuple[Floats, Floats]:
    """Counts as arrays, refused where one is below nought or out of nothing; missing ones stay missing."""
    x, n = as_floats(count), as_floats(out_of)
    if np.isinf(x).any() or np.isinf(n).any():
        raise ValueError("A count cannot be endless.")
    if (x < 0).any():
        raise ValueError("A numerator must be nought or more.")
    if (n <= 0).any():
        raise ValueError("A denominator must be more than nought.")
    return x, n


def check_parts(count: ArrayLike, out_of: ArrayLike) -> tuple[Floats, Floats]:
    """As `check_counts`, for a part of a whole: refused where the part is the larger."""
    x, n = check_counts(count, out_of)
    if (x > n).any():
        raise ValueError("A numerator must not be more than its denominator in a proportion.")
    return x, n
