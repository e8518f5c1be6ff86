"""What a plan promises, as its rules see it: its own words, its rows, and what counts from other plans."""

from collections.abc import Iterable
from itertools import groupby
from uuid import UUID

from trust.vision.outcomes.words import Outcome
from trust.vision.plan.formats import PublishedCounted, PublishedPlan, PublishedPriority, PublishedRow
from trust.vision.plan.rules.facts import ActionFact, MeasureFact, PriorityFact
from trust.vision.plan.words import Countable

DONE_BY_SOMEBODY = frozenset({Countable.ACTION, Countable.ROW})


def priorities_of(whole: PublishedPlan, rows: Iterable[PublishedRow] = ()) -> tuple[PriorityFact, ...]:
    """Every priority with what is promised for it; those of a local plan are the headings of its rows."""
    written = [_priority(one, _counted(whole, one.id)) for one in whole.priorities]
    by_heading = sorted(rows, key=lambda row: row.priority)
    return (
        *written,
        *(_heading(title, list(of)) for title, of in groupby(by_heading, lambda row: row.priority)),
    )


def counted_alone(whole: PublishedPlan) -> tuple[ActionFact, ...]:
    """The actions of other plans that count in this one under no priority of its own."""
    return _actions(_counted(whole, None))


def _counted(whole: PublishedPlan, priority: UUID | None) -> list[PublishedCounted]:
    return [one for one in whole.counted if one.priority == priority and not one.ended]


def _actions(counted: Iterable[PublishedCounted]) -> tuple[ActionFact, ...]:
    return tuple(ActionFact(one.what, one.who, one.due) for one in counted if one.thing in DONE_BY_SOMEBODY)


def _priority(priority: PublishedPriority, counted: list[PublishedCounted]) -> PriorityFact:
    own = (ActionFact(one.what, one.owner, one.due) for one in priority.actions)
    measured = (one.title for one in priority.measures)
    also_measured = (one.what for one in counted if one.thing == Countable.MEASURE)
    return PriorityFact(
        title=priority.title,
        needs=len(priority.needs),
        voices=len(priority.voices),
        outcomes=frozenset(Outcome(one).label for one in priority.outcomes),
        aim_for_all=priority.aim_for_all,
        aim_for_group=priority.aim_for_group,
        group=priority.group,
        comparator=priority.comparator,
        actions=(*own, *_actions(counted)),
        measures=tuple(MeasureFact(title) for title in (*measured, *also_measured)),
    )


def _heading(title: str, rows: list[PublishedRow]) -> PriorityFact:
    """What the rows of a local plan promise under one heading: a year's target is also its date."""
    return PriorityFact(
        title=title,
        actions=tuple(ActionFact(row.what, row.owner, row.due) for row in rows),
        measures=tuple(
            MeasureFact(row.success, bool(row.baseline), bool(row.targets), bool(row.targets))
            for row in rows if row.success or row.indicator
        ),
    )  # fmt: skip
