"""The golden thread of anything in a published plan, as a drawing, a sentence and a table."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan import queries


@page(needs="public")
def thread(request: Asked, plan: UUID, element: UUID) -> HttpResponse:
    found = queries.newest_version(plan, request.day)
    if found is None:
        raise NotFound
    context = {"found": found, "thread": queries.golden_thread(found, element, request.day)}
    return render(request, "plan/thread.html", context)
