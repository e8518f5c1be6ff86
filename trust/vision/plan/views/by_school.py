"""School by school: what each gives and is given, to look through and to take away."""

from collections.abc import Iterable, Iterator, Sequence
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.tables import as_xlsx
from trust.foundation.kernel.time import in_words
from trust.vision.plan.formats import PublishedPlan
from trust.vision.plan.queries.by_school import each_school, signed_for_by_number
from trust.vision.plan.queries.commitments import both_ways, commitments
from trust.vision.plan.rules.by_school import ONLY, BothWays, narrowed
from trust.vision.plan.rules.commitments import Commitment
from trust.vision.plan.views.pictures import read_by_all

A_PAGE = 25
COLUMNS = (
    "school_or_college",
    "number",
    "place",
    "way",
    "what",
    "kind",
    "pounds",
    "with_whom",
    "home",
    "invented",
)
GIVES, IS_GIVEN, NOTHING = "gives", "is given", "nothing by this day"


@page(needs="public")
def schools_both_ways(request: Asked, plan: UUID) -> HttpResponse:
    """What each school and college gives to the plan, and what it is given, as of the day."""
    of = read_by_all(plan, request)
    every = commitments(of, request.day)
    schools = each_school(every, request.day)
    asked = asked_of(request)
    found = narrowed(schools, **asked)
    wanted = request.GET.get("format", "")
    if wanted in {"csv", "xlsx"}:
        return taken_away(request, of, found, wanted)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    signed = signed_for_by_number(plan, [row.school.number for row in shown], request.day)
    context = {
        "key": plan,
        "plan": of,
        "on": request.day,
        "ways": both_ways(every, request.day),
        "rows": [(row, signed.get(row.school.number)) for row in shown],
        "shared": shared_by(schools),
        "page": shown,
        "number": len(found),
        "every": len(schools),
        "only": ONLY.items(),
        "asked": asked,
        "others": f"{urlencode(asked)}&" if asked else "",
    }
    return render(request, "plan/by_school.html", context)


def asked_of(request: Asked) -> dict[str, str]:
    """What is looked for; a direction that there is not is as if it were not asked."""
    asked = {"find": request.GET.get("find", "")[:100].strip(), "only": request.GET.get("only", "")}
    return {name: text for name, text in asked.items() if text and (name == "find" or text in ONLY)}


def shared_by(schools: Sequence[BothWays]) -> list[tuple[str, Sequence[Commitment]]]:
    """What every school, and every college, is given; told once above the list."""
    kinds = {row.school.college: row.shared for row in schools}
    named = (("Every school is given", kinds.get(False)), ("Every college is given", kinds.get(True)))
    return [(words, shared) for words, shared in named if shared]


def taken_away(request: Asked, plan: PublishedPlan, found: Sequence[BothWays], wanted: str) -> HttpResponse:
    name = f"schools-give-and-get-{request.day}.{wanted}"
    if wanted == "csv":
        return sent_table(COLUMNS, lines(found), name)
    about = [("Plan", plan.title), ("As of", in_words(request.day))]
    return sent_file(as_xlsx(COLUMNS, lines(found), about=about), name)


def lines(found: Iterable[BothWays]) -> Iterator[Sequence[object]]:
    """A line for each pledge of each school, either way; a school with none has one that says so."""
    for row in found:
        school = row.school
        who = (school.name, school.number, school.where)
        told = [(GIVES, one, one.receiver or "all children") for one in row.gives]
        told += [(IS_GIVEN, one, one.partner) for one in row.gets]
        for way, one, other in told:
            yield (*who, way, one.what, one.given.value, one.amount, other, one.home, one.invented)
        if not told:
            yield (*who, NOTHING, *[None] * 5, school.invented)
