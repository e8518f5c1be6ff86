"""Places in order: a shaded box is the interval, an upright the figure, a dotted line the comparator."""

from collections.abc import Iterator, Sequence

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.given import Comparator, Row, in_order
from trust.foundation.design.charts.marks import Box, Chart, Drawing, Line, Mark, Words
from trust.foundation.design.charts.paper import of_step
from trust.foundation.design.charts.scales import Scale

STEP, TOP = 33.0, 24.0
COLOURS = {"plain": marks.PLAIN, "subject": marks.SUBJECT, "group": marks.GROUP}


def ranked_list(
    rows: Sequence[Row], *, unit: str, title: str, description: str, comparator: Comparator | None = None
) -> Chart:
    """Rank places by their figure, those without one last and in words."""
    order = in_order(rows)
    height = TOP + STEP * len(order) + 36
    wide, narrow = (
        Drawing(width, height, title, description, tuple(_draw(order, unit, comparator, width, left, height)))
        for width, left in ((500.0, 190.0), (320.0, 128.0))
    )
    return Chart(wide, narrow)


def _draw(
    rows: list[Row], unit: str, comparator: Comparator | None, width: float, left: float, height: float
) -> Iterator[Mark]:
    numbers = [float(n) for row in rows for n in (row.value, row.lower, row.upper) if n is not None]
    steps = scales.ticks(0, max([*numbers, float(comparator.value) if comparator else 0.0]), most=5)
    across = Scale(steps[0], steps[-1], left, width - max(52.0, _widest(rows) + 14))
    for n, row in enumerate(rows):
        if row.role == "subject":
            yield Box(0, TOP + STEP * n + 1, width, STEP - 3, marks.WASH)
    yield from _grid(steps, across, unit, height)
    if comparator:
        yield from _comparator(comparator, across, height)
    for n, row in enumerate(rows):
        yield from _row(row, TOP + STEP * n + 14, left, width, across)


def _widest(rows: list[Row]) -> float:
    figures = [scales.in_figures(float(row.value)) for row in rows if row.value is not None]
    return max([scales.width_of(text, 14, 700) for text in figures] or [0.0])


def _grid(steps: list[float], across: Scale, unit: str, height: float) -> Iterator[Mark]:
    for step in steps:
        yield Line(((across(step), TOP), (across(step), height - 34)), marks.HAIRLINE)
    texts, places = [of_step(step, unit) for step in steps], [across(step) for step in steps]
    for i in scales.kept_apart(places, [scales.width_of(text, 13) for text in texts]):
        yield Words(places[i], height - 12, texts[i], anchor="middle", fill=marks.MUTED)


def _comparator(comparator: Comparator, across: Scale, height: float) -> Iterator[Mark]:
    x = across(float(comparator.value))
    yield Line(((x, TOP), (x, height - 34)), marks.SUBJECT, 1.5, dash="2 3")
    says = f"{comparator.label} {scales.in_figures(float(comparator.value))}"
    if x - 7 >= scales.width_of(says, 13, 600):
        yield Words(x - 7, TOP - 9, says, 13, 600, "end", marks.SUBJECT)
    else:
        yield Words(x + 7, TOP - 9, says, 13, 600, fill=marks.SUBJECT)


def _row(row: Row, y: float, left: float, width: float, across: Scale) -> Iterator[Mark]:
    colour, weight = COLOURS[row.role], 400 if row.role == "plain" else 700
    fill = marks.SUBJECT if row.role == "subject" else marks.INK
    yield from _name(row.label, y, left, weight, fill)
    if row.value is None:
        yield from _missing(row.missing, y, left + 10, width)
        return
    x, end = across(float(row.value)), across(float(row.upper if row.upper is not None else row.value))
    if row.lower is not None and row.upper is not None:
        start = across(float(row.lower))
        yield Box(start, y - 6, round(end - start, 1), 12, colour, opacity=0.32)
    yield Line(((x, y - 9), (x, y + 9)), colour, 3)
    yield Words(end + 10, y + 5, scales.in_figures(float(row.value)), 14, weight, fill=fill)


def _missing(why: str, y: float, left: float, width: float) -> Iterator[Mark]:
    """Why a place has no figure, in full: in two lines where one is too long."""
    lines = scales.wrapped(why, size=13, width=width - left)
    first = y + 5 - 7.5 * (len(lines) - 1)
    for n, text in enumerate(lines):
        yield Words(left, first + 15 * n, text, fill=marks.MUTED)


def _name(label: str, y: float, left: float, weight: int, fill: str) -> Iterator[Mark]:
    size = 15.0 if left > 150 else 13.5
    lines = scales.wrapped(label, size=size, weight=weight, width=left - 14)[:2]
    first = y + 5 - 7.5 * (len(lines) - 1)
    for n, text in enumerate(lines):
        yield Words(left - 14, first + 15 * n, text, size, weight, "end", fill, halo="none")
