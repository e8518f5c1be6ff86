"""What needs chasing, and how an owner says how it is going."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar, organisation
from trust.vision.participation.queries import comments, concern_page
from trust.vision.plan import actions, forms, queries
from trust.vision.plan.queries.chasing import ENDS
from trust.vision.plan.words import Standing

A_PAGE = 20
COLUMNS = ("why", "what", "who", "since", "plan")


@page(needs="office.open")
def office(request: Asked) -> HttpResponse:
    plans = queries.running(request.today)
    every = queries.chasing(plans, request.today)
    asked = {name: value for name in ("why", "who", "plan", "sort") if (value := request.GET.get(name))}
    found = queries.narrowed(every, **asked)
    if request.GET.get("format") == "csv":
        return as_file(found, f"to-do-{request.today}.csv")
    return render(request, "plan/office.html", to_do(request, plans, every, found, asked))


def to_do(
    request: Asked,
    plans: list[queries.Published],
    every: list[queries.Chase],
    found: list[queries.Chase],
    asked: dict[str, str],
) -> dict[str, Any]:
    """What the officer's list shows: one page of what was found, and what it can be narrowed to."""
    writes = request.actor.may("plan.write")
    kept = urlencode([(name, value) for name, value in asked.items() if name != "sort"])
    return {
        "plans": plans,
        "every": every,
        "number": len(found),
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "whys": list(dict.fromkeys(row.why for row in every)),
        "of_plans": list(dict.fromkeys(row.plan for row in every)),
        "whos": sorted({row.who for row in every if row.who}),
        "asked": asked,
        "others": f"{urlencode(asked)}&" if asked else "",
        "narrowing": f"{kept}&" if kept else "",
        "sort": asked.get("sort", ""),
        "ends": ENDS,
        "waiting": comments(waiting=True).found if writes else 0,
        "may_write": writes,
        "own": own_name(request),
        "concerns": concern_page(1, untold=True)[1].paginator.count
        if request.actor.may("concerns.read")
        else 0,
        "may_local": request.actor.may("local.write") and not writes,
        "may_decide": request.actor.may("board.record"),
        "reasoned": [one for one in plans if writes and queries.excused(one)],
        "may_report": request.actor.may("partner.report"),
    }


def own_name(request: Asked) -> str:
    """The organisation that a partner’s lead answers for; an officer asks them all."""
    of = request.actor.organisation
    leads = request.actor.may("partner.report") and not request.actor.may("plan.write")
    return organisation(of).name if of and leads else ""


def as_file(found: list[queries.Chase], name: str) -> HttpResponse:
    rows = ([getattr(row, column) for column in COLUMNS] for row in found)
    return sent_table(COLUMNS, rows, name)


@page(needs="partner.report")
def report_page(request: Asked, action: UUID) -> HttpResponse:
    live, promise = queries.running_promise(action, request.today)
    form = forms.NewReport(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.report(
                token=facts["token"],
                action=action,
                said_on=request.today,
                standing=Standing(facts["standing"]),
                words=facts["words"],
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Thank you. It is recorded.")
            return redirect("plan:office")
    return render(request, "plan/report.html", {"form": form, "promise": promise, "live": live})
