"""How a map looks: which shade or pattern each place has, what is read aloud of it, and the key."""

from dataclasses import dataclass

from django.urls import reverse

from trust.foundation.design.charts import Chart, Drawing
from trust.foundation.design.charts.places import Look, Region, map_of_places, swatch
from trust.vision.outcomes.queries.maps import MapAnswer, MapRow
from trust.vision.outcomes.rules.figures import number
from trust.vision.outcomes.rules.map_classes import LETTERS, absence, bands_of, steps_of
from trust.vision.outcomes.rules.sentences import with_unit
from trust.vision.outcomes.words import Geography

VALUE, SIGNIFICANCE, WIDTH = "value", "significance", "interval"
SHADES = (Look.LEAST, Look.LESS, Look.MORE, Look.MOST)
# The kinds of place that a measure has a page of their own for.
WITH_PAGES = frozenset({Geography.DISTRICT})


@dataclass(frozen=True)
class KeyLine:
    """One line of the key: a look, and what it says."""

    drawing: Drawing
    words: str


def drawn(found: MapAnswer, show: str, *, onward: str, linked: bool) -> Chart | None:
    """The places with an outline, in the order of the table; nothing where none has a figure."""
    if not found.known or not found.outlined & set(found.known):
        return None
    looks = looks_of(found, show)
    regions = [
        Region(
            row.code, looks[row.code], _written(row, show), _label(found, row),
            _page_of(found, row, onward) if linked and found.by in WITH_PAGES else "",
            row.code == found.ours,
        )
        for row in found.rows
    ]  # fmt: skip
    return map_of_places(
        found.outlines,
        regions,
        title=f"{found.card.plain_title}, {found.card.unit}, {found.period}",
        description="Every place can be reached with the tab key, in the order of the table.",
    )


def _page_of(found: MapAnswer, row: MapRow, onward: str) -> str:
    page = reverse("outcomes:indicator", args=[found.card.code])
    return f"{page}?area={row.code}&{onward}".rstrip("&")


def shaded(found: MapAnswer, show: str) -> dict[str, float]:
    """What the shades stand for: the figures, or how wide their intervals are."""
    return found.widths if show == WIDTH else found.known


def looks_of(found: MapAnswer, show: str) -> dict[str, Look]:
    steps = steps_of(shaded(found, show))
    most = max(steps.values(), default=1)
    return {row.code: _look(row, show, steps, most) for row in found.rows}


def _look(row: MapRow, show: str, steps: dict[str, int], most: int) -> Look:
    if row.value is None:
        return Look(absence(row.figure))
    if show == SIGNIFICANCE:
        return Look(row.finding)
    if row.code not in steps:
        return Look.CANNOT_SAY
    return SHADES[round((steps[row.code] - 1) * 3 / (most - 1))] if most > 1 else Look.LESS


def _written(row: MapRow, show: str) -> str:
    if row.value is None:
        return absence(row.figure)
    if show == WIDTH:
        return number(row.width) if row.width is not None else "no interval"
    return f"{LETTERS[row.finding]} {number(row.value)}" if show == SIGNIFICANCE else number(row.value)


def _label(found: MapAnswer, row: MapRow) -> str:
    if row.value is None or row.figure is None:
        return f"{row.name}: {row.figure.said if row.figure else 'not published'}"
    between = f" ({row.figure.between})" if row.figure.between else ""
    estimate = ", an estimate" if row.estimated else ""
    unit = "%" if found.card.unit.startswith("%") else found.card.unit
    return f"{row.name}: {with_unit(row.value, unit)}{between}{estimate}. {_stands(found, row)}"


def _stands(found: MapAnswer, row: MapRow) -> str:
    if row.finding == "similar":
        return f"Not clearly different from {found.beside_name}."
    if row.finding == "cannot say":
        return f"We cannot say whether it differs from {found.beside_name}."
    return f"{row.finding.capitalize()} than {found.beside_name}."


def key_of(found: MapAnswer, show: str) -> list[KeyLine]:
    """The looks that are on the map, and no others."""
    looks = looks_of(found, show)
    lines = _findings(found) if show == SIGNIFICANCE else _classes(shaded(found, show), looks)
    absent = {
        Look.WITHHELD: "Withheld so that nobody can be recognised",
        Look.NO_FIGURE: "No figure published",
    }
    if show == WIDTH:
        absent[Look.CANNOT_SAY] = "A figure without an interval"
    held = set(looks.values())
    return [*lines, *(KeyLine(swatch(look), words) for look, words in absent.items() if look in held)]


def _classes(values: dict[str, float], looks: dict[str, Look]) -> list[KeyLine]:
    steps = steps_of(values)
    by_step = {step: looks[code] for code, step in steps.items()}
    return [KeyLine(swatch(by_step[band.step]), band.said) for band in bands_of(values)]


def _findings(found: MapAnswer) -> list[KeyLine]:
    order = (Look.BETTER, Look.SIMILAR, Look.WORSE, Look.HIGHER, Look.LOWER, Look.CANNOT_SAY)
    held = {row.finding: row for row in found.rows if row.value is not None}
    said = [(look, held[look]) for look in order if look in held]
    return [KeyLine(swatch(look), f"{LETTERS[look]}: {_stands(found, row)}") for look, row in said]
