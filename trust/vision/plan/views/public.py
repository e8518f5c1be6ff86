"""The published plan, as anyone may read it."""

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan import queries
from trust.vision.plan.formats import write


@page(needs="public")
def current(request: Asked) -> HttpResponse:
    found = queries.published(request.day)
    if found is None:
        return render(request, "plan/none.html", {"day": request.day})
    return render(request, "plan/published.html", published_context(found, request))


@page(needs="public")
def one_version(request: Asked, number: int) -> HttpResponse:
    return render(request, "plan/published.html", published_context(queries.version(number), request))


def published_context(found: queries.Published, request: Asked) -> dict[str, object]:
    rows = [(priority, queries.promises(priority, request.day)) for priority in found.plan.priorities]
    return {"found": found, "rows": rows, "ended": found.plan.last < request.day}


@page(needs="public")
def all_versions(request: Asked) -> HttpResponse:
    return render(request, "plan/versions.html", {"versions": queries.versions()})


@page(needs="public")
def difference(request: Asked, number: int) -> HttpResponse:
    if number < 2:
        raise NotFound
    before, after = queries.version(number - 1), queries.version(number)
    found = queries.differences(before.plan, after.plan)
    return render(request, "plan/difference.html", {"before": before, "after": after, "differences": found})


@page(needs="public")
def open_data(request: Asked, number: int) -> HttpResponse:
    """The snapshot itself: its SHA-256 is the version's hash."""
    found = queries.version(number)
    answer = HttpResponse(write(found.plan), content_type="application/json; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="plan-version-{number}.json"'
    return answer
