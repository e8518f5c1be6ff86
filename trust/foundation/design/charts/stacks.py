"""Amounts in parts, row by row: each part has a pattern, its place in the bar and its figure in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.bars import pounds
from trust.foundation.design.charts.given import Number
from trust.foundation.design.charts.hatching import hatching
from trust.foundation.design.charts.marks import Box, Chart, Drawing, Line, Mark, Words

BAR, TOP = 20.0, 40.0
# Full, empty and hatched are told apart without any colour.
FILLS = (marks.SUBJECT, marks.PAPER, marks.WASH)
HATCHED = 2


@dataclass(frozen=True)
class Stack:
    """One row: its amounts in the order of the parts, and what it has beside them, in words."""

    name: str
    amounts: tuple[Number, ...]
    note: str = ""


@dataclass(frozen=True)
class Sheet:
    width: float
    left: float
    right: float
    small: bool


WIDE = Sheet(760, left=250, right=750, small=False)
NARROW = Sheet(320, left=0, right=316, small=True)


def stacked_bars(stacks: Sequence[Stack], parts: Sequence[str], *, title: str, description: str) -> Chart:
    """Draw the rows in the order given, on one scale from nought; at most three parts."""
    if len(parts) > len(FILLS):
        raise ValueError("A stacked bar has at most three parts: more cannot be told apart.")
    wide, narrow = (_drawn(stacks, parts, sheet, title, description) for sheet in (WIDE, NARROW))
    return Chart(wide, narrow)


def _drawn(
    stacks: Sequence[Stack], parts: Sequence[str], sheet: Sheet, title: str, description: str
) -> Drawing:
    most = max([float(sum(stack.amounts)) for stack in stacks] or [0.0]) or 1.0
    drawn = list(_key(parts, sheet))
    y = TOP
    for stack in stacks:
        rows = list(_row(stack, parts, sheet, y, most))
        drawn += rows
        y += _height(stack, parts, sheet)
    return Drawing(sheet.width, y, title, description, tuple(drawn))


def _key(parts: Sequence[str], sheet: Sheet) -> Iterator[Mark]:
    x = sheet.left
    for n, part in enumerate(parts):
        yield from _bar(n, x + 1, 3, 18, 14)
        yield Words(x + 26, 16, part, fill=marks.MUTED)
        x += 40 + scales.width_of(part, 13)


def _told(stack: Stack, parts: Sequence[str], sheet: Sheet) -> tuple[str, ...]:
    """The figures below the bar, and what is given beside money."""
    given = [(part, amount) for part, amount in zip(parts, stack.amounts, strict=True) if amount]
    money = ", ".join(f"{pounds(amount)} {part}" for part, amount in given)
    whole = "; ".join(text for text in (money, stack.note) if text)
    return scales.wrapped(whole, size=13, width=sheet.right - sheet.left) if whole else ()


def _name(stack: Stack, sheet: Sheet) -> tuple[str, ...]:
    width = sheet.width if sheet.small else sheet.left - 16
    return scales.wrapped(stack.name, size=15, weight=600, width=width)


def _height(stack: Stack, parts: Sequence[str], sheet: Sheet) -> float:
    names = 18.0 * len(_name(stack, sheet))
    beside = (BAR if sum(stack.amounts) else 0) + 18.0 * len(_told(stack, parts, sheet))
    return (names + beside if sheet.small else max(names, beside)) + 22


def _row(stack: Stack, parts: Sequence[str], sheet: Sheet, top: float, most: float) -> Iterator[Mark]:
    names = _name(stack, sheet)
    for n, text in enumerate(names):
        yield Words(0, top + 15 + 18 * n, text, 15, 600)
    y = top + (18 * len(names) + 4 if sheet.small else 0)
    x, across = sheet.left + 1, (sheet.right - sheet.left - 2) / most
    for n, amount in enumerate(stack.amounts):
        wide = round(float(amount) * across, 1)
        if wide:
            yield from _bar(n, x, y, wide, BAR)
            x += wide
    below = y + (BAR if sum(stack.amounts) else 0)
    for n, text in enumerate(_told(stack, parts, sheet)):
        yield Words(sheet.left, below + 15 + 18 * n, text, fill=marks.MUTED)


def _bar(part: int, x: float, y: float, width: float, height: float) -> Iterator[Mark]:
    yield Box(round(x, 1), y, width, height, FILLS[part], marks.SUBJECT, 1.5)
    if part == HATCHED:
        ring = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
        for start, end in hatching([ring], angle=-45, apart=6):
            yield Line((start, end), marks.SUBJECT, 1.5)
