"""One measure by small area, on the boundaries and at the level asked for; and every measure that has one."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked as Request
from trust.foundation.design.pages import page
from trust.foundation.directory import queries as directory
from trust.foundation.directory.words import PlaceKind
from trust.foundation.kernel.refusals import NotFound
from trust.vision.outcomes.queries.register import indicator
from trust.vision.outcomes.queries.small_areas import (
    LEVELS,
    SORTS,
    Asked,
    Board,
    along_deprivation,
    board,
    measures,
)
from trust.vision.outcomes.words import Mark

A_PAGE = 100
LONGEST_WORDS = 80
NAMES = {
    PlaceKind.LSOA: "Small areas (LSOA)",
    PlaceKind.MSOA: "Middle-sized areas (MSOA)",
    PlaceKind.WARD: "Wards",
    PlaceKind.LOCALITY: "Localities",
    PlaceKind.DISTRICT: "Districts",
}
TAKEN = (
    "indicator", "title", "level", "area", "place", "district", "period", "boundaries", "published_for",
    "numerator", "denominator", "value", "lower", "upper", "unit", "mark", "note", "source", "licence",
)  # fmt: skip


@page(needs="public")
def every_measure(request: Request) -> HttpResponse:
    context = {"cards": measures(as_of=request.day), "day": request.day}
    return render(request, "outcomes/small_areas_list.html", context)


@page(needs="public")
def one_measure(request: Request, code: str) -> HttpResponse:
    asked = asked_of(request)
    found = board(code, asked=asked, as_of=request.day)
    whole_area = asked.level is PlaceKind.LSOA and len(found.rows) == found.every
    tenths = along_deprivation(found.held, as_of=request.day) if whole_area else None
    others = {
        name: str(value) for name, value in request.GET.items() if name not in {"page", "sort", "format"}
    }
    context = {
        "card": indicator(code),
        "found": found,
        "asked": asked,
        "levels": [(level.value, NAMES[level]) for level in LEVELS],
        "level_name": NAMES[asked.level],
        "districts": directory.districts(on=request.day),
        "localities": directory.localities(on=request.day),
        "page": Paginator(found.rows, A_PAGE).get_page(request.GET.get("page")),
        "others": f"{urlencode(others)}&" if others else "",
        "paging": f"{urlencode({**others, 'sort': asked.sort})}&",
        "tenths": tenths,
        "marks": sorted(marks_of(found), key=list(Mark).index),
        "day": request.day,
        "area_name": directory.setting().area_name,
    }
    return render(request, "outcomes/small_areas.html", context)


@page(needs="public")
def as_table(request: Request, code: str) -> HttpResponse:
    found = board(code, asked=asked_of(request), as_of=request.day)
    return sent_table(TAKEN, taken(found), f"{code}-{found.level}-{request.day}.csv")


def asked_of(request: Request) -> Asked:
    """What the address asks; errors: NotFound for a level that there is not."""
    level, sort = request.GET.get("level", PlaceKind.LSOA.value), request.GET.get("sort", SORTS[1])
    if level not in {one.value for one in LEVELS}:
        raise NotFound
    return Asked(
        level=PlaceKind(level),
        vintage=request.GET.get("vintage", ""),
        district=request.GET.get("district", ""),
        locality=request.GET.get("locality", ""),
        words=request.GET.get("words", "")[:LONGEST_WORDS],
        sort=sort if sort in SORTS else SORTS[1],
    )


def marks_of(found: Board) -> set[Mark]:
    return {row.figure.mark for row in found.rows if row.figure and row.figure.mark}


def taken(found: Board) -> Iterable[tuple[object, ...]]:
    """Each row with what it needs to be read alone."""
    card, held = found.held.card, found.held
    for row in found.rows:
        one = row.figure
        figures = (one.numerator, one.denominator, one.value, one.lower, one.upper) if one else (None,) * 5
        mark = one.mark.label if one else Mark.NOT_AVAILABLE.label
        yield (
            card.code, card.title, found.level.value, row.code, row.name, row.district, held.period,
            found.vintage, held.vintage, *figures, card.unit, mark, row.note, held.source,
            one.licence if one else "",
        )  # fmt: skip
