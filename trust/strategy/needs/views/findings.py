"""What was found: every finding, one finding with its history, and as a table to take away."""

from collections.abc import Sequence
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, page
from trust.strategy.needs import queries
from trust.strategy.needs.queries.citing import cited_in
from trust.strategy.needs.queries.composing import finding_document
from trust.strategy.needs.views.shown import figure_shown
from trust.strategy.needs.words import Kind, Sure

A_PAGE = 20
COLUMNS = (
    "id", "kind", "statement", "group", "how_sure", "indicator", "places", "beside", "assessment", "section",
    "why_it_matters", "what_would_close", "who_could_close", "said_on", "refresh_by", "invented",
)  # fmt: skip


def asked_for(request: Asked) -> dict[str, str]:
    """What the address asks for, each a word that we know, or nothing."""
    known: dict[str, set[str]] = {
        "kind": set(Kind),
        "sure": set(Sure),
        "place": {code for code, _ in queries.place_choices()},
    }
    asked = {name: request.GET.get(name, "") for name in known}
    kept = {name: said for name, said in asked.items() if said in known[name]}
    return {"words": request.GET.get("words", "")[:80].replace("\x00", ""), **kept}


def found_by(request: Asked, asked: dict[str, str]) -> queries.Cards:
    return queries.findings(
        as_of=request.day,
        words=asked["words"],
        kind=Kind(asked["kind"]) if asked.get("kind") else None,
        sure=asked.get("sure", ""),
        place=asked.get("place", ""),
    )


@page(needs="public")
def what_we_found(request: Asked) -> HttpResponse:
    asked = asked_for(request)
    page = Paginator(found_by(request, asked), A_PAGE).get_page(request.GET.get("page"))
    others = urlencode({name: said for name, said in asked.items() if said})
    context = {
        "assessments": [one for one in queries.assessments(as_of=request.day) if one.readable],
        "found": [queries.told(card, as_of=request.day) for card in page],
        "page": page,
        "asked": asked,
        "kinds": [(kind.value, kind.label) for kind in Kind],
        "sures": [(sure.value, sure.label) for sure in Sure],
        "places": queries.place_choices(),
        "others": f"{others}&" if others else "",
        "day": request.day,
        "may_write": request.actor.may("plan.write"),
        "may_open_office": request.actor.may("office.open"),
    }
    return render(request, "needs/list.html", context)


@page(needs="public")
def as_table(request: Asked) -> HttpResponse:
    rows = (row_of(card) for card in found_by(request, asked_for(request)))
    return sent_table(COLUMNS, rows, f"findings-{request.day}.csv")


def row_of(card: queries.FindingCard) -> Sequence[object]:
    return (
        card.id, card.kind, card.statement, card.group, card.how_sure, card.indicator, " ".join(card.places),
        " ".join(card.comparison), card.assessment_title, card.section, card.why_it_matters,
        card.what_would_close, card.who_could_close, card.said_on, card.refresh_by, card.invented,
    )  # fmt: skip


@page(needs="public")
def one_finding(request: Asked, finding: UUID) -> HttpResponse:
    wordings = queries.history(finding, as_of=request.day)
    found = finding_document(finding, as_of=request.day)
    context = {
        "found": found,
        "card": queries.finding(finding),
        "figure": figure_shown(found.figure, request.day) if found.figure else None,
        "newest": wordings[0],
        "wordings": wordings,
        "cited_in": [cited for one in wordings for cited in cited_in(one.id, as_of=request.day)],
        "day": request.day,
        "may_write": request.actor.may("plan.write"),
    }
    return render(request, "needs/finding.html", context)
