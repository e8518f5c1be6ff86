"""Write a section: its passages, its figures, its findings and gaps, and its counts."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from trust.foundation.design.forms import PlainForm
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.refusals import NotFound
from trust.strategy.needs import actions, forms, queries
from trust.strategy.needs.formats.document import Document, Text
from trust.strategy.needs.queries.cited import Cited
from trust.strategy.needs.views.shown import figure_shown
from trust.strategy.needs.words import Counted, Show, Sure


def uuid_in(request: HttpRequest, name: str) -> UUID | None:
    """An identifier in the address or the form, if there is one; errors: NotFound for what is none."""
    given = request.POST.get(name) or request.GET.get(name)
    try:
        return UUID(given) if given else None
    except ValueError as error:
        raise NotFound from error


def working(request: Asked, assessment: UUID) -> tuple[queries.AssessmentCard, Document]:
    card = queries.assessment(assessment, as_of=request.today)
    return card, queries.compose(card, card.now, as_of=request.today)


def saved(request: Asked, assessment: UUID, number: int, words: str) -> HttpResponse:
    messages.success(request, words)
    return redirect(f"{reverse('needs:desk', args=[assessment])}#s{number}")


def page_of_form(
    request: Asked, assessment: UUID, form: PlainForm, where: queries.SectionCard, **words: object
) -> HttpResponse:
    card = queries.assessment(assessment, as_of=request.today)
    return render(request, "needs/form.html", {"form": form, "card": card, "section": where, **words})


@page(needs="plan.write")
def write(request: Asked, assessment: UUID, number: int) -> HttpResponse:
    where = queries.section(assessment, number)
    old = passage_in(request, assessment, number)
    form = forms.WritePassage(request.POST or None, initial={"words": old.words} if old else {})
    if form.is_valid():
        with refusals_on(form):
            actions.write_passage(
                section=where.id,
                words=form.cleaned_data["words"],
                supersedes=old.id if old else None,
                by=request.actor,
                at=moment(request),
            )
            return saved(request, assessment, number, "Your words are kept.")
    title = f"{where.title}: new words" if old else f"{where.title}: write a passage"
    return page_of_form(request, assessment, form, where, title=title, button="Keep it", says=where.asks)


def passage_in(request: Asked, assessment: UUID, number: int) -> Text | None:
    wanted = uuid_in(request, "passage")
    if wanted is None:
        return None
    _, document = working(request, assessment)
    found = [
        text for part in document.parts if part.number == number for text in part.texts if text.id == wanted
    ]
    if not found:
        raise NotFound
    return found[0]


@page(needs="plan.write")
def cite(request: Asked, assessment: UUID, number: int) -> HttpResponse:
    """Choose a figure; the first press shows what it will say, the second keeps it."""
    where = queries.section(assessment, number)
    form = forms.Cite(request.POST or None)
    preview = None
    if form.is_valid():
        cited = cited_in(form.cleaned_data)
        with refusals_on(form):
            actions.check_cited(cited)
            preview = figure_shown(queries.cited_figure(cited, as_of=request.today), request.today)
            if "keep" in request.POST:
                actions.cite(section=where.id, cited=cited, by=request.actor, at=moment(request))
                return saved(request, assessment, number, "The figure is cited. It stays up to date.")
    context = {"preview": preview, "title": f"{where.title}: cite a figure", "button": "Show what it says"}
    return page_of_form(request, assessment, form, where, **context)


def cited_in(sent: dict[str, Any]) -> Cited:
    return Cited(
        sent["indicator"],
        tuple(sent["places"]),
        tuple(sent["comparison"]),
        since=sent["since"],
        show=Show(sent["show"]),
    )


@page(needs="plan.write")
def take_out(request: Asked, assessment: UUID, citation: UUID) -> HttpResponse:
    form = PlainForm(request.POST or None)
    card, document = working(request, assessment)
    cited = [(part, one) for part in document.parts for one in part.figures if one.id == citation]
    if not cited:
        raise NotFound
    part, figure = cited[0]
    if form.is_valid():
        with refusals_on(form):
            actions.take_out(citation=citation, by=request.actor, at=moment(request))
            return saved(
                request, assessment, part.number, "The figure is taken out. Earlier editions keep it."
            )
    words = {"title": f"Take out “{figure.title}”", "button": "Take it out", "says": figure.sentence}
    return render(request, "needs/form.html", {"form": form, "card": card, **words})


@page(needs="plan.write")
def add(request: Asked) -> HttpResponse:
    """A finding of no assessment, such as a priority may rest on."""
    return finding_page(request, None)


@page(needs="plan.write")
def add_to(request: Asked, assessment: UUID, number: int) -> HttpResponse:
    return finding_page(request, queries.section(assessment, number))


def finding_page(request: Asked, where: queries.SectionCard | None) -> HttpResponse:
    form = forms.AddFinding(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            keep(form.cleaned_data, request, section=where.id if where else None)
            if where:
                return saved(request, where.assessment, where.number, "The finding is kept.")
            messages.success(request, "The finding is kept. You can link it to a priority now.")
            return redirect("needs:list")
    return render(request, "needs/add.html", {"form": form, "section": where})


def keep(
    sent: dict[str, Any], request: Asked, *, section: UUID | None = None, supersedes: UUID | None = None
) -> None:
    facts = {name: sent[name] for name in ("statement", "group_label", "indicator", "places", "comparison")}
    actions.add_finding(
        token=sent["token"],
        how_sure=Sure(sent["how_sure"]),
        said_on=sent["said_on"] or request.today,
        refresh_by=sent["refresh_by"],
        by=request.actor,
        at=moment(request),
        invented=calendar().demonstration,
        section=section,
        supersedes=supersedes,
        **facts,
    )


@page(needs="plan.write")
def correct(request: Asked, finding: UUID) -> HttpResponse:
    """New words for a finding or a gap; the old ones stay, and whoever cited them is told."""
    card = queries.finding(finding)
    kind = forms.AddGap if card.is_gap else forms.AddFinding
    form = kind(request.POST or None, initial=as_it_is(card))
    if form.is_valid():
        with refusals_on(form):
            if card.is_gap:
                actions.add_gap(**of_gap(form.cleaned_data, request), section=None, supersedes=finding)
            else:
                keep(form.cleaned_data, request, supersedes=finding)
            messages.success(
                request, "It is corrected. The old words stay, and say that they were corrected."
            )
            return redirect("needs:finding", finding=form.cleaned_data["token"])
    return render(request, "needs/add.html", {"form": form, "corrects": card})


def as_it_is(card: queries.FindingCard) -> dict[str, object]:
    same = ("statement", "indicator", "places", "comparison", "how_sure", "why_it_matters", "refresh_by")
    more = ("what_would_close", "who_could_close")
    return {name: getattr(card, name) for name in (*same, *more)} | {"group_label": card.group}


def of_gap(sent: dict[str, Any], request: Asked) -> dict[str, Any]:
    return sent | {"invented": calendar().demonstration, "by": request.actor, "at": moment(request)}


@page(needs="plan.write")
def add_gap(request: Asked, assessment: UUID, number: int) -> HttpResponse:
    where = queries.section(assessment, number)
    form = forms.AddGap(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.add_gap(**of_gap(form.cleaned_data, request), section=where.id)
            return saved(request, assessment, number, "What is not known is kept.")
    title = f"{where.title}: what do we not know?"
    return page_of_form(request, assessment, form, where, title=title, button="Keep it")


@page(needs="plan.write")
def add_count(request: Asked, assessment: UUID, number: int) -> HttpResponse:
    where = queries.section(assessment, number)
    form = forms.AddCount(request.POST or None)
    if form.is_valid():
        sent = form.cleaned_data | {"counted": Counted(form.cleaned_data["counted"])}
        with refusals_on(form):
            actions.add_count(
                section=where.id,
                **sent,
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            return saved(request, assessment, number, "The count is kept.")
    words = {
        "title": f"{where.title}: add a count",
        "button": "Keep it",
        "says": "How many children of a group there are in a place. Nobody is scored, and no count says who.",
    }
    return page_of_form(request, assessment, form, where, **words)
