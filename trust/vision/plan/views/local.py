"""A local partnership’s own desk: its rows one by one, and what it says each quarter."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, moment, page, refusals_on, refused_page
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.tables import as_xlsx
from trust.foundation.people.queries import workers
from trust.governance.board.queries import body
from trust.governance.partnership.queries import owners
from trust.vision.outcomes.queries import indicators
from trust.vision.plan import access, actions, forms, queries
from trust.vision.plan.formats.rows import COLUMNS, as_cells
from trust.vision.plan.models import Plan
from trust.vision.plan.rules.local import SaidOfRow, in_lines, quarter_in_words, quarter_of, quarters_over
from trust.vision.plan.words import RowState, Standing

NEEDS = "local.write"
A_PAGE = 50
TEXTS = ("own_priority", "what", "helps", "how", "success", "indicator", "baseline", "baseline_period")


def the_local_plan(request: Asked, plan: UUID) -> Plan:
    return access.open_local_plan(plan, by=request.actor, on=request.today)


@page(needs=NEEDS)
def rows_page(request: Asked, plan: UUID) -> HttpResponse:
    """The plan as practitioners know it: a table of rows, each of which opens."""
    of = the_local_plan(request, plan)
    asked = {name: value[:80] for name in ("words", "state", "priority") if (value := request.GET.get(name))}
    found = queries.narrowed_rows(of, **asked)
    if request.GET.get("format") in {"csv", "xlsx"}:
        return as_file(of, found, request)
    shown = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    live = queries.newest_version(of.pk, request.today)
    context = {
        "plan": of,
        "body": body(of.body_id) if of.body_id else None,
        "page": shown,
        "cards": queries.row_cards(of, shown.object_list),
        "number": shown.paginator.count,
        "total": queries.narrowed_rows(of).count() if asked else shown.paginator.count,
        "asked": asked,
        "others": f"{urlencode(asked)}&" if asked else "",
        "states": list(RowState),
        "priorities": queries.priority_titles(of).items(),
        "live": live,
        "stage": queries.stage_of(of, request.today),
        "changed": live is None or live.plan.rows != queries.published_rows(of),
        "quarter": quarter_to_say(of, request.today),
        "pens": queries.pens_for(of.body_id, request.today) if of.body_id else [],
        "may_give": request.actor.may("plan.write"),
    }
    return render(request, "plan/local_rows.html", context)


def quarter_to_say(plan: Plan, on: date) -> tuple[date, str, bool] | None:
    """The last quarter that is over, in words, and whether its return is in."""
    over = quarters_over(plan.first, plan.last, on)
    if not over:
        return None
    return over[0], quarter_in_words(over[0]), bool(queries.returns_of([plan.pk], over[0], on))


def as_file(plan: Plan, found: Any, request: Asked) -> HttpResponse:
    rows = [as_cells(card.row) for card in queries.row_cards(plan, found)]
    name = f"local-plan-{request.today}.{request.GET['format']}"
    if request.GET["format"] == "csv":
        return sent_table(COLUMNS, rows, name)
    about = [("Plan", plan.title), ("As of", request.today.isoformat())]
    return sent_file(as_xlsx(COLUMNS, rows, about=about), name)


def choices(plan: Plan) -> dict[str, Any]:
    return {
        "priorities": [(str(key), title) for key, title in queries.priority_titles(plan).items()],
        "indicators": [(card.code, card.plain_title) for card in indicators()],
    }


@page(needs=NEEDS)
def add_row(request: Asked, plan: UUID) -> HttpResponse:
    of = the_local_plan(request, plan)
    form = forms.NewRow(request.POST or None, **choices(of))
    if form.is_valid():
        words = form.cleaned_data | {"invented": calendar().demonstration}
        with refusals_on(form):
            actions.add_row(
                token=words.pop("token"), plan=of, words=words, by=request.actor, at=moment(request)
            )
            messages.success(request, "The row is added.")
            return redirect("plan:local-rows", plan=plan)
    return row_form(request, of, form, title="Add a row", button="Save this row")


@page(needs=NEEDS)
def reword_row(request: Asked, row: UUID) -> HttpResponse:
    """Change one row; whoever saves second sees both and loses nothing."""
    of, now = the_row(request, row)
    form = forms.RewordRow(request.POST or None, initial=as_initial(now), **choices(of))
    if form.is_valid():
        words = dict(form.cleaned_data)
        resting_on = words.pop("edition")
        with refusals_on(form):
            actions.reword_row(
                row=row, resting_on=resting_on, words=words, by=request.actor, at=moment(request)
            )
            messages.success(request, "The row is saved.")
            return redirect("plan:local-rows", plan=of.pk)
    overtaken = form.is_overtaken(now.edition, actions.OVERTAKEN)
    theirs = queries.row_cards(of, [now])[0].row if overtaken else None
    return row_form(request, of, form, title="Change this row", button="Save it", row=now, theirs=theirs)


def the_row(request: Asked, row: UUID) -> tuple[Plan, Any]:
    plan, now = queries.row(row)
    if not access.writes(plan, by=request.actor, on=request.today):
        raise NotFound
    return plan, now


def as_initial(now: Any) -> dict[str, Any]:
    facts = {name: getattr(now, name) for name in (*TEXTS, "due", "state", "edition")}
    owner = now.owner.name if now.owner else ""
    return {**facts, "priority": now.priority_id or "", "owner": owner, "targets": in_lines(now.targets)}


def row_form(
    request: Asked, plan: Plan, form: Any, *, title: str, button: str, row: Any = None, theirs: Any = None
) -> HttpResponse:
    context = {"plan": plan, "form": form, "title": title, "button": button, "row": row, "theirs": theirs}
    context["partners"] = [partner.name for partner in owners(on=request.today)]
    return render(request, "plan/local_row.html", context, status=409 if theirs else 200)


@page(needs=NEEDS)
def end_row(request: Asked, row: UUID) -> HttpResponse:
    of, now = the_row(request, row)
    form = forms.EndRow(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.end_row(
                row=row, because=form.cleaned_data["because"], by=request.actor, at=moment(request)
            )
            messages.success(request, "The row has ended. Its history is kept.")
            return redirect("plan:local-rows", plan=of.pk)
    return render(request, "plan/local_end.html", {"form": form, "plan": of, "row": now})


@page(needs=NEEDS)
@require_POST
def move_row(request: Asked, row: UUID) -> HttpResponse:
    of, _ = the_row(request, row)
    try:
        actions.move_row(row=row, up=request.POST.get("way") == "up", by=request.actor, at=moment(request))
    except Refused as refusal:
        return refused_page(request, str(refusal), status=409)
    messages.success(request, "The row is moved.")
    return redirect("plan:local-rows", plan=of.pk)


@page(needs=NEEDS)
def return_page(request: Asked, plan: UUID) -> HttpResponse:
    """How the quarter went, row by row: a page of rows at a time, each save keeping what was said before."""
    of = the_local_plan(request, plan)
    quarter = asked_quarter(of, request)
    before = queries.returns_of([of.pk], quarter, date.max).get(of.pk)
    shown = Paginator(queries.narrowed_rows(of), A_PAGE).get_page(request.GET.get("page"))
    rows = [(str(one.row_id), one.what) for one in shown.object_list]
    form = forms.ReturnForm(request.POST or None, rows=rows, initial=said_before(before))
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.make_return(
                token=facts["token"],
                plan=of,
                quarter=quarter,
                resting_on=facts["resting_on"],
                said=lines_of(rows, facts),
                words=facts["words"],
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Thank you. The county can see it now.")
            return redirect("plan:local-rows", plan=plan)
    context = {
        "plan": of,
        "quarter": quarter_in_words(quarter),
        "form": form,
        "page": shown,
        "before": before,
        "others": f"quarter={quarter}&",
        "lines": [
            (what, form[f"standing-{key}"], form[f"words-{key}"], form[f"reached-{key}"])
            for key, what in rows
        ],
    }
    return render(request, "plan/local_return.html", context)


def asked_quarter(plan: Plan, request: Asked) -> date:
    """The quarter of the address, or the last that is over, or else the one that runs."""
    over = quarters_over(plan.first, plan.last, request.today)
    known = {quarter.isoformat(): quarter for quarter in (*over, quarter_of(request.today))}
    newest = over[0] if over else quarter_of(request.today)
    return known.get(request.GET.get("quarter", ""), newest)


def said_before(before: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"resting_on": before.edition if before else 0}
    if before:
        found["words"] = before.words
        for key, line in before.lines.items():
            told = {"standing": line.standing.value, "words": line.words, "reached": line.reached}
            found |= {f"{name}-{key}": value for name, value in told.items()}
    return found


def lines_of(rows: list[tuple[str, str]], facts: dict[str, Any]) -> list[SaidOfRow]:
    return [
        SaidOfRow(key, Standing(facts[f"standing-{key}"]), facts[f"words-{key}"], facts[f"reached-{key}"])
        for key, _ in rows
        if facts[f"standing-{key}"]
    ]


@page(needs=NEEDS)
def publish_page(request: Asked, plan: UUID) -> HttpResponse:
    """Publish a local plan: what is not sure yet is shown as such, and stops nothing."""
    of = the_local_plan(request, plan)
    form = forms.PublishLocal(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.publish(
                plan=of, why=form.cleaned_data["why"], because=access.HONEST, by=request.actor,
                at=moment(request),
            )  # fmt: skip
            messages.success(request, "It is published. Anyone can read it now.")
            return redirect("plan:local-plan", plan=plan)
    unsure = [row for row in queries.published_rows(of) if row.state != RowState.AGREED]
    context = {"plan": of, "form": form, "unsure": unsure, "rows": queries.narrowed_rows(of).count()}
    return render(request, "plan/local_publish.html", context)


@page(needs="plan.write")
def pen_page(request: Asked, plan: UUID) -> HttpResponse:
    """Who writes for this partnership: given and taken by whoever writes every plan."""
    of = the_local_plan(request, plan)
    assert of.body_id is not None
    people = [(str(one.id), f"{one.name}, {one.organisation}") for one in workers(on=request.today)]
    form = forms.GivePen(request.POST if "worker" in request.POST else None, workers=people)
    if request.POST.get("pen"):
        held = {str(one.id): one.id for one in queries.pens_for(of.body_id, request.today)}
        if request.POST["pen"] in held:
            actions.take_pen(pen=held[request.POST["pen"]], by=request.actor, at=moment(request))
            messages.success(request, "They no longer write this plan. What they wrote stays.")
        return redirect("plan:local-pen", plan=plan)
    if form.is_valid():
        chosen = next(one for one in workers(on=request.today) if str(one.id) == form.cleaned_data["worker"])
        actions.give_pen(
            body=of.body_id, worker=chosen.id, name=chosen.name, by=request.actor, at=moment(request)
        )
        messages.success(request, f"{chosen.name} writes this plan now.")
        return redirect("plan:local-pen", plan=plan)
    pens = queries.pens_for(of.body_id, request.today)
    return render(request, "plan/local_pen.html", {"plan": of, "form": form, "pens": pens})
