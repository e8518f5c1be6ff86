"""Steps on the way of an action: each has a day, and one partner holds it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.queries import OrganisationCard
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.partnership.queries import check_may_own_action
from trust.vision.plan.actions.promised import add_action, check_will_exist
from trust.vision.plan.models import Action, ActionEdition, Milestone, MilestoneHeld, MilestoneTold
from trust.vision.plan.rules.milestones import Step, check_on_the_way
from trust.vision.plan.words import StepTold

TAKEN = "Another partner claimed this milestone just before you. Look who has it."
HOLD = "hold a milestone"
ITSELF = "You can claim a milestone for your own organisation. Ask the partnership officer for another."


@transaction.atomic
def add_stepped_action(
    *, steps: Sequence[Step], owner: str, due: date, by: Actor, at: datetime, **facts: Any
) -> Action:
    """Add an action with the milestones on its way, which its owner holds: all of it or nothing."""
    action = add_action(owner=owner, due=due, by=by, at=at, **facts)
    invented = bool(facts.get("invented"))
    for step in steps:
        said: dict[str, Any] = {"on": step.on, "what": step.what, "owner": owner, "invented": invented}
        with about(f"“{step.what}”"):
            claim_milestone(action=action.pk, by=by, at=at, **said)
    return action


@contextmanager
def about(line: str) -> Iterator[None]:
    """Name the milestone that a refusal is about."""
    try:
        yield
    except Refused as refusal:
        raise Refused(f"{line}: {refusal}") from refusal


@transaction.atomic
def claim_milestone(
    *, action: UUID, on: date, what: str, owner: str, by: Actor, at: datetime, invented: bool = False
) -> MilestoneHeld:
    """Let one partner hold a milestone; the second who claims it is told who has it."""
    wording = newest_wording(action)
    if wording.ended_because:
        raise Refused("This action has ended, so nothing more leads to it.")
    partner = check_may_own_action(owner, on=london_day(at), deed=HOLD)
    _check_may_claim(wording, partner, by)
    plan = wording.action.priority.plan
    check_on_the_way(
        on, first=plan.first, last=plan.last, due=wording.due, owner=partner.name, ends=partner.span.last
    )
    if not what.strip():
        raise Refused("Say what the milestone is.")
    facts = {"action_id": action, "on": on, "what": what.strip(), "invented": invented}
    milestone = Milestone.objects.filter(action=action, on=on, what__iexact=what.strip()).first()
    if milestone is None:
        with second_is_told(TAKEN):
            milestone = Milestone.objects.create(**facts, by=by.name, at=at)
    return _claim(milestone, partner, on, by=by, at=at)


@transaction.atomic
def take_milestone(*, milestone: UUID, owner: str, by: Actor, at: datetime) -> MilestoneHeld:
    """Let a partner hold a milestone that nobody holds now; the second of two is told who has it."""
    found, wording = the_milestone(milestone)
    partner = check_may_own_action(owner, on=london_day(at), deed=HOLD)
    _check_may_claim(wording, partner, by)
    day = day_of(found, at)
    check_will_exist(partner, day)
    return _claim(found, partner, day, by=by, at=at)


def _claim(
    milestone: Milestone, partner: OrganisationCard, on: date, *, by: Actor, at: datetime
) -> MilestoneHeld:
    told = last_told(milestone, at)
    if told and told.what == StepTold.WITHDRAWN:
        raise Refused(f"“{milestone.what}” was withdrawn. Choose another day or other words.")
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


def newest_wording(action: UUID) -> ActionEdition:
    """The newest wording of an action, with its plan; errors: NotFound."""
    rows = ActionEdition.objects.filter(action=action).select_related("action__priority__plan")
    newest = rows.order_by("-edition").first()
    if newest is None:
        raise NotFound
    return newest


def the_milestone(key: UUID) -> tuple[Milestone, ActionEdition]:
    """A milestone and the newest wording of what it leads to; errors: NotFound."""
    found = Milestone.objects.filter(pk=key).first()
    if found is None:
        raise NotFound
    return found, newest_wording(found.action_id)


def last_told(milestone: Milestone, at: datetime) -> MilestoneTold | None:
    """What was said last by a moment: in a demonstration some of what it holds is said later."""
    return _told_by(milestone, at).order_by("-number").first()


def _told_by(milestone: Milestone, at: datetime) -> QuerySet[MilestoneTold]:
    return MilestoneTold.objects.filter(milestone=milestone, at__lte=at)


def day_of(milestone: Milestone, at: datetime) -> date:
    """The day it is due at a moment, after every move."""
    last = _told_by(milestone, at).filter(what=StepTold.MOVED).order_by("-number").first()
    return last.on if last else milestone.on


def holder_of(milestone: Milestone) -> UUID | None:
    last = _newest(milestone)
    return last.owner_id if last else None


def _check_may_claim(wording: ActionEdition, partner: OrganisationCard, by: Actor) -> None:
    """A partner claims for itself; who writes the plan, or owns what it leads to, for any."""
    if by.may("plan.write") or by.organisation in {partner.id, wording.owner_id}:
        return
    raise Refused(ITSELF)


def pass_to(milestone: Milestone, owner: UUID, why: str, *, by: Actor, at: datetime) -> None:
    """Let the partner that takes over an action hold what leads to it."""
    _hold(milestone, _newest(milestone), owner=owner, why=why, by=by, at=at)


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
