"""Promises as one mark each, by whoever made them: how each ended is a shape, and never a colour alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.marks import Box, Chart, Dot, Drawing, Line, Mark, Words

type End = Literal["done", "partly", "not done", "no evidence", "to come", "withdrawn"]
SIDE, STEP = 16, 22
KEY: tuple[tuple[End, str], ...] = (
    ("done", "done"),
    ("partly", "partly"),
    ("not done", "not done"),
    ("no evidence", "no evidence"),
    ("to come", "not yet due"),
    ("withdrawn", "withdrawn"),
)


@dataclass(frozen=True)
class Promised:
    """Who promised, how each of their promises ended, and the words at the end of the row."""

    name: str
    ends: tuple[End, ...]
    note: str = ""


def kept_chart(rows: Sequence[Promised], *, title: str, description: str) -> Chart:
    """Draw a row of marks for each partner, in the order given."""
    wide = tuple(_draw(rows, width=760, left=250, small=False))
    narrow = tuple(_draw(rows, width=320, left=0, small=True))
    return Chart(
        Drawing(760, _height(rows, 760, 250, small=False), title, description, wide),
        Drawing(320, _height(rows, 320, 0, small=True), title, description, narrow),
    )


def _across(width: float, left: float) -> int:
    """How many marks stand beside each other; at a desk the words need room after them."""
    return int((width - left - (150 if left else 0)) // STEP)


def _row_height(row: Promised, width: float, left: float, *, small: bool) -> float:
    lines = -(-max(1, len(row.ends)) // _across(width, left))
    return lines * STEP + (46 if small else 18)


def _top(*, small: bool) -> float:
    return 78 if small else 38


def _height(rows: Sequence[Promised], width: float, left: float, *, small: bool) -> float:
    return _top(small=small) + sum(_row_height(row, width, left, small=small) for row in rows)


def _draw(rows: Sequence[Promised], *, width: float, left: float, small: bool) -> Iterator[Mark]:
    yield from _key(small=small)
    top = _top(small=small)
    for row in rows:
        yield from _row(row, width, left, top, small=small)
        top += _row_height(row, width, left, small=small)


def _key(*, small: bool) -> Iterator[Mark]:
    x, y = 0.0, 2.0
    for n, (end, word) in enumerate(KEY):
        if small and n in {2, 4}:
            x, y = 0.0, y + 23
        yield from _mark(end, x, y)
        yield Words(x + 22, y + 13, word, fill=marks.MUTED)
        x += 150 if small else 112


def _row(row: Promised, width: float, left: float, top: float, *, small: bool) -> Iterator[Mark]:
    yield Line(((0, top - 7), (width, top - 7)), marks.HAIRLINE)
    names = scales.wrapped(row.name, size=15, weight=600, width=width if small else left - 16)
    yield Words(0, top + 13, names[0] if len(names) == 1 else f"{names[0]}…", 15, 600)
    if small:
        yield Words(0, top + 31, row.note, fill=marks.MUTED)
    first, across = top + (38 if small else 0), _across(width, left)
    for n, end in enumerate(row.ends):
        yield from _mark(end, left + n % across * STEP, first + n // across * STEP)
    if not small:
        yield Words(width - 140, top + 13, row.note, 14)


def _mark(end: End, x: float, y: float) -> Iterator[Mark]:
    if end == "withdrawn":
        yield Line(((x + 2, y + SIDE / 2), (x + SIDE - 2, y + SIDE / 2)), marks.MUTED, 2)
        return
    if end == "to come":
        yield Dot(x + SIDE / 2, y + SIDE / 2, 4, marks.PAPER, marks.CONTEXT)
        return
    yield Box(x, y, SIDE, SIDE, marks.SUBJECT if end == "done" else marks.PAPER, marks.SUBJECT, 1.5)
    if end == "partly":
        yield Box(x, y, SIDE / 2, SIDE, marks.SUBJECT)
    elif end == "not done":
        yield Line(((x + 3, y + 3), (x + SIDE - 3, y + SIDE - 3)), marks.SUBJECT, 1.5)
        yield Line(((x + 3, y + SIDE - 3), (x + SIDE - 3, y + 3)), marks.SUBJECT, 1.5)
    elif end == "no evidence":
        yield Words(x + SIDE / 2, y + 13, "?", 13, 600, "middle", marks.SUBJECT)
