"""The register of indicators: what each means, where it comes from, and whether we hold its figures."""

from collections.abc import Sequence

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, page
from trust.vision.outcomes.queries.defined import defined
from trust.vision.outcomes.queries.definitions import Entry, entries, framework
from trust.vision.outcomes.views.explore_day import on_the_day_asked
from trust.vision.outcomes.words import Outcome

ON_A_PAGE = 25
LONGEST_WORDS = 80
FIGURES = {"yes": "We hold figures", "no": "We hold none"}
COLUMNS = (
    "code", "framework", "number", "title", "unit", "better_is", "outcome", "frequency", "source", "figures",
)  # fmt: skip


@page(needs="public")
@on_the_day_asked
def register(request: Asked) -> HttpResponse:
    every = entries(as_of=request.day)
    met = asked_for(request, every)
    context = {
        "day": request.day,
        "shown": Paginator(met, ON_A_PAGE).get_page(request.GET.get("page")),
        "number": len(met),
        "without": len([one for one in met if not one.held_as]),
        "frameworks": sorted({one.framework for one in every if one.framework}),
        "framework": framework(request.GET.get("framework", "")),
        "outcomes": list(Outcome),
        "figures": FIGURES,
        "asked": request.GET,
        "others": kept_in_address(request),
    }
    return render(request, "outcomes/register.html", context)


@page(needs="public")
@on_the_day_asked
def register_as_csv(request: Asked) -> HttpResponse:
    rows = (as_row(one) for one in asked_for(request, entries(as_of=request.day)))
    return sent_table(COLUMNS, rows, f"register-{request.day}.csv")


@page(needs="public")
@on_the_day_asked
def definition(request: Asked, code: str) -> HttpResponse:
    found = defined(code, as_of=request.day)
    context = {
        "found": found,
        "framework": framework(found.entry.framework),
        "day": request.day,
        "others": kept_in_address(request),
    }
    return render(request, "outcomes/register_entry.html", context)


def asked_for(request: Asked, every: Sequence[Entry]) -> list[Entry]:
    """Those asked for; one of ours that has a framework's number stands there, not twice."""
    name, outcome, held = (request.GET.get(one, "") for one in ("framework", "outcome", "figures"))
    words = request.GET.get("words", "")[:LONGEST_WORDS].casefold().split()
    return [
        one
        for one in every
        if not one.own_of
        and name in {"", one.framework}
        and outcome in {"", one.outcome}
        and held in {"", "yes" if one.held_as else "no"}
        and all(word in f"{one.number} {one.title} {one.framework}".casefold() for word in words)
    ]


def as_row(one: Entry) -> tuple[object, ...]:
    outcome = one.outcome.label if one.outcome else ""
    held = " ".join(one.held_as)
    about = (one.code, one.framework, one.number, one.title, one.unit, one.better, outcome)
    return (*about, one.frequency, one.source, held)


def kept_in_address(request: Asked) -> str:
    """The address without its page, to be followed by more."""
    kept = {name: value for name, value in request.GET.dict().items() if value and name != "page"}
    return f"{urlencode(kept)}&" if kept else ""
