"""The office's desk: the assessments, one of them with all that can be done, and its way to the Board."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.forms import PlainForm
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.strategy.needs import actions, forms, queries
from trust.strategy.needs.queries.readiness import every_comment, stale
from trust.strategy.needs.words import Stage, Theme


@page(needs="office.open")
def office(request: Asked) -> HttpResponse:
    context = {
        "assessments": queries.assessments(as_of=request.today),
        "may_write": request.actor.may("plan.write"),
        "may_comment": request.actor.may("partner.report"),
    }
    return render(request, "needs/office.html", context)


@page(needs="plan.write")
def begin(request: Asked) -> HttpResponse:
    form = forms.BeginAssessment(request.POST or None)
    if form.is_valid():
        sent = form.cleaned_data
        with refusals_on(form):
            actions.begin_assessment(
                token=sent["token"],
                title=sent["title"],
                theme=Theme(sent["theme"]),
                leads=UUID(sent["leads"]),
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "It is begun, with the sections that it follows.")
            return redirect("needs:desk", assessment=sent["token"])
    context = {"form": form, "title": "Begin a needs assessment", "button": "Begin it"}
    return render(request, "needs/form.html", context)


@page(needs="plan.write")
def desk(request: Asked, assessment: UUID) -> HttpResponse:
    card = queries.assessment(assessment, as_of=request.today)
    document = queries.document(card, card.now, as_of=request.today)
    stage = card.now.stage
    context = {
        "card": card,
        "edition": card.now,
        "document": document,
        "stale": [] if card.now.is_kept_whole else stale(card, document, on=request.today),
        "waiting": [said for said in every_comment(document) if said.words and not said.answered_on],
        "is_draft": stage is Stage.DRAFT,
        "is_shared": stage is Stage.SHARED,
        "is_frozen": stage is Stage.FROZEN,
        "is_kept_whole": card.now.is_kept_whole,
    }
    return render(request, "needs/desk.html", context)


def one_form(
    request: Asked,
    assessment: UUID,
    form: PlainForm,
    does: Callable[[dict[str, Any]], object],
    **words: str,
) -> HttpResponse:
    """A page of one form about one assessment: do it and go back to the desk, or say what is wrong."""
    card = queries.assessment(assessment, as_of=request.today)
    if form.is_valid():
        with refusals_on(form):
            does(form.cleaned_data)
            messages.success(request, words["done"])
            return redirect("needs:desk", assessment=assessment)
    return render(request, "needs/form.html", {"form": form, "card": card, **words})


@page(needs="plan.write")
def share(request: Asked, assessment: UUID) -> HttpResponse:
    def does(sent: dict[str, Any]) -> None:
        partners = [UUID(one) for one in sent["partners"]]
        actions.share(
            assessment=assessment,
            partners=partners,
            answer_by=sent["answer_by"],
            by=request.actor,
            at=moment(request),
        )

    return one_form(
        request,
        assessment,
        forms.Share(request.POST or None),
        does,
        title="Ask partners for comment",
        button="Send it to them",
        done="It is open for comment, and anyone can read it now.",
    )


@page(needs="plan.write")
def take_back(request: Asked, assessment: UUID) -> HttpResponse:
    return one_form(
        request,
        assessment,
        forms.Why(request.POST or None),
        lambda sent: actions.take_back(assessment=assessment, by=request.actor, at=moment(request), **sent),
        title="Take it back to the desk",
        button="Take it back",
        done="It is being written again. Nobody outside can read it now.",
    )


@page(needs="plan.write")
def freeze(request: Asked, assessment: UUID) -> HttpResponse:
    return one_form(
        request,
        assessment,
        PlainForm(request.POST or None),
        lambda sent: actions.freeze(assessment=assessment, by=request.actor, at=moment(request)),
        title="Freeze it for the Board to agree",
        button="Freeze it",
        says="Every figure is kept as it is known today, with its source. Nothing in this edition changes "
        "after that: a change is the next edition.",
        done="It is frozen, with every figure as it is known today.",
    )


@page(needs="plan.write")
def agree(request: Asked, assessment: UUID) -> HttpResponse:
    return one_form(
        request,
        assessment,
        forms.Agree(request.POST or None),
        lambda sent: actions.agree(
            assessment=assessment, decision=UUID(sent["decision"]), by=request.actor, at=moment(request)
        ),
        title="The Board agreed it",
        button="Keep the decision",
        done="The Board’s decision stands beside it.",
    )


@page(needs="plan.write")
def begin_edition(request: Asked, assessment: UUID) -> HttpResponse:
    return one_form(
        request,
        assessment,
        forms.Why(request.POST or None),
        lambda sent: actions.begin_edition(
            assessment=assessment, by=request.actor, at=moment(request), **sent
        ),
        title="Begin the next edition",
        button="Begin it",
        done="The next edition is open, with all the words of the last. The last stays as it is.",
    )
