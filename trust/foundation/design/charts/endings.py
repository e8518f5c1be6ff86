"""The names at the ends of lines, which never run into each other, and the bracket that shows a gap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.given import Bracket, Series, Target
from trust.foundation.design.charts.marks import Line, Mark, Words
from trust.foundation.design.charts.paper import Paper, Plot

NAMES = {"subject": marks.SUBJECT, "group": marks.GROUP, "context": marks.MUTED}
LINE_HEIGHT = 18.0
INDENT = 22.0


@dataclass(frozen=True)
class Row:
    text: str
    size: float
    weight: int
    fill: str


@dataclass(frozen=True)
class Block:
    """A few lines of words that want to stand at one height."""

    centre: float
    rows: tuple[Row, ...]
    indent: float = 0
    measured: bool = False

    @property
    def height(self) -> float:
        return LINE_HEIGHT * len(self.rows) + 8


def endings(
    series: Sequence[Series], plot: Plot, target: Target | None, bracket: Bracket | None
) -> Iterator[Mark]:
    alone = target is not None and len([line for line in series if line.role != "context"]) == 1
    blocks = [
        block for line in series if (block := _name_of(line, plot, alone=alone, bracketed=bool(bracket)))
    ]
    if target:
        blocks.append(_target(target, plot))
    between = _between(series, plot, bracket) if bracket else None
    every = [*blocks, between] if between else blocks
    tops = scales.spread(
        [block.centre for block in every],
        [block.height for block in every],
        top=0,
        bottom=plot.paper.height,
    )
    for block, top in zip(every, tops, strict=True):
        yield from _written(block, top, plot.paper)
    if between and not plot.paper.small:
        yield from _bracket(every, tops, plot.paper)


def _name_of(line: Series, plot: Plot, *, alone: bool, bracketed: bool) -> Block | None:
    """The name of a line at its newest figure; beside a path to a target a line alone goes unnamed."""
    unnamed = line.role == "context" or alone
    if line.last is None or (unnamed and not line.end_label):
        return None
    value = float(line.last.value or 0)
    says = line.end_label or f"{line.name} {scales.with_unit(value, plot.unit)}"
    size, weight = (13.5, 400) if line.role == "context" else (14.0 if plot.paper.small else 16.0, 700)
    context = line.role == "context"
    indent = INDENT if context and bracketed and not plot.paper.small else 0
    rows = _rows(says, line.end_note, plot.paper, size, weight, NAMES[line.role], indent)
    return Block(plot.y(value), rows, indent, measured=not context)


def _target(target: Target, plot: Plot) -> Block:
    note = f"by {target.by}" if target.by else ""
    size = 14.0 if plot.paper.small else 15.0
    return Block(
        plot.y(float(target.to_value)), _rows(target.label, note, plot.paper, size, 700, marks.TARGET)
    )


def _between(series: Sequence[Series], plot: Plot, bracket: Bracket) -> Block | None:
    levels = [plot.y(float(line.last.value or 0)) for line in series if line.role != "context" and line.last]
    if len(levels) < 2:
        return None
    indent = 0 if plot.paper.small else INDENT
    rows = _rows(bracket.label, bracket.note, plot.paper, 13 if indent == 0 else 15, 600, marks.INK, indent)
    return Block((levels[0] + levels[1]) / 2, rows, indent)


def _rows(
    says: str, note: str, paper: Paper, size: float, weight: int, fill: str, indent: float = 0
) -> tuple[Row, ...]:
    width = paper.label_width - indent
    bold = scales.wrapped(says, size=size, weight=weight, width=width)
    notes = () if paper.small or not note else scales.wrapped(note, size=13.5, width=width)
    return (
        *(Row(text, size, weight, fill) for text in bold),
        *(Row(text, 13.5, 400, marks.MUTED) for text in notes),
    )


def _written(block: Block, top: float, paper: Paper) -> Iterator[Mark]:
    for n, row in enumerate(block.rows):
        y = round(top + 4 + LINE_HEIGHT * n + 14, 1)
        yield Words(paper.label_x + block.indent, y, row.text, row.size, row.weight, fill=row.fill)


def _bracket(blocks: list[Block], tops: list[float], paper: Paper) -> Iterator[Mark]:
    """A bracket from beneath the name of one line to the top of the name of the other."""
    ends = sorted((top, block.height) for block, top in zip(blocks, tops, strict=True) if block.measured)
    top, bottom = ends[0][0] + ends[0][1] + 2, ends[1][0] - 2
    x = paper.label_x + 4
    yield Line(((x, top), (x + 6, top), (x + 6, bottom), (x, bottom)), marks.INK, 1.5)
