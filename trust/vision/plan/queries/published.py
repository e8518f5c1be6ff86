"""The plan as it was published: read from the snapshot, never from the rows it was made of."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.formats import PublishedMeasure, PublishedPlan, PublishedPriority, read
from trust.vision.plan.models import THE_PLAN, PlanVersion, Priority


@dataclass(frozen=True)
class Published:
    """One published version, and the number of the one that took its place, if any."""

    plan: PublishedPlan
    number: int
    published_on: date
    why: str
    sha256: str
    later: int | None
    id: UUID
    text: str
    without: tuple[str, ...] = ()
    because: str = ""

    def priority(self, key: UUID) -> PublishedPriority:
        for priority in self.plan.priorities:
            if priority.id == key:
                return priority
        raise NotFound


@dataclass(frozen=True)
class VersionCard:
    number: int
    published_on: date
    why: str
    sha256: str


# A snapshot never changes, so its hash is a sure key for what it reads as.
@lru_cache(maxsize=32)
def _read(sha256: str, text: str) -> PublishedPlan:
    return read(text)


def published(on: date) -> Published | None:
    """The newest version that had been published by a day; one whose plan has begun before one that comes."""
    every = PlanVersion.objects.filter(plan__kind=THE_PLAN, published_on__lte=on)
    rows = every.order_by("-published_on", "-number")
    row = rows.filter(plan__first__lte=on).first() or rows.first()
    return _published(row) if row else None


def version(plan: UUID, number: int) -> Published:
    """One version of one plan; errors: NotFound."""
    row = PlanVersion.objects.filter(plan=plan, number=number).first()
    if row is None:
        raise NotFound
    return _published(row)


def newest_version(plan: UUID, on: date) -> Published | None:
    """The newest version of one plan that had been published by a day."""
    row = PlanVersion.objects.filter(plan=plan, published_on__lte=on).order_by("-number").first()
    return _published(row) if row else None


def versions(plan: UUID) -> list[VersionCard]:
    rows = PlanVersion.objects.filter(plan=plan).order_by("-number")
    return [VersionCard(row.number, row.published_on, row.why, row.sha256) for row in rows]


def published_priority(priority: UUID, on: date) -> tuple[Published, PublishedPriority]:
    """A priority as the newest version of its plan by a day has it; NotFound where no version has it."""
    plan = Priority.objects.filter(pk=priority).values_list("plan", flat=True).first()
    found = newest_version(plan, on) if plan else None
    if found is None:
        raise NotFound
    return found, found.priority(priority)


def measure_of(measure: UUID, on: date) -> PublishedMeasure:
    """A measure of the plan that is published on a day."""
    found = published(on)
    for priority in found.plan.priorities if found else ():
        for row in priority.measures:
            if row.id == measure:
                return row
    raise NotFound


def _published(row: PlanVersion) -> Published:
    later = PlanVersion.objects.filter(plan=row.plan_id, number__gt=row.number).order_by("number").first()
    plan = _read(row.sha256, row.snapshot)
    return Published(
        plan=plan,
        number=row.number,
        published_on=row.published_on,
        why=row.why,
        sha256=row.sha256,
        later=later.number if later else None,
        id=row.plan_id,
        text=row.snapshot,
        without=tuple(words for _, words in row.unmet),
        because=row.unmet_because,
    )
