from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db.models import Count, Max

from trust.foundation.kernel.refusals import NotFound
from trust.foundation.letters.models import Letter, Stopped
from trust.foundation.letters.rules import LINK, STOP, TRIES, hash_of, token_of
from trust.foundation.letters.words import Kind

STOPS = "/letters/stop/"


@dataclass(frozen=True)
class LetterCard:
    """A letter as the office sees it; `link` is empty outside a demonstration."""

    id: UUID
    to: str
    subject: str
    text: str
    at: datetime
    sent_at: datetime | None
    tries: int
    why: str
    link: str

    @property
    def state(self) -> str:
        if self.sent_at:
            return "Sent"
        if self.tries >= TRIES:
            return "Given up"
        return "Will be tried again" if self.tries else "Waiting"


def stop_token(worker: UUID) -> str:
    return token_of(settings.SECRET_KEY, STOPS, str(worker))


def link_of(opens: str, key: UUID) -> str:
    """The address of a link, within this service: made afresh from the installation’s key each time."""
    return f"{opens}{token_of(settings.SECRET_KEY, opens, str(key))}/"


def letters(*, show_links: bool, limit: int | None = None) -> list[LetterCard]:
    """Every letter that the office may know of, the newest first."""
    told = Letter.objects.exclude(kind=Kind.QUIET.value)
    rows = told.annotate(tries=Count("failures"), last=Max("failures__number")).order_by("-at", "key")
    found = list(rows.prefetch_related("failures")[:limit])
    return [
        LetterCard(
            id=row.pk,
            to=row.to_name,
            subject=row.subject,
            text=row.text,
            at=row.at,
            sent_at=row.sent_at,
            tries=row.tries,
            why=max(row.failures.all(), key=lambda one: one.number).why if row.tries else "",
            link=link_of(row.opens, row.opens_key) if show_links and row.opens_key else "",
        )
        for row in found
    ]


def as_posted(letter: Letter) -> str:
    """The text with its links in place, as it leaves."""
    text = letter.text
    if letter.opens_key:
        text = text.replace(LINK, f"{settings.PUBLIC_ADDRESS}{link_of(letter.opens, letter.opens_key)}")
    if letter.to_worker:
        text = text.replace(STOP, f"{settings.PUBLIC_ADDRESS}{link_of(STOPS, letter.to_worker)}")
    return text


def has_stopped(workers: Collection[UUID], kind: Kind) -> set[UUID]:
    """Those of these workers who want no more letters of a kind."""
    return set(Stopped.objects.filter(worker__in=workers, kind=kind).values_list("worker", flat=True))


def to_stop(token: str) -> tuple[UUID, Kind]:
    """Whom a link in a digest speaks for, and what it stops; errors: NotFound."""
    found = Letter.objects.filter(stop_hash=hash_of(token)).values_list("to_worker", "kind").first()
    if found is None or found[0] is None:
        raise NotFound
    return found[0], Kind(found[1])
