"""A plan's life in the office: every plan, what one lacks, what it says of itself, and what comes next."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.reading_age import readable
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.statute.findings import Result, days_of_change
from trust.governance.board.queries import decisions
from trust.vision.plan import access, actions, forms, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.adopted import adopted_in
from trust.vision.plan.queries.statements import completeness_law
from trust.vision.plan.queries.succession import orphans
from trust.vision.plan.rules import completeness
from trust.vision.plan.rules.lifecycle import GATES, stages_of, ways_on
from trust.vision.plan.rules.reviewing import READING_AGE
from trust.vision.plan.views.steps import home_of, link_to, way
from trust.vision.plan.words import AlignedWith, Mend, Part, Stage

NEEDS = "plan.write"
# A list to choose from holds no more; the newest are the ones that are meant.
MOST_OFFERED = 100
COLUMNS = ("rule", "result", "force", "what", "missing", "who", "what_to_do", "law", "where")
MEND = {
    "statements": "plan:statements",
    "alignments": "plan:alignments",
    "groups": "plan:groups",
    "consultation": "plan:consultations",
    "signatures": "plan:office-signatures",
}


@page(needs=NEEDS)
def every_plan(request: Asked) -> HttpResponse:
    return render(request, "plan/every_plan.html", {"rows": queries.plans_on(request.today)})


@page(needs=NEEDS)
def check_page(request: Asked, plan: UUID) -> HttpResponse:
    """What the plan lacks, by the law of when it was made or of another day on which the law changed."""
    of = queries.the_plan(plan)
    made_on = queries.made_on(of, request.today)
    own, days = made_on or request.today, days_of_change(completeness_law())
    law_on = next((day for day in days if day.isoformat() == request.GET.get("law_on")), own)
    found = queries.check_plan(of, request.today, law_on)
    if request.GET.get("format") == "csv":
        return as_file(found, f"plan-check-{request.today}.csv")
    # A reason was given under the plan's own law: beside that of another day it says nothing.
    reasons = queries.excuses(of, found, request.today) if law_on == own else {}
    context = {
        "plan": of,
        "law_on": law_on,
        "made_on": made_on,
        "own": own,
        "days": days,
        "orphans": orphans([plan], request.today, adopted_in(plan, request.today)),
        "lede": completeness.in_short(found),
        "stops": completeness.stops_publication(found),
        "open": [(one, mend(of, one.rule), reasons.get(one.rule)) for one in completeness.unmet(found)],
        "unsure": [one for one in found if one.result is Result.CANNOT_TELL],
        "met": [one for one in found if one.result is Result.MET],
        "idle": [one for one in found if one.result is Result.DOES_NOT_APPLY],
    }
    return render(request, "plan/check.html", context)


def mend(plan: Plan, rule: str) -> tuple[str, UUID]:
    """The page where it is put right, by the name of its address."""
    found = next(row for row in reversed(completeness_law().provisions) if row.rule == rule)
    return MEND.get(found.values["mend"], "plan:draft-of"), plan.pk


def as_file(found: list[Any], name: str) -> HttpResponse:
    rows = (
        (
            one.rule, one.result, one.force, one.what, one.what_is_wrong, "; ".join(one.who), one.ask,
            one.law, one.where,
        )
        for one in found
    )  # fmt: skip
    return sent_table(COLUMNS, rows, name)


@page(needs="local.write")
def life_page(request: Asked, plan: UUID) -> HttpResponse:
    """Where the plan stands, what it went through, and the ways on with their gates."""
    of = access.open_written_plan(plan, by=request.actor, on=request.today)
    stage, decisions = queries.stage_of(of, request.today), decided(request)
    # A decision is named with the move, so its gate is open where there is one to name.
    known = queries.readiness(of, request.today, decided=bool(decisions))
    moves = [(stage, to) for to in ways_on(stage, local=known.local)]
    ways = [way(of, move, GATES[move](known), request.actor) for move in moves]
    form = None
    if request.method == "POST":
        to = asked_stage(request)
        made = next((one.link for one in ways if one.to is to and not one.waits and one.link), None)
        if made:
            return redirect(made.address)
        form = forms.MoveForm(request.POST, to=to, decisions=decisions)
        if form.is_valid():
            with refusals_on(form):
                move(of, to, form, request)
                return redirect("plan:life", plan=plan)
    context = {
        "plan": of,
        "home": home_of(of),
        "stage": stage,
        "stages": stages_of(stage, local=known.local),
        "steps": queries.life(of, request.today),
        "form": form,
        "open": [
            (one, form if form and form.to is one.to else forms.MoveForm(to=one.to, decisions=decisions))
            for one in ways
            if not one.waits
        ],
        "shut": [one for one in ways if one.waits],
        "record": link_to(of, Mend.DECISION, request.actor),
    }
    return render(request, "plan/life.html", context)


def asked_stage(request: Asked) -> Stage:
    asked = request.POST.get("to")
    if asked not in list(Stage):
        raise NotFound
    return Stage(asked)


def move(plan: Plan, to: Stage, form: forms.MoveForm, request: Asked) -> None:
    facts = form.cleaned_data
    actions.move_plan(
        plan=plan,
        to=to,
        why=facts["why"],
        decision=UUID(facts["decision"]) if facts["decision"] else None,
        by=request.actor,
        at=moment(request),
    )
    messages.success(request, f"The plan is now: {to}.")


def decided(request: Asked) -> list[tuple[str, str]]:
    return [
        (str(one.id), f"{one.day:%-d %B %Y}: {one.public_line}")
        for one in decisions(request.today, MOST_OFFERED)
    ]


@page(needs=NEEDS)
def statements_page(request: Asked, plan: UUID) -> HttpResponse:
    of = queries.the_plan(plan)
    written = queries.statements(of)
    context = {"plan": of, "rows": [(part, written.get(part)) for part in Part]}
    return render(request, "plan/statements.html", context)


@page(needs=NEEDS)
def statement_page(request: Asked, plan: UUID, part: str) -> HttpResponse:
    of = queries.the_plan(plan)
    if part not in list(Part):
        raise NotFound
    which = Part(part)
    now = queries.statements(of).get(which)
    edition = now.edition if now else 0
    initial: dict[str, Any] = {"text": now.text if now else "", "edition": edition}
    form = forms.StatementForm(request.POST or None, initial=initial, decisions=decided(request))
    checking = "check" in request.POST
    if form.is_valid() and not checking:
        facts = form.cleaned_data
        with refusals_on(form):
            actions.write_statement(
                plan=of,
                part=which,
                text=facts["text"],
                resting_on=facts["edition"],
                adopted=UUID(facts["adopted"]) if facts["adopted"] else None,
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, f"“{which.label}” is saved. Publish the plan to show it.")
            return redirect("plan:statements", plan=plan)
    overtaken = not checking and form.is_overtaken(edition, actions.OVERTAKEN)
    reading = readable(form.data.get("text", "") if form.is_bound else initial["text"])
    context = {"form": form, "plan": of, "part": which, "theirs": now if overtaken else None}
    context |= {"reading": reading, "aim": READING_AGE}
    return render(request, "plan/statement.html", context, status=409 if overtaken else 200)


@page(needs=NEEDS)
def alignments_page(request: Asked, plan: UUID) -> HttpResponse:
    of = queries.the_plan(plan)
    found = queries.alignments(of, request.today)
    gone = [kind for kind in AlignedWith if kind not in {one.aligned_with for one in found}]
    return render(request, "plan/alignments.html", {"plan": of, "rows": found, "gone": gone})


@page(needs=NEEDS)
def align_page(request: Asked, plan: UUID) -> HttpResponse:
    of = queries.the_plan(plan)
    asked = request.GET.get("again")
    again = next((one for one in queries.alignments(of, request.today) if str(one.id) == asked), None)
    initial = vars(again) | {"stated_on": None, "targets": ""} if again else {}
    form = forms.AlignForm(request.POST or None, initial=initial)
    if form.is_valid():
        facts = form.cleaned_data
        targets = [line.strip() for line in facts.pop("targets").splitlines() if line.strip()]
        kept = tuple((one.title, one.priority) for one in again.targets) if again else ()
        with refusals_on(form):
            actions.align(
                plan=of,
                **{**facts, "aligned_with": AlignedWith(facts["aligned_with"])},
                targets=(*kept, *((name[:200], None) for name in targets)),
                replaces=again.id if again else None,
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Stated.")
            return redirect("plan:alignments", plan=plan)
    return render(request, "plan/align.html", {"form": form, "plan": of, "again": again})


@page(needs=NEEDS)
def other_side_page(request: Asked, alignment: UUID) -> HttpResponse:
    of, about = queries.alignment(alignment)
    form = forms.OtherSideForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.other_side_changed(
                alignment=alignment, **form.cleaned_data, by=request.actor, at=moment(request)
            )
            messages.success(request, "Noted. It is out of date until somebody compares the two again.")
            return redirect("plan:alignments", plan=of.pk)
    return render(request, "plan/align.html", {"form": form, "plan": of, "again": about})


@page(needs=NEEDS)
def groups_page(request: Asked, plan: UUID) -> HttpResponse:
    """Each group of children that the plan must think of, answered one by one."""
    of = queries.the_plan(plan)
    priorities = [(str(one.id), one.title) for one in queries.draft(of).plan.priorities]
    form = forms.GroupForm(request.POST or None, priorities=priorities)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.cover_group(
                plan=of,
                group=facts["group"],
                priority=UUID(facts["priority"]) if facts["priority"] else None,
                reason=facts["reason"],
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, f"Answered for: {facts['group']}.")
            return redirect("plan:groups", plan=plan)
    titles = dict(priorities)
    rows = [(card, titles.get(str(card.priority), "")) for card in queries.groups(of, request.today)]
    context = {"plan": of, "rows": rows, "form": form, "priorities": priorities}
    return render(request, "plan/groups.html", context)
