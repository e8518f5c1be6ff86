"""The frameworks of outcomes: what we want for every child, and what serves each part of it."""

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.pages import Asked, page
from trust.vision.outcomes.queries.aims import frameworks, heading_lines
from trust.vision.outcomes.views.explore_day import on_the_day_asked


@page(needs="public")
@on_the_day_asked
def framework_page(request: Asked) -> HttpResponse:
    standing = [(one, heading_lines(one, request.day)) for one in frameworks(request.day)]
    return render(request, "outcomes/framework.html", {"standing": standing, "day": request.day})
