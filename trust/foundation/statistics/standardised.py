"""Rates as they would be if every area had the same ages, or against what national rates would give."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from trust.foundation.statistics.intervals import Floats, Intervals, as_floats, check_counts
from trust.foundation.statistics.rates import byars, rates

FEWEST_TO_STANDARDISE = 10


@dataclass(frozen=True, eq=False)
class Events:
    """Events in each age band, and the variance of each: the count itself where events are independent."""

    count: Floats
    variance: Floats


def events(count: ArrayLike) -> Events:
    """Independent events in each age band; a missing count is nought, for nobody was counted there.

    Formula: the variance of a Poisson count is the count.
    Errors: ValueError for a count below nought.
    """
    x, _ = check_counts(count, 1)
    found = np.nan_to_num(x)
    return Events(found, found)


def repeated_events(persons: Mapping[int, ArrayLike]) -> Events:
    """Events in each age band from the children who had one, two or more, as when admitted twice.

    Formula: sum f m_f events with variance sum f^2 m_f, where m_f children had f events each.
    Source: Public Health England's method for events that are not independent (PHEindicatormethods 2.1.0).
    Errors: ValueError for a count below nought.
    """
    had = {times: events(children).count for times, children in persons.items()}
    count = sum((times * children for times, children in had.items()), np.float64(0))
    variance = sum((times**2 * children for times, children in had.items()), np.float64(0))
    return Events(np.asarray(count), np.asarray(variance))


def directly_standardised(
    found: Events,
    population: ArrayLike,
    standard: ArrayLike,
    *,
    per: float = 100_000,
    confidence: float = 0.95,
) -> Intervals:
    """Directly standardised rates in units of `per`; age bands along the last axis.

    A rate of fewer than ten events is missing (nan), for its limits would mislead.

    Formula: D = sum w x/n / sum w; limits D + sqrt(V/X) (byars(X) - X), X all events, and
    V = sum w^2 v/n^2 / (sum w)^2 with v = x for independent events.
    Source: A. J. Dobson and others, Statistics in Medicine 10 (1991) 457-462.
    Errors: ValueError for a population or a standard that is missing, or a population of nought.
    """
    n, w = _bands(population, standard)
    whole = w.sum(axis=-1)
    total = found.count.sum(axis=-1)
    value = (w * found.count / n).sum(axis=-1) / whole
    variance = (w**2 * found.variance / n**2).sum(axis=-1) / whole**2
    lower, upper = byars(total, confidence=confidence)
    stretch = np.sqrt(variance / np.where(total > 0, total, 1))
    few = np.where(total < FEWEST_TO_STANDARDISE, np.nan, 1.0)
    limits = value + stretch * (lower - total), value + stretch * (upper - total)
    return Intervals(value * few, limits[0] * few, limits[1] * few).scaled(per)


def expected_events(population: ArrayLike, reference: tuple[ArrayLike, ArrayLike]) -> Floats:
    """Events there would be if each age band had the reference's rate (its events, its population).

    Formula: sum n x / N over the age bands, along the last axis.
    Errors: ValueError for a population that is missing or below nought, or a reference of nobody.
    """
    n = _whole(population, "A population")
    x, out_of = check_counts(*reference)
    if (n < 0).any():
        raise ValueError("A population must be nought or more.")
    return np.asarray((n * x / out_of).sum(axis=-1), dtype=np.float64)


def standardised_ratios(
    observed: ArrayLike, expected: ArrayLike, *, per: float = 1, confidence: float = 0.95
) -> Intervals:
    """Observed events over expected: 1 (or `per`) where an area has what the reference's rates would give.

    Formula: O/E; Byar's limits of O from ten events, exact Poisson limits below, over E.
    Source: N. E. Breslow and N. E. Day, Statistical Methods in Cancer Research II (1987), 2.3.
    Errors: ValueError for a count below nought, or where no event is expected.
    """
    return rates(observed, expected, per=per, confidence=confidence)


def indirectly_standardised(
    count: ArrayLike,
    population: ArrayLike,
    reference: tuple[ArrayLike, ArrayLike],
    *,
    per: float = 100_000,
    confidence: float = 0.95,
) -> Intervals:
    """Indirectly standardised rates in units of `per`: the ratio, times the reference's crude rate.

    Formula: O/E times R, R the reference's events over its population; limits as `standardised_ratios`.
    Source: as `standardised_ratios`; age bands along the last axis.
    Errors: as `expected_events`, and where no event is expected.
    """
    observed = events(count).count.sum(axis=-1)
    x, out_of = check_counts(*reference)
    crude = x.sum(axis=-1) / out_of.sum(axis=-1)
    found = standardised_ratios(observed, expected_events(population, reference), confidence=confidence)
    return Intervals(found.value * crude, found.lower * crude, found.upper * crude).scaled(per)


def _bands(population: ArrayLike, standard: ArrayLike) -> tuple[Floats, Floats]:
    n, w = _whole(population, "A population"), _whole(standard, "A standard population")
    if (n <= 0).any():
        raise ValueError("A population must be more than nought in every age band.")
    if (w < 0).any() or (w.sum(axis=-1) <= 0).any():
        raise ValueError("A standard population must be nought or more, with somebody in it.")
    return n, w


def _whole(figures: ArrayLike, what: str) -> Floats:
    found = as_floats(figures)
    if not np.isfinite(found).all():
        raise ValueError(f"{what} cannot have missing values.")
    return found
