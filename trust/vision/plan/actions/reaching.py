"""What becomes of a milestone: reached with what shows it, moved or withdrawn with the reason."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.queries import organisation
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.vision.plan import rules
from trust.vision.plan.actions.milestones import day_of, holder_of, last_told, the_milestone
from trust.vision.plan.actions.promised import check_will_exist
from trust.vision.plan.models import ActionEdition, AskedItem, ItemAnswer, Milestone, MilestoneTold
from trust.vision.plan.queries.following import unanswered
from trust.vision.plan.rules.milestones import check_moved, check_reached, check_step_day, check_telling
from trust.vision.plan.words import StepTold

MEANWHILE = "Someone else said something of this milestone just before you. Look again."
NOT_YOURS = "Only the partner that holds a milestone, or owns what it leads to, can say this."


@transaction.atomic
def reach_milestone(
    *,
    token: UUID,
    milestone: UUID,
    on: date,
    evidence: str,
    by: Actor,
    at: datetime,
    invented: bool = False,
) -> MilestoneTold:
    """Say that a milestone was reached, on which day, and what shows it."""
    made = MilestoneTold.objects.filter(pk=token).first()
    if made:
        return made
    check_reached(on, today=london_day(at))
    told = _tell(token, milestone, StepTold.REACHED, on, evidence, by=by, at=at, invented=invented)
    record("plan.milestone.reached", on=told.milestone, by=by, at=at, day=on.isoformat())
    return told


@transaction.atomic
def move_milestone(
    *, token: UUID, milestone: UUID, to: date, why: str, by: Actor, at: datetime, invented: bool = False
) -> MilestoneTold:
    """Give a milestone another day, with the reason; one reached by mistake or withdrawn comes back."""
    made = MilestoneTold.objects.filter(pk=token).first()
    if made:
        return made
    found, wording = the_milestone(milestone)
    plan, last = wording.action.priority.plan, last_told(found, at)
    rules.check_due(to, first=plan.first, last=plan.last)
    check_step_day(to, due=wording.due)
    held_back = last is not None and last.what != StepTold.MOVED
    check_moved(to, now=day_of(found, at), held_back=held_back)
    holder = holder_of(found)
    if holder:
        check_will_exist(organisation(holder), to)
    told = _tell(token, milestone, StepTold.MOVED, to, why, by=by, at=at, invented=invented)
    record("plan.milestone.moved", on=found, by=by, at=at, to=to.isoformat(), why=why)
    return told


@transaction.atomic
def withdraw_milestone(
    *, token: UUID, milestone: UUID, why: str, by: Actor, at: datetime, invented: bool = False
) -> MilestoneTold:
    """Say that a milestone will not be reached, and why; it stays readable."""
    made = MilestoneTold.objects.filter(pk=token).first()
    if made:
        return made
    today = london_day(at)
    told = _tell(token, milestone, StepTold.WITHDRAWN, today, why, by=by, at=at, invented=invented)
    record("plan.milestone.withdrawn", on=told.milestone, by=by, at=at, why=why)
    return told


@transaction.atomic
def answer_step(
    *,
    token: UUID,
    request: UUID,
    item: UUID,
    reached: bool,
    on: date | None,
    words: str,
    by: Actor,
    at: datetime,
    invented: bool = False,
) -> bool:
    """Keep what a partner says by link of a milestone it holds; whether it was the last thing to say."""
    asked = AskedItem.objects.filter(pk=item, request=request, milestone__isnull=False)
    row = asked.select_related("request__organisation").first()
    if row is None or by.organisation != row.request.organisation_id or row.milestone_id is None:
        raise NotFound
    if ItemAnswer.objects.filter(pk=token).exists():
        return not unanswered().filter(pk=request).exists()
    if not words.strip():
        raise Refused("Say what shows it, or why it is not reached yet.")
    said: dict[str, Any] = {
        "token": token,
        "milestone": row.milestone_id,
        "by": by,
        "at": at,
        "invented": invented,
    }
    if reached:
        reach_milestone(**said, on=on or london_day(at), evidence=words)
    elif on:
        move_milestone(**said, to=on, why=words)
    answer = ItemAnswer.objects.create(
        id=token, item=row, words=words.strip(), invented=invented, by=by.name, at=at
    )
    record("plan.updates.answered", on=answer, by=by, at=at, partner=row.request.organisation.name)
    return not unanswered().filter(pk=request).exists()


def _tell(
    token: UUID,
    milestone: UUID,
    what: StepTold,
    on: date,
    words: str,
    *,
    by: Actor,
    at: datetime,
    invented: bool,
) -> MilestoneTold:
    found, wording = the_milestone(milestone)
    _check_may_tell(found, wording, by)
    last = last_told(found, at)
    check_telling(what, words, last=StepTold(last.what) if last else None)
    with second_is_told(MEANWHILE):
        return MilestoneTold.objects.create(
            id=token,
            milestone=found,
            number=1 + MilestoneTold.objects.filter(milestone=found).count(),
            what=what.value,
            on=on,
            words=words.strip(),
            invented=invented,
            by=by.name,
            at=at,
        )


def _check_may_tell(found: Milestone, wording: ActionEdition, by: Actor) -> None:
    if by.may("plan.write"):
        return
    if by.organisation is None or by.organisation not in {holder_of(found), wording.owner_id}:
        raise Refused(NOT_YOURS)
