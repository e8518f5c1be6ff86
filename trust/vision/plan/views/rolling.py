"""Local plans rolled up for the county and read by anyone, and how a plan of any kind is begun."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.kernel.refusals import NotFound
from trust.governance.board.queries import bodies, body
from trust.governance.board.words import BodyKind
from trust.vision.plan import access, actions, forms, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.rules.local import quarter_in_words
from trust.vision.plan.words import Stage

A_PAGE = 100
COLUMNS = ("priority", "partnership", "what", "who", "by", "state", "standing", "reached", "what was said")


@page(needs="plan.write")
def begin_page(request: Asked) -> HttpResponse:
    """Begin a plan of any kind that the area keeps."""
    local = [
        (str(one.id), one.name)
        for one in bodies(request.today)
        # What our sources do not name is a gap in them, and no body that a plan could be of.
        if one.kind is BodyKind.LOCAL_PARTNERSHIP and one.found
    ]
    plans = [
        (str(row.id), row.title) for row in queries.plans_on(request.today) if row.stage is not Stage.ENDED
    ]
    form = forms.BeginPlan(
        request.POST or None,
        kinds=[(one.key, one.name) for one in queries.kinds().values()],
        bodies=local,
        plans=plans,
        initial={name: request.GET.get(name, "") for name in ("kind", "body", "under")},
    )
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            plan = actions.begin_plan(
                token=facts["token"],
                title=facts["title"],
                first=facts["first"],
                last=facts["last"],
                kind=facts["kind"],
                body=UUID(facts["body"]) if facts["body"] else None,
                under=queries.the_plan(UUID(facts["under"])) if facts["under"] else None,
                stands_for=tuple(facts["stands_for"]),
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "The plan is begun. It is a draft, and nobody outside sees it.")
            return redirect("plan:local-rows" if plan.body_id else "plan:draft-of", plan=plan.pk)
    return render(request, "plan/local_begin.html", {"form": form})


@page(needs="local.write")
def desk(request: Asked) -> HttpResponse:
    """The local plans that this person may write; whoever writes them all goes on to the roll-up."""
    found = queries.local_plans(request.today).values()
    own = [plan for plan in found if access.writes(plan, by=request.actor, on=request.today)]
    if len(own) == 1 and not request.actor.may("plan.write"):
        return redirect("plan:local-rows", plan=own[0].pk)
    county = queries.plan_on(request.today)
    if request.actor.may("plan.write") and county:
        return redirect("plan:roll-up", plan=county.pk)
    return render(request, "plan/local_desk.html", {"plans": own})


@page(needs="plan.write")
def roll_up_page(request: Asked, plan: UUID) -> HttpResponse:
    """What the partnerships add to each of the county’s priorities, and which of them are silent."""
    of = the_county_plan(plan)
    found = queries.roll_up(of, request.today, quarter=asked_quarter(request))
    if request.GET.get("format") == "csv":
        return as_file(found, f"local-plans-{request.today}.csv")
    return render(request, "plan/local_rolled.html", in_view(of, found))


@page(needs="public")
def local_page(request: Asked, plan: UUID) -> HttpResponse:
    """A local plan for anyone to read, or every local plan below the county’s."""
    of = queries.the_plan(plan)
    if of.body_id is None:
        if queries.newest_version(plan, request.day) is None:
            raise NotFound
        found = queries.roll_up(of, request.day, quarter=asked_quarter(request), public=True)
        return render(request, "plan/local_all.html", in_view(of, found))
    shown = queries.local_portrait(of, body(of.body_id).name, request.day)
    if shown is None:
        raise NotFound
    rows = Paginator(shown.rows, A_PAGE).get_page(request.GET.get("page"))
    context = {"plan": of, "body": body(of.body_id), "found": shown, "page": rows, "groups": grouped(rows)}
    return render(request, "plan/local_plan.html", context | {"quarter": in_words(shown.quarter)})


def the_county_plan(key: UUID) -> Plan:
    """A plan that local plans stand below; a local plan has none below it."""
    found = queries.the_plan(key)
    if found.body_id is not None:
        raise NotFound
    return found


def asked_quarter(request: Asked) -> date | None:
    try:
        return date.fromisoformat(request.GET.get("quarter", ""))
    except ValueError:
        return None


def in_words(quarter: date | None) -> str:
    return quarter_in_words(quarter) if quarter else ""


def in_view(plan: Plan, found: queries.RollUp) -> dict[str, Any]:
    return {
        "plan": plan,
        "found": found,
        "quarter": in_words(found.quarter),
        "quarters": [
            (one.isoformat(), quarter_in_words(one), one == found.quarter) for one in found.quarters
        ],
        "spoken": [one for one in found.partnerships if one.said_on],
    }


def grouped(rows: Any) -> list[tuple[str, bool, list[Any]]]:
    """The rows of a page under their priorities, in the order in which those first stand."""
    groups: dict[str, tuple[bool, list[Any]]] = {}
    for told in rows:
        county, lines = groups.setdefault(told.row.priority, (told.row.priority_id is not None, []))
        lines.append(told)
    return [(title, county, lines) for title, (county, lines) in groups.items()]


def as_file(found: queries.RollUp, name: str) -> HttpResponse:
    rows = [
        (
            one.title, line.partnership, line.row.what, line.row.owner or "to be confirmed", line.row.due,
            line.row.state, line.standing or "nothing said", line.reached, line.words,
        )
        for one in found.contributions
        for line in one.lines
    ]  # fmt: skip
    silent = [("", one.name, "", "", "", "", "no return", "", "") for one in found.silent]
    return sent_table(COLUMNS, [*rows, *silent], name)
