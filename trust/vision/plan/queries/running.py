"""Every plan that runs on a day, as it was last published, so that what is promised in any is followed."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.formats import PublishedMeasure
from trust.vision.plan.models import THE_PLAN, Plan
from trust.vision.plan.queries.lives import kinds
from trust.vision.plan.queries.progress import (
    Promise,
    Reading,
    every_promise,
    promise_of,
    promises_of,
    readings,
)
from trust.vision.plan.queries.published import Published, newest_versions, published


def running(on: date) -> list[Published]:
    """The plan itself, then every other that runs on a day, by its title: five queries at most.

    A local plan is not here: its partners answer for its rows in its own return.
    """
    live = published(on)
    others = [one.key for one in kinds().values() if one.alone and one.key != THE_PLAN]
    begun = Plan.objects.filter(kind__in=others, first__lte=on, last__gte=on).values_list("pk", flat=True)
    found = newest_versions(list(begun), on)
    return [*([live] if live else []), *sorted(found, key=lambda one: one.plan.title)]


@dataclass(frozen=True)
class Stands:
    """How the plan and all others that run stand on a day, read once for all that a page tells of them."""

    day: date
    live: Published
    plans: list[Published]
    readings: list[Reading]
    promises: dict[UUID, list[Promise]]

    @property
    def own(self) -> list[Promise]:
        """The promises of the plan itself, in its order."""
        return [one for priority in self.live.plan.priorities for one in self.promises[priority.id]]


def how_it_stands(live: Published, on: date) -> Stands:
    """The measures of this plan, and the promises of every plan that runs beside it, as of a day."""
    plans = running(on)
    read = [row for _, row in readings(live.plan.priorities, on)]
    promised = {row.id: row for one in [live, *plans] for row in one.plan.priorities}
    return Stands(on, live, plans, read, every_promise(promised.values(), on))


def also_in(plans: Iterable[Published]) -> dict[UUID, tuple[str, ...]]:
    """Of each thing that counts in other plans as well, their titles; it is promised once, at home."""
    found: dict[UUID, dict[str, None]] = defaultdict(dict)
    for one in plans:
        for row in one.plan.counted:
            found[row.id][one.plan.title] = None
    return {key: tuple(titles) for key, titles in found.items()}


def promises_by_plan(plans: Sequence[Published], on: date, partner: UUID | None = None) -> list[Promise]:
    """Every promise of these plans, or one partner’s: by plan, then by its day; each once, in one query."""
    own = [
        (one.plan.title, action)
        for one in plans
        for priority in one.plan.priorities
        for action in priority.actions
        if partner in {None, action.owner_id}
    ]
    others = also_in(plans)
    found = promises_of([action for _, action in own], on)
    told = [
        replace(promise, plan=title, also_in=others.get(promise.id, ()))
        for (title, _), promise in zip(own, found, strict=True)
    ]
    order = {one.plan.title: number for number, one in enumerate(plans)}
    return sorted(told, key=lambda one: (order[one.plan], one.due))


def running_promise(action: UUID, on: date) -> tuple[Published, Promise]:
    """A promise of any plan that runs on a day; errors: NotFound."""
    for one in running(on):
        found = promise_of(one.plan, action, on)
        if found:
            return one, found
    raise NotFound


def measure_of(measure: UUID, on: date) -> PublishedMeasure:
    """A measure of any plan that runs on a day; errors: NotFound."""
    rows = (row for one in running(on) for priority in one.plan.priorities for row in priority.measures)
    found = next((row for row in rows if row.id == measure), None)
    if found is None:
        raise NotFound
    return found
