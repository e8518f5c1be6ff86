"""The plan as it was published: read from the snapshot, never from the rows it was made of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from uuid import UUID

from django.db.models import QuerySet

from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.formats import PublishedPlan, PublishedPriority, read
from trust.vision.plan.models import THE_PLAN, PlanVersion, Priority


@dataclass(frozen=True)
class Published:
    """One published version, and the number of the one that took its place, if any.

    What it adopts counts in it and belongs to a plan that is over; only `running` tells it.
    """

    plan: PublishedPlan
    number: int
    published_on: date
    why: str
    sha256: str
    later: int | None
    id: UUID
    without: tuple[str, ...] = ()
    unmet: frozenset[str] = frozenset()
    because: str = ""
    adopted: tuple[PublishedPriority, ...] = ()

    @property
    def followed(self) -> tuple[PublishedPriority, ...]:
        """Its own priorities, and those of which it adopts something."""
        return self.plan.priorities + self.adopted

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


# A text that was published never changes, so its hash is a sure key for what it reads as.
@lru_cache(maxsize=128)
def _read(sha256: str, key: UUID) -> PublishedPlan:
    return read(PlanVersion.objects.values_list("snapshot", flat=True).get(pk=key))


def _rows() -> QuerySet[PlanVersion]:
    """Without their texts, which are long, and are read once."""
    return PlanVersion.objects.defer("snapshot")


def published(on: date) -> Published | None:
    """The newest version that had been published by a day; one whose plan has begun before one that comes."""
    every = _rows().filter(plan__kind=THE_PLAN, published_on__lte=on)
    rows = every.order_by("-published_on", "-number")
    row = rows.filter(plan__first__lte=on).first() or rows.first()
    return _published(row) if row else None


def version(plan: UUID, number: int) -> Published:
    """One version of one plan; errors: NotFound."""
    row = _rows().filter(plan=plan, number=number).first()
    if row is None:
        raise NotFound
    return _published(row)


def text_of(plan: UUID, number: int) -> str:
    """The canonical text of one version, which has its hash; errors: NotFound."""
    text = PlanVersion.objects.filter(plan=plan, number=number).values_list("snapshot", flat=True).first()
    if text is None:
        raise NotFound
    return text


def newest_version(plan: UUID, on: date) -> Published | None:
    """The newest version of one plan that had been published by a day."""
    row = _rows().filter(plan=plan, published_on__lte=on).order_by("-number").first()
    return _published(row) if row else None


def newest_versions(plans: Iterable[UUID], on: date) -> list[Published]:
    """Each of these plans as it was last published by a day: two queries whatever their number."""
    return _each_published(_newest(plans, on).defer("snapshot"))


def newest_numbers(plans: Iterable[UUID], on: date) -> dict[UUID, int]:
    """The number of the newest version of each of these plans that had one by a day."""
    return dict(_newest(plans, on).values_list("plan", "number"))


def newest_plans(plans: Iterable[UUID], on: date) -> dict[UUID, PublishedPlan]:
    """Each of these plans as it was last published by a day, in one query; without those that never were."""
    found = _newest(plans, on).values_list("plan", "sha256", "pk")
    return {plan: _read(sha256, key) for plan, sha256, key in found}


def _newest(plans: Iterable[UUID], on: date) -> QuerySet[PlanVersion]:
    rows = PlanVersion.objects.filter(plan__in=list(plans), published_on__lte=on)
    return rows.order_by("plan", "-number").distinct("plan")


def versions(plan: UUID) -> list[VersionCard]:
    rows = _rows().filter(plan=plan).order_by("-number")
    return [VersionCard(row.number, row.published_on, row.why, row.sha256) for row in rows]


def published_priority(priority: UUID, on: date) -> tuple[Published, PublishedPriority]:
    """A priority as the newest version of its plan by a day has it; NotFound where no version has it."""
    plan = Priority.objects.filter(pk=priority).values_list("plan", flat=True).first()
    found = newest_version(plan, on) if plan else None
    if found is None:
        raise NotFound
    return found, found.priority(priority)


def _published(row: PlanVersion) -> Published:
    return _each_published([row])[0]


def _each_published(rows: Iterable[PlanVersion]) -> list[Published]:
    """These versions, one of each plan, with the numbers that took their places: one query."""
    asked = list(rows)
    numbers: dict[UUID, list[int]] = {row.plan_id: [] for row in asked}
    every = PlanVersion.objects.filter(plan__in=numbers).order_by("number")
    for plan, number in every.values_list("plan", "number"):
        numbers[plan].append(number)
    return [_as_published(row, [one for one in numbers[row.plan_id] if one > row.number]) for row in asked]


def _as_published(row: PlanVersion, later: list[int]) -> Published:
    return Published(
        plan=_read(row.sha256, row.pk),
        number=row.number,
        published_on=row.published_on,
        why=row.why,
        sha256=row.sha256,
        later=later[0] if later else None,
        id=row.plan_id,
        without=tuple(words for _, words in row.unmet),
        unmet=frozenset(rule for rule, _ in row.unmet),
        because=row.unmet_because,
    )
