"""One measure, how figures are made, and everything as open data."""

from collections.abc import Iterable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.tables import as_csv
from trust.vision.outcomes import queries
from trust.vision.outcomes.formats.figures import COLUMNS
from trust.vision.outcomes.queries.pages import (
    Portrait,
    chosen_place,
    places,
    portrait,
)
from trust.vision.outcomes.rules.figures import Figure
from trust.vision.outcomes.views.charts import course_chart, map_chart, ranked_chart
from trust.vision.outcomes.views.taken import TAKEN, csv_file, taken
from trust.vision.outcomes.words import Mark


@page(needs="public")
def one_indicator(request: Asked, code: str) -> HttpResponse:
    choices = places(on=request.day)
    place = chosen_place(request.GET.get("area", ""), choices)
    found = portrait(code, place=place, as_of=request.day)
    marks = {figure.mark for figure in shown(found) if figure and figure.mark}
    outlines = queries.outlines()
    context = {
        "found": found,
        "choices": choices,
        "place": place,
        "day": request.day,
        "marks": sorted(marks, key=list(Mark).index),
        "course": course_chart(found),
        "ranked": ranked_chart(found, found.districts, found.county, name=found.county_name),
        "map": map_chart(found, outlines),
        "map_source": outlines.get("source", ""),
        "ranked_alike": ranked_chart(found, found.alike, None, name=""),
    }
    return render(request, "outcomes/indicator.html", context)


@page(needs="public")
def indicator_chart(request: Asked, code: str) -> HttpResponse:
    """The chart over time as a drawing of its own; errors: NotFound where there is nothing to draw."""
    place = chosen_place(request.GET.get("area", ""), places(on=request.day))
    chart = course_chart(portrait(code, place=place, as_of=request.day))
    if chart is None:
        raise NotFound
    answer = render(request, "outcomes/chart.svg", {"drawing": chart.wide}, content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="{code}-{place.value}-{request.day}.svg"'
    return answer


def shown(found: Portrait) -> Iterable[Figure | None]:
    """Every figure on the page, for the marks that it must explain."""
    return (*found.course, *found.england, *(row.figure for row in (*found.districts, *found.alike)))


@page(needs="public")
def indicator_figures(request: Asked, code: str) -> HttpResponse:
    """Every figure of one indicator that had been published: the place asked for, or all of them."""
    card = queries.indicator(code)
    choices = places(on=request.day)
    asked = request.GET.get("area", "")
    chosen = [chosen_place(asked, choices)] if asked else choices
    series = [(place, queries.series(code, area=place.value, as_of=request.day)) for place in chosen]
    rows = (row for place, course in series for row in taken(card, course, place))
    return csv_file(as_csv(TAKEN, rows), f"{card.code}-{request.day}.csv")


@page(needs="public")
def method(request: Asked) -> HttpResponse:
    return render(
        request, "outcomes/method.html", {"marks": [mark for mark in Mark if mark], "day": request.day}
    )


@page(needs="public")
def open_data(request: Asked) -> HttpResponse:
    context = {"releases": queries.releases(), "waiting": queries.waiting_rows(), "day": request.day}
    return render(request, "outcomes/open_data.html", context)


@page(needs="public")
def release_figures(request: Asked, release: UUID) -> HttpResponse:
    rows = queries.released_rows(release, as_of=request.day)
    return csv_file(as_csv(COLUMNS, rows), queries.release(release).file)
