"""The gap between children doing worst and the others: how wide, whether it changed, and who moved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from trust.foundation.kernel.english import opened, within
from trust.foundation.statistics.changes import (
    ChangeInGap,
    Period,
    change_in_gap_of_proportions,
    change_in_gap_of_rates,
)
from trust.foundation.statistics.gaps import (
    difference,
    gap_of_proportions,
    gap_of_rates,
    ratio_of_proportions,
    ratio_of_rates,
)
from trust.foundation.statistics.intervals import Interval, Intervals
from trust.foundation.statistics.words import Direction, Verdict
from trust.vision.outcomes.rules.figures import (
    Figure,
    Measured,
    obstacle_between,
    tally_of,
    with_limits,
)
from trust.vision.outcomes.rules.splits import Side, Split, split_of, turned_round
from trust.vision.outcomes.words import Mark, Method


@dataclass(frozen=True)
class GapPoint:
    """One period's two figures and what lies between them, as far as the figures allow.

    `gap` has limits; `apart` is the bare difference, in the same sense: above nought the group does worse, or
    where neither way is better has the higher figure.
    `ratio` has limits; `times` is how many times the others' figure the group's is.
    """

    period: str
    order: int
    group: Figure
    others: Figure
    gap: Interval | None
    apart: float | None = None
    ratio: Interval | None = None
    times: float | None = None


@dataclass(frozen=True)
class GapStory:
    """A gap over time, whether it changed, who moved, and the sentence that says no more than the test does.

    A gap above nought means that the group does worse. Where nothing could be tested, `verdict`, `p` and
    `change` are None and the sentence says why. `overlap`: some children are on both sides.
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
    split: Split | None = None
    levelled_down: bool = False
    overlap: bool = False
    has_direction: bool = True


def gap_points(
    group: Sequence[Figure], others: Sequence[Figure], measured: Measured, *, overlap: bool = False
) -> tuple[GapPoint, ...]:
    """The two series side by side, oldest first; a side that is missing stays missing.

    Where the two overlap they are not independent, so no limits are worked out.
    """
    mine, theirs = ({(f.order, f.first_month): f for f in side} for side in (group, others))
    pairs = [
        (mine.get(when) or _missing(theirs[when]), theirs.get(when) or _missing(mine[when]))
        for when in sorted({*mine, *theirs})
    ]
    points = tuple(_point(a, b, measured) for a, b in pairs)
    return tuple(replace(point, gap=None, ratio=None) for point in points) if overlap else points


def _missing(other: Figure) -> Figure:
    """A figure that was not published, for the period of one that was."""
    return replace(
        other, area="", numerator=None, denominator=None, value=None, lower=None, upper=None,
        mark=Mark.NOT_AVAILABLE, published_on=None, published_note="", source="", licence="",
    )  # fmt: skip


def _point(group: Figure, others: Figure, measured: Measured) -> GapPoint:
    gap = _gap(group, others, measured)
    ratio = _ratio(group, others, measured)
    return GapPoint(
        group.period, group.order, group, others, gap,
        apart=gap.value if gap else _apart(group, others, measured),
        ratio=ratio, times=ratio.value if ratio else _times(group, others),
    )  # fmt: skip


def _gap(group: Figure, others: Figure, measured: Measured) -> Interval | None:
    if group.mark.is_absence or others.mark.is_absence:
        return None
    if not (group.tally and others.tally) or measured.method is Method.NONE or measured.counts_rounded_to:
        return _gap_of_limits(group, others, measured)
    gap = gap_of_proportions if measured.method is Method.PROPORTION else gap_of_rates
    return gap(group=group.tally, others=others.tally, polarity=measured.gap_way, per=measured.per)


def _gap_of_limits(group: Figure, others: Figure, measured: Measured) -> Interval | None:
    """The gap with limits recovered from the publisher's own, where both sides have them."""
    mine, theirs = _held(group), _held(others)
    if mine is None or theirs is None:
        return None
    apart = difference(theirs, mine) if measured.gap_way.sign > 0 else difference(mine, theirs)
    return apart.only()


def _held(figure: Figure) -> Intervals | None:
    held = figure.interval
    return Intervals(*(np.array([limit]) for limit in (held.value, held.lower, held.upper))) if held else None


def _apart(group: Figure, others: Figure, measured: Measured) -> float | None:
    if group.value is None or others.value is None:
        return None
    return (others.value - group.value) * measured.gap_way.sign


def _ratio(group: Figure, others: Figure, measured: Measured) -> Interval | None:
    mine, theirs = group.tally, others.tally
    if not (mine and theirs and mine.count and theirs.count) or measured.method is Method.NONE:
        return None
    ratio = ratio_of_proportions if measured.method is Method.PROPORTION else ratio_of_rates
    return ratio(group=mine, others=theirs)


def _times(group: Figure, others: Figure) -> float | None:
    return group.value / others.value if group.value is not None and others.value else None


def without(everyone: Sequence[Figure], group: Sequence[Figure], measured: Measured) -> list[Figure]:
    """All the other children: everyone's counts less the group's; not available without both counts."""
    mine = {(figure.order, figure.first_month): figure for figure in group}
    pairs = [(whole, mine[when]) for whole in everyone if (when := (whole.order, whole.first_month)) in mine]
    return with_limits([_less(whole, part, measured) for whole, part in pairs], measured)


def _less(whole: Figure, part: Figure, measured: Measured) -> Figure:
    a, b = whole.tally, part.tally
    counted = a and b and not (whole.mark.is_absence or part.mark.is_absence or measured.counts_rounded_to)
    if not (a and b and counted and b.count <= a.count and b.out_of < a.out_of):
        return _missing(whole)
    return replace(
        whole,
        numerator=a.count - b.count,
        denominator=a.out_of - b.out_of,
        value=None,
        lower=None,
        upper=None,
    )


def worst_first(figures: Sequence[Figure], measured: Measured) -> list[Figure]:
    """The figures in order, that of the place which does worst first."""
    return sorted(figures, key=lambda figure: (figure.value or 0.0) * measured.polarity.sign)


def tell_gap(
    points: tuple[GapPoint, ...], measured: Measured, *, group_name: str, others_name: str
) -> GapStory:
    """Judge the change between the first and the last gap, and say it."""
    known = [point for point in points if point.gap]
    between = f"the gap between {group_name} and {others_name}"
    why = _cannot_judge(known, points, measured)
    if why:
        first, last = (known[0], known[-1]) if known else (None, None)
        sentence = f"We cannot say whether {between} has changed: {why}."
        return GapStory(
            group_name, others_name, points, sentence, first=first, last=last,
            has_direction=measured.has_direction,
        )  # fmt: skip
    first, last = known[0], known[-1]
    behind, ahead = _sides(first, last, group_name, others_name)
    change = _change(behind, ahead, measured)
    closed = turned_round(change.change)
    return GapStory(
        group_name, others_name, points, _gap_sentence(change, between, behind.name, first.period),
        who_moved=_who_moved(change, behind.name, ahead.name), first=first, last=last,
        change=change.change if behind.name == group_name else closed, p=change.p, verdict=change.verdict,
        split=split_of(change, behind, ahead, measured), levelled_down=change.levelled_down,
    )  # fmt: skip


def tell_overlap(
    points: tuple[GapPoint, ...], measured: Measured, *, group_name: str, others_name: str
) -> GapStory:
    """A group against a whole that it is part of: the difference alone, and what it leaves out."""
    known = [point for point in points if point.apart is not None]
    first, last = (known[0], known[-1]) if known else (None, None)
    sentence = (
        f"{opened(others_name)} includes {group_name}, so the gap shown is smaller than the true one and no "
        "change is tested."
    )
    return GapStory(
        group_name, others_name, points, sentence, first=first, last=last, overlap=True,
        has_direction=measured.has_direction,
    )  # fmt: skip


def _cannot_judge(known: Sequence[GapPoint], points: Sequence[GapPoint], measured: Measured) -> str:
    if not measured.has_direction:
        return "this measure has no better direction"
    if not known and any(point.apart is not None for point in points):
        return "its figures are published without counts or limits"
    if not known:
        return "no figures with their counts had been published by then"
    if len(known) < 2:
        return f"we know it only for {known[0].period}"
    sides = (("group", [p.group for p in known]), ("others", [p.others for p in known]))
    return next((why for _, side in sides if (why := _first_obstacle(side, measured))), "")


def _first_obstacle(side: Sequence[Figure], measured: Measured) -> str:
    obstacle = obstacle_between(side[0], side[-1], side, measured)
    return within(obstacle)


def _sides(first: GapPoint, last: GapPoint, group_name: str, others_name: str) -> tuple[Side, Side]:
    """Those behind at first, then those ahead: only those behind can close a gap by doing better."""
    group = Side(group_name, first.group, last.group)
    others = Side(others_name, first.others, last.others)
    return (others, group) if first.gap and first.gap.value < 0 else (group, others)


def _change(behind: Side, ahead: Side, measured: Measured) -> ChangeInGap:
    judge = change_in_gap_of_proportions if measured.method is Method.PROPORTION else change_in_gap_of_rates
    before = Period(group=tally_of(behind.before), others=tally_of(ahead.before))
    after = Period(group=tally_of(behind.after), others=tally_of(ahead.after))
    return judge(before=before, after=after, polarity=measured.polarity, per=measured.per)


def _gap_sentence(change: ChangeInGap, between: str, behind: str, since_period: str) -> str:
    opening = opened(between)
    match change.verdict:
        case Verdict.NO_CLEAR_CHANGE:
            return f"{opening} has not clearly changed since {since_period}."
        case Verdict.REVERSED:
            return f"{opening} has turned round since {since_period}: {behind} now does better."
        case Verdict.NARROWED if change.levelled_down:
            return f"{opening} has narrowed since {since_period}, but not because {behind} did better."
        case Verdict.NARROWED if not change.group_improved:
            return f"{opening} has narrowed since {since_period}, but {behind} did not clearly do better."
        case _:
            return f"{opening} has {change.verdict} since {since_period}."


def _who_moved(change: ChangeInGap, behind: str, ahead: str) -> str:
    one, other = change.group.direction, change.others.direction
    if one is other:
        return "Neither clearly changed." if one is Direction.NO_CLEAR_CHANGE else f"Both got {one}."
    return f"{opened(_moved(behind, one))}; {_moved(ahead, other)}."


def _moved(name: str, direction: Direction) -> str:
    return (
        f"{name} {'did not clearly change' if direction is Direction.NO_CLEAR_CHANGE else f'got {direction}'}"
    )
