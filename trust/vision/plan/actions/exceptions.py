"""What an owner says of a measure off its path, and where a service measure stands on its report card."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.vision.plan.models import ExceptionReport, Measure, OnCard
from trust.vision.plan.rules.following import check_green_by
from trust.vision.plan.words import CardQuestion, MeasureKind


@transaction.atomic
def report_exception(
    *,
    token: UUID,
    measure: UUID,
    story: str,
    doing: str,
    green_by: date,
    help_needed: str,
    by: Actor,
    at: datetime,
    invented: bool = False,
) -> ExceptionReport:
    """Say why a measure is off its path and when it will be on it again; what was said before stays."""
    about = Measure.objects.select_related("owner").filter(pk=measure).first()
    if about is None:
        raise NotFound
    if by.organisation != about.owner_id and not by.may("plan.write"):
        raise Refused(f"Only {about.owner.name} can report on this. Ask them, or the partnership officer.")
    if not story.strip() or not doing.strip():
        raise Refused("Say what is behind the figures, and what will be done.")
    check_green_by(green_by, today=london_day(at))
    facts = {"measure": about, "said_on": london_day(at), "story": story.strip(), "doing": doing.strip()}
    facts |= {"green_by": green_by, "help_needed": help_needed.strip(), "invented": invented}
    row, new = ExceptionReport.objects.get_or_create(id=token, defaults={**facts, "by": by.name, "at": at})
    if new:
        record("plan.exception.reported", on=row, by=by, at=at, green_by=green_by.isoformat())
    return row


@transaction.atomic
def place_on_card(*, measure: UUID, question: CardQuestion, by: Actor, at: datetime) -> OnCard:
    """Say which question of the report card a service measure answers; a population measure answers none."""
    about = Measure.objects.filter(pk=measure).first()
    if about is None:
        raise NotFound
    if about.kind != MeasureKind.SERVICE:
        raise Refused(
            f"“{about.title}” is about all children of a place. Only a service answers these questions."
        )
    placed = OnCard.objects.create(measure=about, question=question.value, by=by.name, at=at)
    record("plan.measure.placed-on-card", on=placed, by=by, at=at, question=question.value)
    return placed
