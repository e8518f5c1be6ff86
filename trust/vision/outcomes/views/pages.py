"""One measure, how figures are made, and everything as open data."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.charts import Drawing
from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.design.pictures import png_of, svg_of
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.tables import as_xlsx
from trust.foundation.kernel.time import in_words
from trust.vision.outcomes import queries
from trust.vision.outcomes.formats.figures import COLUMNS
from trust.vision.outcomes.queries.explore import gather, ways_of
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.explore_portrait import Portrait, portrait_of
from trust.vision.outcomes.queries.pages import chosen_place, places
from trust.vision.outcomes.views.charts import course_chart, map_chart, ranked_chart
from trust.vision.outcomes.views.explore_day import kept, on_the_day_asked
from trust.vision.outcomes.views.taken import TAKEN, taken
from trust.vision.outcomes.words import Mark


@page(needs="public")
@on_the_day_asked
def one_indicator(request: Asked, code: str) -> HttpResponse:
    company = asked_for(request, code)
    found = portrait_of(company)
    marks = {figure.mark for figure in found.every_figure() if figure and figure.mark}
    outlines, ways = queries.outlines(), ways_of(company)
    context = {
        "found": found,
        "in_groups": not found.latest and ways.is_open("breakdown"),
        "card": found.card,
        "choices": places(on=request.day),
        "place": company.place,
        "day": request.day,
        "marks": sorted(marks, key=list(Mark).index),
        "course": course_chart(found),
        "breaks": [(day, change) for day, change in queries.breaks(code) if day <= request.day],
        "ranked": ranked_chart(found, found.districts, found.county, name=found.county_name),
        "map": map_chart(found, outlines),
        "map_source": outlines.get("source", ""),
        "ranked_alike": ranked_chart(found, found.alike, None, name="") if found.alike_is_ranked else None,
        "ways": ways,
        "onward": kept(request, area=company.place.value),
        "permanent": {"area": company.place.value, "as_of": request.day.isoformat()},
    }
    return render(request, "outcomes/indicator.html", context)


def asked_for(request: Asked, code: str) -> Company:
    """The indicator and the place of an address; errors: NotFound for either."""
    place = chosen_place(request.GET.get("area", ""), places(on=request.day))
    return gather(code, place=place, as_of=request.day)


@page(needs="public")
@on_the_day_asked
def indicator_chart(request: Asked, code: str) -> HttpResponse:
    """The chart over time as a drawing of its own."""
    found = portrait_of(asked_for(request, code))
    return sent_file(svg_of(course_of(found)), file_name(found, request, "svg"))


@page(needs="public")
@on_the_day_asked
def indicator_picture(request: Asked, code: str) -> HttpResponse:
    """The chart over time as PNG, for where a drawing cannot go."""
    found = portrait_of(asked_for(request, code))
    return sent_file(png_of(course_of(found)), file_name(found, request, "png"))


def course_of(found: Portrait) -> Drawing:
    """The chart over time; errors: NotFound where there is nothing to draw."""
    chart = course_chart(found)
    if chart is None:
        raise NotFound
    return chart.wide


def file_name(found: Portrait, request: Asked, kind: str) -> str:
    return f"{found.card.code}-{found.area}-{request.day}.{kind}"


@page(needs="public")
@on_the_day_asked
def indicator_spreadsheet(request: Asked, code: str) -> HttpResponse:
    """The figures of the page, the place and England, with a second sheet that says what they are."""
    company = asked_for(request, code)
    found = portrait_of(company)
    address = reverse("outcomes:indicator", args=[code])
    permanent = urlencode({"area": found.area, "as_of": request.day.isoformat()})
    sources = dict.fromkeys((f.source, f.licence) for f in (*found.course, *found.england))
    about = [
        ("Measure", f"{found.card.title}, {found.card.unit}"),
        ("Finding", " ".join(filter(None, (found.sentence, found.beside_england)))),
        ("As it was known on", in_words(request.day)),
        *(("Source and licence", f"{source}, under {licence}") for source, licence in sources),
        ("We count", found.card.numerator),
        ("Out of", found.card.denominator),
        ("Take care", found.card.caveat),
        ("Permanent address", request.build_absolute_uri(f"{address}?{permanent}")),
    ]
    said = [(what, words) for what, words in about if words]
    whole = as_xlsx(found.sheet.columns, found.sheet.rows, about=said)
    return sent_file(whole, file_name(found, request, "xlsx"))


@page(needs="public")
@on_the_day_asked
def indicator_figures(request: Asked, code: str) -> HttpResponse:
    """Every figure of one indicator that had been published: the place asked for, or all of them."""
    card = queries.indicator(code)
    choices = places(on=request.day)
    asked = request.GET.get("area", "")
    chosen = [chosen_place(asked, choices)] if asked else choices
    series = [(place, queries.series(code, area=place.value, as_of=request.day)) for place in chosen]
    rows = (row for place, course in series for row in taken(card, course, place))
    return sent_table(TAKEN, rows, f"{card.code}-{request.day}.csv")


@page(needs="public")
@on_the_day_asked
def method(request: Asked) -> HttpResponse:
    context = {"marks": [mark for mark in Mark if mark], "day": request.day, "onward": kept(request)}
    return render(request, "outcomes/method.html", context)


@page(needs="public")
@on_the_day_asked
def open_data(request: Asked) -> HttpResponse:
    context = {
        "releases": queries.releases(),
        "waiting": queries.waiting_rows(),
        "day": request.day,
        "onward": kept(request),
    }
    return render(request, "outcomes/open_data.html", context)


@page(needs="public")
@on_the_day_asked
def release_figures(request: Asked, release: UUID) -> HttpResponse:
    rows = queries.released_rows(release, as_of=request.day)
    return sent_table(COLUMNS, rows, queries.release(release).file)
