"""Which meetings are coming, and when a body last met."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from trust.foundation.kernel.refusals import NotFound
from trust.governance.board.models import Meeting


@dataclass(frozen=True)
class ComingMeeting:
    """A meeting with the body that meets."""

    id: UUID
    day: date
    body: UUID
    body_name: str


def coming_meetings(on: date) -> list[ComingMeeting]:
    """Every meeting of any body from the day on, the nearest first."""
    return [_card(one) for one in _meetings().filter(day__gte=on)]


def meeting(wanted: UUID) -> ComingMeeting:
    """One meeting; errors: NotFound."""
    found = _meetings().filter(pk=wanted).first()
    if found is None:
        raise NotFound
    return _card(found)


def met_before(body: UUID, before: date) -> date | None:
    """The last day before another on which a body met."""
    return _meetings().filter(body=body, day__lt=before).values_list("day", flat=True).last()


def _meetings() -> QuerySet[Meeting]:
    return Meeting.objects.select_related("body").order_by("day", "key")


def _card(one: Meeting) -> ComingMeeting:
    return ComingMeeting(one.id, one.day, one.body_id, one.body.name)
