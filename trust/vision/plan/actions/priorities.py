"""The plan and its priorities: begun, worded again on the newest wording, rested on what was found."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.strategy.needs.queries import finding
from trust.vision.outcomes.queries import all_aims, outcomes_of
from trust.vision.participation.queries import voice as voice_card
from trust.vision.plan.models import THE_PLAN, FindingLink, Plan, PlanStep, Priority, PriorityEdition
from trust.vision.plan.queries.lives import kind as kind_of
from trust.vision.plan.rules import check_comparator
from trust.vision.plan.words import Stage

OVERTAKEN = (
    "Someone else saved a newer wording while you were writing. Yours is kept below: join the two and save."
)
TAKEN = "Another plan of this kind is written down for some of those days. Choose other days."


@transaction.atomic
def begin_plan(
    *,
    token: UUID,
    title: str,
    first: date,
    last: date,
    kind: str = THE_PLAN,
    body: UUID | None = None,
    under: Plan | None = None,
    stands_for: tuple[str, ...] = (),
    by: Actor,
    at: datetime,
) -> Plan:
    """Begin a plan for a run of years, as a draft; one of its kind runs on a day, or one of each body’s."""
    begun = Plan.objects.filter(pk=token).first()
    if begun:
        return begun
    if last <= first:
        raise Refused("A plan must end after it begins.")
    if not kind_of(kind).alone and body is None:
        raise Refused(f"Say whose plan it is: each partnership has its own {kind_of(kind).name.lower()}.")
    day = london_day(at)
    # A plan that was begun after the day of this deed is not named; the database knows of it all the same.
    known = Plan.objects.filter(kind=kind, body=body, at__date__lte=day)
    other = known.filter(first__lte=last, last__gte=first).first()
    if other:
        raise Refused(f"“{other.title}” already runs on some of those days: end one before the other begins.")
    facts = {"kind": kind, "body_id": body, "under": under, "stands_for": list(stands_for)}
    with second_is_told(TAKEN):
        plan = Plan.objects.create(pk=token, title=title, first=first, last=last, by=by.name, at=at, **facts)
    PlanStep.objects.create(plan=plan, number=1, stage=Stage.DRAFT, on=day, by=by.name, at=at)
    record("plan.plan.begun", on=plan, by=by, at=at, title=title, kind=kind)
    return plan


@transaction.atomic
def add_priority(*, token: UUID, plan: Plan, words: dict[str, Any], by: Actor, at: datetime) -> Priority:
    """Add a priority to the plan being written; the same form sent twice adds one."""
    check_comparator(words["comparator"])
    words = with_outcomes(words)
    priority, new = Priority.objects.get_or_create(id=token, defaults={"plan": plan, "by": by.name, "at": at})
    if not new:
        return priority
    number = 1 + Priority.objects.filter(plan=plan).exclude(pk=priority.pk).count()
    PriorityEdition.objects.create(priority=priority, edition=1, number=number, by=by.name, at=at, **words)
    record("plan.priority.added", on=priority, by=by, at=at, title=words["title"])
    return priority


def with_outcomes(words: dict[str, Any]) -> dict[str, Any]:
    """The outcomes of every aim that is served are served too."""
    unknown = [code for code in words.get("aims", ()) if code not in all_aims()]
    if unknown:
        raise Refused(f"There is no aim “{unknown[0]}” in the framework. Choose from the list.")
    return words | {"outcomes": outcomes_of(words.get("aims", ()), also=words.get("outcomes", ()))}


@transaction.atomic
def reword_priority(
    *, priority: UUID, resting_on: int, words: dict[str, Any], by: Actor, at: datetime
) -> PriorityEdition:
    """Give a priority a new wording, unless somebody has already replaced the one it rests on."""
    newest = PriorityEdition.objects.filter(priority=priority).order_by("-edition").first()
    if newest is None:
        raise NotFound
    if newest.edition != resting_on:
        raise Refused(OVERTAKEN)
    words = with_outcomes({"invented": newest.invented, "aims": newest.aims, **words})
    check_comparator(words["comparator"])
    with second_is_told(OVERTAKEN):
        edition = PriorityEdition.objects.create(
            priority_id=priority, edition=resting_on + 1, number=newest.number, by=by.name, at=at, **words
        )
    record("plan.priority.reworded", on=edition, by=by, at=at, edition=edition.edition)
    return edition


@transaction.atomic
def link_need(*, priority: UUID, need: UUID, by: Actor, at: datetime) -> FindingLink:
    """Rest a priority on a finding of need."""
    return _link(priority=priority, need_id=finding(need).id, by=by, at=at)


@transaction.atomic
def link_voice(*, priority: UUID, voice: UUID, by: Actor, at: datetime) -> FindingLink:
    """Rest a priority on what people said."""
    return _link(priority=priority, voice_id=voice_card(voice).id, by=by, at=at)


def _link(*, priority: UUID, by: Actor, at: datetime, **to: UUID) -> FindingLink:
    link, new = FindingLink.objects.get_or_create(
        priority=the_priority(priority), **to, defaults={"by": by.name, "at": at}
    )
    if new:
        record("plan.finding.linked", on=link, by=by, at=at, **{k: str(v) for k, v in to.items()})
    return link


def the_priority(key: UUID) -> Priority:
    priority = Priority.objects.select_related("plan").filter(pk=key).first()
    if priority is None:
        raise NotFound
    return priority
