"""What a chart is given: figures with their intervals, and what is to be said beside them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

type Number = float | Decimal
type Role = Literal["subject", "group", "context"]


@dataclass(frozen=True)
class Point:
    """One figure; no value is a gap in the line. `x` places it in time where periods are uneven."""

    label: str
    value: Number | None
    lower: Number | None = None
    upper: Number | None = None
    x: float | None = None

    @property
    def numbers(self) -> list[float]:
        return [float(n) for n in (self.value, self.lower, self.upper) if n is not None]

    @property
    def interval(self) -> tuple[float, float] | None:
        if self.value is None or self.lower is None or self.upper is None:
            return None
        return float(self.lower), float(self.upper)


@dataclass(frozen=True)
class Series:
    """A line: the subject (round marks), those doing worst (diamonds) or context (thin, without marks)."""

    name: str
    points: tuple[Point, ...]
    role: Role = "subject"
    end_label: str = ""
    end_note: str = ""

    @property
    def last(self) -> Point | None:
        return next((point for point in reversed(self.points) if point.value is not None), None)


@dataclass(frozen=True)
class Target:
    """A promised path: where it starts, where it should arrive and by when, and what it goes through."""

    label: str
    from_x: float
    from_value: Number
    to_x: float
    to_value: Number
    by: str = ""
    through: tuple[tuple[float, Number], ...] = ()

    @property
    def course(self) -> tuple[tuple[float, float], ...]:
        """Every point of the path in its order."""
        every = ((self.from_x, self.from_value), *self.through, (self.to_x, self.to_value))
        return tuple((x, float(value)) for x, value in every)


@dataclass(frozen=True)
class Bracket:
    """What stands between the last levels of two lines."""

    label: str
    note: str = ""


@dataclass(frozen=True)
class Row:
    """A place in a ranked list; without a value its `missing` words say why."""

    label: str
    value: Number | None
    lower: Number | None = None
    upper: Number | None = None
    role: Literal["plain", "subject", "group"] = "plain"
    missing: str = "not published"


@dataclass(frozen=True)
class Comparator:
    label: str
    value: Number


@dataclass(frozen=True)
class Pledged:
    """What one partner put in: an amount with what is paid of it, or a gift in kind in words."""

    partner: str
    amount: Number | None = None
    paid: Number | None = None
    note: str = ""
    in_kind: str = ""


def all_numbers(series: Iterable[Series]) -> list[float]:
    return [number for line in series for point in line.points for number in point.numbers]


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The largest figure first; places without one last."""
    return sorted(rows, key=lambda row: (row.value is None, -float(row.value or 0)))
