"""The office puts decisions on record, corrects what was written, and says what has been done."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.governance.board import actions
from trust.governance.board.forms import CorrectDecision, DecisionDone, RecordDecision, WhichDecisions
from trust.governance.board.queries import bodies, decision_on, decisions, the_board
from trust.governance.board.views.decisions import a_page_of
from trust.governance.partnership.queries import owners

NEEDS = "board.record"


@page(needs=NEEDS)
def list_for_office(request: Asked) -> HttpResponse:
    form = WhichDecisions(request.GET)
    found = decisions(request.today, **form.cleaned_data) if form.is_valid() else []
    context = a_page_of(request, form, found)
    return render(request, "board/office_decisions.html", context, status=200 if form.is_valid() else 400)


@page(needs=NEEDS)
def record_page(request: Asked) -> HttpResponse:
    """Record a decision; whoever came from another page of the office goes back to it."""
    board = the_board(request.today)
    every = sorted(bodies(request.today), key=lambda one: (board is None or one.id != board.id, one.name))
    form = RecordDecision(
        request.POST or None,
        bodies=[(str(one.id), one.name) for one in every],
        initial={"day": request.today},
    )
    if form.is_valid():
        facts = form.cleaned_data | {"body": UUID(form.cleaned_data["body"])}
        with refusals_on(form):
            actions.record_decision(
                **facts, invented=calendar().demonstration, by=request.actor, at=moment(request)
            )
            messages.success(request, "The decision is on record. Anyone can read its plain line now.")
            return redirect(back_to(request))
    context = {"form": form, "title": "Record a decision", "button": "Record it"}
    return render(request, "board/decision_form.html", context | partners(request))


def back_to(request: Asked) -> str:
    then = request.GET.get("then", "")
    inside = then.startswith("/office/") and url_has_allowed_host_and_scheme(then, allowed_hosts=None)
    return then if inside else reverse("board:office-decisions")


def partners(request: Asked) -> dict[str, list[str]]:
    return {"partners": [one.name for one in owners(on=request.today)]}


@page(needs=NEEDS)
def correct_page(request: Asked, decision: UUID) -> HttpResponse:
    card = decision_on(decision, request.today)
    now: dict[str, Any] = {name: getattr(card, name) for name in ("text", "public_line", "owner", "due")}
    form = CorrectDecision(request.POST or None, initial=now)
    if form.is_valid():
        with refusals_on(form):
            actions.correct_decision(
                decision=decision, **form.cleaned_data, by=request.actor, at=moment(request)
            )
            messages.success(request, "Corrected. What it said before is kept.")
            return redirect("board:office-decisions")
    context = {"form": form, "title": "Correct a decision", "button": "Correct it", "card": card}
    return render(request, "board/decision_form.html", context | partners(request))


@page(needs=NEEDS)
def done_page(request: Asked, decision: UUID) -> HttpResponse:
    card = decision_on(decision, request.today)
    form = DecisionDone(request.POST or None, initial={"done": request.today})
    if form.is_valid():
        with refusals_on(form):
            actions.carry_out_decision(
                decision=decision, done=form.cleaned_data["done"], by=request.actor, at=moment(request)
            )
            messages.success(request, "Noted: it is done.")
            return redirect("board:office-decisions")
    context = {"form": form, "title": "It is done", "button": "Save it", "card": card}
    return render(request, "board/decision_form.html", context)
