"""The published plan, as anyone may read it."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.vision.participation.queries import published_comments
from trust.vision.plan import queries
from trust.vision.plan.words import Part

A_PAGE, LONGEST_SEARCH = 20, 80
# A plan with more promises than this shows the next few of each priority, and a way to the rest.
MOST_AT_ONCE, A_FEW = 100, 3


@page(needs="public")
def current(request: Asked) -> HttpResponse:
    found, coming = queries.published(request.day), queries.coming_plan(request.day)
    if found is None:
        return render(request, "plan/none.html", {"day": request.day, "coming": coming})
    context = {"coming": coming, **published_context(found, request)}
    return render(request, "plan/published.html", context)


@page(needs="public")
def all_plans(request: Asked) -> HttpResponse:
    """Every plan that had been published by the day, the newest first, and those in consultation."""
    return render(request, "plan/plans.html", {"rows": queries.plans_on(request.day), "day": request.day})


@page(needs="public")
def one_plan(request: Asked, plan: UUID) -> HttpResponse:
    found = queries.newest_version(plan, request.day)
    if found is None:
        return consulting(request, plan)
    if found.plan.rows:
        return redirect("plan:local-plan", plan=plan)
    return render(request, "plan/published.html", published_context(found, request))


def consulting(request: Asked, plan: UUID) -> HttpResponse:
    """The draft of a plan about which everyone is asked; errors: NotFound where it is not put to them yet."""
    draft = queries.proposed(queries.the_plan(plan), request.day)
    if draft is None:
        raise NotFound
    said = {"vision": draft.said(Part.VISION), "progress": draft.said(Part.PROGRESS)}
    return render(request, "plan/consulting.html", {"plan": draft, "day": request.day, **said})


@page(needs="public")
def one_version(request: Asked, plan: UUID, number: int) -> HttpResponse:
    return render(request, "plan/published.html", published_context(queries.version(plan, number), request))


def published_context(found: queries.Published, request: Asked) -> dict[str, object]:
    """A short plan whole; of a long one the next promises of each priority; or those looked for."""
    plan, words = found.plan, request.GET.get("words", "").strip()[:LONGEST_SEARCH]
    keys = [found.id, *(one.id for one in plan.priorities)]
    about = {"found": found, "words": words, "ended": plan.last < request.day}
    about["said"] = published_comments(keys, request.day)
    if words:
        return about | looked_for(plan, words, request)
    every = sum(len(one.actions) for one in plan.priorities)
    shown = queries.next_few(plan, request.day, A_FEW) if every > MOST_AT_ONCE else plan.priorities
    promises = queries.every_promise(shown, request.day)
    rows = [
        (whole, promises[whole.id], len(whole.actions) - len(promises[whole.id])) for whole in plan.priorities
    ]
    return about | {"rows": rows, "every": every}


def looked_for(plan: queries.PublishedPlan, words: str, request: Asked) -> dict[str, object]:
    """One page of the promises with these words, each under its priority."""
    about = queries.promises_about(plan, words, request.day)
    one_page = Paginator(about.found, A_PAGE).get_page(request.GET.get("page"))
    shown = queries.only(list(one_page))
    promises = queries.every_promise(shown, request.day)
    rows = [(one, promises[one.id], 0) for one in shown]
    context = {"rows": rows, "page": one_page, "number": len(about.found), "whole": about.whole}
    return context | {"others": f"{urlencode({'words': words})}&"}


@page(needs="public")
def all_versions(request: Asked, plan: UUID) -> HttpResponse:
    rows = queries.versions(plan)
    if not rows:
        raise NotFound
    return render(request, "plan/versions.html", {"versions": rows, "plan": plan})


@page(needs="public")
def difference(request: Asked, plan: UUID, number: int) -> HttpResponse:
    if number < 2:
        raise NotFound
    before, after = queries.version(plan, number - 1), queries.version(plan, number)
    found = queries.differences(before.plan, after.plan)
    return render(request, "plan/difference.html", {"before": before, "after": after, "differences": found})
