"""The golden thread of one thing: from the need it rests on to the published account, knot by knot."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.marks import Box, Chart, Dot, Drawing, Line, Mark, Words


@dataclass(frozen=True)
class Strand:
    """One thing at a knot, with a note beneath it; the one that the drawing is about is chosen."""

    text: str
    note: str = ""
    chosen: bool = False


@dataclass(frozen=True)
class Knot:
    """One step of the thread; where it is loose, nothing has been said of it yet."""

    label: str
    strands: tuple[Strand, ...]
    loose: bool = False

    @property
    def chosen(self) -> bool:
        return any(strand.chosen for strand in self.strands)


@dataclass(frozen=True)
class Sheet:
    width: float
    line: float
    left: float
    small: bool

    @property
    def room(self) -> float:
        return self.width - self.left - 16


WIDE = Sheet(760, line=190, left=224, small=False)
NARROW = Sheet(320, line=10, left=32, small=True)
TEXT, NOTE, GAP = 20.0, 18.0, 30.0


def thread_chart(knots: Sequence[Knot], *, title: str, description: str) -> Chart:
    """Draw the knots in the order given; a loose one hangs on dots."""
    wide, narrow = (_drawn(knots, sheet, title, description) for sheet in (WIDE, NARROW))
    return Chart(wide, narrow)


def _drawn(knots: Sequence[Knot], sheet: Sheet, title: str, description: str) -> Drawing:
    tops = [8.0]
    for knot in knots:
        tops.append(tops[-1] + _height(knot, sheet))
    lines = list(_line(knots, tops, sheet))
    laid = [mark for knot, top in zip(knots, tops, strict=False) for mark in _knot(knot, sheet, top)]
    return Drawing(sheet.width, tops[-1], title, description, (*lines, *laid))


def _height(knot: Knot, sheet: Sheet) -> float:
    label = 22.0 if sheet.small else 0.0
    return label + sum(_strand_height(strand, sheet) for strand in knot.strands) + GAP


def _strand_height(strand: Strand, sheet: Sheet) -> float:
    return TEXT * len(_text(strand, sheet)) + NOTE * len(_note(strand, sheet)) + 12


def _text(strand: Strand, sheet: Sheet) -> tuple[str, ...]:
    return scales.wrapped(strand.text, size=15, weight=600, width=sheet.room)


def _note(strand: Strand, sheet: Sheet) -> tuple[str, ...]:
    return scales.wrapped(strand.note, size=13.5, width=sheet.room) if strand.note else ()


def _line(knots: Sequence[Knot], tops: Sequence[float], sheet: Sheet) -> Iterator[Mark]:
    """From knot to knot: whole where both are known, dotted on to one that is loose."""
    for place, after in enumerate(knots[1:], start=1):
        dash = "1 6" if after.loose or knots[place - 1].loose else ""
        spots = ((sheet.line, tops[place - 1] + 10), (sheet.line, tops[place] + 10))
        yield Line(spots, marks.SUBJECT, 3, dash)


def _knot(knot: Knot, sheet: Sheet, top: float) -> Iterator[Mark]:
    fill = marks.SUBJECT if knot.chosen else marks.PAPER
    yield Dot(sheet.line, top + 10, 7, fill, marks.SUBJECT)
    y = top
    if sheet.small:
        yield Words(sheet.left, top + 15, knot.label, 14, 600, fill=marks.SUBJECT)
        y += 22
    else:
        for n, text in enumerate(scales.wrapped(knot.label, size=15, weight=600, width=sheet.line - 24)):
            yield Words(sheet.line - 20, top + 15 + 18 * n, text, 15, 600, "end", marks.SUBJECT)
    for strand in knot.strands:
        yield from _strand(strand, sheet, y)
        y += _strand_height(strand, sheet)


def _strand(strand: Strand, sheet: Sheet, top: float) -> Iterator[Mark]:
    texts, notes = _text(strand, sheet), _note(strand, sheet)
    if strand.chosen:
        height = TEXT * len(texts) + NOTE * len(notes) + 12
        yield Box(sheet.left - 10, top - 6, sheet.width - sheet.left + 8, height, marks.WASH, radius=3)
    weight, halo = (600, "none") if strand.chosen else (400, "none")
    for n, text in enumerate(texts):
        yield Words(sheet.left, top + 15 + TEXT * n, text, 15, weight, halo=halo)
    for n, text in enumerate(notes):
        below = top + 15 + TEXT * len(texts) + NOTE * n
        yield Words(sheet.left, below, text, 13.5, fill=marks.MUTED, halo=halo)
