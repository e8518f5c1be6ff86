"""The officer changes what was promised, each time with a reason that the public reads."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.governance.partnership.queries import owners
from trust.vision.plan import actions, forms, queries
from trust.vision.plan.actions.succession import MEANWHILE, pass_on_action
from trust.vision.plan.queries.changing import action_form, measure_path, other_actions
from trust.vision.plan.queries.paths import basis_of_measure
from trust.vision.plan.queries.succession import passing
from trust.vision.plan.rules.succession import ends_in_words, outlives
from trust.vision.plan.views.write import take_baseline


@page(needs="plan.write")
def reword_action_page(request: Asked, action: UUID) -> HttpResponse:
    priority, now = action_form(action)
    others = other_actions(action)
    form = forms.RewordAction(request.POST or None, initial=now, others=others)
    if form.is_valid():
        words = dict(form.cleaned_data)
        resting_on, why = words.pop("edition"), words.pop("why")
        with refusals_on(form):
            actions.reword_action(
                action=action,
                resting_on=resting_on,
                words=words,
                why=why,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "The new words are saved. Publish the plan to show them.")
            return redirect("plan:priority", priority=priority)
    overtaken = form.is_overtaken(now["edition"], actions.OVERTAKEN)
    context = {
        "form": form,
        "title": "Change the words of an action",
        "button": "Save it",
        "action": action,
        "priority_key": priority,
        "theirs": now if overtaken else None,
        "partners": [one.name for one in owners(on=request.today)],
    }
    return render(request, "plan/reword_action.html", context, status=409 if overtaken else 200)


@page(needs="plan.write")
def pass_on_page(request: Asked, action: UUID) -> HttpResponse:
    """The new owner, from when and why; who had it before stays in its history."""
    priority, now, before = passing(action)
    ends_first = now["ends"] and outlives(now["due"], now["ends"], on=request.today)
    starts = now["ends"] + timedelta(days=1) if ends_first else request.today
    initial = {
        "edition": now["edition"],
        "due": now["due"] if now["due"] >= starts else None,
        "starts": starts,
    }
    form = forms.PassOn(request.POST or None, initial=initial)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        resting_on = facts.pop("edition")
        with refusals_on(form):
            pass_on_action(
                action=action, resting_on=resting_on, **facts, by=request.actor, at=moment(request)
            )
            messages.success(request, "It is passed on. Publish the plan to show it.")
            return redirect("plan:priority", priority=priority)
    overtaken = form.is_overtaken(now["edition"], MEANWHILE)
    context = {"form": form, "now": now, "before": before, "priority_key": priority}
    context |= {"ends_first": ends_first and ends_in_words(now["owner"], now["ends"], on=request.today)}
    context |= {"partners": [one.name for one in owners(on=request.today)]}
    return render(request, "plan/pass_on.html", context, status=409 if overtaken else 200)


@page(needs="plan.write")
def end_action_page(request: Asked, action: UUID) -> HttpResponse:
    priority, now = action_form(action)
    form = forms.Reason(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.end_action(
                action=action, because=form.cleaned_data["because"], by=request.actor, at=moment(request)
            )
            messages.success(request, "The action is taken out. What it said is kept.")
            return redirect("plan:priority", priority=priority)
    context = {"form": form, "title": "Take an action out of the plan", "about": now["what"]}
    return render(request, "plan/change.html", context | {"button": "Take it out", "priority_key": priority})


@page(needs="plan.write")
def replace_measure_page(request: Asked, measure: UUID) -> HttpResponse:
    priority, title, now = measure_path(measure)
    form = forms.ReplaceMeasure(request.POST or None, initial=now)
    if form.is_valid():
        facts = dict(form.cleaned_data)
        with refusals_on(form, "baseline"):
            take_baseline(facts, basis_of_measure(measure, request.today))
    if form.is_valid():
        with refusals_on(form):
            actions.replace_measure(measure=measure, by=request.actor, at=moment(request), **facts)
            messages.success(request, "The measure has its new path. The old one is kept.")
            return redirect("plan:priority", priority=priority)
    context = {"form": form, "title": "Change a baseline or a target", "about": title}
    return render(request, "plan/change.html", context | {"button": "Save it", "priority_key": priority})


@page(needs="plan.write")
def withdraw_page(request: Asked, pledge: UUID) -> HttpResponse:
    priority, row = queries.pledge(pledge)
    form = forms.Withdraw(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.withdraw_pledge(pledge=pledge, by=request.actor, at=moment(request), **form.cleaned_data)
            messages.success(request, "The pledge is withdrawn. What was promised is kept.")
            return redirect("plan:priority", priority=priority)
    about = f"{row.partner}: {row.what}"
    context = {"form": form, "title": "Withdraw a pledge", "about": about, "button": "Withdraw it"}
    return render(request, "plan/change.html", context | {"priority_key": priority})
