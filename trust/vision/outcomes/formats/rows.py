"""One published figure as this room keeps it."""

from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter

from trust.vision.outcomes.words import Method

type Key = tuple[object, ...]


@dataclass(frozen=True)
class Row:
    """One figure as it was published, checked."""

    indicator: str
    area: str
    order: int
    first_month: int
    period: str
    sex: str
    age: str
    group: str
    known_on: date
    main: bool
    area_vintage: str
    numerator: int | None
    denominator: float | None
    value: float | None
    lower: float | None
    upper: float | None
    mark: str
    published_on: date | None
    published_note: str
    source: str
    licence: str

    @property
    def breakdown(self) -> tuple[str, str, str]:
        return self.sex, self.age, self.group

    @property
    def key(self) -> Key:
        """What makes a figure itself: a later publication of the same one is another row."""
        period = (self.order, self.first_month)
        return (self.indicator, self.area, *period, self.sex, self.age, self.group, self.known_on)


ROW_FIELDS = tuple(field.name for field in fields(Row))
# What makes a figure itself: a later publication of the same one is another row.
KEY = ("indicator", "area", "order", "first_month", "sex", "age", "group", "known_on")
cells_of = attrgetter(*ROW_FIELDS)


@dataclass(frozen=True)
class Definition:
    method: Method
    multiplier: float
    lag_months: int | None
