"""One thing counts in several plans: written once at home, and stopped anywhere else without touching it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.vision.plan.access import check_writes
from trust.vision.plan.formats import PublishedCounted
from trust.vision.plan.models import Counts, Plan, Pledge, Priority
from trust.vision.plan.queries.counted import as_counted, standing_counts
from trust.vision.plan.words import Countable


@transaction.atomic
def count_in(
    *, plan: Plan, thing: Countable, key: UUID, priority: UUID | None = None, by: Actor, at: datetime
) -> Counts:
    """Let a thing of another plan count in this one, under one of its priorities if named; once is enough."""
    check_writes(plan, by=by, on=london_day(at))
    if thing is Countable.PLEDGE:
        key = first_of(key)
    there = standing_counts().filter(plan=plan, **{f"{thing}_id": key}).first()
    if there:
        return there
    if priority and not Priority.objects.filter(pk=priority, plan=plan).exists():
        raise Refused("Choose a priority of the plan in which it is to count.")
    made = Counts(plan=plan, priority_id=priority, by=by.name, at=at)
    setattr(made, f"{thing}_id", key)
    told = _at_home(made)
    if told.from_plan == plan.pk:
        raise Refused(f"“{told.what}” is in this plan already: it counts once.")
    if told.ended:
        raise Refused(f"“{told.what}” has ended, so it counts nowhere new: {told.ended}")
    made.save(force_insert=True)
    record("plan.thing.counted", on=made, by=by, at=at, thing=thing.value, key=str(key), plan=str(plan.pk))
    return made


def _at_home(made: Counts) -> PublishedCounted:
    try:
        return as_counted([made])[0]
    except KeyError as absent:
        raise NotFound from absent


def first_of(pledge: UUID) -> UUID:
    """The pledge as it was first recorded, so that its corrections are not counted beside it."""
    while earlier := Pledge.objects.filter(pk=pledge).values_list("corrects_id", flat=True).first():
        pledge = earlier
    return pledge


@transaction.atomic
def stop_counting(*, counts: UUID, why: str, by: Actor, at: datetime) -> Counts:
    """Let a thing count here no longer, with the reason; at home and everywhere else it stays."""
    standing = standing_counts().select_related("plan").filter(pk=counts).first()
    if standing is None:
        raise NotFound
    check_writes(standing.plan, by=by, on=london_day(at))
    if not why.strip():
        raise Refused("Say why it no longer counts here.")
    names = ("plan_id", "priority_id", *(f"{one}_id" for one in Countable))
    facts = {name: getattr(standing, name) for name in names}
    ended = Counts.objects.create(**facts, ends=standing, why=why, by=by.name, at=at)
    record("plan.thing.counted-no-more", on=ended, by=by, at=at, why=why)
    return ended
