"""What the duty officer reads: comments that may tell of harm, and who was told of each."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet

from trust.foundation.kernel.refusals import NotFound
from trust.vision.participation.models import Concern

A_PAGE = 20


@dataclass(frozen=True)
class Told:
    whom: str
    note: str
    by: str
    at: datetime


@dataclass(frozen=True)
class ConcernCard:
    """A concern, with the comment as it was written and everyone who was told of it."""

    id: UUID
    text: str
    about_title: str
    district: str
    caught: bool
    why: str
    by: str
    at: datetime
    told: tuple[Told, ...]
    returned: str


def concern_page(page: int | str | None, *, untold: bool = False) -> tuple[list[ConcernCard], Page[Concern]]:
    """Those that are held, the newest first; only those that nobody was told of, if asked."""
    rows = _whole().filter(returned=None).order_by("-at", "id")
    if untold:
        rows = rows.filter(told=None)
    found = Paginator(rows, A_PAGE).get_page(page)
    return [_card(one) for one in found], found


def concern(key: UUID) -> ConcernCard:
    """One concern; errors: NotFound."""
    row = _whole().filter(pk=key).first()
    if row is None:
        raise NotFound
    return _card(row)


def _whole() -> QuerySet[Concern]:
    return Concern.objects.select_related("comment", "returned").prefetch_related("told")


def _card(row: Concern) -> ConcernCard:
    # The other end of a one-to-one raises where it is empty.
    returned = getattr(row, "returned", None)
    return ConcernCard(
        id=row.pk,
        text=row.comment.text,
        about_title=row.comment.about_title,
        district=row.comment.district,
        caught=row.caught,
        why=row.why,
        by=row.by,
        at=row.at,
        told=tuple(Told(one.whom, one.note, one.by, one.at) for one in row.told.all()),
        returned=returned.why if returned else "",
    )
