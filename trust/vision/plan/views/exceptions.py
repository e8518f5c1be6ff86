"""What an owner says of a measure off its path, and how a partner answers what the Board asked."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.refusals import NotFound
from trust.governance.board.actions import answer_challenge
from trust.vision.plan import queries
from trust.vision.plan.actions import exceptions as deeds
from trust.vision.plan.forms import following as forms
from trust.vision.plan.queries.exceptions import exceptions, the_challenge
from trust.vision.plan.words import CardQuestion


@page(needs="partner.report")
def exception_page(request: Asked, measure: UUID) -> HttpResponse:
    found = queries.measure_of(measure, request.today)
    form = forms.ExceptionForm(request.POST or None)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        with refusals_on(form):
            deeds.report_exception(
                measure=measure,
                **facts,
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Thank you. The Board and everyone else can read it now.")
            return redirect("plan:own-promises")
    context = {
        "form": form,
        "reading": queries.reading(found, request.today),
        "said": exceptions([measure], request.today).get(measure),
    }
    return render(request, "plan/exception.html", context)


@page(needs="partner.report")
def answer_page(request: Asked, challenge: UUID) -> HttpResponse:
    """Only the partner that was asked sees the question here; to others it looks absent."""
    asked = the_challenge(challenge)
    if asked.organisation not in {None, request.actor.organisation}:
        raise NotFound
    form = forms.ChallengeAnswer(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            answer_challenge(
                challenge=challenge, text=form.cleaned_data["text"], by=request.actor, at=moment(request)
            )
            messages.success(request, "Your answer is with the Board.")
            return redirect("plan:own-promises")
    said = exceptions([asked.about_measure], request.today).get(asked.about_measure)
    context = {"form": form, "asked": asked, "said": said, "late": asked.response_due < request.today}
    return render(request, "plan/exception_answer.html", context)


@page(needs="plan.write")
def place_page(request: Asked, measure: UUID) -> HttpResponse:
    found = queries.measure_of(measure, request.today)
    form = forms.PlaceOnCard(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            deeds.place_on_card(
                measure=measure,
                question=CardQuestion(form.cleaned_data["question"]),
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "It stands on the report card now.")
            return redirect("plan:progress")
    return render(request, "plan/exception_place.html", {"form": form, "measure": found})
