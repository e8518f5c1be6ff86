"""The published plan, as anyone may read it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan import queries


@page(needs="public")
def current(request: Asked) -> HttpResponse:
    found = queries.published(request.day)
    if found is None:
        return render(request, "plan/none.html", {"day": request.day})
    return render(request, "plan/published.html", published_context(found, request))


@page(needs="public")
def all_plans(request: Asked) -> HttpResponse:
    """Every plan that had been published by the day, the newest first, and those in consultation."""
    return render(request, "plan/plans.html", {"rows": queries.plans_on(request.day), "day": request.day})


@page(needs="public")
def one_plan(request: Asked, plan: UUID) -> HttpResponse:
    found = queries.newest_version(plan, request.day)
    if found is None:
        raise NotFound
    if found.plan.rows:
        return redirect("plan:local-plan", plan=plan)
    return render(request, "plan/published.html", published_context(found, request))


@page(needs="public")
def one_version(request: Asked, plan: UUID, number: int) -> HttpResponse:
    return render(request, "plan/published.html", published_context(queries.version(plan, number), request))


def published_context(found: queries.Published, request: Asked) -> dict[str, object]:
    rows = [(priority, queries.promises(priority, request.day)) for priority in found.plan.priorities]
    return {"found": found, "rows": rows, "ended": found.plan.last < request.day}


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
