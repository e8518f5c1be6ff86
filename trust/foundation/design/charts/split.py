"""Who closed a gap: a bar for each side, and one for the two together. To the right is closer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.given import Number
from trust.foundation.design.charts.marks import Box, Chart, Drawing, Line, Mark, Words
from trust.foundation.design.charts.scales import Scale

COLOURS = {"group": marks.GROUP, "subject": marks.SUBJECT, "whole": marks.PLAIN}
TOP, BAR = 30.0, 18.0


@dataclass(frozen=True)
class Pull:
    """How far one side closed a gap (below nought it opened it), with its limits, and that in words."""

    label: str
    says: str
    value: Number
    lower: Number
    upper: Number
    role: Literal["group", "subject", "whole"] = "whole"


@dataclass(frozen=True)
class Sheet:
    width: float
    left: float
    right: float
    step: float
    small: bool


WIDE = Sheet(760, left=250, right=740, step=58, small=False)
NARROW = Sheet(320, left=8, right=312, step=78, small=True)


def split_bars(pulls: Sequence[Pull], *, title: str, description: str) -> Chart:
    """Draw the pulls in the order given, on one scale through nought."""
    steps = _steps(pulls)
    wide, narrow = (
        Drawing(
            sheet.width,
            TOP + sheet.step * len(pulls) + 26,
            title,
            description,
            tuple(_draw(pulls, steps, sheet)),
        )
        for sheet in (WIDE, NARROW)
    )
    return Chart(wide, narrow)


def _steps(pulls: Sequence[Pull]) -> list[float]:
    numbers = [float(n) for pull in pulls for n in (pull.value, pull.lower, pull.upper)] or [0.0]
    return scales.ticks(min(numbers), max(numbers), most=5)


def _draw(pulls: Sequence[Pull], steps: Sequence[float], sheet: Sheet) -> Iterator[Mark]:
    across = Scale(steps[0], steps[-1], sheet.left + 14, sheet.right - 14)
    bottom = TOP + sheet.step * len(pulls)
    yield from _axis(across, steps, bottom, sheet)
    for n, pull in enumerate(pulls):
        top = TOP + sheet.step * n
        yield from _named(pull, sheet, top)
        yield from _bar(pull, across, top + (sheet.step - BAR - 10 if sheet.small else 14))


def _axis(across: Scale, steps: Sequence[float], bottom: float, sheet: Sheet) -> Iterator[Mark]:
    for step in steps:
        colour = marks.INK if step == 0 else marks.HAIRLINE
        yield Line(((across(step), TOP - 6), (across(step), bottom)), colour)
    places = [across(step) for step in steps]
    texts = [scales.in_figures(step) for step in steps]
    for i in scales.kept_apart(places, [scales.width_of(text, 13) for text in texts]):
        yield Words(places[i], bottom + 20, texts[i], anchor="middle", fill=marks.MUTED)
    yield from _ways(across(0), sheet)


def _ways(nought: float, sheet: Sheet) -> Iterator[Mark]:
    """Which way is closer: on either side of nought, as far as there is room."""
    closer, apart = ("closer →", "← apart") if sheet.small else ("brought them closer →", "← drew them apart")
    if nought + 8 + scales.width_of(closer, 13) <= sheet.width:
        yield Words(nought + 8, TOP - 14, closer, fill=marks.MUTED)
    if nought - 8 - scales.width_of(apart, 13) >= sheet.left - 14:
        yield Words(nought - 8, TOP - 14, apart, anchor="end", fill=marks.MUTED)


def _named(pull: Pull, sheet: Sheet, top: float) -> Iterator[Mark]:
    width = sheet.width if sheet.small else sheet.left - 20
    names = scales.wrapped(pull.label, size=15, weight=600, width=width)[: 1 if sheet.small else 2]
    for n, text in enumerate(names):
        yield Words(0, top + 18 + 17 * n, text, 15, 600)
    yield Words(0, top + 18 + 17 * len(names), pull.says, fill=marks.MUTED)


def _bar(pull: Pull, across: Scale, top: float) -> Iterator[Mark]:
    """The bar, and a line through it from limit to limit; the two are told apart by shape."""
    start, end = sorted((across(0), across(float(pull.value))))
    colour = COLOURS[pull.role]
    yield Box(start, top, round(max(end - start, 1.0), 1), BAR, colour, opacity=0.5)
    low, high, middle = across(float(pull.lower)), across(float(pull.upper)), top + BAR / 2
    yield Line(((low, middle), (high, middle)), marks.INK, 1.5)
    for x in (low, high):
        yield Line(((x, middle - 5), (x, middle + 5)), marks.INK, 1.5)
