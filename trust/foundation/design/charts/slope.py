"""Places from the most deprived to the least, as wide as their children are many, and the slope."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trust.foundation.design.charts import marks, paper, scales
from trust.foundation.design.charts.marks import Box, Chart, Drawing, Line, Mark, Words
from trust.foundation.design.charts.paper import Paper, Plot
from trust.foundation.design.charts.scales import Scale

HEIGHT = 400.0


@dataclass(frozen=True)
class Step:
    """A place: its share of all the children, its figure, and where that may lie."""

    name: str
    share: float
    value: float
    lower: float
    upper: float


@dataclass(frozen=True)
class Fitted:
    """The straight line over everybody, by its two ends, and what to write at each."""

    most_deprived: float
    least_deprived: float


def slope_chart(steps: Sequence[Step], fitted: Fitted, *, unit: str, title: str, description: str) -> Chart:
    """Draw the places in the order given, the most deprived first, and the line through them."""
    wide, narrow = (
        Drawing(sheet.width, HEIGHT, title, description, tuple(_draw(steps, fitted, unit, sheet)))
        for sheet in (paper.wide(HEIGHT), paper.narrow(HEIGHT))
    )
    return Chart(wide, narrow)


def _draw(steps: Sequence[Step], fitted: Fitted, unit: str, sheet: Paper) -> Iterator[Mark]:
    plot, ticks = _plot(steps, fitted, unit, sheet)
    yield from paper.grid(plot, ticks)
    yield from _places(steps, plot)
    yield from _line(fitted, plot)
    yield from _foot(plot)


def _plot(steps: Sequence[Step], fitted: Fitted, unit: str, sheet: Paper) -> tuple[Plot, list[float]]:
    numbers = [fitted.most_deprived, fitted.least_deprived]
    numbers += [number for step in steps for number in (step.lower, step.upper, step.value)]
    ticks = scales.ticks(min(numbers), max(numbers))
    sheet = paper.with_room_for(ticks, unit, sheet)
    across = Scale(0, 1, sheet.left + 2, sheet.right - 2)
    return Plot(sheet, across, Scale(ticks[0], ticks[-1], sheet.bottom - 14, sheet.top), unit), ticks


def _places(steps: Sequence[Step], plot: Plot) -> Iterator[Mark]:
    """Each place as wide as its share; its name above it where there is room."""
    taken: list[tuple[float, float, float]] = []
    before = 0.0
    for step in steps:
        left, right = plot.x(before), plot.x(before + step.share)
        before += step.share
        low, level, high = plot.y(step.lower), plot.y(step.value), plot.y(step.upper)
        yield Box(left, high, round(right - left - 1, 1), round(low - high, 1), marks.PLAIN, opacity=0.25)
        yield Line(((left, level), (right - 1, level)), marks.PLAIN, 2.5)
        if not plot.paper.small:
            yield from _name(step.name, (left + right) / 2, high - 7, plot, taken)


def _name(
    name: str, x: float, y: float, plot: Plot, taken: list[tuple[float, float, float]]
) -> Iterator[Mark]:
    """A place's name, unless it would run into one that is written already."""
    half = scales.width_of(name, 13) / 2
    x = min(max(x, plot.paper.left + half), plot.paper.right - half)
    clear = all(abs(x - other) > half + wide + 6 or abs(y - at) > 16 for other, wide, at in taken)
    if clear and y > 12:
        taken.append((x, half, y))
        yield Words(round(x, 1), round(y, 1), name, anchor="middle", fill=marks.MUTED)


def _line(fitted: Fitted, plot: Plot) -> Iterator[Mark]:
    ends = (fitted.most_deprived, fitted.least_deprived)
    spots = tuple((plot.x(at), plot.y(level)) for at, level in zip((0, 1), ends, strict=True))
    yield Line(spots, marks.SUBJECT, 3)
    for spot in spots:
        yield marks.diamond(*spot, 5, fill=marks.PAPER, stroke=marks.SUBJECT)
    size = 14.0 if plot.paper.small else 16.0
    levels = scales.spread([plot.y(level) for level in ends], [42.0, 42.0], top=0, bottom=plot.paper.bottom)
    for top, level, end in zip(levels, ends, ("most deprived", "least deprived"), strict=True):
        says = scales.wrapped(
            f"{scales.with_unit(level, plot.unit)} {end}", size=size, weight=700, width=plot.paper.label_width
        )
        for n, text in enumerate(says[:2]):
            yield Words(plot.paper.label_x, round(top + 17 + 18 * n, 1), text, size, 700, fill=marks.SUBJECT)


def _foot(plot: Plot) -> Iterator[Mark]:
    y = plot.paper.bottom + 10
    yield Words(plot.paper.left, y, "most deprived", fill=marks.MUTED)
    yield Words(plot.paper.right, y, "least deprived", anchor="end", fill=marks.MUTED)
    if not plot.paper.small:
        middle = (plot.paper.left + plot.paper.right) / 2
        yield Words(middle, y + 20, "as wide as its children are many", anchor="middle", fill=marks.MUTED)
