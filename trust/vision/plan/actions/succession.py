"""A partner ends and another takes over: its promises pass on, and what it said of them stays."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.queries import organisation
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.governance.partnership.queries import check_may_own_action
from trust.vision.plan import rules
from trust.vision.plan.actions.milestones import holder_of, last_told, pass_to
from trust.vision.plan.actions.promised import check_will_exist
from trust.vision.plan.models import ActionEdition, Milestone
from trust.vision.plan.queries.adopted import followed_until
from trust.vision.plan.rules.succession import check_from, check_no_gap
from trust.vision.plan.words import StepTold

MEANWHILE = "Someone else changed this action while you were writing. Look again, then pass it on."
OWN = ("id", "edition", "by", "at", "owner_id", "due", "owned_from", "passed_from_id", "passed_because")


@transaction.atomic
def pass_on_action(
    *,
    action: UUID,
    to: str,
    due: date,
    why: str,
    starts: date | None = None,
    resting_on: int | None = None,
    by: Actor,
    at: datetime,
) -> ActionEdition:
    """Give an action to the partner that takes over from its owner, from a day on, with what leads to it."""
    newest = _standing(action)
    if resting_on not in {None, newest.edition}:
        raise Refused(MEANWHILE)
    plan, begins = newest.action.priority.plan, starts or london_day(at)
    partner = check_may_own_action(to, on=begins)
    if partner.id == newest.owner_id:
        raise Refused(f"{partner.name} owns it already.")
    if not why.strip():
        raise Refused("Say why it passes on: the reason is published.")
    rules.check_due(due, first=plan.first, last=followed_until(action, plan, london_day(at)))
    check_from(begins, first=plan.first, due=due)
    was = organisation(newest.owner_id)
    check_no_gap(was.name, was.span.last, begins)
    check_will_exist(partner, due)
    before = {f.attname: getattr(newest, f.attname) for f in newest._meta.concrete_fields}
    kept = {name: value for name, value in before.items() if name not in OWN}
    new = {"edition": newest.edition + 1, "owner_id": partner.id, "due": due, "by": by.name, "at": at}
    new |= {"owned_from": begins, "passed_from_id": was.id, "passed_because": why.strip()}
    with second_is_told(MEANWHILE):
        passed = ActionEdition.objects.create(**kept, **new)
    steps = _pass_steps(action, was.id, partner.id, why.strip(), by=by, at=at)
    detail = {"to": partner.name, "due": due.isoformat(), "from": begins.isoformat(), "steps": steps}
    record("plan.action.passed-on", on=passed, by=by, at=at, **detail)
    return passed


def _standing(action: UUID) -> ActionEdition:
    rows = ActionEdition.objects.filter(action=action).select_related("action__priority__plan")
    newest = rows.order_by("-edition").first()
    if newest is None or newest.ended_because:
        raise NotFound
    return newest


def _pass_steps(action: UUID, was: UUID, to: UUID, why: str, *, by: Actor, at: datetime) -> int:
    """The milestones of the action that the old owner held and that are still to come go with it."""
    passed = 0
    for step in Milestone.objects.filter(action=action):
        told = last_told(step, at)
        if holder_of(step) == was and (told is None or told.what == StepTold.MOVED):
            pass_to(step, to, why[:300], by=by, at=at)
            passed += 1
    return passed
