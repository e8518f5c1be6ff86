"""What partners say, what they are answered, and what was looked at again."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.strategy.needs import actions, forms
from trust.strategy.needs.formats.document import Document, Said
from trust.strategy.needs.queries.readiness import assessment_of, every_comment
from trust.strategy.needs.views.writing import uuid_in, working


@page(needs="partner.report")
def comment(request: Asked, assessment: UUID) -> HttpResponse:
    """A partner's comment on a passage, a finding, or the whole."""
    card, document = working(request, assessment)
    about = {name: uuid_in(request, name) for name in ("passage", "finding")}
    form = forms.Comment(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.comment(
                assessment=assessment,
                words=form.cleaned_data["words"],
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
                **about,
            )
            messages.success(request, "Your organisation’s answer is kept. The office will answer it.")
            return redirect("needs:assessment", assessment=assessment)
    context: dict[str, Any] = {"title": "Comment for your organisation", "button": "Send it"}
    context |= {"form": form, "card": card, "about": words_of(document, about), "back": "needs:assessment"}
    return render(request, "needs/form.html", context)


def words_of(document: Document, about: dict[str, UUID | None]) -> str:
    """The passage or the finding that is spoken of; errors: NotFound where it is none of this document."""
    wanted = about["passage"] or about["finding"]
    if wanted is None:
        return ""
    texts = {text.id: text.words for part in document.parts for text in part.texts}
    found = {one.id: one.statement for one in (*document.findings, *document.gaps)}
    words = (texts | found).get(wanted)
    if words is None:
        raise NotFound
    return words


@page(needs="plan.write")
def answer(request: Asked, comment: UUID) -> HttpResponse:
    assessment = assessment_of(comment)
    card, document = working(request, assessment)
    said = said_in(document, comment)
    form = forms.Answer(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.answer_comment(
                comment=comment, words=form.cleaned_data["words"], by=request.actor, at=moment(request)
            )
            messages.success(request, f"{said.partner} is answered.")
            return redirect("needs:desk", assessment=assessment)
    context: dict[str, Any] = {"title": f"Answer {said.partner}", "button": "Answer", "about": said.words}
    return render(request, "needs/form.html", context | {"form": form, "card": card})


def said_in(document: Document, comment: UUID) -> Said:
    for said in every_comment(document):
        if said.id == comment:
            return said
    raise NotFound


@page(needs="plan.write")
def still_true(request: Asked, assessment: UUID) -> HttpResponse:
    about = {name: uuid_in(request, name) for name in ("passage", "finding")}
    if request.method == "POST":
        try:
            actions.still_true(by=request.actor, at=moment(request), **about)
            messages.success(request, "Kept: looked at again today, and still true.")
        except Refused as refusal:
            messages.error(request, str(refusal))
    return redirect("needs:stale", assessment=assessment)
