"""The officer's pages: write the plan, and publish it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar, districts, setting
from trust.foundation.kernel.english import counted, listed
from trust.foundation.kernel.refusals import NotFound
from trust.governance.partnership.queries import owners
from trust.strategy.needs.queries import findings as all_findings
from trust.vision.outcomes.queries import indicator, indicators
from trust.vision.participation.queries import voices
from trust.vision.plan import actions, forms, queries
from trust.vision.plan.formats import PublishedPriority, write
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.changing import actions_of, taken_back
from trust.vision.plan.queries.comments import open_comments
from trust.vision.plan.queries.paths import basis_of
from trust.vision.plan.rules import completeness
from trust.vision.plan.rules.lifecycle import may_publish, next_step
from trust.vision.plan.rules.paths import Basis
from trust.vision.plan.views.steps import link_to
from trust.vision.plan.words import Given, MeasureKind, Mend, Receiver, Recurrence, Treatment

A_PAGE = 20


def the_plan(request: Asked, plan: UUID | None = None) -> Plan:
    """The plan of an address, or the one that runs today."""
    found = queries.the_plan(plan) if plan else queries.plan_on(request.today)
    if found is None:
        raise NotFound
    return found


def here() -> dict[str, bool]:
    """What is true of everything written in this installation: in a demonstration it is invented."""
    return {"invented": calendar().demonstration}


def the_priority(key: UUID) -> tuple[queries.Draft, PublishedPriority]:
    whole = queries.draft(queries.plan_of(key))
    for priority in whole.plan.priorities:
        if priority.id == key:
            return whole, priority
    raise NotFound


@page(needs="plan.write")
def draft_page(request: Asked, plan: UUID | None = None) -> HttpResponse:
    of = the_plan(request, plan)
    if of.body_id:
        return redirect("plan:local-rows", plan=of.pk)
    whole = queries.draft(of)
    live = queries.newest_version(of.pk, request.today)
    changes = queries.differences(live.plan, whole.plan) if live else []
    stage = queries.stage_of(of, request.today)
    step = next_step(stage, queries.readiness(of, request.today, whole=whole.plan))
    context = {
        "key": of.pk,
        "plan": whole.plan,
        "live": live,
        "changes": changes,
        "stage": stage,
        "next": step,
        # The way to publish is a button.
        "go": link_to(of, step.mend, request.actor) if step and step.mend is not Mend.PUBLISH else None,
        "may_publish": may_publish(stage, local=queries.is_local(of), changed=bool(changes)),
        "kind": queries.kind(of.kind).name,
        "open_comments": open_comments(of.pk).total(),
    }
    return render(request, "plan/draft.html", context)


@page(needs="plan.write")
def add_priority(request: Asked, plan: UUID) -> HttpResponse:
    form = forms.NewPriority(request.POST or None)
    if form.is_valid():
        words = form.cleaned_data | here()
        token = words.pop("token")
        with refusals_on(form):
            actions.add_priority(
                token=token, plan=the_plan(request, plan), words=words, by=request.actor, at=moment(request)
            )
            messages.success(request, "The priority is added. Now link a finding.")
            return redirect("plan:priority", priority=token)
    context = {"form": form, "title": "Add a priority", "button": "Save it", "key": plan}
    return render(request, "plan/form.html", context)


@page(needs="plan.write")
def priority_page(request: Asked, priority: UUID) -> HttpResponse:
    whole, found = the_priority(priority)
    context = {
        "priority": found,
        "plan_title": whole.plan.title,
        "edition": whole.editions[priority],
        "promises": queries.stepped(queries.promises(found, request.today), request.today),
        "key": queries.plan_of(priority).pk,
        "taken_back": taken_back(priority),
    }
    return render(request, "plan/priority.html", context)


@page(needs="plan.write")
def reword(request: Asked, priority: UUID) -> HttpResponse:
    now = queries.priority_form(priority)
    form = forms.RewordPriority(request.POST or None, initial=now)
    if form.is_valid():
        words = dict(form.cleaned_data)
        resting_on = words.pop("edition")
        with refusals_on(form):
            actions.reword_priority(
                priority=priority, resting_on=resting_on, words=words, by=request.actor, at=moment(request)
            )
            messages.success(request, "The new words are saved. Publish the plan to show them.")
            return redirect("plan:priority", priority=priority)
    overtaken = form.is_overtaken(now["edition"], actions.OVERTAKEN)
    context = {
        "form": form,
        "title": "Change the words",
        "button": "Save it",
        "key": queries.plan_of(priority).pk,
        "theirs": now if overtaken else None,
    }
    return render(request, "plan/form.html", context, status=409 if overtaken else 200)


@page(needs="plan.write")
def findings(request: Asked, priority: UUID) -> HttpResponse:
    _, found = the_priority(priority)
    form = forms.LinkFinding(request.POST or None)
    if form.is_valid():
        link_it(form.cleaned_data["finding"], priority, request)
        messages.success(request, "Linked.")
        return redirect("plan:findings", priority=priority)
    cited = {row.id for row in found.needs} | {row.id for row in found.voices}
    words = request.GET.get("words", "")[:80]
    needs = Paginator(all_findings(as_of=request.today, words=words), A_PAGE)
    said = Paginator(voices(as_of=request.today, words=words), A_PAGE)
    context = {
        "priority": found,
        "words": words,
        "cited": cited,
        "needs": needs.get_page(request.GET.get("needs")),
        "voices": said.get_page(request.GET.get("voices")),
        "others": f"{urlencode({'words': words})}&" if words else "",
    }
    return render(request, "plan/findings.html", context)


def link_it(key: UUID, priority: UUID, request: Asked) -> None:
    if request.POST.get("kind") == "voice":
        actions.link_voice(priority=priority, voice=key, by=request.actor, at=moment(request))
    else:
        actions.link_need(priority=priority, need=key, by=request.actor, at=moment(request))


def partners_for(request: Asked) -> list[str]:
    return [partner.name for partner in owners(on=request.today)]


@page(needs="plan.write")
def add_action(request: Asked, priority: UUID) -> HttpResponse:
    _, found = the_priority(priority)
    form = forms.NewAction(request.POST or None, others=actions_of(queries.plan_of(priority).pk))
    if form.is_valid():
        facts = form.cleaned_data | here()
        steps = facts.pop("milestones")
        with refusals_on(form):
            actions.add_stepped_action(
                steps=steps, priority=priority, by=request.actor, at=moment(request), **facts
            )
            said = f" So {'is' if len(steps) == 1 else 'are'} {counted(len(steps), 'milestone')}."
            messages.success(request, f"The action is added.{said if steps else ''}")
            return redirect("plan:priority", priority=priority)
    context = {"form": form, "priority": found, "title": "Add an action", "button": "Save this action"}
    return render(request, "plan/action_form.html", context | {"partners": partners_for(request)})


@page(needs="plan.write")
def add_pledge(request: Asked, priority: UUID) -> HttpResponse:
    _, found = the_priority(priority)
    form = forms.NewPledge(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data | here()
        facts |= {"given": Given(facts["given"]), "receiver": Receiver(facts["receiver"])}
        with refusals_on(form):
            pledge = actions.record_pledge(priority=priority, by=request.actor, at=moment(request), **facts)
            return redirect("plan:correct-pledge", pledge=pledge.pk)
    context = {"form": form, "priority": found, "title": "Record a pledge", "button": "Save this pledge"}
    return render(request, "plan/form.html", context | {"partners": partners_for(request)})


@page(needs="plan.write")
def correct_pledge(request: Asked, pledge: UUID) -> HttpResponse:
    priority, row = queries.pledge(pledge)
    now = {"treatment": row.treatment, "recurrence": row.recurrence, "power": row.power}
    form = forms.CorrectPledge(request.POST or None, initial=now)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.correct_terms(
                pledge=pledge,
                treatment=Treatment(facts["treatment"]),
                recurrence=Recurrence(facts["recurrence"]),
                power=facts["power"],
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Corrected. What it said before is kept.")
            return redirect("plan:priority", priority=priority)
    return render(request, "plan/pledge.html", {"form": form, "pledge": row, "priority": priority})


@page(needs="plan.write")
def add_measure(request: Asked, priority: UUID) -> HttpResponse:
    _, found = the_priority(priority)
    form = forms.NewMeasure(
        request.POST or None,
        indicators=[(card.code, card.plain_title) for card in indicators()],
        places=places_for(request),
    )
    if form.is_valid():
        facts: dict[str, Any] = form.cleaned_data | here()
        names = dict(places_for(request))
        facts |= {"kind": MeasureKind(facts["kind"]), "indicator_code": facts.pop("indicator")}
        facts["about"] = listed([names[code] for code in facts["areas"]])
        held = basis_of(indicator(facts["indicator_code"]), facts["areas"], request.today)
        with refusals_on(form, "baseline"):
            take_baseline(facts, held)
    if form.is_valid():
        with refusals_on(form):
            actions.add_measure(priority=priority, by=request.actor, at=moment(request), **facts)
            messages.success(request, f"The measure is added. {held.nothing_held}".strip())
            return redirect("plan:priority", priority=priority)
    context = {"form": form, "priority": found, "title": "Add a measure", "button": "Save this measure"}
    return render(request, "plan/more_form.html", context | {"partners": partners_for(request)})


def take_baseline(facts: dict[str, Any], held: Basis) -> None:
    """The published baseline where none was typed; errors: Refused where another was, not on purpose."""
    own = facts.pop("own_baseline")
    facts["baseline"] = held.taken(facts["baseline_period"], facts["baseline"], own=own)


def places_for(request: Asked) -> list[tuple[str, str]]:
    county = setting()
    return [(county.county, county.area_name), *((p.code, p.name) for p in districts(on=request.today))]


@page(needs="plan.publish")
def publish_page(request: Asked, plan: UUID) -> HttpResponse:
    of = the_plan(request, plan)
    if of.body_id:
        return redirect("plan:publish-local", plan=plan)
    live, whole = queries.newest_version(plan, request.today), queries.draft(of)
    unmet = completeness.unmet(queries.check_plan(of, request.today, whole=whole.plan))
    form = forms.Publish(request.POST or None, without=[one.what for one in unmet])
    if form.is_valid():
        with refusals_on(form):
            version = actions.publish(
                plan=of,
                why=form.cleaned_data["why"],
                because=form.cleaned_data["because"],
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, f"Version {version.number} is published. Anyone can read it now.")
            return redirect("plan:version", plan=plan, number=version.number)
    context = {
        "form": form,
        "live": live,
        "changes": queries.differences(live.plan, whole.plan) if live else [],
        # What is told of a change may pass something over; the text that would be sealed does not.
        "same": live is not None and write(live.plan) == write(whole.plan),
        "plan": whole.plan,
        "key": plan,
        "unmet": unmet,
        "stops": completeness.stops_publication(unmet),
    }
    return render(request, "plan/publish.html", context)
