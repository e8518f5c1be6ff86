"""What counts in a plan that runs while its own plan is over, so that somebody still follows it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from trust.vision.plan.formats import PublishedPriority
from trust.vision.plan.models import Counts, Plan
from trust.vision.plan.queries.published import Published, newest_plans


def with_adopted(plans: Sequence[Published], on: date) -> list[Published]:
    """The same plans, each with what it adopts; what counts in two is adopted by the first. One query."""
    own = {one.id for one in plans}
    homes = newest_plans({row.from_plan for one in plans for row in one.plan.counted} - own, on)
    left = [priority for home in homes.values() for priority in home.priorities]
    found, taken = [], set[UUID]()
    for one in plans:
        counted = {row.id for row in one.plan.counted if not row.ended} - taken
        taken |= counted
        found.append(replace(one, adopted=tuple(_only(left, counted))) if left else one)
    return found


def adopted_in(plan: UUID, on: date) -> list[UUID]:
    """The actions that count in a plan being written while their own plan is over."""
    standing = Counts.objects.filter(plan=plan, ends=None, ended_by=None, action__isnull=False)
    return list(standing.filter(action__priority__plan__last__lt=on).values_list("action", flat=True))


def followed_until(action: UUID, own: Plan, on: date) -> date:
    """The last day of the plan in which an action is followed: its own, or the last that it counts in."""
    counts = Counts.objects.filter(action=action, ends=None, ended_by=None, plan__last__gte=on)
    later = list(counts.values_list("plan__last", flat=True)) if own.last < on else []
    return max([own.last, *later])


def _only(priorities: Iterable[PublishedPriority], keys: set[UUID]) -> Iterable[PublishedPriority]:
    """These priorities with nothing but the actions and measures that are wanted."""
    for one in priorities:
        actions = tuple(row for row in one.actions if row.id in keys)
        measures = tuple(row for row in one.measures if row.id in keys)
        if actions or measures:
            yield replace(one, actions=actions, measures=measures, pledges=())
