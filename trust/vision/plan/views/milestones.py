"""The steps on the way of an action: who holds each, and what became of it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.forms import PlainForm
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar, organisation
from trust.governance.partnership.queries import owners
from trust.vision.plan import actions, queries
from trust.vision.plan.access import open_steps
from trust.vision.plan.forms import milestones as forms
from trust.vision.plan.queries.milestones import ActionHead, MilestoneCard, action_head, milestone, telling

type Deed = Callable[[dict[str, Any]], object]


@page(needs="office.open")
def steps_page(request: Asked, action: UUID) -> HttpResponse:
    """Every milestone of an action, with what may be said of each; and the form that adds one."""
    head = action_head(action)
    open_steps(head, by=request.actor, on=request.today)
    form = forms.ClaimForm(request.POST or None, initial={"owner": own_name(request) or head.owner})
    if form.is_valid():
        with refusals_on(form):
            actions.claim_milestone(
                action=action,
                **form.cleaned_data,
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "The milestone is added. Anyone can see it with its action.")
            return redirect("plan:milestones", action=action)
    rows = [
        (card, may_tell(request, head, card), telling(card.id, request.today) if card.stands.words else [])
        for card in queries.milestones([action], request.today)
    ]
    context = {"head": head, "rows": rows, "form": form, "writes": request.actor.may("plan.write")}
    return render(request, "plan/milestones.html", context | partners(request))


def own_name(request: Asked) -> str:
    """A partner’s lead claims for its own organisation."""
    of = request.actor.organisation
    return organisation(of).name if of and not request.actor.may("plan.write") else ""


def partners(request: Asked) -> dict[str, list[str]]:
    return {"partners": [one.name for one in owners(on=request.today)]}


def may_tell(request: Asked, head: ActionHead, card: MilestoneCard) -> bool:
    of = request.actor.organisation
    return request.actor.may("plan.write") or (of is not None and of in {card.owner_id, head.owner_id})


def told(
    request: Asked,
    key: UUID,
    form: Callable[..., PlainForm],
    deed: Deed,
    words: tuple[str, str, str],
    **initial: Any,
) -> HttpResponse:
    """One page about one milestone: its form, its one deed, and back to the list."""
    head, card = milestone(key, request.today)
    open_steps(head, by=request.actor, on=request.today)
    filled = form(request.POST or None, initial=initial)
    if filled.is_valid():
        with refusals_on(filled):
            deed(filled.cleaned_data | {"milestone": key, "by": request.actor, "at": moment(request)})
            messages.success(request, words[2])
            return redirect("plan:milestones", action=head.id)
    context = {"form": filled, "head": head, "card": card, "title": words[0], "button": words[1]}
    return render(request, "plan/milestone_form.html", context | partners(request))


def marked(deed: Callable[..., object]) -> Deed:
    """In a demonstration all that is said is invented."""
    return lambda facts: deed(**facts, invented=calendar().demonstration)


@page(needs="office.open")
def reach_page(request: Asked, milestone: UUID) -> HttpResponse:
    words = ("It is reached", "Save it", "Reached. Anyone can read what shows it.")
    return told(request, milestone, forms.ReachForm, marked(actions.reach_milestone), words, on=request.today)


@page(needs="office.open")
def move_page(request: Asked, milestone: UUID) -> HttpResponse:
    words = ("Move it to another day", "Move it", "Moved. The day it had before is kept.")
    return told(request, milestone, forms.StepMoveForm, marked(actions.move_milestone), words)


@page(needs="office.open")
def withdraw_page(request: Asked, milestone: UUID) -> HttpResponse:
    words = ("Withdraw a milestone", "Withdraw it", "Withdrawn. What it said is kept.")
    return told(request, milestone, forms.StepWithdrawForm, marked(actions.withdraw_milestone), words)


@page(needs="office.open")
def give_up_page(request: Asked, milestone: UUID) -> HttpResponse:
    words = ("Let another partner hold it", "Let it go", "Nobody holds it now. Another partner can claim it.")
    return told(request, milestone, forms.GiveUpForm, lambda facts: actions.give_up_milestone(**facts), words)


@page(needs="office.open")
def take_page(request: Asked, milestone: UUID) -> HttpResponse:
    words = ("Claim a milestone", "Claim it", "Claimed.")
    return told(
        request,
        milestone,
        forms.TakeForm,
        lambda facts: actions.take_milestone(**facts),
        words,
        owner=own_name(request),
    )
