"""A plan moves on in its life: one step at a time, each with its day, and only through an open gate."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.board.queries import decision_on
from trust.vision.plan.models import Plan, PlanStep
from trust.vision.plan.queries.lives import readiness, stage_of
from trust.vision.plan.rules.lifecycle import check_move
from trust.vision.plan.words import Stage

MOVED_MEANWHILE = "Someone else moved this plan on just before you. Look where it stands now."


def check_taken(decision: UUID | None, on: date) -> None:
    """Errors: Refused where the decision that is named was not on record by the day."""
    if decision is None:
        return
    try:
        decision_on(decision, on)
    except NotFound as unknown:
        raise Refused(f"That decision was not on record by {in_words(on)}. Choose one that was.") from unknown


@transaction.atomic
def move_plan(
    *,
    plan: Plan,
    to: Stage,
    why: str = "",
    decision: UUID | None = None,
    by: Actor,
    at: datetime,
    on: date | None = None,
) -> PlanStep:
    """Move a plan to the next stage of its life; a gate that is shut refuses with what it waits for."""
    day = on or london_day(at)
    was = stage_of(plan, day)
    check_taken(decision, day)
    check_move(was, to, readiness(plan, day, decided=decision is not None, why=why))
    last = PlanStep.objects.filter(plan=plan).order_by("-number").first()
    with second_is_told(MOVED_MEANWHILE):
        step = PlanStep.objects.create(
            plan=plan,
            number=last.number + 1 if last else 1,
            was=was,
            stage=to,
            on=day,
            why=why,
            decision_id=decision,
            by=by.name,
            at=at,
        )
    record("plan.stage.moved", on=step, by=by, at=at, was=was.value, to=to.value)
    return step
