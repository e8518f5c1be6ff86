"""Days as the law and the service count them; nothing here reads a clock."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


@dataclass(frozen=True, order=True)
class Span:
    """From a first day to a last day, both included; no last day means it has not ended."""

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last and self.last < self.first:
            raise ValueError(f"It ends on {in_words(self.last)}, before it begins on {in_words(self.first)}.")

    def holds(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def meets(self, other: "Span") -> bool:
        """Whether the two share a day.

        >>> Span(date(2006, 4, 1), date(2009, 3, 31)).meets(Span(date(2009, 4, 1)))
        False
        """
        return (self.last is None or other.first <= self.last) and (
            other.last is None or self.first <= other.last
        )


@lru_cache(maxsize=4096)
def in_words(day: date) -> str:
    """The day as a person says it.

    >>> in_words(date(2010, 6, 8))
    '8 June 2010'
    """
    return f"{day.day} {day:%B %Y}"


def london_day(moment: datetime) -> date:
    """The calendar day in England at a moment.

    >>> from datetime import UTC
    >>> london_day(datetime(2010, 6, 7, 23, 30, tzinfo=UTC))
    datetime.date(2010, 6, 8)
    """
    return moment.astimezone(LONDON).date()


def add_working_days(start: date, days: int, *, holidays: Container[date] = ()) -> date:
    """The date `days` working days after `start`, which itself is day nought.

    >>> add_working_days(date(2026, 3, 6), 1)      # a Friday
    datetime.date(2026, 3, 9)
    """
    day = start
    while days:
        day += timedelta(days=1)
        if day.weekday() < 5 and day not in holidays:
            days -= 1
    return day
