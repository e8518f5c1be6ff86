"""Days that were promised, lane by lane: reached, late or to come, each with a shape of its own."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.marks import Box, Chart, Dot, Drawing, Line, Place, Silent, Words

type State = Literal["reached", "late", "coming"]

KEY: tuple[tuple[State, str], ...] = (("reached", "reached"), ("late", "late"), ("coming", "to come"))
TOP, ROW, GAP = 62.0, 24.0, 22.0


@dataclass(frozen=True)
class Cell:
    """What falls into one period of a lane in one state: how many, and that in words."""

    period: int
    state: State
    number: int
    says: str
    address: str = ""


@dataclass(frozen=True)
class Lane:
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Span:
    """The names of the periods; and where the day stands among them, as a number of periods, and its name."""

    names: tuple[str, ...]
    now: float | None = None
    now_says: str = ""


@dataclass(frozen=True)
class Sheet:
    width: float
    left: float
    right: float
    small: bool


WIDE = Sheet(760, left=206, right=744, small=False)
NARROW = Sheet(320, left=4, right=314, small=True)


def timeline(lanes: Sequence[Lane], span: Span, *, title: str, description: str) -> Chart:
    """Draw the lanes in the order given; each cell is reached by the keyboard and says what is in it."""
    wide, narrow = (_drawn(lanes, span, sheet, title, description) for sheet in (WIDE, NARROW))
    return Chart(wide, narrow)


def _drawn(lanes: Sequence[Lane], span: Span, sheet: Sheet, title: str, description: str) -> Drawing:
    tops = [TOP]
    for lane in lanes:
        tops.append(tops[-1] + _height(lane, sheet))
    still = [*_frame(span, sheet, _bands(lanes, sheet, tops), tops[-1]), *_key(sheet)]
    places: list[Place] = []
    for lane, top in zip(lanes, tops, strict=False):
        still += _named(lane, sheet, top)
        places += _places(lane, span, sheet, top)
    return Drawing(sheet.width, tops[-1] + 30, title, description, (Silent(tuple(still)), *places))


def _name(lane: Lane, sheet: Sheet) -> tuple[str, ...]:
    width = sheet.width if sheet.small else sheet.left - 18
    return scales.wrapped(lane.name, size=14, weight=600, width=width)


def _height(lane: Lane, sheet: Sheet) -> float:
    stack = max([_stacked(lane, cell) + 1 for cell in lane.cells] or [1]) * ROW
    name = 18.0 * len(_name(lane, sheet))
    return (name + stack + GAP) if sheet.small else max(name, stack) + GAP


def _stacked(lane: Lane, cell: Cell) -> int:
    """How many cells of the same period stand above this one."""
    same = [one.state for one in lane.cells if one.period == cell.period]
    return same.index(cell.state)


def _named(lane: Lane, sheet: Sheet, top: float) -> Iterator[Words | Line]:
    yield Line(((0, top - 10), (sheet.width, top - 10)), marks.HAIRLINE)
    for n, text in enumerate(_name(lane, sheet)):
        yield Words(0, top + 14 + 18 * n, text, 14, 600)


type Band = tuple[float, float]


def _bands(lanes: Sequence[Lane], sheet: Sheet, tops: Sequence[float]) -> list[Band]:
    """Where upright lines run: on the small sheet they leave out the names."""
    if not sheet.small:
        return [(TOP - 10, tops[-1])]
    return [
        (top + 18.0 * len(_name(lane, sheet)) - 4, after - 12)
        for lane, top, after in zip(lanes, tops, tops[1:], strict=False)
    ]


def _frame(span: Span, sheet: Sheet, bands: Sequence[Band], bottom: float) -> Iterator[Line | Words]:
    step = (sheet.right - sheet.left) / len(span.names)
    starts = [sheet.left + step * n for n in range(len(span.names))]
    for x in (*starts, sheet.right):
        for top, end in bands:
            yield Line(((round(x, 1), top), (round(x, 1), end)), marks.HAIRLINE)
    widths = [scales.width_of(name, 13) for name in span.names]
    middles = [x + width / 2 for x, width in zip(starts, widths, strict=True)]
    fits = [n for n in scales.kept_apart(middles, widths) if middles[n] + widths[n] / 2 <= sheet.width]
    for n in fits:
        yield Words(round(starts[n], 1), bottom + 20, span.names[n], fill=marks.MUTED)
    if span.now is not None:
        yield from _today(span, sheet.left + step * span.now, sheet, bands)


def _today(span: Span, x: float, sheet: Sheet, bands: Sequence[Band]) -> Iterator[Line | Words]:
    for top, end in ((TOP - 18, TOP - 10), *bands):
        yield Line(((round(x, 1), top), (round(x, 1), end)), marks.INK, 1.5, "4 4")
    after = x + scales.width_of(span.now_says, 13) <= sheet.width
    anchor = "start" if after else "end"
    yield Words(round(x, 1), TOP - 22, span.now_says, 13, 600, anchor)


def _key(sheet: Sheet) -> Iterator[Box | Dot | marks.Area | Words]:
    x = 0.0 if sheet.small else sheet.left
    for state, says in KEY:
        yield _shape(state, x + 8, 12)
        yield Words(x + 20, 17, says, fill=marks.MUTED)
        x += 34 + scales.width_of(says, 13)


def _places(lane: Lane, span: Span, sheet: Sheet, top: float) -> Iterator[Place]:
    step = (sheet.right - sheet.left) / len(span.names)
    first = top + (18.0 * len(_name(lane, sheet)) if sheet.small else 0)
    for cell in lane.cells:
        x = round(sheet.left + step * cell.period + min(step / 2, 9 if sheet.small else 14), 1)
        y = first + 9 + ROW * _stacked(lane, cell)
        shapes: list[marks.Simple] = [_shape(cell.state, x, y)]
        if cell.number > 1:
            shapes.append(Words(x + 9, y + 4, str(cell.number), 11 if sheet.small else 13, 600))
        yield Place(cell.says, tuple(shapes), cell.address)


def _shape(state: State, x: float, y: float) -> Box | Dot | marks.Area:
    """A full square, a full diamond and an open circle, told apart without any colour."""
    if state == "reached":
        return Box(x - 6, y - 6, 12, 12, marks.SUBJECT, marks.SUBJECT, 2)
    if state == "late":
        return marks.diamond(x, y, 8, fill=marks.GROUP, stroke=marks.GROUP)
    return Dot(x, y, 6, marks.PAPER, marks.SUBJECT)
