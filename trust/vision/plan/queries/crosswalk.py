"""Every thing of the plans that run on a day, by the plans in which it counts."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Exists, OuterRef

from trust.vision.plan.models import ActionEdition, LocalRowEdition, Measure, Plan, Pledge
from trust.vision.plan.queries.counted import standing_counts, thing_of
from trust.vision.plan.rules.crosswalk import PutIn, Whole, together
from trust.vision.plan.words import Countable


@dataclass(frozen=True)
class Thing:
    """A thing where it lives; `elsewhere` maps each other plan to the row by which it counts there."""

    thing: Countable
    key: UUID
    what: str
    who: str
    home: UUID
    amount: Decimal | None
    ended: str
    elsewhere: dict[UUID, UUID]

    def shown_in(self, plan: UUID) -> bool:
        return plan == self.home or plan in self.elsewhere


@dataclass(frozen=True)
class Matrix:
    """Things by plans, what each plan puts in, and what all do together, with nothing counted twice."""

    plans: tuple[Plan, ...]
    things: tuple[Thing, ...]

    def put_in(self, *plans: UUID) -> Whole:
        return together(
            PutIn(one.key, one.amount)
            for plan in plans
            for one in self.things
            if one.thing is Countable.PLEDGE and one.shown_in(plan)
        )


def matrix(on: date) -> Matrix:
    """The plans that run on a day and everything in them, in six queries whatever their number."""
    plans = tuple(Plan.objects.filter(first__lte=on, last__gte=on).order_by("kind", "title"))
    counts: dict[tuple[Countable, UUID], dict[UUID, UUID]] = {}
    for row in standing_counts().filter(plan__in=plans):
        counts.setdefault(thing_of(row), {})[row.plan_id] = row.pk
    things = [*_actions(plans), *_pledges(plans), *_measures(plans), *_rows(plans)]
    placed = [
        Thing(thing, key, what, who, home, amount, ended, counts.get((thing, key), {}))
        for thing, key, what, who, home, amount, ended in things
        if not ended or (thing, key) in counts
    ]
    order = list(Countable)
    return Matrix(plans, tuple(sorted(placed, key=lambda one: (order.index(one.thing), one.what.casefold()))))


type Line = tuple[Countable, UUID, str, str, UUID, Decimal | None, str]


def _actions(plans: tuple[Plan, ...]) -> list[Line]:
    rows = ActionEdition.objects.filter(action__priority__plan__in=plans)
    newest = rows.order_by("action", "-edition").distinct("action")
    told = newest.values_list("action", "what", "owner__name", "action__priority__plan", "ended_because")
    return [(Countable.ACTION, key, what, who, home, None, ended) for key, what, who, home, ended in told]


def _pledges(plans: tuple[Plan, ...]) -> list[Line]:
    rows = list(Pledge.objects.filter(priority__plan__in=plans).select_related("partner", "priority"))
    later = {row.corrects_id: row for row in rows if row.corrects_id}
    found: list[Line] = []
    for first in (row for row in rows if row.corrects_id is None):
        newest = first
        while newest.pk in later:
            newest = later[newest.pk]
        home = newest.priority.plan_id
        found.append((Countable.PLEDGE, first.pk, newest.what, newest.partner.name, home, newest.amount, ""))
    return found


def _measures(plans: tuple[Plan, ...]) -> list[Line]:
    later = Measure.objects.filter(replaces=OuterRef("pk"))
    rows = Measure.objects.filter(~Exists(later), priority__plan__in=plans)
    told = rows.values_list("pk", "title", "owner__name", "priority__plan")
    return [(Countable.MEASURE, key, title, who, home, None, "") for key, title, who, home in told]


def _rows(plans: tuple[Plan, ...]) -> list[Line]:
    rows = LocalRowEdition.objects.filter(row__plan__in=plans).order_by("row", "-edition").distinct("row")
    told = rows.values_list("row", "what", "owner__name", "row__plan", "ended_because")
    return [
        (Countable.ROW, key, what, who or "To be confirmed", home, None, ended)
        for key, what, who, home, ended in told
    ]
