"""Every plan that runs on a day, as it was last published, so that what is promised in any is followed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.formats import PublishedAction, PublishedMeasure
from trust.vision.plan.models import THE_PLAN, Plan
from trust.vision.plan.queries.adopted import with_adopted
from trust.vision.plan.queries.lives import kinds
from trust.vision.plan.queries.progress import (
    Promise,
    Reading,
    latest_reports,
    promised,
    promises_of,
    readings,
)
from trust.vision.plan.queries.published import Published, newest_versions, published


def running(on: date) -> list[Published]:
    """The plan itself, then every other that runs on a day, by its title: six queries at most.

    With what still counts in it of plans that are over, since nobody else follows that. A local plan is not
    here: its partners answer for its rows in its own return.
    """
    live = published(on)
    others = [one.key for one in kinds().values() if one.alone and one.key != THE_PLAN]
    begun = Plan.objects.filter(kind__in=others, first__lte=on, last__gte=on).values_list("pk", flat=True)
    found = newest_versions(list(begun), on)
    return with_adopted([*([live] if live else []), *sorted(found, key=lambda one: one.plan.title)], on)


@dataclass(frozen=True)
class Stands:
    """How all plans that run stand on a day, read once for all that a page tells of them."""

    day: date
    plans: Sequence[Published]
    readings: Sequence[Reading]
    promises: Sequence[Promise]


def how_it_stands(on: date) -> Stands:
    """The measures and the promises of every plan that runs, as of a day."""
    plans = running(on)
    read = [row for _, row in readings([row for one in plans for row in one.followed], on)]
    return Stands(on, plans, read, promises_by_plan(plans, on))


def told(promise: Promise, plans: Sequence[Published]) -> str:
    """What was promised and by whom, with its plan where that is not the plan itself."""
    words = f"{promise.what}, by {promise.owner}"
    own = {one.plan.title for one in plans if one.plan.kind == THE_PLAN}
    return words if promise.plan in own else f"{words}, in the {promise.plan}"


def promises_by_plan(plans: Sequence[Published], on: date, partner: UUID | None = None) -> list[Promise]:
    """Every promise of these plans, or one partner’s: by plan, then by its day; each once, in one query."""
    own = [
        (one.plan.title, action)
        for one in plans
        for action in sorted(_actions(one), key=lambda action: action.due)
        if partner is None or partner == action.owner_id
    ]
    said, counted = latest_reports([action.id for _, action in own], on=on, of="action"), _counted(plans)
    return [
        promised(action, said.get(action.id), on, title, [one for one in counted[action.id] if one != title])
        for title, action in own
    ]


def _counted(plans: Iterable[Published]) -> dict[UUID, list[str]]:
    """Of each thing the titles of the plans in which it counts beside its own."""
    found: dict[UUID, list[str]] = defaultdict(list)
    for one in plans:
        for row in one.plan.counted:
            found[row.id].append(one.plan.title)
    return found


def _actions(one: Published) -> list[PublishedAction]:
    return [action for priority in one.followed for action in priority.actions]


def running_promise(action: UUID, on: date) -> tuple[Published, Promise]:
    """A promise of any plan that runs on a day; errors: NotFound."""
    for one in running(on):
        for row in _actions(one):
            if row.id == action:
                return one, promises_of([row], on)[0]
    raise NotFound


def measure_of(measure: UUID, on: date) -> PublishedMeasure:
    """A measure of any plan that runs on a day; errors: NotFound."""
    rows = (row for one in running(on) for priority in one.followed for row in priority.measures)
    found = next((row for row in rows if row.id == measure), None)
    if found is None:
        raise NotFound
    return found
