"""Two pictures of a plan, with their tables and files: when it is due, and who puts in what."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.icalendar import as_icalendar
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan import queries
from trust.vision.plan.formats import PublishedPlan
from trust.vision.plan.queries.calendars import as_entries, entries_of, meetings_of, reviews_due
from trust.vision.plan.queries.commitments import (
    both_ways,
    commitments,
    drawn_commitments,
    drawn_ways,
)
from trust.vision.plan.queries.timelines import drawn, dues_of, narrowed_dues
from trust.vision.plan.rules.commitments import by_partner, in_a_sentence
from trust.vision.plan.rules.commitments import puts as puts_in
from trust.vision.plan.rules.timelines import IN_ORDER, SHOWN_AS, in_short

A_PAGE, LANES, BARS = 20, 10, 15
ASKED = ("priority", "who", "state")
DUES = ("day", "kind", "what", "leads_to", "who", "state", "in_words", "invented")
PLEDGES = ("partner", "what", "given", "amount", "treatment", "every_year", "receiver", "home", "invented")


def read_by_all(plan: UUID, request: Asked) -> PublishedPlan:
    """The newest version that the public could read on the day; errors: NotFound."""
    found = queries.newest_version(plan, request.day)
    if found is None:
        raise NotFound
    return found.plan


def of_promise(priority: UUID) -> str:
    return f"{reverse('public:promise', args=[priority])}#do"


def of_draft(priority: UUID) -> str:
    return f"{reverse('plan:priority', args=[priority])}#do"


@page(needs="public")
def timeline_page(request: Asked, plan: UUID) -> HttpResponse:
    """Every day that was promised: reached, late or to come as of the day."""
    return timeline_of(request, plan, read_by_all(plan, request), of_promise, office=False)


@page(needs="plan.write")
def draft_timeline(request: Asked, plan: UUID) -> HttpResponse:
    """The same of the plan as it is being written."""
    draft = queries.draft(queries.the_plan(plan)).plan
    return timeline_of(request, plan, draft, of_draft, office=True)


def timeline_of(
    request: Asked, key: UUID, plan: PublishedPlan, address: Callable[[UUID], str], *, office: bool
) -> HttpResponse:
    on = request.today if office else request.day
    every = dues_of(plan, on)
    asked = {name: value for name in ASKED if (value := request.GET.get(name, "")[:200])}
    dues = narrowed_dues(every, **asked)
    if request.GET.get("format") == "csv":
        rows = ([getattr(one, name) for name in DUES] for one in dues)
        return sent_table(DUES, rows, f"days-{on}.csv")
    shown = [one for one in plan.priorities if asked.get("priority") in {None, str(one.id)}]
    lanes = Paginator(shown, LANES).get_page(request.GET.get("lanes"))
    context = {
        "key": key,
        "subscribe": f"webcal://{request.get_host()}{reverse('plan:calendar', args=[key])}",
        "plan": plan,
        "meetings": meetings_of(key, on),
        "office": office,
        "on": on,
        "lede": in_short(dues),
        "chart": drawn(plan, list(lanes), dues, on, address) if dues else None,
        "lanes": lanes,
        "page": Paginator(dues, A_PAGE).get_page(request.GET.get("page")),
        "number": len(dues),
        "every": len(every),
        "whos": sorted({one.who for one in every if one.who}),
        "states": [(state.value, SHOWN_AS[state].capitalize()) for state in IN_ORDER],
        "named": {one.id: f"{one.number}. {one.title}" for one in plan.priorities},
        "asked": asked,
        "others": f"{urlencode(asked)}&" if asked else "",
    }
    return render(request, "plan/timeline.html", context)


@page(needs="public")
def dates_calendar(request: Asked, plan: UUID) -> HttpResponse:
    """What is to come, when reviews are due and when the Board meets, as a calendar to subscribe to."""
    found = queries.newest_version(plan, request.day)
    if found is None:
        raise NotFound
    asked = {name: value for name in ASKED if (value := request.GET.get(name, "")[:200])}
    dues = narrowed_dues(dues_of(found.plan, request.day), **asked)
    whole = request.build_absolute_uri
    meetings = as_entries(meetings_of(plan, request.day), whole)
    entries = [*entries_of(dues, whole), *reviews_due(plan, found.plan, request.day), *meetings]
    stamped = datetime.combine(request.day, time(), UTC)
    text = as_icalendar(found.plan.title, entries, stamped=stamped)
    return sent_file(text, "dates.ics")


@page(needs="public")
def commitments_page(request: Asked, plan: UUID) -> HttpResponse:
    """What each partner puts in, by who holds it; a pledge that counts in two plans counts once here."""
    of = read_by_all(plan, request)
    every = commitments(of, request.day)
    if request.GET.get("format") == "csv":
        rows = ([getattr(one, name) for name in PLEDGES] for one in every)
        return sent_table(PLEDGES, rows, f"pledges-{request.day}.csv")
    ways = both_ways(every, request.day)
    shown = Paginator(by_partner(every), BARS).get_page(request.GET.get("page"))
    context = {
        "key": plan,
        "plan": of,
        "on": request.day,
        "lede": in_a_sentence(every),
        "chart": drawn_commitments(list(shown), every) if every else None,
        "rows": [*shown, puts_in("All partners", every)],
        "page": shown,
        "ways": ways,
        "ways_chart": drawn_ways(ways) if ways.gives or ways.gets else None,
        "elsewhere": [one for one in every if one.home],
        "invented": any(one.invented for one in every),
    }
    return render(request, "plan/commitments.html", context)
