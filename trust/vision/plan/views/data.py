"""A published version as open data: its tables, its own text, and the schema that the text obeys."""

from collections.abc import Iterator
from dataclasses import fields
from uuid import UUID

from django.http import HttpResponse, JsonResponse

from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan import queries
from trust.vision.plan.formats import PublishedAction, PublishedMeasure, PublishedPlan, PublishedPledge
from trust.vision.plan.formats.schema import schema

TABLES = {"actions": PublishedAction, "pledges": PublishedPledge, "measures": PublishedMeasure}
BEFORE = ("priority_id", "priority_number", "priority")


@page(needs="public")
def open_data(request: Asked, plan: UUID, number: int) -> HttpResponse:
    """The snapshot itself: its SHA-256 is the version's hash."""
    return sent_file(queries.text_of(plan, number), f"plan-version-{number}.json")


@page(needs="public")
def a_table(request: Asked, plan: UUID, number: int, table: str) -> HttpResponse:
    """The actions, pledges or measures of a version, a row each."""
    if table not in TABLES:
        raise NotFound
    columns = (*BEFORE, *(field.name for field in fields(TABLES[table])))
    found = rows(queries.version(plan, number).plan, table)
    return sent_table(columns, found, f"plan-version-{number}-{table}.csv")


def rows(plan: PublishedPlan, table: str) -> Iterator[list[object]]:
    for priority in plan.priorities:
        for one in getattr(priority, table):
            cells = (getattr(one, field.name) for field in fields(one))
            yield [priority.id, priority.number, priority.title, *map(in_a_cell, cells)]


def in_a_cell(value: object) -> object:
    """A list in one cell; of pairs, each a period and its number."""
    if not isinstance(value, tuple):
        return value
    return "; ".join(": ".join(map(str, one)) if isinstance(one, tuple) else str(one) for one in value)


@page(needs="public")
def the_schema(request: Asked) -> HttpResponse:
    answer = JsonResponse(schema(), content_type="application/schema+json")
    answer["Content-Disposition"] = 'attachment; filename="plan-schema.json"'
    return answer
