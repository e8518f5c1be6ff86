from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from trust.foundation.directory.words import Evidence
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.board import models
from trust.governance.board.queries.calendar import announced
from trust.governance.board.words import DECISION_KINDS, BodyKind, DecisionKind


@dataclass(frozen=True)
class MeetingCard:
    day: date
    body: str
    place: str


@dataclass(frozen=True)
class DecisionCard:
    """What a body decided, and how far it had got on the day looked at."""

    id: UUID
    day: date
    public_line: str
    text: str
    owner: str
    due: date | None
    status: str
    invented: bool
    body: str = ""
    kind: str = ""
    corrected_because: str = ""
    said_before: str = ""
    done: bool = False


@dataclass(frozen=True)
class Challenge:
    """A question to a partner that has no answer yet."""

    about_measure: UUID
    measure_title: str
    organisation: UUID | None
    text: str
    raised_on: date
    response_due: date
    id: UUID | None = None


def next_meeting(on: date) -> MeetingCard | None:
    """When the Board meets next, as seen on the day."""
    one = announced(on).filter(day__gte=on, body__kind=BodyKind.BOARD).first()
    return MeetingCard(one.day, one.body.name, one.place_words) if one else None


def decisions(
    on: date,
    limit: int | None = None,
    words: str = "",
    *,
    body: UUID | None = None,
    since: date | None = None,
    until: date | None = None,
) -> list[DecisionCard]:
    """What had been decided by the day, newest first, of those that hold every word asked for."""
    rows = _known(on)
    if body:
        rows = rows.filter(meeting__body=body)
    if since:
        rows = rows.filter(meeting__day__gte=since)
    if until:
        rows = rows.filter(meeting__day__lte=until)
    for word in words.split():
        rows = rows.filter(
            Q(public_line__icontains=word)
            | Q(text__icontains=word)
            | Q(owner__name__icontains=word)
            | Q(meeting__body__name__icontains=word)
        )
    newest = rows.select_related("meeting__body", "owner", "replaces").order_by("-meeting__day", "key")
    return [card(one, on) for one in newest[:limit]]


def _known(on: date) -> QuerySet[models.Decision]:
    """What was on record by a day, in the words it had then: a correction counts from when it was made."""
    by_then = Q(recorded_at=None) | Q(recorded_at__date__lte=on)
    corrected = models.Decision.objects.filter(recorded_at__date__lte=on, replaces__isnull=False)
    rows = models.Decision.objects.filter(by_then, meeting__day__lte=on)
    return rows.exclude(pk__in=corrected.values("replaces"))


def decision_on(key: UUID, on: date) -> DecisionCard:
    """One decision in the words that stand on a day; errors: NotFound."""
    one = _known(on).select_related("meeting__body", "owner", "replaces").filter(pk=key).first()
    if one is None:
        raise NotFound
    return card(one, on)


def card(one: models.Decision, on: date) -> DecisionCard:
    return DecisionCard(
        id=one.id,
        day=one.meeting.day,
        public_line=one.public_line,
        text=one.text,
        owner=one.owner.name if one.owner else "",
        due=one.due,
        status=status(one, on),
        invented=one.evidence == Evidence.INVENTED,
        body=one.meeting.body.name,
        kind=DECISION_KINDS[DecisionKind(one.kind)],
        corrected_because=one.changed_because,
        done=one.done is not None and one.done <= on,
        said_before=one.replaces.public_line if one.replaces else "",
    )


def status(one: models.Decision, on: date) -> str:
    """What was known on the day: done later is not yet done."""
    if one.done and one.done <= on:
        return f"Done on {in_words(one.done)}"
    if not one.due:
        return ""
    return "Late" if one.due < on else "Not yet due"


def open_challenges() -> list[Challenge]:
    """What has been asked of partners and not answered, the first due first."""
    rows = models.Challenge.objects.filter(responded_at=None).order_by("response_due", "raised_at")
    return [
        Challenge(
            about_measure=row.about_measure,
            measure_title=row.measure_title,
            organisation=row.organisation_id,
            text=row.text,
            raised_on=london_day(row.raised_at),
            response_due=row.response_due,
            id=row.id,
        )
        for row in rows
    ]


def challenge_tally(since: date, until: date) -> tuple[int, int]:
    """How many questions partners were asked between two days, both included, and how many they answered."""
    rows = models.Challenge.objects.filter(raised_at__date__range=(since, until))
    return rows.count(), rows.filter(responded_at__date__lte=until).count()
