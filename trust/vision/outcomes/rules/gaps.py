"""The gap between children doing worst and the others: how wide, whether it changed, and who moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from trust.foundation.kernel.english import opened
from trust.foundation.statistics.changes import (
    ChangeInGap,
    Period,
    change_in_gap_of_proportions,
    change_in_gap_of_rates,
)
from trust.foundation.statistics.gaps import gap_of_proportions, gap_of_rates
from trust.foundation.statistics.intervals import Interval
from trust.foundation.statistics.words import Direction, Verdict
from trust.vision.outcomes.rules.figures import Figure, Measured, obstacle_between, tally_of
from trust.vision.outcomes.words import Method


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
    return next((why for _, side in sides if (why := _first_obstacle(side, measured))), "")


def _first_obstacle(side: Sequence[Figure], measured: Measured) -> str:
    obstacle = obstacle_between(side[0], side[-1], side, measured)
    return obstacle[:1].lower() + obstacle[1:]


def _change(first: GapPoint, last: GapPoint, measured: Measured) -> ChangeInGap:
    judge = change_in_gap_of_proportions if measured.method is Method.PROPORTION else change_in_gap_of_rates
    before, after = (Period(group=tally_of(p.group), others=tally_of(p.others)) for p in (first, last))
    return judge(before=before, after=after, polarity=measured.polarity, per=measured.per)


def _gap_sentence(change: ChangeInGap, between: str, group_name: str, since_period: str) -> str:
    opening = opened(between)
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
