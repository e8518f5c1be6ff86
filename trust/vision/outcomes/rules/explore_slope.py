"""Inequality over places in order of deprivation: the slope, its limits, and whether it has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import sqrt

from scipy.special import ndtr

from trust.foundation.statistics.direction import LIKELY_CHANCE
from trust.foundation.statistics.intervals import Interval, Tally, z_for
from trust.foundation.statistics.slope import relative_limits, slope_index, slope_limits
from trust.vision.outcomes.rules.explore import FEWEST_ON_A_SLOPE
from trust.vision.outcomes.rules.figures import Figure, Measured, tally_of
from trust.vision.outcomes.words import Method

# What orders places by deprivation, the best first: a higher figure of each is more deprived.
DEPRIVATION = (
    "idaci-score",
    "children-education-deprived-fifth",
    "imd-most-deprived-fifth",
    "imd-most-deprived-tenth",
    "children-low-income",
)
SEED, DRAWS = 2010, 20_000


@dataclass(frozen=True)
class Rung:
    """Places that are equally deprived: one, but for ties, whose children are counted together."""

    areas: tuple[str, ...]
    score: float
    tally: Tally

    def value(self, per: float) -> float:
        return self.tally.count / self.tally.out_of * per


@dataclass(frozen=True)
class Slant:
    """The slope over one period's places: the line's two ends and the index with its limits."""

    period: str
    order: int
    first_month: int
    rungs: tuple[Rung, ...]
    most_deprived: float
    least_deprived: float
    index: Interval

    @property
    def is_clear(self) -> bool:
        return self.index.excludes(0)


def rungs_of(figures: Sequence[Figure], scores: Mapping[str, float]) -> tuple[Rung, ...]:
    """The places that have both counts and a score, the most deprived first; those that tie are one."""
    placed = sorted(
        (figure for figure in figures if figure.area in scores), key=lambda figure: -scores[figure.area]
    )
    rungs = []
    for score, tied in groupby(placed, key=lambda figure: scores[figure.area]):
        together = list(tied)
        tally = Tally(
            sum(tally_of(figure).count for figure in together),
            sum(tally_of(figure).out_of for figure in together),
        )
        rungs.append(Rung(tuple(figure.area for figure in together), score, tally))
    return tuple(rungs)


def slant_of(figures: Sequence[Figure], scores: Mapping[str, float], measured: Measured) -> Slant | None:
    """The slope of one period; None where fewer than five places can be told apart."""
    rungs = rungs_of(figures, scores)
    if len(rungs) < FEWEST_ON_A_SLOPE:
        return None
    values = [rung.value(measured.per) for rung in rungs]
    people = [rung.tally.out_of for rung in rungs]
    line = slope_index(values, people)
    first = figures[0]
    return Slant(
        first.period, first.order, first.first_month, rungs, float(line.most_deprived),
        float(line.least_deprived), slope_limits(values, errors_of(rungs, measured), people).only(),
    )  # fmt: skip


def relative_of(slant: Slant, measured: Measured) -> Interval | None:
    """The relative index, the least deprived end over the most; None where an end is not above nought."""
    if slant.most_deprived <= 0 or slant.least_deprived <= 0:
        return None
    values = [rung.value(measured.per) for rung in slant.rungs]
    people = [rung.tally.out_of for rung in slant.rungs]
    return relative_limits(values, errors_of(slant.rungs, measured), people, seed=SEED, draws=DRAWS).only()


def errors_of(rungs: Sequence[Rung], measured: Measured) -> list[float]:
    """The standard error of each figure, never nought: five children of five are not all children."""
    return [_error(rung.tally, measured) for rung in rungs]


def _error(tally: Tally, measured: Measured) -> float:
    x, n = tally.count, tally.out_of
    if measured.method is not Method.PROPORTION:
        return measured.per * sqrt(max(x, 1)) / n
    if x in {0, n}:
        x, n = x + 1, n + 2
    return measured.per * sqrt(x / n * (1 - x / n) / n)


def change_between(before: Slant, after: Slant) -> tuple[Interval, float]:
    """How far the index moved from one period to another, with its limits, and p; periods apart only."""
    z95 = z_for(0.95)
    error = sqrt(sum(((s.index.upper - s.index.lower) / 2 / z95) ** 2 for s in (before, after)))
    change = after.index.value - before.index.value
    p = 2 * float(ndtr(-abs(change) / error)) if error else 1.0
    return Interval(change, change - z95 * error, change + z95 * error), p


def change_words(slants: Sequence[Slant]) -> str:
    """Whether the slope is steeper or flatter than at first: only past the test."""
    if len(slants) < 2:
        return "It is known for one period only, so no change can be told."
    before, after = slants[0], slants[-1]
    if before.order >= after.first_month:
        return "The periods overlap, so no change can be tested."
    _, p = change_between(before, after)
    if p >= LIKELY_CHANCE:
        return f"The slope has not clearly changed since {before.period}."
    steeper = abs(after.index.value) > abs(before.index.value)
    return f"The slope is {'steeper' if steeper else 'less steep'} than in {before.period}."
