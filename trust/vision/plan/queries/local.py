"""Local delivery plans: their rows, what their partnerships said each quarter, and who writes them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import in_words
from trust.vision.plan.formats import PublishedRow
from trust.vision.plan.models import (
    LocalReturn,
    LocalReturnLine,
    LocalRowEdition,
    Pen,
    Plan,
    PriorityEdition,
)
from trust.vision.plan.rules.local import SaidOfRow
from trust.vision.plan.words import RowState, Standing

LOCAL_KIND = "local-delivery"


@dataclass(frozen=True)
class RowCard:
    """A row as it reads now, with the edition its wording has reached and what to look at in it."""

    row: PublishedRow
    edition: int
    place: float
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class PenCard:
    id: UUID
    worker: UUID
    name: str
    since: date


@dataclass(frozen=True)
class ReturnCard:
    """The newest edition of a quarter’s return."""

    quarter: date
    edition: int
    said_on: date
    words: str
    lines: Mapping[UUID, SaidOfRow]


def pens_of(worker: UUID | None, on: date) -> frozenset[UUID]:
    """The bodies that a worker writes for on a day."""
    if worker is None:
        return frozenset()
    return frozenset(_pens(on).filter(worker=worker).values_list("body_id", flat=True))


def pens_for(body: UUID, on: date) -> list[PenCard]:
    """Who writes for a body on a day."""
    return [PenCard(row.pk, row.worker, row.name, row.on) for row in _pens(on).filter(body=body)]


def _pens(on: date) -> QuerySet[Pen]:
    ended = Pen.objects.filter(ends=OuterRef("pk"), on__lte=on)
    return Pen.objects.filter(~Exists(ended), ends=None, on__lte=on).order_by("name")


def newest_rows(*plans: Plan) -> QuerySet[LocalRowEdition]:
    """The newest wording of each row that has not ended, in the partnership’s own order."""
    newer = LocalRowEdition.objects.filter(row=OuterRef("row"), edition__gt=OuterRef("edition"))
    found = LocalRowEdition.objects.filter(~Exists(newer), row__plan__in=plans, ended_because="")
    return found.select_related("owner__host", "row").order_by("place", "row")


def narrowed_rows(
    plan: Plan, *, words: str = "", state: str = "", priority: str = ""
) -> QuerySet[LocalRowEdition]:
    """The rows that hold these words, stand so, or are for that priority of the county’s or none."""
    found = newest_rows(plan)
    if words:
        found = found.filter(
            Q(what__icontains=words) | Q(owner__name__icontains=words) | Q(own_priority__icontains=words)
        )
    if state in set(RowState):
        found = found.filter(state=state)
    if priority == "own":
        found = found.filter(priority=None)
    elif priority:
        found = found.filter(priority__in=[key for key in priority_titles(plan) if str(key) == priority])
    return found


def priority_titles(plan: Plan) -> dict[UUID, str]:
    """The county’s priorities that a local plan may serve, in the county’s order."""
    rows = PriorityEdition.objects.filter(priority__plan=plan.under_id or plan.pk)
    newest = rows.order_by("priority", "-edition").distinct("priority")
    return {row.priority_id: row.title for row in sorted(newest, key=lambda row: row.number)}


def row_cards(plan: Plan, rows: Iterable[LocalRowEdition]) -> list[RowCard]:
    titles = priority_titles(plan)
    return [RowCard(told(row, titles), row.edition, row.place, warnings(row, plan)) for row in rows]


def told(row: LocalRowEdition, titles: Mapping[UUID, str]) -> PublishedRow:
    """A row as it is published."""
    owner = row.owner
    return PublishedRow(
        id=row.row_id,
        priority_id=row.priority_id,
        priority=titles.get(row.priority_id, "") if row.priority_id else row.own_priority,
        what=row.what,
        owner_id=row.owner_id,
        owner=owner.name if owner else "",
        host=owner.host.name if owner and owner.host else "",
        helps=row.helps,
        how=row.how,
        due=row.due,
        success=row.success,
        indicator=row.indicator,
        baseline=row.baseline,
        baseline_period=row.baseline_period,
        targets=tuple((period, aim) for period, aim in row.targets),
        state=row.state,
        invented=row.invented,
    )


def warnings(row: LocalRowEdition, plan: Plan) -> tuple[str, ...]:
    """What is wrong with a row that was right when it was written."""
    owner, needed_until = row.owner, row.due or plan.last
    if owner and owner.last and owner.last < needed_until:
        when = "before this is due" if row.due else "before the plan does"
        return (f"{owner.name} ends on {in_words(owner.last)}, {when}. Choose the partner that takes over.",)
    return ()


def published_rows(plan: Plan) -> tuple[PublishedRow, ...]:
    titles = priority_titles(plan)
    return tuple(told(row, titles) for row in newest_rows(plan))


def row(key: UUID) -> tuple[Plan, LocalRowEdition]:
    """The plan that a row is in, and its newest wording; errors: NotFound."""
    rows = LocalRowEdition.objects.filter(row=key).order_by("-edition")
    found = rows.select_related("owner", "row__plan").first()
    if found is None:
        raise NotFound
    return found.row.plan, found


def returns(plan: Plan, on: date) -> dict[date, ReturnCard]:
    """The newest return of each quarter that had been made by a day."""
    said = LocalReturn.objects.filter(plan=plan, said_on__lte=on).order_by("quarter", "-edition")
    return {card.quarter: card for card in _cards(said.distinct("quarter")).values()}


def returns_of(plans: Iterable[UUID], quarter: date | None, on: date) -> dict[UUID, ReturnCard]:
    """The newest return of a quarter of each of these plans that made one by a day, in two queries."""
    if quarter is None:
        return {}
    said = LocalReturn.objects.filter(plan__in=list(plans), quarter=quarter, said_on__lte=on)
    return _cards(said.order_by("plan", "-edition").distinct("plan"), by="plan_id")


def last_return(plan: Plan, on: date) -> ReturnCard | None:
    """What was said of the latest quarter of which anything was said by a day."""
    said = LocalReturn.objects.filter(plan=plan, said_on__lte=on).order_by("-quarter", "-edition")
    return next(iter(_cards(said[:1]).values()), None)


def _cards(rows: QuerySet[LocalReturn], by: str = "pk") -> dict[UUID, ReturnCard]:
    newest = list(rows)
    lines: dict[UUID, dict[UUID, SaidOfRow]] = {one.pk: {} for one in newest}
    of_these = LocalReturnLine.objects.filter(of__in=newest)
    said = of_these.values_list("of", "row", "standing", "words", "reached")
    for key, row, standing, words, reached in said:
        lines[key][row] = SaidOfRow(str(row), Standing(standing), words, reached)
    return {
        getattr(one, by): ReturnCard(one.quarter, one.edition, one.said_on, one.words, lines[one.pk])
        for one in newest
    }
