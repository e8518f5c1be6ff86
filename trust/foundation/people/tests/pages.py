"""The product's addresses and one page more, which asks for a duty."""

from django.http import HttpResponse
from django.urls import include, path

from trust.foundation.design.pages import Asked, page


@page(needs="plan.write")
def the_plan(request: Asked) -> HttpResponse:
    return HttpResponse(f"Open to {request.actor.name}")


urlpatterns = [path("for-tests/plan/", the_plan), path("", include("trust.config.urls"))]
