"""How children are doing: every indicator of a place, narrowed and put in order, a page at a time."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.tables import as_xlsx
from trust.vision.outcomes.queries.listing import Line, Wanted, find, lines, sections
from trust.vision.outcomes.queries.pages import Choice, chosen_place, places
from trust.vision.outcomes.views.charts import spark
from trust.vision.outcomes.views.explore_day import kept, on_the_day_asked
from trust.vision.outcomes.views.taken import TAKEN, about_page, taken
from trust.vision.outcomes.words import ENGLAND, Became, Beside, InOrder, Outcome

# Its name, its label, what none is called, what is chosen, and all there is to choose.
type Select = tuple[str, str, str, str, Sequence[StrEnum]]

ON_A_PAGE = 20
LONGEST_WORDS = 80


@page(needs="public")
@on_the_day_asked
def how_children_are_doing(request: Asked) -> HttpResponse:
    choices = places(on=request.day)
    place = chosen_place(request.GET.get("area", ""), choices)
    wanted = wanted_by(request)
    found = find(wanted, area=place.value, as_of=request.day)
    shown = Paginator(found.titles, ON_A_PAGE).get_page(request.GET.get("page"))
    rows = lines(list(shown), area=place.value, as_of=request.day)
    context = {
        "choices": choices,
        "place": place,
        "day": request.day,
        "wanted": wanted,
        "selects": selects(wanted, with_england=place.value != ENGLAND),
        "with_england": place.value != ENGLAND,
        "groups": groups(rows, wanted),
        "shown": shown,
        "found": found,
        "number": len(found.titles),
        "others": asked_again(request),
        "onward": kept(request, area=place.value),
    }
    return render(request, "outcomes/list.html", context)


@page(needs="public")
@on_the_day_asked
def all_figures(request: Asked) -> HttpResponse:
    """Every figure of the indicators that were asked for, on all the pages of the list."""
    place = chosen_place(request.GET.get("area", ""), places(on=request.day))
    return sent_table(TAKEN, every_row(request, place), f"{place.value}-{request.day}.csv")


@page(needs="public")
@on_the_day_asked
def all_figures_as_spreadsheet(request: Asked) -> HttpResponse:
    place = chosen_place(request.GET.get("area", ""), places(on=request.day))
    address = asked_again(request).removesuffix("&")
    about = [("Place", place.label), *about_page(request, "outcomes:list", "", address)]
    whole = as_xlsx(TAKEN, every_row(request, place), about=about)
    return sent_file(whole, f"{place.value}-{request.day}.xlsx")


def every_row(request: Asked, place: Choice) -> Iterator[tuple[object, ...]]:
    found = find(wanted_by(request), area=place.value, as_of=request.day)
    for line in lines(found.titles, area=place.value, as_of=request.day):
        yield from taken(line.card, line.course, place)


def wanted_by(request: Asked) -> Wanted:
    """What the address asks for; a choice that is not one of ours is none."""
    return Wanted(
        outcome=one_of(Outcome, request.GET.get("outcome", "")),
        words=request.GET.get("words", "")[:LONGEST_WORDS],
        became=one_of(Became, request.GET.get("became", "")),
        beside=one_of(Beside, request.GET.get("beside", "")),
        order=one_of(InOrder, request.GET.get("order", "")),
    )


def one_of(kind: type[StrEnum], asked: str) -> str:
    return asked if asked in set(kind) else ""


def selects(wanted: Wanted, *, with_england: bool) -> list[Select]:
    """The boxes of the form that offer a choice."""
    beside: list[Select] = [("beside", "Beside England", "Any", wanted.beside, list(Beside))]
    return [
        ("outcome", "Outcome", "All five", wanted.outcome, list(Outcome)),
        ("became", "What became of it", "Any", wanted.became, list(Became)),
        *(beside if with_england else []),
        ("order", "In order of", "Outcome", wanted.order, list(InOrder)),
    ]


def groups(rows: list[Line], wanted: Wanted) -> Iterable[tuple[Outcome | None, list[tuple[Line, object]]]]:
    """The rows with their small lines, under their outcomes where that is the order."""
    if wanted.order:
        return [(None, [(row, spark(row)) for row in rows])]
    return [(part.outcome, [(row, spark(row)) for row in part.lines]) for part in sections(rows)]


def asked_again(request: Asked) -> str:
    """The address without its page, to be followed by more."""
    again = {name: value for name, value in request.GET.dict().items() if value and name != "page"}
    return f"{urlencode(again)}&" if again else ""
