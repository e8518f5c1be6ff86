"""A small map of places: four steps of one hue, every place outlined, its figure written on it.

Positions are degrees of longitude and latitude, as in GeoJSON; over one county a plane is near enough.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, inf, radians
from typing import Any

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.given import Number
from trust.foundation.design.charts.marks import Chart, Drawing, Line, Mark, Outline, Spot, Words

HUES = ("#eaf1f1", "#bcd3d4", "#7da5a9", "#1d6470")
DARK = HUES[-1]


@dataclass(frozen=True)
class Ground:
    """One place as rings of positions, the largest of them first."""

    code: str
    name: str
    rings: tuple[tuple[Spot, ...], ...]


@dataclass(frozen=True)
class Sheet:
    """How wide and tall a map may be, the margins for names that do not fit, and whether places are named."""

    width: float
    margin: float
    names: bool
    tallest: float = inf


WIDE = Sheet(560, margin=84, names=True)
NARROW = Sheet(320, margin=36, names=False)


def small_map(
    boundaries: Mapping[str, Any],
    values: Mapping[str, Number | None],
    *,
    unit: str,
    title: str,
    description: str,
) -> Chart:
    """Shade each place of a GeoJSON collection by its figure, known by the property `code`."""
    grounds = [ground_of(feature) for feature in boundaries["features"]]
    known = {code: float(value) for code, value in values.items() if value is not None}
    wide, narrow = (_sheet(grounds, known, sheet, unit, title, description) for sheet in (WIDE, NARROW))
    return Chart(wide, narrow)


def _sheet(
    grounds: list[Ground], known: dict[str, float], sheet: Sheet, unit: str, title: str, description: str
) -> Drawing:
    drawn = on_paper(grounds, sheet)
    height = 8 + max((y for ground in drawn for ring in ground.rings for _, y in ring), default=0.0)
    says = {ground.code: _says(ground, known, unit, sheet) for ground in drawn}
    fills = shades(known)
    shapes = [
        Outline(g.rings, fills.get(g.code, marks.PAPER), marks.CONTEXT, "" if g.code in known else "3 3")
        for g in drawn
    ]
    words = words_on(drawn, says, fills, sheet, height)
    return Drawing(sheet.width, height, title, description, (*shapes, *words))


def ground_of(feature: Mapping[str, Any]) -> Ground:
    shape, about = feature["geometry"], feature["properties"]
    parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    rings = [tuple((float(x), float(y)) for x, y, *_ in ring) for part in parts for ring in part]
    return Ground(about["code"], about["name"], tuple(sorted(rings, key=lambda ring: -abs(area(ring)))))


def area(ring: Sequence[Spot]) -> float:
    """
    >>> area([(0, 0), (2, 0), (2, 2), (0, 2)])
    4.0
    """
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def middle(ring: Sequence[Spot]) -> Spot:
    """The centre of mass.

    >>> middle([(0, 0), (2, 0), (2, 2), (0, 2)])
    (1.0, 1.0)
    """
    size = area(ring)
    if not size:
        return ring[0]
    pairs = list(zip(ring, [*ring[1:], ring[0]], strict=True))
    x = sum((x1 + x2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * size)
    y = sum((y1 + y2) * (x1 * y2 - x2 * y1) for (x1, y1), (x2, y2) in pairs) / (6 * size)
    return x, y


def words_on(
    grounds: list[Ground],
    says: dict[str, tuple[str, ...]],
    fills: dict[str, str],
    sheet: Sheet,
    height: float,
) -> Iterator[Mark]:
    """Words on each place, the largest first; what does not fit or would run over others stands beside."""
    taken: list[tuple[float, float, float, float]] = []
    outside: list[Ground] = []
    for ground in sorted(grounds, key=lambda ground: -abs(area(ground.rings[0]))):
        lines = says[ground.code]
        room = _room(middle(ground.rings[0]), lines)
        if fits(ground.rings[0], lines) and not any(_over(room, other) for other in taken):
            taken.append(room)
            yield from _inside(middle(ground.rings[0]), lines, dark=fills.get(ground.code) == DARK)
        else:
            outside.append(ground)
    yield from _beside(outside, says, sheet, height)


def _room(spot: Spot, lines: tuple[str, ...]) -> tuple[float, float, float, float]:
    across, down = max(scales.width_of(line, 13) for line in lines) / 2, 8.0 * len(lines)
    return spot[0] - across, spot[1] - down, spot[0] + across, spot[1] + down


def _over(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def on_paper(grounds: list[Ground], sheet: Sheet) -> list[Ground]:
    spots = [spot for ground in grounds for ring in ground.rings for spot in ring] or [(0.0, 0.0)]
    west, east = min(x for x, _ in spots), max(x for x, _ in spots)
    south, north = min(y for _, y in spots), max(y for _, y in spots)
    squeeze = cos(radians((south + north) / 2))
    scale = min(
        (sheet.width - 2 * sheet.margin) / (((east - west) * squeeze) or 1),
        sheet.tallest / ((north - south) or 1),
    )
    left = (sheet.width - (east - west) * squeeze * scale) / 2
    return [
        Ground(
            ground.code,
            ground.name,
            tuple(
                tuple((left + (x - west) * squeeze * scale, 8 + (north - y) * scale) for x, y in ring)
                for ring in ground.rings
            ),
        )
        for ground in grounds
    ]


def shades(known: Mapping[str, float]) -> dict[str, str]:
    """Four equal steps from the smallest figure to the largest.

    >>> sorted(shades({"a": 1, "b": 2, "c": 9}).values()) == sorted([HUES[0], HUES[0], HUES[3]])
    True
    """
    if not known:
        return {}
    low, reach = min(known.values()), max(known.values()) - min(known.values())
    return {code: HUES[min(int((v - low) / reach * 4), 3) if reach else 0] for code, v in known.items()}


def _says(ground: Ground, known: Mapping[str, float], unit: str, sheet: Sheet) -> tuple[str, ...]:
    figure = scales.with_unit(known[ground.code], unit) if ground.code in known else "no figure"
    names = scales.wrapped(ground.name, size=13, weight=600, width=96) if sheet.names else ()
    return (*names, figure)


def fits(ring: Sequence[Spot], lines: tuple[str, ...]) -> bool:
    """Whether words may stand on a place: a halo lets them reach a little over its edge."""
    widest = max(scales.width_of(line, 13, 600) for line in lines)
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return max(xs) - min(xs) >= widest * 0.64 and max(ys) - min(ys) >= 13 * len(lines)


def _inside(spot: Spot, lines: tuple[str, ...], *, dark: bool) -> Iterator[Mark]:
    x, y = spot
    fill, halo = (marks.PAPER, DARK) if dark else (marks.INK, marks.PAPER)
    first = y - 8 * (len(lines) - 1) + 4
    for n, text in enumerate(lines):
        weight = 600 if n < len(lines) - 1 else 400
        yield Words(x, first + 16 * n, text, 13, weight, "middle", fill, halo)


def _beside(
    grounds: list[Ground], says: dict[str, tuple[str, ...]], sheet: Sheet, height: float
) -> Iterator[Mark]:
    """Words at the nearer edge, with a line that leads to the place."""
    for right in (True, False):
        side = [ground for ground in grounds if (middle(ground.rings[0])[0] > sheet.width / 2) == right]
        centres = [middle(ground.rings[0]) for ground in side]
        heights = [16.0 * len(says[ground.code]) + 6 for ground in side]
        tops = scales.spread([y for _, y in centres], heights, top=0, bottom=height)
        x, anchor = (sheet.width - 2, "end") if right else (2.0, "start")
        for ground, spot, top, tall in zip(side, centres, tops, heights, strict=True):
            yield from _led(spot, says[ground.code], (x, top), anchor, tall)


def _led(spot: Spot, lines: tuple[str, ...], at: Spot, anchor: str, height: float) -> Iterator[Mark]:
    x, top = at
    widest = max(scales.width_of(line, 13, 600) for line in lines)
    edge = x - widest - 2 if anchor == "end" else x + widest + 2
    yield Line((spot, (edge, top + height / 2)), marks.INK)
    for n, text in enumerate(lines):
        yield Words(x, top + 15 + 16 * n, text, 13, 600 if n < len(lines) - 1 else 400, anchor)
