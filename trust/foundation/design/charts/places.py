"""A map of places that each can be reached by the keyboard: shaded by figure, or patterned by finding."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.hatching import hatching
from trust.foundation.design.charts.maps import (
    DARK,
    HUES,
    NARROW,
    WIDE,
    Ground,
    Sheet,
    ground_of,
    on_paper,
    words_on,
)
from trust.foundation.design.charts.marks import (
    Area,
    Chart,
    Drawing,
    Line,
    Outline,
    Place,
    Silent,
    Simple,
    Strokes,
    Tract,
    Tracts,
    in_short,
)

MOST_NAMED = 40
APART, CLOSE = 7.0, 5.0
# Places without words need no second drawing for the phone: one that shrinks loses nothing to read.
CROWDED = Sheet(940, margin=6, names=False, tallest=820)


type Rings = tuple[tuple[marks.Spot, ...], ...]


class Look(StrEnum):
    """How a place is drawn. Each differs by more than its hue: by lightness, by its lines or by its edge."""

    LEAST = "least"
    LESS = "less"
    MORE = "more"
    MOST = "most"
    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    SIMILAR = "similar"
    CANNOT_SAY = "cannot say"
    WITHHELD = "withheld"
    NO_FIGURE = "no figure"


@dataclass(frozen=True)
class Pattern:
    """A fill, the angles of the lines over it with their colour, and whether the edge is broken."""

    fill: str
    angles: tuple[float, ...] = ()
    ink: str = marks.INK
    broken: bool = False


PATTERNS = {
    Look.LEAST: Pattern(HUES[0]),
    Look.LESS: Pattern(HUES[1]),
    Look.MORE: Pattern(HUES[2]),
    Look.MOST: Pattern(HUES[3]),
    Look.BETTER: Pattern("#cfe0e2", (0,), marks.SUBJECT),
    Look.WORSE: Pattern("#f3d3bf", (45,), marks.GROUP),
    Look.HIGHER: Pattern("#dcd3ea", (90,), marks.TARGET),
    Look.LOWER: Pattern("#efeaf6", (0,), marks.TARGET),
    Look.SIMILAR: Pattern("#f1ece1"),
    Look.CANNOT_SAY: Pattern(marks.PAPER, (), broken=True),
    Look.WITHHELD: Pattern("#ececec", (45, -45), marks.CONTEXT),
    Look.NO_FIGURE: Pattern(marks.PAPER, (), broken=True),
}


@dataclass(frozen=True)
class Region:
    """One place: its look, what is written on it, and what is read aloud when the keyboard reaches it."""

    code: str
    look: Look
    written: str
    label: str
    address: str = ""
    ours: bool = False


def map_of_places(
    boundaries: Mapping[str, Any], regions: Sequence[Region], *, title: str, description: str
) -> Chart:
    """Draw the places in the order given, which is the keyboard's; one without an outline is left out."""
    outlined = {shape["properties"]["code"] for shape in boundaries["features"]}
    known = [region for region in regions if region.code in outlined]
    if len(known) > MOST_NAMED:
        drawing = _crowded(boundaries, known, title, description)
        return Chart(drawing, drawing)
    grounds = {ground.code: ground for ground in map(ground_of, boundaries["features"])}
    wide, narrow = (_drawing(grounds, known, sheet, title, description) for sheet in (WIDE, NARROW))
    return Chart(wide, narrow)


def _drawing(
    grounds: Mapping[str, Ground], regions: Sequence[Region], sheet: Sheet, title: str, description: str
) -> Drawing:
    drawn = {ground.code: ground for ground in on_paper([grounds[one.code] for one in regions], sheet)}
    height = 8 + max((y for ground in drawn.values() for ring in ground.rings for _, y in ring), default=0.0)
    places = tuple(_place(region, drawn[region.code]) for region in regions)
    says = {one.code: _says(one, drawn[one.code], sheet) for one in regions}
    dark = {one.code: DARK for one in regions if one.look is Look.MOST}
    words = tuple(_simple(words_on(list(drawn.values()), says, dark, sheet, height)))
    # Many long names beside small places may need more room than the map.
    lowest = max((mark.y for mark in words if isinstance(mark, marks.Words)), default=0.0)
    height = max(height, lowest + 8)
    drawings: tuple[marks.Mark, ...] = (*places, Silent(words))
    return Drawing(sheet.width, height, title, description, drawings)


def _crowded(
    boundaries: Mapping[str, Any], regions: Sequence[Region], title: str, description: str
) -> Drawing:
    """Very many places on one sheet, without words: the tab key and the table have their names."""
    shapes = {shape["properties"]["code"]: shape["geometry"] for shape in boundaries["features"]}
    drawn, height = _laid_out(tuple(as_tuples(shapes[one.code]) for one in regions))
    tracts = tuple(_tract(region, *laid) for region, laid in zip(regions, drawn, strict=True))
    return Drawing(CROWDED.width, height, title, description, (Tracts(tracts, marks.MUTED, 0.5),))


def as_tuples(geometry: Mapping[str, Any]) -> tuple[Any, ...]:
    """The polygons of a place, each a tuple of rings, so that they can be known again."""
    parts = geometry["coordinates"]
    polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
    if isinstance(polygons, tuple):
        return polygons
    return tuple(tuple(tuple(tuple(spot) for spot in ring) for ring in polygon) for polygon in polygons)


# The same places are drawn for every measure and for every reader; only their looks differ.
@lru_cache(maxsize=8)
def _laid_out(shapes: tuple[Any, ...]) -> tuple[list[tuple[Rings, str]], float]:
    """Each place's rings on the sheet and the path through them, and how tall the drawing is."""
    grounds = [Ground("", "", tuple(ring for polygon in shape for ring in polygon)) for shape in shapes]
    rings = [ground.rings for ground in on_paper(grounds, CROWDED)]
    height = 8 + max(y for some in rings for ring in some for _, y in ring)
    return [(some, "".join(map(in_short, some))) for some in rings], height


def _tract(region: Region, rings: Rings, path: str) -> Tract:
    pattern = PATTERNS[region.look]
    strokes = _close_lines(rings, pattern) if pattern.angles else None
    dash, edge = "2 2" if pattern.broken else "", marks.INK if region.ours else ""
    return Tract(region.label, path, pattern.fill, strokes, dash, edge)


@lru_cache(maxsize=8192)
def _close_lines(rings: Rings, pattern: Pattern) -> Strokes | None:
    return next(_lines(rings, pattern, CLOSE), None)


def _simple(drawn: Iterator[marks.Mark]) -> Iterator[Simple]:
    return (mark for mark in drawn if isinstance(mark, Line | marks.Words))


def _place(region: Region, ground: Ground) -> Place:
    pattern = PATTERNS[region.look]
    edge = marks.INK if region.ours else marks.MUTED
    shape = Outline(
        ground.rings, pattern.fill, edge, "3 3" if pattern.broken else "", 2.5 if region.ours else 1
    )
    return Place(region.label, (shape, *_lines(ground.rings, pattern)), region.address)


def _lines(
    rings: Sequence[Sequence[marks.Spot]], pattern: Pattern, apart: float = APART
) -> Iterator[Strokes]:
    """The hatching of a place as one mark; none where its look has no lines, or it is too small for one."""
    found = (stretch for angle in pattern.angles for stretch in hatching(rings, angle=angle, apart=apart))
    if stretches := tuple(found):
        yield Strokes(stretches, pattern.ink)


def _says(region: Region, ground: Ground, sheet: Sheet) -> tuple[str, ...]:
    names = scales.wrapped(ground.name, size=13, weight=600, width=96) if sheet.names else ()
    return (*names, region.written)


def swatch(look: Look) -> Drawing:
    """A small box of a look, for the key."""
    pattern = PATTERNS[look]
    corners = ((1.0, 1.0), (35.0, 1.0), (35.0, 21.0), (1.0, 21.0))
    edge = Outline((corners,), "none", marks.MUTED, "3 3" if pattern.broken else "")
    drawn: tuple[marks.Mark, ...] = (Area(corners, pattern.fill), *_lines((corners,), pattern), edge)
    return Drawing(36, 22, look.capitalize(), "", drawn)
