"""Small lines: the sparkline of a dashboard's row and the line of a figure card. Neither carries an axis."""

from collections.abc import Iterator, Sequence

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.given import Number, Point
from trust.foundation.design.charts.lines import stretches
from trust.foundation.design.charts.marks import Area, Dot, Drawing, Line, Mark, Words
from trust.foundation.design.charts.scales import Scale


def sparkline(
    points: Sequence[Point], *, title: str, description: str, target: Number | None = None
) -> Drawing:
    """A row's course: band, line, the newest figure with its interval, and the target as a dashed line."""
    across, up = _scales(points, target, left=8, right=176, top=8.8, bottom=43.2)
    drawn = [*_aim(up, target), *_band(points, across, up), *_lines(points, across, up)]
    return Drawing(220, 52, title, description, (*drawn, *_newest(points, across, up)))


def card_line(points: Sequence[Point], *, title: str, description: str) -> Drawing:
    """The line of a figure card, each figure written above its mark."""
    across, up = _scales(points, None, left=28, right=312, top=25, bottom=66)
    drawn: list[Mark] = [Line(((0, 78), (340, 78)), marks.HAIRLINE)]
    drawn += [*_uprights(points, across, up), *_lines(points, across, up)]
    return Drawing(340, 104, title, description, (*drawn, *_labelled(points, across, up)))


def _scales(
    points: Sequence[Point], target: Number | None, *, left: float, right: float, top: float, bottom: float
) -> tuple[Scale, Scale]:
    numbers = [n for point in points for n in point.numbers] + ([float(target)] if target is not None else [])
    moments = [_moment(points, i) for i in range(len(points))] or [0.0]
    low, high = (min(numbers), max(numbers)) if numbers else (0.0, 1.0)
    if low == high:
        low, high = low - 1, high + 1
    return Scale(min(moments), max(moments), left, right), Scale(low, high, bottom, top)


def _moment(points: Sequence[Point], turn: int) -> float:
    x = points[turn].x
    return float(turn) if x is None else x


def _spots(points: Sequence[Point], across: Scale, up: Scale) -> dict[int, tuple[float, float]]:
    return {
        id(point): (across(_moment(points, i)), up(float(point.value)))
        for i, point in enumerate(points)
        if point.value is not None
    }


def _lines(points: Sequence[Point], across: Scale, up: Scale) -> Iterator[Mark]:
    at = _spots(points, across, up)
    for run in stretches(points):
        yield Line(tuple(at[id(point)] for point in run), marks.SUBJECT, 2)


def _band(points: Sequence[Point], across: Scale, up: Scale) -> Iterator[Mark]:
    at = _spots(points, across, up)
    held = [point if point.interval else Point(point.label, None) for point in points]
    for run in stretches(held):
        sides = [(at[id(p)][0], up(p.interval[0]), up(p.interval[1])) for p in run if p.interval]
        if len(sides) > 1:
            upper, lower = [(x, high) for x, _, high in sides], [(x, low) for x, low, _ in reversed(sides)]
            yield Area((*upper, *lower), marks.SUBJECT, opacity=0.16)


def _uprights(points: Sequence[Point], across: Scale, up: Scale) -> Iterator[Mark]:
    at = _spots(points, across, up)
    for point in points:
        if point.interval:
            x = at[id(point)][0]
            yield Line(((x, up(point.interval[0])), (x, up(point.interval[1]))), marks.SUBJECT, 2)


def _newest(points: Sequence[Point], across: Scale, up: Scale) -> Iterator[Mark]:
    known = [point for point in points if point.value is not None]
    yield from _uprights_of_last(points, across, up)
    if known:
        yield Dot(*_spots(points, across, up)[id(known[-1])], 3.5, marks.SUBJECT, marks.SUBJECT)


def _uprights_of_last(points: Sequence[Point], across: Scale, up: Scale) -> Iterator[Mark]:
    yield from list(_uprights(points, across, up))[-1:]


def _aim(up: Scale, target: Number | None) -> Iterator[Mark]:
    if target is not None:
        y = up(float(target))
        yield Line(((4, y), (196, y)), marks.TARGET, 1.5, dash="5 4")
        yield marks.diamond(201, y, 5, fill=marks.PAPER, stroke=marks.TARGET)


def _labelled(points: Sequence[Point], across: Scale, up: Scale) -> Iterator[Mark]:
    at = _spots(points, across, up)
    known = [point for point in points if point.value is not None]
    for point in known:
        fill = marks.SUBJECT if point is known[-1] else marks.PAPER
        yield Dot(*at[id(point)], 4, fill, marks.SUBJECT)
    figures = [scales.in_figures(float(point.value or 0)) for point in known]
    places = [at[id(point)][0] for point in known]
    for i in scales.kept_apart(places, [scales.width_of(text, 14, 600) for text in figures]):
        yield Words(places[i], _above(known[i], up), figures[i], 14, 600, "middle")
    for i in scales.kept_apart(places, [scales.width_of(point.label, 13) for point in known]):
        yield Words(places[i], 98, known[i].label, anchor="middle", fill=marks.MUTED)


def _above(point: Point, up: Scale) -> float:
    return up(max(point.numbers)) - 8
