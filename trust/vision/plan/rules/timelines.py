"""The days that a plan promised, in periods of one length; the day looked at is an argument."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.kernel.english import counted, opened
from trust.foundation.kernel.english import number as in_figures
from trust.foundation.kernel.months import A_YEAR, first_day, last_day, month_of
from trust.foundation.kernel.time import in_words
from trust.vision.plan.rules.promises import Going
from trust.vision.plan.words import Status, StepState

MOST_PERIODS = 13
SAID_BY_NAME = 3
IN_ORDER = (StepState.REACHED, StepState.LATE, StepState.COMING)
SHOWN_AS = {StepState.REACHED: "reached", StepState.LATE: "late", StepState.COMING: "to come"}


@dataclass(frozen=True)
class Due:
    """One promised day: of an action, or of a milestone on its way."""

    day: date
    what: str
    kind: str
    who: str
    state: StepState
    status: Status
    in_words: str
    priority: UUID
    key: UUID
    invented: bool = False
    leads_to: str = ""


def state_of(going: Going) -> StepState:
    """An action that is done is reached; one that is late, or that its owner says is not done, is late."""
    if going.kept:
        return StepState.REACHED
    return StepState.LATE if going.late or going.word == "Not done" else StepState.COMING


@dataclass(frozen=True)
class Periods:
    """The periods of a plan, all of one length, from the first day of a month."""

    first: date
    months: int
    number: int

    def index(self, day: date) -> int:
        return min(max(_months(self.first, day) // self.months, 0), self.number - 1)

    def place(self, day: date) -> float | None:
        """How far along a day stands, in periods; nothing where it is outside them."""
        along = (_months(self.first, day) + (day.day - 1) / 31) / self.months
        return along if 0 <= along <= self.number else None

    def starts(self, period: int) -> date:
        return first_day(month_of(self.first) + period * self.months)

    def name(self, period: int) -> str:
        return f"{self.starts(period):%b} ’{self.starts(period):%y}"

    def in_words(self, period: int) -> str:
        ends = last_day(month_of(self.starts(period)) + self.months - 1)
        return f"{self.starts(period):%B} to {ends:%B %Y}"


def periods(first: date, last: date) -> Periods:
    """Quarters, or half-years or years where a plan is too long for quarters.

    >>> periods(date(2009, 4, 1), date(2012, 3, 31)).number
    12
    """
    start, months = first.replace(day=1), _months(first, last) + 1
    length = next((n for n in (3, 6) if -(-months // n) <= MOST_PERIODS), A_YEAR)
    return Periods(start, length, max(-(-months // length), 1))


def _months(first: date, day: date) -> int:
    return month_of(day) - month_of(first)


def in_short(dues: Iterable[Due]) -> str:
    """All the days in a sentence, and the next of them."""
    every = list(dues)
    if not every:
        return "Nothing is promised by a date."
    tally = Counter(one.state for one in every)
    told = [f"{in_figures(tally[state])} {SHOWN_AS[state]}" for state in IN_ORDER]
    sentence = f"{opened(counted(len(every), 'date'))} promised: {told[0]}, {told[1]} and {told[2]}."
    waiting = (one for one in every if one.state is StepState.COMING)
    coming = min(waiting, key=lambda one: one.day, default=None)
    return f"{sentence} Next: {coming.what}, by {in_words(coming.day)}." if coming else sentence


def said_of(names: list[str]) -> str:
    """The first few by name, and how many more.

    >>> said_of(["A", "B", "C", "D", "E"])
    'A; B; C; and two more'
    """
    left = len(names) - SAID_BY_NAME
    shown = "; ".join(names[:SAID_BY_NAME])
    return f"{shown}; and {in_figures(left)} more" if left > 0 else shown


def anniversaries(of: date, last: date) -> list[date]:
    """The same day of each later year, up to a year after the last day; 29 February falls on the 28th.

    >>> [day.isoformat() for day in anniversaries(date(2008, 2, 29), date(2009, 3, 31))]
    ['2009-02-28', '2010-02-28']
    """
    found = []
    for year in range(of.year + 1, last.year + 2):
        day = (
            of.replace(year=year, day=min(of.day, 28))
            if (of.month, of.day) == (2, 29)
            else of.replace(year=year)
        )
        found.append(day)
    return [day for day in found if day <= last.replace(year=last.year + 1, day=min(last.day, 28))]
