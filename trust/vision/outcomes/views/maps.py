"""A map of one indicator: the page, its drawing and its table to take away."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.charts import Chart, Drawing
from trust.foundation.design.charts.places import Look, Region, map_of_places, swatch
from trust.foundation.design.pages import Asked, page
from trust.foundation.design.pictures import png_of
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.tables import SPREADSHEET, as_csv, as_xlsx
from trust.vision.outcomes.queries.maps import GEOGRAPHIES, MapAnswer, MapRow, map_answer
from trust.vision.outcomes.queries.pages import Choice
from trust.vision.outcomes.rules.figures import number
from trust.vision.outcomes.rules.map_classes import LETTERS, absence, bands_of, steps_of, ties_told
from trust.vision.outcomes.rules.sentences import spread, with_unit
from trust.vision.outcomes.views.explore_day import kept, on_the_day_asked
from trust.vision.outcomes.views.explore_files import taken_away
from trust.vision.outcomes.views.taken import about_page, csv_file

VALUE, SIGNIFICANCE = "value", "significance"
SHOWS = (Choice(VALUE, "How large the figure is"), Choice(SIGNIFICANCE, "Whether it clearly differs"))
SHADES = (Look.LEAST, Look.LESS, Look.MORE, Look.MOST)
COLUMNS = (
    "indicator", "unit", "period", "area", "place", "count", "out_of", "value", "lower", "upper", "mark",
    "beside", "finding",
)  # fmt: skip


@dataclass(frozen=True)
class KeyLine:
    """One line of the key: a look, and what it says."""

    drawing: Drawing
    words: str


@page(needs="public")
@on_the_day_asked
def one_map(request: Asked, code: str) -> HttpResponse:
    found, show = _found(request, code), _show(request)
    onward = kept(request, by=found.by, show=show, beside=found.beside)
    context = {
        "found": found,
        "show": show,
        "shows": SHOWS,
        "geographies": [Choice(key, label) for key, label in GEOGRAPHIES.items()],
        "benchmarks": [Choice(code, name) for code, name in found.benchmarks],
        "day": request.day,
        "heading": _heading(found, show),
        "chart": drawn(found, show, onward=urlencode(kept(request)), linked=True),
        "key": key_of(found, show),
        "ties": ties_told(found.known) if show == VALUE else "",
        "source": found.outlines.get("source", ""),
        "unplaced": [row.name for row in found.rows if row.code not in found.outlined],
        "address": urlencode(onward),
        "as_of": request.day.isoformat(),
    }
    return render(request, "outcomes/map.html", context)


@page(needs="public")
@on_the_day_asked
def map_figures(request: Asked, code: str) -> HttpResponse:
    found = _found(request, code)
    return csv_file(
        as_csv(COLUMNS, (_taken(found, row) for row in found.rows)), f"{code}-map-{request.day}.csv"
    )


@page(needs="public")
@on_the_day_asked
def map_drawing(request: Asked, code: str) -> HttpResponse:
    """The map as a drawing of its own; errors: NotFound where there is nothing to draw."""
    chart = _chart(request, code)
    answer = render(request, "outcomes/chart.svg", {"drawing": chart.wide}, content_type="image/svg+xml")
    answer["Content-Disposition"] = f'attachment; filename="{code}-map-{request.day}.svg"'
    return answer


@page(needs="public")
@on_the_day_asked
def map_picture(request: Asked, code: str) -> HttpResponse:
    """The map as PNG, for where a drawing cannot go; errors: NotFound where there is nothing to draw."""
    return taken_away(png_of(_chart(request, code).wide), "image/png", f"{code}-map-{request.day}.png")


@page(needs="public")
@on_the_day_asked
def map_spreadsheet(request: Asked, code: str) -> HttpResponse:
    """The figure of every place, with a second sheet that says what they are."""
    found, show = _found(request, code), _show(request)
    address = urlencode(kept(request, by=found.by, show=show, beside=found.beside))
    about = [
        ("Measure", f"{found.card.title}, {found.card.unit}"),
        ("Finding", _heading(found, show)),
        ("Outlines", found.outlines.get("source", "")),
        *about_page(request, "outcomes:map", code, address),
    ]
    whole = as_xlsx(COLUMNS, (_taken(found, row) for row in found.rows), about=about)
    return taken_away(whole, SPREADSHEET, f"{code}-map-{request.day}.xlsx")


def _chart(request: Asked, code: str) -> Chart:
    chart = drawn(_found(request, code), _show(request), onward="", linked=False)
    if chart is None:
        raise NotFound
    return chart


def _found(request: Asked, code: str) -> MapAnswer:
    said = request.GET
    return map_answer(code, by=said.get("by") or "district", beside=said.get("beside", ""), as_of=request.day)


def _show(request: Asked) -> str:
    show = request.GET.get("show") or VALUE
    if show not in {VALUE, SIGNIFICANCE}:
        raise NotFound
    return show


def _heading(found: MapAnswer, show: str) -> str:
    if show == VALUE:
        return spread([(row.name, row.figure) for row in found.rows])
    apart = [row for row in found.rows if row.finding in {"better", "worse", "higher", "lower"}]
    return f"{len(apart)} of {len(found.known)} places clearly differ from {found.beside_name}"


def drawn(found: MapAnswer, show: str, *, onward: str, linked: bool) -> Chart | None:
    """The places with an outline, in the order of the table; nothing where none has a figure."""
    if not found.known or not found.outlined & set(found.known):
        return None
    steps = steps_of(found.known)
    looks = {row.code: _look(row, show, steps) for row in found.rows}
    regions = [
        Region(
            row.code, looks[row.code], _written(row, show), _label(found, row),
            f"{reverse('outcomes:indicator', args=[found.card.code])}?area={row.code}&{onward}".rstrip("&")
            if linked else "",
        )
        for row in found.rows
    ]  # fmt: skip
    return map_of_places(
        found.outlines,
        regions,
        title=f"{found.card.plain_title}, {found.card.unit}, {found.period}",
        description="Every place can be reached with the tab key, in the order of the table.",
    )


def _look(row: MapRow, show: str, steps: dict[str, int]) -> Look:
    if row.code not in steps:
        return Look(absence(row.figure))
    if show == SIGNIFICANCE:
        return Look(row.finding)
    most = max(steps.values())
    return SHADES[round((steps[row.code] - 1) * 3 / (most - 1))] if most > 1 else Look.LESS


def _written(row: MapRow, show: str) -> str:
    if row.value is None:
        return absence(row.figure)
    return f"{LETTERS[row.finding]} {number(row.value)}" if show == SIGNIFICANCE else number(row.value)


def _label(found: MapAnswer, row: MapRow) -> str:
    if row.value is None or row.figure is None:
        return f"{row.name}: {row.figure.said if row.figure else 'not published'}"
    between = f" ({row.figure.between})" if row.figure.between else ""
    return f"{row.name}: {with_unit(row.value, found.card.unit)}{between}. {_stands(found, row)}"


def _stands(found: MapAnswer, row: MapRow) -> str:
    if row.finding == "similar":
        return f"Not clearly different from {found.beside_name}."
    if row.finding == "cannot say":
        return f"We cannot say whether it differs from {found.beside_name}."
    return f"{row.finding.capitalize()} than {found.beside_name}."


def key_of(found: MapAnswer, show: str) -> list[KeyLine]:
    """The looks that are on the map, and no others."""
    steps = steps_of(found.known)
    looks = {row.code: _look(row, show, steps) for row in found.rows}
    lines = _classes(found, looks) if show == VALUE else _findings(found, looks)
    absent = {
        Look.WITHHELD: "Withheld so that nobody can be recognised",
        Look.NO_FIGURE: "No figure published",
    }
    held = set(looks.values())
    return [*lines, *(KeyLine(swatch(look), words) for look, words in absent.items() if look in held)]


def _classes(found: MapAnswer, looks: dict[str, Look]) -> list[KeyLine]:
    steps = steps_of(found.known)
    by_step = {steps[code]: look for code, look in looks.items() if code in steps}
    return [KeyLine(swatch(by_step[band.step]), band.said) for band in bands_of(found.known)]


def _findings(found: MapAnswer, looks: dict[str, Look]) -> list[KeyLine]:
    order = (Look.BETTER, Look.SIMILAR, Look.WORSE, Look.HIGHER, Look.LOWER, Look.CANNOT_SAY)
    held = {row.finding: row for row in found.rows if row.value is not None}
    said = [(look, held[look]) for look in order if look in held]
    return [KeyLine(swatch(look), f"{LETTERS[look]}: {_stands(found, row)}") for look, row in said]


def _taken(found: MapAnswer, row: MapRow) -> tuple[Any, ...]:
    card, figure = found.card, row.figure
    about = (card.code, card.unit, found.period, row.code, row.name)
    beside = (found.beside_name, row.finding)
    if figure is None:
        return (*about, None, None, None, None, None, "not published", *beside)
    held = (figure.numerator, figure.denominator, figure.value, figure.lower, figure.upper, figure.mark.label)
    return (*about, *held, *beside)
