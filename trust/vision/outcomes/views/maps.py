"""A map of one indicator: the page, its drawing and its table to take away."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.charts import Chart
from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.design.pictures import png_of
from trust.foundation.kernel.english import listed, opened
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.tables import as_xlsx
from trust.vision.outcomes.queries import maps
from trust.vision.outcomes.queries.maps import MapAnswer, MapRow, map_answer
from trust.vision.outcomes.queries.pages import Choice
from trust.vision.outcomes.rules.map_classes import ties_told
from trust.vision.outcomes.rules.sentences import spread
from trust.vision.outcomes.views.explore_day import kept, on_the_day_asked
from trust.vision.outcomes.views.map_charts import (
    SIGNIFICANCE,
    VALUE,
    WIDTH,
    drawn,
    key_of,
    shaded,
)
from trust.vision.outcomes.views.taken import about_page

SHOWS = (
    Choice(VALUE, "How large the figure is"),
    Choice(SIGNIFICANCE, "Whether it clearly differs"),
    Choice(WIDTH, "How wide its interval is"),
)
COLUMNS = (
    "indicator", "unit", "period", "area", "place", "count", "out_of", "value", "lower", "upper", "mark",
    "beside", "finding", "boundaries", "note",
)  # fmt: skip
A_PAGE, MOST_NAMED, LONGEST_WORDS = 50, 12, 80
SORTS = ("-figure", "figure", "name", "-name")


@page(needs="public")
@on_the_day_asked
def one_map(request: Asked, code: str) -> HttpResponse:
    found, show = _found(request, code), _show(request)
    onward = _onward(request, found, show)
    words = request.GET.get("words", "")[:LONGEST_WORDS]
    sort = request.GET.get("sort", "")
    sort = sort if sort in SORTS else SORTS[0]
    rows = _looked_for(found.rows, words, sort)
    looked = onward | ({"words": words} if words else {})
    outlined = found.outlined
    unplaced = [row.name for row in found.rows if row.code not in outlined]
    context = {
        "found": found,
        "show": show,
        "shows": SHOWS,
        "geographies": [Choice(kind.value, opened(kind.several)) for kind in found.kinds],
        "benchmarks": [Choice(code, name) for code, name in found.benchmarks],
        "districts": [Choice(code, name) for code, name in found.districts],
        "day": request.day,
        "heading": _heading(found, show),
        "chart": drawn(found, show, onward=urlencode(kept(request)), linked=True),
        "key": key_of(found, show),
        "ties": "" if show == SIGNIFICANCE else ties_told(shaded(found, show)),
        "unplaced": listed(unplaced) if len(unplaced) <= MOST_NAMED else f"{len(unplaced)} of these places",
        "address": urlencode(onward),
        "as_of": request.day.isoformat(),
        "words": words,
        "sort": sort,
        "page": Paginator(rows, A_PAGE).get_page(request.GET.get("page")),
        "long": len(found.rows) > A_PAGE,
        "onward": onward,
        "others": f"{urlencode(looked)}&",
        "paging": f"{urlencode(looked | {'sort': sort})}&",
    }
    return render(request, "outcomes/map.html", context)


def _onward(request: Asked, found: MapAnswer, show: str) -> dict[str, str]:
    """What the address of this map must say to show the same again."""
    asked = {"vintage": found.vintage if request.GET.get("vintage") else "", "within": found.within}
    return kept(request, by=found.by.value, show=show, beside=found.beside, **asked)


def _looked_for(rows: Sequence[MapRow], words: str, sort: str) -> list[MapRow]:
    """The rows whose name or code has every word; those without a figure come last whatever the order."""
    wanted = words.casefold().split()
    found = [row for row in rows if all(word in f"{row.name} {row.code}".casefold() for word in wanted)]
    down = sort.startswith("-")
    if sort.lstrip("-") == "name":
        return sorted(found, key=lambda row: row.name, reverse=down)
    there = [row for row in found if row.value is not None]
    gone = [row for row in found if row.value is None]
    return [*(there if down else reversed(there)), *gone]


@page(needs="public")
@on_the_day_asked
def map_figures(request: Asked, code: str) -> HttpResponse:
    found = _found(request, code)
    rows = (_taken(found, row) for row in found.rows)
    return sent_table(COLUMNS, rows, f"{code}-map-{request.day}.csv")


@page(needs="public")
@on_the_day_asked
def map_drawing(request: Asked, code: str) -> HttpResponse:
    """The map as a drawing of its own; errors: NotFound where there is nothing to draw."""
    chart = _chart(request, code)
    drawn = render(request, "outcomes/chart.svg", {"drawing": chart.wide})
    return sent_file(drawn.content, f"{code}-map-{request.day}.svg")


@page(needs="public")
@on_the_day_asked
def map_picture(request: Asked, code: str) -> HttpResponse:
    """The map as PNG, for where a drawing cannot go; errors: NotFound where there is nothing to draw."""
    return sent_file(png_of(_chart(request, code).wide), f"{code}-map-{request.day}.png")


@page(needs="public")
@on_the_day_asked
def map_spreadsheet(request: Asked, code: str) -> HttpResponse:
    """The figure of every place, with a second sheet that says what they are."""
    found, show = _found(request, code), _show(request)
    about = [
        ("Measure", f"{found.card.title}, {found.card.unit}"),
        ("Finding", _heading(found, show)),
        ("Outlines", " ".join(found.attributions)),
        *(("Take care", note) for note in found.notes),
        *about_page(request, "outcomes:map", code, urlencode(_onward(request, found, show))),
    ]
    whole = as_xlsx(COLUMNS, (_taken(found, row) for row in found.rows), about=about)
    return sent_file(whole, f"{code}-map-{request.day}.xlsx")


def _chart(request: Asked, code: str) -> Chart:
    chart = drawn(_found(request, code), _show(request), onward="", linked=False)
    if chart is None:
        raise NotFound
    return chart


def _found(request: Asked, code: str) -> MapAnswer:
    said = {name: request.GET.get(name, "") for name in ("by", "beside", "vintage", "within")}
    return map_answer(code, asked=maps.Asked(**said), as_of=request.day)


def _show(request: Asked) -> str:
    show = request.GET.get("show") or VALUE
    if show not in {one.value for one in SHOWS}:
        raise NotFound
    return show


def _heading(found: MapAnswer, show: str) -> str:
    if show == VALUE:
        return spread([(row.name, row.figure) for row in found.rows])
    if show == WIDTH:
        return _least_sure(found)
    if found.benchmark is None or found.benchmark.value is None:
        return (
            f"We cannot say which places differ: we hold no figure of {found.beside_name} for the same time"
        )
    apart = [row for row in found.rows if row.finding in {"better", "worse", "higher", "lower"}]
    return f"{len(apart)} of {len(found.known)} places clearly differ from {found.beside_name}"


def _least_sure(found: MapAnswer) -> str:
    known = [row for row in found.rows if row.width is not None]
    if not known:
        return "No figure here has an interval"
    widest = max(known, key=lambda row: row.width or 0.0)
    between = widest.figure.between if widest.figure else ""
    return f"We are least sure of {widest.name}: its interval is {between}"


def _taken(found: MapAnswer, row: MapRow) -> tuple[Any, ...]:
    card, figure = found.card, row.figure
    about = (card.code, card.unit, found.period, row.code, row.name)
    beside = (found.beside_name, row.finding, found.vintage, row.note)
    if figure is None:
        return (*about, None, None, None, None, None, "not published", *beside)
    held = (figure.numerator, figure.denominator, figure.value, figure.lower, figure.upper, figure.mark.label)
    return (*about, *held, *beside)
