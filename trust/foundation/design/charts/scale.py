"""Where a value falls on a drawing, and how text keeps clear of text."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

type Role = Literal["subject", "group", "context"]

COLOUR: dict[Role, str] = {"subject": "#0e4f5a", "group": "#b1440e", "context": "#8b8378"}
LINE_HEIGHT = 18.0


@dataclass(frozen=True)
class Point:
    """A figure at a label; `value` is None where none was published, and the line breaks there."""

    label: str
    value: float | None
    lower: float | None = None
    upper: float | None = None
    x: float | None = None


@dataclass(frozen=True)
class Series:
    """A run of figures about one place or group."""

    name: str
    points: tuple[Point, ...]
    role: Role = "subject"
    end_note: str = ""


@dataclass(frozen=True)
class Scale:
    """From a range of values to a range of places on the drawing."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        share = 0.5 if self.high == self.low else (value - self.low) / (self.high - self.low)
        return round(self.start + (self.end - self.start) * share, 1)


@dataclass(frozen=True)
class Text:
    x: float
    y: float
    words: str
    anchor: str = "middle"
    size: int = 13
    weight: int = 400
    fill: str = "#5a534a"


def reach(series: Iterable[Series], extra: Iterable[float] = ()) -> list[float]:
    """Every value the drawing must hold, limits included."""
    found = [v for one in series for p in one.points for v in (p.value, p.lower, p.upper) if v is not None]
    return [*found, *extra]


def steps_to(highest: float) -> list[float]:
    """Four or five even steps from nought that reach the highest value."""
    if highest <= 0:
        return [0.0, 1.0]
    rough = highest / 4
    size = 10 ** math.floor(math.log10(rough))
    step = next(size * n for n in (1, 2, 2.5, 5, 10) if size * n >= rough)
    return [round(step * n, 10) for n in range(math.ceil(highest / step) + 1)]


def written(value: float, unit: str = "") -> str:
    """A figure to one place, half up, as on the axis."""
    text = f"{math.floor(value * 10 + 0.5) / 10:,.1f}".removesuffix(".0")
    return f"{text}%" if unit == "%" else text


def keep_apart(wanted: Sequence[float], *, height: float, low: float, high: float) -> list[float]:
    """The nearest places to those wanted at which labels of one height do not touch."""
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    placed = list(wanted)
    floor = low
    for i in order:
        placed[i] = max(placed[i], floor)
        floor = placed[i] + height
    ceiling = high
    for i in reversed(order):
        placed[i] = min(placed[i], ceiling)
        ceiling = placed[i] - height
    return [round(place, 1) for place in placed]


def wrap(words: str, width: float, size: float = 13) -> list[str]:
    """Words over lines no wider than the width, by the average letter."""
    most = max(int(width / (size * 0.56)), 4)
    lines: list[str] = []
    for word in words.split():
        if lines and len(lines[-1]) + 1 + len(word) <= most:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines
