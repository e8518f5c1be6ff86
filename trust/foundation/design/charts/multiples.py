"""Small multiples: a little line chart for each place or group, all to one scale, so that shapes compare."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Literal

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.given import Point
from trust.foundation.design.charts.lines import stretches
from trust.foundation.design.charts.marks import Area, Chart, Dot, Drawing, Line, Mark, Words
from trust.foundation.design.charts.paper import of_step
from trust.foundation.design.charts.scales import Scale

NAME_LINE, PLOT, PERIODS, BELOW = 17.0, 88.0, 24.0, 20.0
COLOURS = {"plain": marks.PLAIN, "subject": marks.SUBJECT, "group": marks.GROUP}


@dataclass(frozen=True)
class Panel:
    """One little chart; without any figure its `missing` words stand in it."""

    name: str
    points: tuple[Point, ...]
    role: Literal["plain", "subject", "group"] = "plain"
    missing: str = "not published"


@dataclass(frozen=True)
class Grid:
    """How the panels stand on one sheet: columns, the room of each, and its scales within itself."""

    columns: int
    left: float
    room: float
    names: int
    across: Scale
    up: Scale
    steps: tuple[float, ...]
    unit: str
    small: bool

    @property
    def height(self) -> float:
        return NAME_LINE * self.names + PLOT + PERIODS + BELOW

    def corner(self, place: int) -> tuple[float, float]:
        return self.left + self.room * (place % self.columns), self.height * (place // self.columns)


def small_multiples(
    panels: Sequence[Panel], *, unit: str, title: str, description: str, beside: Sequence[Point] = ()
) -> Chart:
    """Draw each panel from nought; `beside` is one thin line drawn in all of them."""
    return Chart(
        _sheet(panels, beside, unit, title, description, columns=4, width=760),
        _sheet(panels, beside, unit, title, description, columns=2, width=320),
    )


def _sheet(
    panels: Sequence[Panel],
    beside: Sequence[Point],
    unit: str,
    title: str,
    description: str,
    *,
    columns: int,
    width: float,
) -> Drawing:
    grid = _grid(panels, beside, unit, columns, width)
    height = grid.height * max(1, ceil(len(panels) / columns)) - BELOW / 2
    return Drawing(width, height, title, description, tuple(_draw(panels, beside, grid)))


def _grid(panels: Sequence[Panel], beside: Sequence[Point], unit: str, columns: int, width: float) -> Grid:
    points = [*beside, *(point for panel in panels for point in panel.points)]
    numbers = [number for point in points for number in point.numbers] or [0.0]
    moments = [_moment(point) for point in points] or [0.0]
    low, high = min(*numbers, 0.0), max(*numbers, 0.0) or 1.0
    # A little chart ends at its highest figure: room spent on a round one above it would flatten the lines.
    steps = [step for step in scales.ticks(low, high, most=4) if low <= step <= high]
    left = max(scales.width_of(of_step(step, unit), 13) for step in steps) + 8
    room = (width - left) / columns
    widest = max(scales.width_of(scales.in_figures(number), 14, 700) for number in numbers)
    names = max((len(_name(panel.name, room)) for panel in panels), default=1)
    across = Scale(min(moments), max(moments), 6, room - widest - 18)
    top = NAME_LINE * names + 10
    return Grid(
        columns, left, room, names, across, Scale(low, high, top + PLOT - 10, top), tuple(steps),
        unit, small=columns == 2,
    )  # fmt: skip


def _moment(point: Point) -> float:
    return 0.0 if point.x is None else point.x


def _name(name: str, room: float) -> tuple[str, ...]:
    return scales.wrapped(name, size=14, weight=700, width=room - 16)[:3]


def _draw(panels: Sequence[Panel], beside: Sequence[Point], grid: Grid) -> Iterator[Mark]:
    for place, panel in enumerate(panels):
        x, y = grid.corner(place)
        yield from _frame(panel, grid, x, y, first=place % grid.columns == 0)
        yield from _line(beside, grid, x, y, marks.CONTEXT, 1.3)
        yield from _course(panel, grid, x, y)


def _frame(panel: Panel, grid: Grid, x: float, y: float, *, first: bool) -> Iterator[Mark]:
    colour = marks.INK if panel.role == "plain" else COLOURS[panel.role]
    for n, text in enumerate(_name(panel.name, grid.room)):
        yield Words(x + 6, y + 14 + NAME_LINE * n, text, 14, 700, fill=colour, halo="none")
    for step in (grid.steps[0], 0.0, grid.steps[-1]):
        level = y + grid.up(step)
        yield Line(((x, level), (x + grid.room - 12, level)), marks.INK if step == 0 else marks.HAIRLINE)
    if first:
        for step in dict.fromkeys((grid.steps[0], 0.0, grid.steps[-1])):
            yield Words(grid.left - 6, y + grid.up(step) + 5, of_step(step, grid.unit), anchor="end",
                        fill=marks.MUTED)  # fmt: skip


def _course(panel: Panel, grid: Grid, x: float, y: float) -> Iterator[Mark]:
    known = [point for point in panel.points if point.value is not None]
    if not known:
        lines = scales.wrapped(panel.missing, size=13, width=grid.room - 20)[:4]
        for n, text in enumerate(lines):
            yield Words(x + 6, y + grid.up.end + 22 + 16 * n, text, fill=marks.MUTED)
        return
    colour = COLOURS[panel.role]
    yield from _band(panel, grid, x, y, colour)
    yield from _line(panel.points, grid, x, y, colour, 2.2)
    last = known[-1]
    spot = (x + grid.across(_moment(last)), y + grid.up(float(last.value or 0)))
    yield Dot(*spot, 3.2, colour, colour)
    yield Words(spot[0] + 7, spot[1] + 5, scales.in_figures(float(last.value or 0)), 14, 700, fill=colour)
    yield from _ends(known, grid, x, y)


def _line(
    points: Sequence[Point], grid: Grid, x: float, y: float, colour: str, width: float
) -> Iterator[Mark]:
    for run in stretches(points):
        spots = tuple((x + grid.across(_moment(p)), y + grid.up(float(p.value or 0))) for p in run)
        if len(spots) > 1:
            yield Line(spots, colour, width)
        else:
            yield Dot(*spots[0], 1.6, colour, colour)


def _band(panel: Panel, grid: Grid, x: float, y: float, colour: str) -> Iterator[Mark]:
    held = [point if point.interval else Point(point.label, None, x=point.x) for point in panel.points]
    for run in stretches(held):
        sides = [(x + grid.across(_moment(p)), *map(grid.up, p.interval)) for p in run if p.interval]
        if len(sides) > 1:
            upper = [(at, y + high) for at, _, high in sides]
            lower = [(at, y + low) for at, low, _ in reversed(sides)]
            yield Area((*upper, *lower), colour, opacity=0.18)


def _ends(known: Sequence[Point], grid: Grid, x: float, y: float) -> Iterator[Mark]:
    """The first and the last period beneath the panel; the last alone where both have no room."""
    ends = [known[0], known[-1]] if len(known) > 1 else [known[-1]]
    labels = [scales.shortened(point.label) if grid.small else point.label for point in ends]
    widths = [scales.width_of(label, 13) for label in labels]
    places = [
        min(max(x + grid.across(_moment(point)), x + width / 2), x + grid.room - 8 - width / 2)
        for point, width in zip(ends, widths, strict=True)
    ]
    for i in scales.kept_apart(places, widths):
        yield Words(places[i], y + grid.up.start + 20, labels[i], anchor="middle", fill=marks.MUTED)
