"""An assessment as anyone may read it: on a page, on paper, and as the text that its hash is of."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.files import sent_file
from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.strategy.needs import queries
from trust.strategy.needs.formats.document import Document
from trust.strategy.needs.formats.printed import edition_pdf, summary_pdf
from trust.strategy.needs.formats.snapshot import write
from trust.strategy.needs.queries.readiness import has_newer_figures, stale
from trust.strategy.needs.views.paper import on_paper
from trust.strategy.needs.views.shown import parts_shown
from trust.strategy.needs.words import Stage


@dataclass(frozen=True)
class Opened:
    card: queries.AssessmentCard
    edition: queries.EditionCard
    document: Document


def opened(request: Asked, assessment: UUID, number: int | None = None) -> Opened:
    """The edition asked for, or the newest that anyone may read; a draft is its writers' alone."""
    card = queries.assessment(assessment, as_of=request.day)
    edition = card.edition(number) if number else card.readable
    if edition is None or (edition.stage is Stage.DRAFT and not request.actor.may("plan.write")):
        raise NotFound
    return Opened(card, edition, queries.document(card, edition, as_of=request.day))


@page(needs="public")
def assessment(request: Asked, assessment: UUID) -> HttpResponse:
    return render(request, "needs/assessment.html", page_of(opened(request, assessment), request))


@page(needs="public")
def edition(request: Asked, assessment: UUID, number: int) -> HttpResponse:
    return render(request, "needs/assessment.html", page_of(opened(request, assessment, number), request))


def page_of(found: Opened, request: Asked) -> dict[str, object]:
    is_frozen = found.edition.is_kept_whole
    now = queries.compose(found.card, found.edition, as_of=request.day) if is_frozen else None
    newer = has_newer_figures(found.document, now) if now else []
    return {
        "card": found.card,
        "edition": found.edition,
        "document": found.document,
        "parts": parts_shown(found.document),
        "newer": list({figure.indicator: figure for figure in newer}.values()),
        "stale": [] if is_frozen else stale(found.card, found.document, on=request.day),
        "is_frozen": is_frozen,
        "day": request.day,
        "may_write": request.actor.may("plan.write"),
        "may_comment": request.actor.may("partner.report") and found.edition.stage is Stage.SHARED,
    }


@page(needs="public")
def what_is_stale(request: Asked, assessment: UUID) -> HttpResponse:
    found = opened(request, assessment)
    now = queries.compose(found.card, found.edition, as_of=request.day)
    context = {
        "card": found.card,
        "edition": found.edition,
        "stale": stale(found.card, now, on=request.day),
        "day": request.day,
        "may_write": request.actor.may("plan.write") and not found.edition.is_kept_whole,
    }
    return render(request, "needs/stale.html", context)


@page(needs="public")
def as_data(request: Asked, assessment: UUID, number: int) -> HttpResponse:
    """The document as its canonical text: of a frozen edition, the very text that its hash is of."""
    found = opened(request, assessment, number)
    return sent_file(write(found.document), f"needs-assessment-edition-{number}.json")


@page(needs="public")
def edition_on_paper(request: Asked, assessment: UUID) -> HttpResponse:
    return as_pdf(request, assessment, edition_pdf, "edition")


@page(needs="public")
def summary_on_paper(request: Asked, assessment: UUID) -> HttpResponse:
    return as_pdf(request, assessment, summary_pdf, "summary")


def as_pdf(
    request: Asked, assessment: UUID, made: Callable[[dict[str, object]], bytes], name: str
) -> HttpResponse:
    number = request.GET.get("edition", "")
    found = opened(request, assessment, int(number) if number.isdecimal() and len(number) < 5 else None)
    pdf = made(on_paper(found.document, found.edition))
    return sent_file(pdf, f"needs-{name}-{found.document.as_of}.pdf", shown=True)
