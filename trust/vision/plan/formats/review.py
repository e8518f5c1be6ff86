"""A published review as one canonical JSON text: its pages, its paper and its tables all read this."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from trust.vision.plan.words import Delivery, ReviewPart, YoungPart

SCHEMA = "childrens-trust/review/1"
COLUMNS = (
    "kind", "priority", "partner", "said", "due", "status", "did", "evidence", "changed_for_children", "next",
)  # fmt: skip


@dataclass(frozen=True)
class ReviewRow:
    """One commitment: what was said, what was done, on what evidence, what changed, and what is next."""

    kind: str
    id: UUID
    priority: UUID
    number: int
    title: str
    partner: str
    said: str
    due: str
    delivery: Delivery
    did: str
    evidence: str
    changed: str
    next: str
    by_people: bool = False
    invented: bool = False

    @property
    def part(self) -> str:
        """The name under which people write about it."""
        return f"row-{self.id}"

    @property
    def is_promise(self) -> bool:
        """A measure is not anybody’s to deliver, so it counts in no delivery rate."""
        return self.kind != "measure"


@dataclass(frozen=True)
class ReviewText:
    """A part in words: what stands, what the rules drafted, and what a person’s words rest on."""

    part: str
    text: str
    drafted: str
    evidence: str = ""
    by_people: bool = False
    invented: bool = False

    @property
    def label(self) -> str:
        return part_label(self.part)


@dataclass(frozen=True)
class Spot:
    """One figure of a picture; nothing where it is missing."""

    label: str
    value: float | None
    lower: float | None
    upper: float | None
    x: float


@dataclass(frozen=True)
class Picture:
    """The small chart of one priority, with its words."""

    priority: UUID
    number: int
    title: str
    measure: str
    unit: str
    words: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class PublishedReview:
    schema: str
    plan: UUID
    plan_title: str
    plan_version: int
    year_ending: date
    as_of: date
    due_by: date
    rows: tuple[ReviewRow, ...]
    texts: tuple[ReviewText, ...]
    pictures: tuple[Picture, ...] = ()

    def said(self, part: str) -> ReviewText | None:
        return next((one for one in self.texts if one.part == part), None)

    @property
    def says_how_to_speak(self) -> bool:
        found = self.said(ReviewPart.SPEAK)
        return bool(found and found.text.strip())

    @property
    def young(self) -> tuple[ReviewText, ...]:
        return tuple(one for one in self.texts if one.part in YoungPart)

    @property
    def years(self) -> str:
        """The year a review is of.

        >>> from types import SimpleNamespace
        >>> PublishedReview.years.fget(SimpleNamespace(year_ending=date(2010, 3, 31)))
        '2009 to 2010'
        """
        return f"{self.year_ending.year - 1} to {self.year_ending.year}"


def part_label(part: str) -> str:
    return ReviewPart(part).label if part in ReviewPart else YoungPart(part).label


def write_review(review: PublishedReview) -> str:
    """The canonical text: sorted keys, no spaces, days as ISO."""
    return json.dumps(asdict(review), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def read_review(text: str) -> PublishedReview:
    told = json.loads(text)
    days = {name: date.fromisoformat(told[name]) for name in ("year_ending", "as_of", "due_by")}
    parts = {
        "plan": UUID(told["plan"]),
        "rows": tuple(_row(row) for row in told["rows"]),
        "texts": tuple(ReviewText(**row) for row in told["texts"]),
        "pictures": tuple(_picture(row) for row in told["pictures"]),
    }
    return PublishedReview(**{**told, **days, **parts})


def _row(row: dict[str, Any]) -> ReviewRow:
    ids = {name: UUID(row[name]) for name in ("id", "priority")}
    return ReviewRow(**{**row, **ids, "delivery": Delivery(row["delivery"])})


def _picture(row: dict[str, Any]) -> Picture:
    spots = tuple(Spot(**spot) for spot in row["spots"])
    return Picture(**{**row, "priority": UUID(row["priority"]), "spots": spots})


def review_rows(review: PublishedReview) -> Iterator[tuple[str, ...]]:
    """Each commitment as a row of the table to take away, in the order of `COLUMNS`."""
    for row in review.rows:
        yield (
            row.kind, row.title, row.partner, row.said, row.due, row.delivery.value, row.did, row.evidence,
            row.changed, row.next,
        )  # fmt: skip
