"""From figures to places on paper: scales, ticks, the width of words, labels that do not collide."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil, floor, log10

from trust.foundation.kernel.rounding import half_up

STEPS = (1, 2, 5, 10, 20)


@dataclass(frozen=True)
class Scale:
    """A straight scale from figures to units of the drawing, rounded to a tenth."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """
        >>> Scale(0, 40, 340, 20)(10)
        260.0
        """
        reach = (self.high - self.low) or 1
        return round(self.start + (value - self.low) / reach * (self.end - self.start), 1)


def ticks(low: float, high: float, *, most: int = 6) -> list[float]:
    """Round figures from nought (or below it) to at least `high`.

    >>> ticks(0, 35.6)
    [0.0, 10.0, 20.0, 30.0, 40.0]
    >>> ticks(-3, 4)
    [-4.0, -2.0, 0.0, 2.0, 4.0]
    """
    low, high = min(low, 0.0), max(high, 0.0)
    step = _step((high - low) or 1.0, most)
    first, last = floor(low / step), max(ceil(round(high / step, 9)), 1)
    return [round(n * step, 10) for n in range(first, last + 1)]


def _step(reach: float, most: int) -> float:
    scale = 10.0 ** floor(log10(reach / most))
    return next(n * scale for n in STEPS if reach / (n * scale) <= most - 1)


def in_figures(value: float | Decimal, places: int = 1) -> str:
    """A figure as pages write it: half up, thousands apart, no idle nought.

    >>> in_figures(1234.25), in_figures(5.0), in_figures(0.05)
    ('1,234.3', '5', '0.1')
    """
    exact = half_up(value, places)
    whole = exact == exact.to_integral_value()
    return f"{exact.to_integral_value() + 0:,}" if whole else f"{exact:,}"


def with_unit(value: float, unit: str) -> str:
    """Only a percentage carries its unit on the drawing; any other is in the line above it."""
    return f"{in_figures(value)}%" if unit == "%" else in_figures(value)


def width_of(text: str, size: float, weight: int = 400) -> float:
    """About how wide words are, on the generous side: no font can be measured here."""
    return len(text) * size * (0.6 if weight >= 600 else 0.55)


def wrapped(text: str, *, size: float, weight: int = 400, width: float) -> tuple[str, ...]:
    """
    >>> wrapped("Basingstoke and Deane", size=14, weight=600, width=100)
    ('Basingstoke', 'and Deane')
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def shortened(label: str) -> str:
    """
    >>> shortened("2006–07"), shortened("Jan 2009")
    ('’06–07', 'Jan ’09')
    """
    return re.sub(r"\b(19|20)(\d\d)", r"’\2", label)


def spread(centres: Sequence[float], heights: Sequence[float], *, top: float, bottom: float) -> list[float]:
    """The top of each block: as near its centre as can be, in the same order, none over another.

    >>> spread([100, 105], [20, 20], top=0, bottom=200)
    [82.5, 102.5]
    """
    order = sorted(range(len(centres)), key=lambda i: centres[i])
    groups: list[list[int]] = []
    for i in order:
        groups.append([i])
        while len(groups) > 1 and _end(groups[-2], centres, heights) > _start(groups[-1], centres, heights):
            groups[-2:] = [groups[-2] + groups[-1]]
    tops = [0.0] * len(centres)
    for group in groups:
        y = _start(group, centres, heights)
        for i in group:
            tops[i], y = y, y + heights[i]
    return _within(tops, heights, order, top=top, bottom=bottom)


def _start(group: list[int], centres: Sequence[float], heights: Sequence[float]) -> float:
    middle = sum(centres[i] for i in group) / len(group)
    return middle - sum(heights[i] for i in group) / 2


def _end(group: list[int], centres: Sequence[float], heights: Sequence[float]) -> float:
    return _start(group, centres, heights) + sum(heights[i] for i in group)


def _within(
    tops: list[float], heights: Sequence[float], order: list[int], *, top: float, bottom: float
) -> list[float]:
    """Push blocks back on to the paper: up from the bottom, then down from the top."""
    lowest, highest = bottom, top
    for i in reversed(order):
        tops[i] = min(tops[i], lowest - heights[i])
        lowest = tops[i]
    for i in order:
        tops[i] = max(tops[i], highest)
        highest = tops[i] + heights[i]
    return tops


def kept_apart(places: Sequence[float], widths: Sequence[float], *, gap: float = 8) -> list[int]:
    """Which centred labels to write so that none runs into the next; the last is always written.

    >>> kept_apart([0, 20, 40], [30, 30, 30])
    [0, 2]
    """
    kept: list[int] = []
    for i in reversed(range(len(places))):
        clear = not kept or places[kept[-1]] - widths[kept[-1]] / 2 - gap >= places[i] + widths[i] / 2
        if clear:
            kept.append(i)
    return kept[::-1]
