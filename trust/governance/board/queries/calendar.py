"""Which meetings are coming, and when a body last met."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from trust.foundation.directory.words import Evidence
from trust.foundation.kernel.invented import unmarked
from trust.foundation.kernel.refusals import NotFound
from trust.governance.board.models import Meeting
from trust.governance.board.words import BodyKind


@dataclass(frozen=True)
class ComingMeeting:
    """A meeting with the body that meets."""

    id: UUID
    day: date
    body: UUID
    body_name: str
    place: str = ""
    invented: bool = False


def coming_meetings(on: date) -> list[ComingMeeting]:
    """Every meeting of any body from the day on, the nearest first."""
    return [_card(one) for one in announced(on).filter(day__gte=on)]


def meetings_that_follow(on: date, *, until: date, body: UUID | None = None) -> list[ComingMeeting]:
    """Each meeting of the Board from one day to another, and of a body beside it; the nearest first."""
    of = Q(body__kind=BodyKind.BOARD) | Q(body=body)
    return [_card(one) for one in announced(on).filter(of, day__range=(on, until))]


def meeting(wanted: UUID) -> ComingMeeting:
    """One meeting; errors: NotFound."""
    found = _meetings().filter(pk=wanted).first()
    if found is None:
        raise NotFound
    return _card(found)


def met_before(body: UUID, before: date) -> date | None:
    """The last day before another on which a body met."""
    return _meetings().filter(body=body, day__lt=before).values_list("day", flat=True).last()


def announced(on: date) -> QuerySet[Meeting]:
    """Every meeting that anybody could know of on a day, the first first."""
    return _meetings().filter(Q(announced=None) | Q(announced__lte=on))


def _meetings() -> QuerySet[Meeting]:
    return Meeting.objects.select_related("body").order_by("day", "key")


def _card(one: Meeting) -> ComingMeeting:
    invented = one.evidence == Evidence.INVENTED
    place = unmarked(one.place_words)
    return ComingMeeting(one.id, one.day, one.body_id, one.body.name, place, invented)
