"""Whom a pack can be about, for which meeting, what was chosen by hand, and the packs that were made."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from trust.foundation.directory.queries import districts, organisation, setting
from trust.foundation.directory.words import Evidence
from trust.foundation.kernel.refusals import NotFound
from trust.governance.board.queries import ComingMeeting, bodies, coming_meetings, met_before
from trust.governance.board.words import BodyKind
from trust.vision.plan.formats.packs import PackText, read
from trust.vision.plan.models import Pack, PackChoice
from trust.vision.plan.queries.running import running
from trust.vision.plan.rules import SILENT_AFTER_DAYS
from trust.vision.plan.words import ByHand, PackFor

MEETING_BODIES = (
    BodyKind.BOARD, BodyKind.CHAIRS_GROUP, BodyKind.STEERING_GROUP, BodyKind.LOCAL_PARTNERSHIP,
)  # fmt: skip


@dataclass(frozen=True)
class Subject:
    """Whom a pack is about; `area` is the place whose figures it has."""

    kind: PackFor
    key: str
    name: str
    area: str

    @property
    def value(self) -> str:
        return f"{self.kind}:{self.key}"

    @property
    def partner(self) -> UUID | None:
        return UUID(self.key) if self.kind is PackFor.PARTNER else None


@dataclass(frozen=True)
class Since:
    """The day from which a pack tells what changed, what happened on it, and the pack it follows."""

    day: date
    what: str
    previous: UUID | None


@dataclass(frozen=True)
class SavedPack:
    id: UUID
    kind: PackFor
    subject: str
    name: str
    meeting_on: date
    as_of: date
    by: str
    sha256: str


def subjects(on: date) -> dict[str, list[Subject]]:
    """Every body, place and partner that a pack can be about on a day, under a word for each kind."""
    county = setting().county
    found = [body for body in bodies(on) if body.evidence is not Evidence.NOT_FOUND]
    meet = sorted(
        (body for body in found if body.kind in MEETING_BODIES),
        key=lambda body: (MEETING_BODIES.index(body.kind), body.name),
    )
    return {
        "Boards and partnerships": [
            Subject(PackFor.BODY, str(body.id), body.name, body.place or county) for body in meet
        ],
        "Places": [Subject(PackFor.PLACE, place.code, place.name, place.code) for place in districts(on=on)],
        "Partners with a promise in a plan that runs": [
            Subject(PackFor.PARTNER, str(key), name, county) for key, name in _promising(on)
        ],
    }


def _promising(on: date) -> Iterable[tuple[UUID, str]]:
    priorities = [priority for one in running(on) for priority in one.followed]
    names = {row.owner_id: row.owner for priority in priorities for row in priority.actions}
    names |= {row.owner_id: row.owner for priority in priorities for row in priority.measures}
    return sorted(names.items(), key=lambda row: row[1])


def subject_of(value: str, on: date) -> Subject:
    """The body, place or partner that an address names; errors: NotFound."""
    for group in subjects(on).values():
        for one in group:
            if one.value == value:
                return one
    kind, _, key = value.partition(":")
    if kind == PackFor.PARTNER:
        return Subject(PackFor.PARTNER, key, organisation(_uuid(key)).name, setting().county)
    raise NotFound


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


def meeting_for(subject: Subject, wanted: str, on: date) -> ComingMeeting:
    """The meeting asked for, or the next of the body itself, or the next of all; errors: NotFound."""
    coming = coming_meetings(on)
    asked = [one for one in coming if str(one.id) == wanted]
    own = [one for one in coming if str(one.body) == subject.key and not wanted]
    found = next(iter([*asked, *own, *([] if wanted else coming)]), None)
    if found is None:
        raise NotFound
    return found


def since_of(subject: Subject, meeting: ComingMeeting, as_of: date) -> Since:
    """A pack follows the last one for an earlier meeting; else the body's last meeting; else a quarter."""
    rows = Pack.objects.filter(
        kind=subject.kind, subject=subject.key, meeting_on__lt=meeting.day, as_of__lt=as_of
    )
    last = rows.order_by("-meeting_on", "-at").first()
    if last:
        return Since(last.as_of, "the last pack", last.pk)
    met = met_before(meeting.body, min(meeting.day, as_of))
    if met:
        return Since(met, "the last meeting", None)
    return Since(as_of - timedelta(days=SILENT_AFTER_DAYS), "a quarter ago", None)


def by_hand(subject: Subject) -> dict[str, ByHand]:
    """What was last decided by hand of each figure."""
    rows = PackChoice.objects.filter(kind=subject.kind, subject=subject.key).order_by("item", "-at", "-pk")
    last = {row.item: ByHand(row.choice) for row in rows.distinct("item")}
    return {item: choice for item, choice in last.items() if choice is not ByHand.RULE}


def saved_packs(*, only: UUID | None = None, value: str = "") -> list[SavedPack]:
    """The packs made so far, the newest meeting first; of one partner alone, or of one subject."""
    rows = Pack.objects.order_by("-meeting_on", "-at")
    if only:
        rows = rows.filter(kind=PackFor.PARTNER, subject=str(only))
    if value:
        kind, _, key = value.partition(":")
        rows = rows.filter(kind=kind, subject=key)
    return [_card(row) for row in rows]


def saved_pack(wanted: UUID) -> tuple[SavedPack, PackText]:
    """One pack as it was made; errors: NotFound."""
    row = Pack.objects.filter(pk=wanted).first()
    if row is None:
        raise NotFound
    return _card(row), read(row.snapshot)


def _card(row: Pack) -> SavedPack:
    return SavedPack(
        id=row.pk, kind=PackFor(row.kind), subject=row.subject, name=row.subject_name,
        meeting_on=row.meeting_on, as_of=row.as_of, by=row.by, sha256=row.sha256,
    )  # fmt: skip
