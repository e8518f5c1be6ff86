"""Steps on the way of an action: each has a day, and one partner holds it."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.partnership.queries import check_may_own_action
from trust.vision.plan import rules
from trust.vision.plan.actions.promised import check_will_exist
from trust.vision.plan.models import Action, Milestone, MilestoneHeld

TAKEN = "Another partner claimed this milestone just before you. Look who has it."


@transaction.atomic
def claim_milestone(
    *, action: UUID, on: date, what: str, owner: str, by: Actor, at: datetime
) -> MilestoneHeld:
    """Let one partner hold a milestone; the second who claims it is told who has it."""
    of = Action.objects.select_related("priority__plan").filter(pk=action).first()
    if of is None:
        raise NotFound
    partner = check_may_own_action(owner, on=london_day(at), deed="hold a milestone")
    plan = of.priority.plan
    rules.check_due(on, first=plan.first, last=plan.last)
    check_will_exist(partner, on)
    milestone = _the_milestone(of, on, what.strip(), by, at)
    last = _newest(milestone)
    if last and last.owner is not None and last.owner_id != partner.id:
        raise Refused(
            f"{last.owner.name} already holds “{milestone.what}”, due on {in_words(on)}. "
            "Ask them, or let them give it up first."
        )
    if last and last.owner_id == partner.id:
        return last
    held = _hold(milestone, last, owner=partner.id, why="", by=by, at=at)
    record("plan.milestone.claimed", on=milestone, by=by, at=at, owner=partner.name, due=on.isoformat())
    return held


@transaction.atomic
def give_up_milestone(*, milestone: UUID, why: str, by: Actor, at: datetime) -> MilestoneHeld:
    """Let a milestone go, with the reason; another partner may then claim it."""
    found = Milestone.objects.filter(pk=milestone).first()
    last = _newest(found) if found else None
    if found is None or last is None:
        raise NotFound
    if last.owner_id is None:
        raise Refused("Nobody holds this milestone, so nobody can give it up.")
    if not why.strip():
        raise Refused("Say why it is given up.")
    if by.organisation != last.owner_id and not by.may("plan.write"):
        raise Refused("Only the partner that holds a milestone can give it up.")
    held = _hold(found, last, owner=None, why=why, by=by, at=at)
    record("plan.milestone.given-up", on=found, by=by, at=at, why=why)
    return held


def _the_milestone(of: Action, on: date, what: str, by: Actor, at: datetime) -> Milestone:
    if not what:
        raise Refused("Say what the milestone is.")
    there = Milestone.objects.filter(action=of, on=on, what__iexact=what).first()
    if there:
        return there
    with second_is_told(TAKEN):
        return Milestone.objects.create(action=of, on=on, what=what, by=by.name, at=at)


def _newest(milestone: Milestone) -> MilestoneHeld | None:
    held = MilestoneHeld.objects.filter(milestone=milestone).select_related("owner")
    return held.order_by("-number").first()


def _hold(
    milestone: Milestone, last: MilestoneHeld | None, *, owner: UUID | None, why: str, by: Actor, at: datetime
) -> MilestoneHeld:
    number = last.number + 1 if last else 1
    with second_is_told(TAKEN):
        return MilestoneHeld.objects.create(
            milestone=milestone, number=number, owner_id=owner, why=why, by=by.name, at=at
        )
