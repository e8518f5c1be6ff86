"""What of other plans counts in a plan, as it reads at home now."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from trust.vision.plan.formats import PublishedCounted
from trust.vision.plan.models import (
    ActionEdition,
    Counts,
    LocalRowEdition,
    Measure,
    Plan,
    Pledge,
    PriorityEdition,
)
from trust.vision.plan.words import Countable


def standing_counts() -> QuerySet[Counts]:
    """What counts somewhere and has not stopped."""
    return Counts.objects.filter(ends=None, ended_by=None)


def counted_in(plan: Plan, by: date = date.max) -> tuple[PublishedCounted, ...]:
    """Everything of other plans that counts here, as counted by a day: five queries at most."""
    rows = list(standing_counts().filter(plan=plan, at__date__lte=by).order_by("at", "id"))
    return as_counted(rows) if rows else ()


def as_counted(rows: list[Counts]) -> tuple[PublishedCounted, ...]:
    homes = {
        Countable.ACTION: _actions([row.action_id for row in rows if row.action_id]),
        Countable.PLEDGE: _pledges([row.pledge_id for row in rows if row.pledge_id]),
        Countable.MEASURE: _measures([row.measure_id for row in rows if row.measure_id]),
        Countable.ROW: _rows([row.row_id for row in rows if row.row_id]),
    }
    titles = _titles(homes)
    found = []
    for row in rows:
        thing, key = thing_of(row)
        at_home = dict(homes[thing][key])
        under = at_home.pop("under")
        from_priority = titles.get(under, "") if isinstance(under, UUID) else under
        found.append(
            PublishedCounted(
                thing=thing.value, id=key, priority=row.priority_id, from_priority=from_priority, **at_home
            )
        )
    return tuple(found)


def thing_of(row: Counts) -> tuple[Countable, UUID]:
    """What it is that counts, and its identifier."""
    return next((one, key) for one in Countable if (key := getattr(row, f"{one}_id")))


def _titles(homes: dict[Countable, dict[UUID, dict[str, Any]]]) -> dict[UUID, str]:
    wanted = {one["under"] for things in homes.values() for one in things.values()}
    keys = [key for key in wanted if isinstance(key, UUID)]
    rows = PriorityEdition.objects.filter(priority__in=keys).order_by("priority", "-edition")
    return {row.priority_id: row.title for row in rows.distinct("priority")}


def _home(
    plan: Plan, under: UUID | str, what: str, who: str, *, invented: bool,
    due: date | None = None, amount: Decimal | None = None, ended: str = "",
) -> dict[str, Any]:  # fmt: skip
    return {
        "what": what, "who": who, "due": due, "amount": amount, "from_plan": plan.pk,
        "from_title": plan.title, "under": under, "ended": ended, "invented": invented,
    }  # fmt: skip


def _actions(keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = ActionEdition.objects.filter(action__in=keys).order_by("action", "-edition").distinct("action")
    return {
        row.action_id: _home(
            row.action.priority.plan, row.action.priority_id, row.what, row.owner.name,
            due=row.due, ended=row.ended_because, invented=row.invented,
        )
        for row in (rows.select_related("owner", "action__priority__plan") if keys else ())
    }  # fmt: skip


def _pledges(keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    """A pledge that was corrected reads as its newest terms have it, under the key by which it counts."""
    return {
        key: _home(
            row.priority.plan, row.priority_id, row.what, row.partner.name, amount=row.amount,
            invented=row.invented,
        )
        for key, row in newest_pledges(keys).items()
    }  # fmt: skip


def newest_pledges(keys: list[UUID]) -> dict[UUID, Pledge]:
    """Each of these pledges as it was corrected last."""
    if not keys:
        return {}
    rows = Pledge.objects.select_related("partner", "priority__plan")
    found = {row.pk: row for row in rows.filter(pk__in=keys)}
    while later := {row.corrects_id: row for row in rows.filter(corrects__in=list(found.values()))}:
        found = {key: later.get(row.pk, row) for key, row in found.items()}
    return found


def _measures(keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = Measure.objects.filter(pk__in=keys).select_related("owner", "priority__plan", "replaced_by")
    return {
        row.pk: _home(
            row.priority.plan, row.priority_id, row.title, row.owner.name, invented=row.invented,
            ended="Another measure took its place." if hasattr(row, "replaced_by") else "",
        )
        for row in (rows if keys else ())
    }  # fmt: skip


def _rows(keys: list[UUID]) -> dict[UUID, dict[str, Any]]:
    rows = LocalRowEdition.objects.filter(row__in=keys).order_by("row", "-edition").distinct("row")
    return {
        row.row_id: _home(
            row.row.plan, row.priority_id or row.own_priority, row.what, row.owner.name if row.owner else "",
            due=row.due, ended=row.ended_because, invented=row.invented,
        )
        for row in (rows.select_related("owner", "row__plan") if keys else ())
    }  # fmt: skip
