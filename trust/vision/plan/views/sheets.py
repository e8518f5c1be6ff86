"""The plan as a spreadsheet that comes back as it left: the draft, a version, a blank table, what waits."""

from datetime import date
from uuid import UUID

from django.http import HttpResponse

from trust.foundation.design.files import sent_file
from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.tables import as_xlsx
from trust.foundation.kernel.time import in_words
from trust.vision.plan import queries
from trust.vision.plan.formats import PublishedPlan
from trust.vision.plan.formats.plan_table import (
    BLANK,
    HEADINGS,
    HOW,
    SHEET,
    WAITING_HEADINGS,
    plan_rows,
    waiting_cells,
)
from trust.vision.plan.queries import importing
from trust.vision.plan.queries.shown import standing_of, ways_of

NEEDS = "plan.write"
NOT_IN_IT = "The vision and the other statements are not in this table."
NEVER_LOADED = "Pledges, with their terms, and the status: a change of them in this table changes nothing."


def as_sheet(plan: PublishedPlan, about: list[tuple[str, str]], on: date) -> bytes:
    rows = plan_rows(plan, importing.place_names(on), standing_of(plan, on), ways_of(plan, on))
    told = [("Plan", plan.title), *about, ("Status", f"As of {in_words(on)}")]
    told += [("What is shown and not brought back", NEVER_LOADED), ("What is not here", NOT_IN_IT)]
    return as_xlsx(HEADINGS, rows, about=told, name=SHEET)


@page(needs=NEEDS)
def draft_sheet(request: Asked, plan: UUID) -> HttpResponse:
    """The plan as it is being written."""
    whole = queries.draft(queries.the_plan(plan)).plan
    about = [("State", f"The draft on {in_words(request.today)}")]
    return sent_file(as_sheet(whole, about, request.today), f"plan-draft-{request.today}.xlsx")


@page(needs="public")
def version_sheet(request: Asked, plan: UUID, number: int) -> HttpResponse:
    """A published version: the very words that were published, with the hash of all of them."""
    found = queries.version(plan, number)
    about = [
        ("State", f"Version {number}, published on {in_words(found.published_on)}"),
        ("SHA-256 of the whole version", found.sha256),
    ]
    return sent_file(as_sheet(found.plan, about, found.published_on), f"plan-version-{number}.xlsx")


@page(needs=NEEDS)
def blank_sheet(request: Asked) -> HttpResponse:
    """A table to fill in, and how."""
    headings = [column.value for column in BLANK]
    return sent_file(as_xlsx(headings, [], about=HOW, name=SHEET), "plan-blank.xlsx")


@page(needs=NEEDS)
def waiting_sheet(request: Asked, plan: UUID) -> HttpResponse:
    """The rows that wait, each with why: mended and brought in again, each takes its own place."""
    rows = [waiting_cells(row.cells, str(row.pk), row.wrong) for row in importing.waiting(plan)]
    return sent_file(as_xlsx(WAITING_HEADINGS, rows, name=SHEET), "rows-that-wait.xlsx")
