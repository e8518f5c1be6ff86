"""Figures with their limits, and whether they have changed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from numpy.typing import ArrayLike

from trust.foundation.kernel.months import in_years
from trust.foundation.kernel.rounding import to_figures, to_places
from trust.foundation.statistics.direction import Movement, compare_proportions, compare_rates
from trust.foundation.statistics.intervals import Interval, Intervals, Tally
from trust.foundation.statistics.proportions import wilson
from trust.foundation.statistics.rates import rates
from trust.foundation.statistics.words import Direction, Polarity
from trust.vision.outcomes.words import Mark, Method

PERIODS_BACK = 5
# Why two figures cannot be compared, and the same in a few words for a column of a table.
NO_BETTER = "Neither more nor less is better"
NO_COUNTS = "Published without its counts, so no change can be tested"
NO_CHILDREN = "Not a count of children, so no change is tested"
OVERLAP = "The two periods overlap, so no change can be tested"
NEW_WAY = "Counted in a new way since, so the two cannot be compared"
IN_SHORT = {
    NO_BETTER: "neither way is better",
    NO_COUNTS: "published without counts",
    NO_CHILDREN: "not a count of children",
    OVERLAP: "the periods overlap",
    NEW_WAY: "counted in a new way",
}


# No percentage between its ends is so large, so that a column of shares keeps one decimal throughout.
LARGE = 100


def number(value: float) -> str:
    """A figure as people read it: one decimal, two that count below one, none of a large count.

    >>> number(33.25), number(0.0), number(0.0873), number(12345.6), number(6339.0)
    ('33.3', '0.0', '0.087', '12,345.6', '6,339')
    """
    if abs(value) >= LARGE and value == int(value):
        return f"{value:,.0f}"
    return to_places(value) if value == 0 or abs(value) >= 1 else to_figures(value)


@dataclass(frozen=True)
class Measured:
    """As much of an indicator as its arithmetic needs; `new_ways` are the months of its new definitions."""

    method: Method
    polarity: Polarity
    per: float
    counts_rounded_to: int = 0
    new_ways: tuple[int, ...] = ()

    @property
    def has_direction(self) -> bool:
        return self.polarity not in {Polarity.NEUTRAL, Polarity.BAND}

    @property
    def gap_way(self) -> Polarity:
        """Which way a gap is counted: where neither is better, the group's figure less the others'."""
        return self.polarity if self.has_direction else Polarity.LOW

    def counted_anew(self, before: int, after: int) -> bool:
        """Whether a definition changed between two figures, each told by its last month."""
        return any(before < month <= after for month in self.new_ways)


@dataclass(frozen=True)
class Figure:
    """One figure of one place and period, with its limits, or the mark that says why it is not there.

    `order` and `first_month` count months from year nought: the last and the first of the period.
    """

    area: str
    period: str
    order: int
    first_month: int
    numerator: int | None
    denominator: float | None
    value: float | None
    lower: float | None
    upper: float | None
    mark: Mark
    published_on: date | None
    known_on: date
    source: str
    licence: str = ""
    published_note: str = ""
    sex: str = ""
    age: str = ""
    group: str = ""

    @property
    def in_years(self) -> float:
        """When it ends, on a scale of years."""
        return in_years(self.order)

    @property
    def tally(self) -> Tally | None:
        """How many out of how many; None where either is missing, or is an average and counts nobody."""
        if self.numerator is None or not self.denominator or not float(self.denominator).is_integer():
            return None
        return Tally(self.numerator, int(self.denominator))

    @property
    def said(self) -> str:
        """The figure in words: itself, or why it is not there."""
        return self.mark.label if self.value is None else number(self.value)

    @property
    def between(self) -> str:
        """Where the true figure very probably lies, such as “31.0 to 35.6”, if any limits are known."""
        limits = self.interval
        return f"{number(limits.lower)} to {number(limits.upper)}" if limits else ""

    @property
    def interval(self) -> Interval | None:
        if self.value is None or self.lower is None or self.upper is None:
            return None
        return Interval(self.value, self.lower, self.upper)


@dataclass(frozen=True)
class Since:
    """What became of one place's figure since a period; `direction` is None where nothing could be tested."""

    direction: Direction | None
    period: str
    sentence: str
    movement: Movement | None = None

    @property
    def obstacle(self) -> str:
        """In a few words why nothing could be said; empty where something was."""
        return IN_SHORT.get(self.sentence, "")


def with_limits(figures: Sequence[Figure], measured: Measured) -> list[Figure]:
    """Each figure with limits from its counts; the publisher's own where it has no counts, or none.

    Where counts are published rounded, the publisher's own limits are the better, and are kept.
    """
    return with_limits_of_all([(figures, measured)])[0]


def with_limits_of_all(courses: Sequence[tuple[Sequence[Figure], Measured]]) -> list[list[Figure]]:
    """As `with_limits`, of many indicators: one calculation for all that are made in the same way."""
    done = [list(figures) for figures, _ in courses]
    alike: dict[tuple[Method, float], list[tuple[int, int]]] = defaultdict(list)
    for turn, (figures, measured) in enumerate(courses):
        counted = [place for place, figure in enumerate(figures) if _needs_limits(figure, measured)]
        alike[measured.method, measured.per] += [(turn, place) for place in counted]
    for (method, per), spots in alike.items():
        limits = limits_of([done[turn][place] for turn, place in spots], method, per) if spots else ()
        for (turn, place), limit in zip(spots, limits, strict=True):
            done[turn][place] = _limited(done[turn][place], limit)
    return done


def _limited(figure: Figure, limit: Interval) -> Figure:
    value = limit.value if figure.value is None else figure.value
    return replace(figure, value=value, lower=limit.lower, upper=limit.upper)


def _needs_limits(figure: Figure, measured: Measured) -> bool:
    if measured.method is Method.NONE or figure.tally is None or figure.mark.is_absence:
        return False
    return not (measured.counts_rounded_to and figure.interval)


def limits_of(figures: Sequence[Figure], method: Method, per: float) -> Intervals:
    counts = [figure.numerator or 0 for figure in figures]
    out_of = [figure.denominator or 0 for figure in figures]
    return limits_of_counts(counts, out_of, method, per)


def limits_of_counts(count: ArrayLike, out_of: ArrayLike, method: Method, per: float) -> Intervals:
    """Wilson's limits of a proportion, Byar's or exact ones of a rate."""
    if method is Method.PROPORTION:
        return wilson(count, out_of).scaled(per)
    return rates(count, out_of, per=per)


def summed(figures: Sequence[Figure], *, places: int) -> Figure:
    """One period's counts added over all its places; not available where any place has no counts."""
    first = figures[0]
    tallies = [figure.tally for figure in figures if figure.tally and not figure.mark.is_absence]
    whole = len(tallies) == places
    return replace(
        first,
        area="+".join(figure.area for figure in figures),
        numerator=sum(tally.count for tally in tallies) if whole else None,
        denominator=sum(tally.out_of for tally in tallies) if whole else None,
        value=None,
        lower=None,
        upper=None,
        mark=_summed_mark(figures) if whole else Mark.NOT_AVAILABLE,
        known_on=max(figure.known_on for figure in figures),
        source="; ".join(sorted({figure.source for figure in figures})),
    )


def _summed_mark(figures: Sequence[Figure]) -> Mark:
    """The mark of the whole is its parts' where they agree, and an estimate where they do not."""
    marks = {figure.mark for figure in figures}
    return marks.pop() if len(marks) == 1 else Mark.ESTIMATED


def since(figures: Sequence[Figure], measured: Measured, *, back: int = PERIODS_BACK) -> Since | None:
    """The latest figure against the one `back` periods before, or the earliest: only past the test."""
    there = [figure for figure in figures if figure.value is not None]
    if len(there) < 2:
        return None
    before, after = there[max(0, len(there) - 1 - back)], there[-1]
    obstacle = obstacle_between(before, after, there, measured)
    if obstacle:
        return Since(None, before.period, obstacle)
    movement = _compare(before, after, measured)
    return Since(movement.direction, before.period, _since_words(movement.direction, before.period), movement)


def _since_words(direction: Direction, period: str) -> str:
    if direction is Direction.NO_CLEAR_CHANGE:
        return f"No clear change since {period}"
    return f"{direction.capitalize()} than in {period}"


def obstacle_between(before: Figure, after: Figure, between: Sequence[Figure], measured: Measured) -> str:
    """Why the two cannot be compared, if they cannot."""
    if not measured.has_direction:
        return NO_BETTER
    if not (before.tally and after.tally):
        return NO_COUNTS
    if measured.method is Method.NONE:
        return NO_CHILDREN
    if before.order >= after.first_month:
        return OVERLAP
    if any(f.mark is Mark.BREAK and before.order < f.order <= after.order for f in between):
        return NEW_WAY
    if measured.counted_anew(before.order, after.order):
        return NEW_WAY
    return ""


def _compare(before: Figure, after: Figure, measured: Measured) -> Movement:
    return _tested(tally_of(before), tally_of(after), measured.method, measured.polarity, measured.per)


# The same few figures are compared on page after page, and the answer rests on nothing else.
@lru_cache(maxsize=8192)
def _tested(before: Tally, after: Tally, method: Method, polarity: Polarity, per: float) -> Movement:
    compare = compare_proportions if method is Method.PROPORTION else compare_rates
    return compare(before=before, after=after, polarity=polarity, per=per)


def tally_of(figure: Figure) -> Tally:
    tally = figure.tally
    if tally is None:
        raise ValueError(f"The figure for {figure.period} has no counts.")
    return tally
