"""One place's figures over the years: a straight line through those that can be set side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from trust.foundation.kernel.refusals import Refused
from trust.foundation.statistics.intervals import z_for
from trust.foundation.statistics.trend import (
    FEWEST_YEARS,
    Trend,
    trend_of_proportions,
    trend_of_rates,
    weighted_trend,
)
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.rules.figures import Figure, Measured, number, tally_of
from trust.vision.outcomes.words import Mark, Method

LATEST = {"": 10, "five": 5, "all": 0}
NO_LIMITS = "Its latest figure was published without counts or limits, so a trend cannot be told from chance."
TOO_FEW = (
    "A trend needs five periods that do not overlap, all counted in one way. By this day there were fewer."
)


@dataclass(frozen=True)
class Run:
    """The figures that a trend is told from, oldest first, and the line through them."""

    figures: tuple[Figure, ...]
    trend: Trend
    counted: bool

    @property
    def first(self) -> Figure:
        return self.figures[0]

    @property
    def last(self) -> Figure:
        return self.figures[-1]


def run_of(figures: Sequence[Figure], measured: Measured, *, latest: int = 0) -> Run:
    """The line through the latest figures of one place; errors: Refused where there can be none."""
    there = [figure for figure in figures if figure.value is not None]
    while there and not (_is_counted(there[-1], measured) or _error(there[-1])):
        there.pop()
    if not there:
        raise Refused(NO_LIMITS)
    counted = _is_counted(there[-1], measured)
    some = apart(there, measured, counted=counted)
    some = some[-latest:] if latest else some
    if len(some) < FEWEST_YEARS:
        raise Refused(TOO_FEW)
    return Run(tuple(some), _trend(some, measured, counted=counted), counted)


def obstacle_to(figures: Sequence[Figure], measured: Measured) -> str:
    """Why no trend can be told of these figures; empty where one can."""
    try:
        run_of(figures, measured)
    except Refused as refusal:
        return str(refusal)
    return ""


def apart(there: Sequence[Figure], measured: Measured, *, counted: bool) -> list[Figure]:
    """The latest figures that do not overlap, as far back as they are counted in one way."""
    kept: list[Figure] = []
    for later, figure in zip([None, *there[:0:-1]], reversed(there), strict=True):
        if later and (later.mark is Mark.BREAK or measured.counted_anew(figure.order, later.order)):
            break
        known = _is_counted(figure, measured) if counted else _error(figure) > 0
        if known and (not kept or figure.order < kept[-1].first_month):
            kept.append(figure)
    return kept[::-1]


def _is_counted(figure: Figure, measured: Measured) -> bool:
    return measured.method is not Method.NONE and figure.tally is not None


def _error(figure: Figure) -> float:
    """The standard error that published limits of 95 in 100 stand for."""
    limits = figure.interval
    return (limits.upper - limits.lower) / 2 / z_for(0.95) if limits else 0.0


def _trend(figures: Sequence[Figure], measured: Measured, *, counted: bool) -> Trend:
    # Which way is better is said afterwards: a measure may have none, and rises or falls all the same.
    years = [figure.in_years for figure in figures]
    if not counted:
        values = [figure.value or 0.0 for figure in figures]
        return weighted_trend(values, [_error(figure) for figure in figures], Polarity.HIGH, at=years)
    trend_of = trend_of_proportions if measured.method is Method.PROPORTION else trend_of_rates
    return trend_of([tally_of(figure) for figure in figures], Polarity.HIGH, at=years, per=measured.per)


def heading(run: Run, place: str, measured: Measured) -> str:
    """What became of it over the whole run, never surer than the test."""
    over = f"in {place} from {run.first.period} to {run.last.period}"
    if not run.trend.is_clear:
        bends = "" if run.trend.is_steady else ", though it went up and down by more than chance"
        return f"It neither rose nor fell clearly {over}{bends}"
    rises = run.trend.a_year.value > 0
    judged = "It"
    if measured.has_direction:
        judged = "Better: it" if rises == (measured.polarity.sign > 0) else "Worse: it"
    unsteady = "" if run.trend.is_steady else ", though not steadily"
    return f"{judged} {'rose' if rises else 'fell'} {over}{unsteady}"


def lede(run: Run, unit: str) -> str:
    """By how much a year with its limits, and how readily chance alone would show as much."""
    of = "percentage points" if unit.startswith("%") else unit
    slope, verb = run.trend.a_year, "By" if run.trend.is_clear else "The line moves by"
    amounts = (slope.lower, slope.value, slope.upper)
    # Past the test all three have one sign, and the heading says which.
    told = map(number, sorted(map(abs, amounts))) if run.trend.is_clear else map(signed, amounts)
    low, middle, high = told
    periods = f"over {len(run.figures)} periods"
    return f"{verb} {middle} {of} a year ({low} to {high}), {periods}. {_chance(run.trend.p)}"


def later_without(run: Run, latest: Figure | None) -> str:
    """What is to be said where later figures could not be tested; empty where there are none."""
    if latest is None or latest.order <= run.last.order:
        return ""
    return f"Later figures, up to {latest.period}, were published without counts or limits and are not in it."


def signed(amount: float) -> str:
    """
    >>> signed(1.234), signed(-0.05), signed(0.0)
    ('+1.2', '-0.05', '0.0')
    """
    return f"{'+' if amount > 0 else ''}{number(amount)}"


def _chance(p: float) -> str:
    if p < 0.001:
        return "Chance alone would show such a trend less than once in 1,000 times."
    often = f"{round(p * 100)} times in 100" if p >= 0.015 else "about once in 100 times"
    return f"Chance alone would show such a trend {often}."


def on_the_line(run: Run) -> list[tuple[Figure, float]]:
    """Each figure with where the line stands in its year."""
    return [(figure, run.trend.value_at(figure.in_years)) for figure in run.figures]
