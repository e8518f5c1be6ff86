"""Forty local plans below a large county’s, with what their partnerships said of every quarter."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from benchmarks.large_plan import TODAY, Size, ends, keep, written
from trust.foundation.directory.models import Organisation
from trust.governance.board.models import Body
from trust.governance.board.words import BodyKind
from trust.vision.plan import models, queries
from trust.vision.plan.formats import hash_of, write
from trust.vision.plan.queries.local import LOCAL_KIND
from trust.vision.plan.words import RowState, Stage, Standing

LAST = date(2011, 3, 31)


def grow(size: Size, county: models.Plan) -> None:
    """Bring the local plans to this number; those that are there stay as they are."""
    there = set(models.Plan.objects.filter(kind=LOCAL_KIND).values_list("body", flat=True))
    free = Body.objects.filter(kind=BodyKind.LOCAL_PARTNERSHIP, last=None).exclude(pk__in=there)
    number = size.local_plans - len(there)
    bodies = list(free.order_by("key")[:number])
    bodies += keep(_body(n) for n in range(number - len(bodies)))
    plans = keep(
        models.Plan(
            kind=LOCAL_KIND, title=f"{body.name}: delivery plan", first=size.quarters[0], last=LAST,
            body=body, under=county, **written(),
        )
        for body in bodies
    )  # fmt: skip
    keep(
        models.PlanStep(plan=plan, number=1, stage=Stage.DRAFT, on=plan.first, **written(plan.first))
        for plan in plans
    )
    rows = {plan.pk: _rows(plan, county, size) for plan in plans}
    for plan in plans:
        _publish(plan)
    for quarter in size.quarters:
        _returns(plans, rows, quarter)


def _body(n: int) -> Body:
    return Body(
        key=f"bench-partnership-{n}", name=f"Invented Local Children’s Partnership {n}",
        kind=BodyKind.LOCAL_PARTNERSHIP, apex=False, independent=False, chairs=["Chair"],
        first=date(2009, 4, 1), source="invented", evidence="invented",
    )  # fmt: skip


def _rows(plan: models.Plan, county: models.Plan, size: Size) -> list[models.LocalRow]:
    priorities = list(models.Priority.objects.filter(plan=county).order_by("at", "pk"))
    owners = list(Organisation.objects.filter(last=None).order_by("key"))
    rows = keep(models.LocalRow(plan=plan, **written()) for _ in range(size.rows))
    keep(
        models.LocalRowEdition(
            row=row, edition=1, place=n, priority=priorities[n % len(priorities)], what=f"Do this here, {n}",
            owner=owners[n % len(owners)], how="Together with families", due=date(2010, 12, 1),
            success="Families say so", state=RowState.AGREED, invented=True, **written(),
        )
        for n, row in enumerate(rows)
    )  # fmt: skip
    return rows


def _publish(plan: models.Plan) -> None:
    text = write(queries.draft(plan).plan)
    facts = {"why": "Agreed", "snapshot": text, "sha256": hash_of(text)}
    keep([models.PlanVersion(plan=plan, number=1, published_on=date(2009, 6, 1), **facts, **written())])


def _returns(plans: Sequence[models.Plan], rows: dict[UUID, list[models.LocalRow]], quarter: date) -> None:
    """All but one partnership in ten say how their rows went."""
    day = min(ends(quarter) + timedelta(days=14), TODAY)
    said = keep(
        models.LocalReturn(
            plan=plan, quarter=quarter, edition=1, said_on=day, words="A good quarter.", **written(day)
        )
        for n, plan in enumerate(plans)
        if n % 10
    )
    keep(
        models.LocalReturnLine(
            of=one, row=row, standing=list(Standing)[n % 4], words="It went well", reached=20 + n,
            **written(day),
        )
        for one in said
        for n, row in enumerate(rows[one.plan_id])
    )  # fmt: skip
