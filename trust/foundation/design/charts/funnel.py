"""A funnel: each place by its size and its figure, within the limits of what chance alone would do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor

from trust.foundation.design.charts import marks, paper, scales
from trust.foundation.design.charts.marks import Area, Chart, Dot, Drawing, Line, Mark, Words
from trust.foundation.design.charts.paper import Paper, Plot
from trust.foundation.design.charts.scales import Scale

HEIGHT = 420.0
LINE_HEIGHT = 17.0


@dataclass(frozen=True)
class Spot:
    """A place: how many children it counts, its figure, and whether that lies outside the limits."""

    name: str
    size: float
    value: float
    outside: bool = False
    subject: bool = False

    @property
    def named(self) -> bool:
        return self.outside or self.subject


@dataclass(frozen=True)
class Limits:
    """Two sides of the funnel by size; a pair of sides for each width of it, the wider last."""

    sizes: tuple[float, ...]
    sides: tuple[tuple[tuple[float, ...], tuple[float, ...]], ...]


def funnel_plot(
    spots: Sequence[Spot],
    limits: Limits,
    *,
    target: float,
    target_name: str,
    unit: str,
    size_name: str,
    title: str,
    description: str,
) -> Chart:
    """Draw the places, naming those outside the wider limits. The scale does not begin at nought."""
    wide, narrow = (
        Drawing(
            sheet.width,
            HEIGHT,
            title,
            description,
            tuple(_draw(spots, limits, target, target_name, unit, size_name, sheet)),
        )
        for sheet in (paper.wide(HEIGHT), paper.narrow(HEIGHT))
    )
    return Chart(wide, narrow)


def _draw(
    spots: Sequence[Spot],
    limits: Limits,
    target: float,
    target_name: str,
    unit: str,
    size_name: str,
    sheet: Paper,
) -> Iterator[Mark]:
    plot, steps = _plot(spots, limits, unit, sheet)
    yield from paper.grid(plot, steps)
    yield from _funnel(limits, plot)
    level = plot.y(target)
    yield Line(((plot.paper.left, level), (plot.paper.right, level)), marks.SUBJECT, 1.5, dash="2 3")
    yield from _sizes(plot, size_name)
    for spot in sorted(spots, key=lambda one: one.named):
        yield _mark(spot, plot)
    yield from _names(spots, target, target_name, plot)


def _plot(spots: Sequence[Spot], limits: Limits, unit: str, sheet: Paper) -> tuple[Plot, list[float]]:
    numbers = [spot.value for spot in spots]
    numbers += [side for pair in limits.sides for ends in pair for side in ends]
    steps = steps_between(min(numbers), max(numbers))
    sheet = paper.with_room_for(steps, unit, sheet)
    across = Scale(0, max([*limits.sizes, *(spot.size for spot in spots)]), sheet.left + 4, sheet.right - 8)
    return Plot(sheet, across, Scale(steps[0], steps[-1], sheet.bottom - 14, sheet.top), unit), steps


def steps_between(low: float, high: float) -> list[float]:
    """Round figures about a range that need not begin at nought, though never below it.

    >>> steps_between(12.4, 31.0)
    [10.0, 15.0, 20.0, 25.0, 30.0, 35.0]
    """
    reach = scales.ticks(0, (high - low) or 1.0)
    step = reach[1] - reach[0]
    first = max(0, floor(low / step))
    steps = [round(first * step, 10)]
    while steps[-1] < high or len(steps) < 2:
        steps.append(round(steps[-1] + step, 10))
    return steps


def _funnel(limits: Limits, plot: Plot) -> Iterator[Mark]:
    """The funnel as shapes one within the other, and the edges of each: the outer whole, the inner dashed."""
    for number, (lower, upper) in enumerate(reversed(limits.sides)):
        low, high = _edge(limits, lower, plot), _edge(limits, upper, plot)
        yield Area((*high, *reversed(low)), marks.WASH, opacity=0.75)
        for edge in (low, high):
            yield Line(edge, marks.CONTEXT, 1.5, dash="" if number == 0 else "5 4")


def _edge(limits: Limits, side: tuple[float, ...], plot: Plot) -> tuple[marks.Spot, ...]:
    return tuple((plot.x(size), plot.y(level)) for size, level in zip(limits.sizes, side, strict=True))


def _sizes(plot: Plot, size_name: str) -> Iterator[Mark]:
    steps = scales.ticks(0, plot.x.high, most=5)
    within = [step for step in steps if step <= plot.x.high]
    texts, places = [scales.in_figures(step) for step in within], [plot.x(step) for step in within]
    for i in scales.kept_apart(places, [scales.width_of(text, 13) for text in texts]):
        yield Words(places[i], plot.paper.bottom + 10, texts[i], anchor="middle", fill=marks.MUTED)
    for n, text in enumerate(
        scales.wrapped(size_name, size=13, width=plot.paper.right - plot.paper.left)[:2]
    ):
        yield Words(plot.paper.left, plot.paper.bottom + 29 + 16 * n, text, fill=marks.MUTED)


def _mark(spot: Spot, plot: Plot) -> Mark:
    x, y = plot.x(spot.size), plot.y(spot.value)
    if spot.outside:
        fill = marks.SUBJECT if spot.subject else marks.GROUP
        return marks.diamond(x, y, 6, fill=fill, stroke=fill)
    fill = marks.SUBJECT if spot.subject else marks.PAPER
    return Dot(x, y, 4.5, fill, marks.SUBJECT if spot.subject else marks.PLAIN)


def _names(spots: Sequence[Spot], target: float, target_name: str, plot: Plot) -> Iterator[Mark]:
    """The places to be named, beside the plot at their own heights, each with a line to its mark."""
    said = sorted((spot for spot in spots if spot.named), key=lambda spot: -abs(spot.value - target))
    blocks: list[tuple[float, tuple[str, ...], Spot | None]] = [
        (plot.y(target), _wrapped(target_name, plot), None)
    ]
    room = plot.paper.bottom - LINE_HEIGHT * len(blocks[0][1])
    for spot in said:
        rows = _wrapped(f"{spot.name} {scales.with_unit(spot.value, plot.unit)}", plot)
        room -= LINE_HEIGHT * len(rows) + 6
        if room > 0:
            blocks.append((plot.y(spot.value), rows, spot))
    tops = scales.spread(
        [block[0] for block in blocks],
        [LINE_HEIGHT * len(block[1]) + 6 for block in blocks],
        top=0,
        bottom=plot.paper.bottom,
    )
    for block, top in zip(blocks, tops, strict=True):
        yield from _block(block[1], block[2], top, plot)


def _wrapped(text: str, plot: Plot) -> tuple[str, ...]:
    return scales.wrapped(text, size=13, weight=600, width=plot.paper.label_width)


def _block(rows: tuple[str, ...], spot: Spot | None, top: float, plot: Plot) -> Iterator[Mark]:
    if spot:
        start = (plot.x(spot.size) + 7, plot.y(spot.value))
        yield Line((start, (plot.paper.label_x - 5, round(top + 10, 1))), marks.HAIRLINE)
    fill = marks.SUBJECT if spot is None or spot.subject else marks.GROUP
    for n, text in enumerate(rows):
        y = round(top + 14 + LINE_HEIGHT * n, 1)
        yield Words(plot.paper.label_x, y, text, 13, 600, fill=fill)
