"""Figures with their limits, and what may honestly be said of them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from trust.foundation.statistics.changes import (
    ChangeInGap,
    Period,
    change_in_gap_of_proportions,
    change_in_gap_of_rates,
)
from trust.foundation.statistics.direction import Movement, compare_proportions, compare_rates
from trust.foundation.statistics.gaps import gap_of_proportions, gap_of_rates
from trust.foundation.statistics.intervals import Interval, Intervals, Tally
from trust.foundation.statistics.proportions import wilson
from trust.foundation.statistics.rates import rates
from trust.foundation.statistics.words import Direction, Polarity, Verdict
from trust.vision.outcomes.words import Mark, Method

PERIODS_BACK = 5


@dataclass(frozen=True)
class Measured:
    """As much of an indicator as its arithmetic needs."""

    method: Method
    polarity: Polarity
    per: float

    @property
    def has_direction(self) -> bool:
        return self.polarity not in {Polarity.NEUTRAL, Polarity.BAND}


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
    def tally(self) -> Tally | None:
        """How many out of how many; None where either is missing, or is an average and counts nobody."""
        if self.numerator is None or not self.denominator or not float(self.denominator).is_integer():
            return None
        return Tally(self.numerator, int(self.denominator))

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


@dataclass(frozen=True)
class GapPoint:
    period: str
    order: int
    group: Figure
    others: Figure
    gap: Interval | None


@dataclass(frozen=True)
class GapStory:
    """A gap over time, whether it changed, who moved, and the sentence that says no more than the test does.

    A gap above nought means that the group does worse. Where nothing could be tested, `verdict`, `p` and
    `change` are None and the sentence says why.
    """

    group_name: str
    others_name: str
    points: tuple[GapPoint, ...]
    sentence: str
    who_moved: str = ""
    first: GapPoint | None = None
    last: GapPoint | None = None
    change: Interval | None = None
    p: float | None = None
    verdict: Verdict | None = None


def with_limits(figures: Sequence[Figure], measured: Measured) -> list[Figure]:
    """Each figure with limits from its counts; the publisher's own where it has no counts, or none."""
    counted = [place for place, figure in enumerate(figures) if figure.tally and not figure.mark.is_absence]
    if measured.method is Method.NONE or not counted:
        return list(figures)
    limits = _limits([figures[place] for place in counted], measured)
    done = list(figures)
    for place, limit in zip(counted, limits, strict=True):
        value = done[place].value
        done[place] = replace(
            done[place], value=limit.value if value is None else value, lower=limit.lower, upper=limit.upper
        )
    return done


def _limits(figures: Sequence[Figure], measured: Measured) -> Intervals:
    counts = [figure.numerator or 0 for figure in figures]
    out_of = [figure.denominator or 0 for figure in figures]
    if measured.method is Method.PROPORTION:
        return wilson(counts, out_of).scaled(measured.per)
    return rates(counts, out_of, per=measured.per)


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
    obstacle = _obstacle(before, after, there, measured)
    if obstacle:
        return Since(None, before.period, obstacle)
    movement = _compare(before, after, measured)
    return Since(movement.direction, before.period, _since_words(movement.direction, before.period), movement)


def _since_words(direction: Direction, period: str) -> str:
    if direction is Direction.NO_CLEAR_CHANGE:
        return f"No clear change since {period}"
    return f"{direction.capitalize()} than in {period}"


def _obstacle(before: Figure, after: Figure, between: Sequence[Figure], measured: Measured) -> str:
    """Why the two cannot be compared, if they cannot."""
    if not measured.has_direction:
        return "Neither more nor less is better"
    if measured.method is Method.NONE or not (before.tally and after.tally):
        return "Published without its counts, so no change can be tested"
    if before.order >= after.first_month:
        return "The two periods overlap, so no change can be tested"
    if any(f.mark is Mark.BREAK and before.order < f.order <= after.order for f in between):
        return "Counted in a new way since, so the two cannot be compared"
    return ""


def _compare(before: Figure, after: Figure, measured: Measured) -> Movement:
    compare = compare_proportions if measured.method is Method.PROPORTION else compare_rates
    return compare(before=_tally(before), after=_tally(after), polarity=measured.polarity, per=measured.per)


def _tally(figure: Figure) -> Tally:
    tally = figure.tally
    if tally is None:
        raise ValueError(f"The figure for {figure.period} has no counts.")
    return tally


def gap_points(group: Sequence[Figure], others: Sequence[Figure], measured: Measured) -> tuple[GapPoint, ...]:
    """The two series side by side, for the periods that both have, oldest first."""
    beside = {figure.order: figure for figure in others}
    pairs = [(figure, beside[figure.order]) for figure in group if figure.order in beside]
    return tuple(GapPoint(a.period, a.order, a, b, _gap(a, b, measured)) for a, b in pairs)


def _gap(group: Figure, others: Figure, measured: Measured) -> Interval | None:
    if not (group.tally and others.tally and measured.has_direction) or measured.method is Method.NONE:
        return None
    gap = gap_of_proportions if measured.method is Method.PROPORTION else gap_of_rates
    return gap(group=group.tally, others=others.tally, polarity=measured.polarity, per=measured.per)


def tell_gap(
    points: tuple[GapPoint, ...], measured: Measured, *, group_name: str, others_name: str
) -> GapStory:
    """Judge the change between the first and the last gap, and say it."""
    known = [point for point in points if point.gap]
    between = f"the gap between {group_name} and {others_name}"
    why = _cannot_judge(known, measured)
    if why:
        first, last = (known[0], known[-1]) if known else (None, None)
        sentence = f"We cannot say whether {between} has changed: {why}."
        return GapStory(group_name, others_name, points, sentence, first=first, last=last)
    first, last = known[0], known[-1]
    change = _change(first, last, measured)
    return GapStory(
        group_name, others_name, points, _gap_sentence(change, between, group_name, first.period),
        who_moved=_who_moved(change, group_name, others_name), first=first, last=last,
        change=change.change, p=change.p, verdict=change.verdict,
    )  # fmt: skip


def _cannot_judge(known: Sequence[GapPoint], measured: Measured) -> str:
    if not measured.has_direction:
        return "this measure has no better direction"
    if not known:
        return "no figures with their counts had been published by then"
    if len(known) < 2:
        return f"we know it only for {known[0].period}"
    sides = (("group", [p.group for p in known]), ("others", [p.others for p in known]))
    return next((why for _, side in sides if (why := _obstacle_between(side, measured))), "")


def _obstacle_between(side: Sequence[Figure], measured: Measured) -> str:
    obstacle = _obstacle(side[0], side[-1], side, measured)
    return obstacle[:1].lower() + obstacle[1:]


def _change(first: GapPoint, last: GapPoint, measured: Measured) -> ChangeInGap:
    judge = change_in_gap_of_proportions if measured.method is Method.PROPORTION else change_in_gap_of_rates
    before, after = (Period(group=_tally(p.group), others=_tally(p.others)) for p in (first, last))
    return judge(before=before, after=after, polarity=measured.polarity, per=measured.per)


def _gap_sentence(change: ChangeInGap, between: str, group_name: str, since_period: str) -> str:
    opening = between[:1].upper() + between[1:]
    match change.verdict:
        case Verdict.NO_CLEAR_CHANGE:
            return f"{opening} has not clearly changed since {since_period}."
        case Verdict.REVERSED:
            now = "worse" if change.after.value > 0 else "better"
            return f"{opening} has turned round since {since_period}: {group_name} now does {now}."
        case Verdict.NARROWED if change.levelled_down:
            return f"{opening} has narrowed since {since_period}, but not because {group_name} did better."
        case _:
            return f"{opening} has {change.verdict} since {since_period}."


def _who_moved(change: ChangeInGap, group_name: str, others_name: str) -> str:
    group, others = change.group.direction, change.others.direction
    if group is others:
        return "Neither clearly changed." if group is Direction.NO_CLEAR_CHANGE else f"Both got {group}."
    return f"{_moved(group_name, group)}; {_moved(others_name, others)}."


def _moved(name: str, direction: Direction) -> str:
    return (
        f"{name} {'did not clearly change' if direction is Direction.NO_CLEAR_CHANGE else f'got {direction}'}"
    )
