"""When partners are asked, how long a link opens, who is chased, and what an answer must say."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words

OPEN_DAYS = 28
CHASED_AFTER_DAYS = 14
# A used link, one whose days are over and one that never was read the same.
CLOSED = (
    "This link does not open anything now. It may have been used already, or its 28 days may be over. "
    "Ask the partnership officer for a new one."
)


@dataclass(frozen=True)
class Quarter:
    first: date
    last: date

    @property
    def name(self) -> str:
        return f"{self.first:%B} to {self.last:%B %Y}"


def quarter_from(first: date) -> Quarter:
    """The quarter that begins on a day."""
    month = first.month + 3
    after = date(first.year + (month > 12), (month - 1) % 12 + 1, 1)
    return Quarter(first, after - timedelta(days=1))


def ended_before(day: date) -> Quarter:
    """The last quarter that was over on a day.

    >>> ended_before(date(2010, 6, 8)).name, ended_before(date(2010, 1, 1)).name
    ('January to March 2010', 'October to December 2009')
    """
    begins = date(day.year, 3 * ((day.month - 1) // 3) + 1, 1) - timedelta(days=1)
    return quarter_from(date(begins.year, begins.month - 2, 1))


def why_not_asked(quarter: Quarter, plan: str, *, first: date, last: date) -> str:
    """Why nobody can be asked about a quarter, before a plan began or after it was over; else nothing."""
    if quarter.last < first:
        return f"The {plan} began on {in_words(first)}, so there is nothing to ask about {quarter.name}."
    if quarter.first > last:
        return f"The {plan} was over on {in_words(last)}, before {quarter.name}."
    return ""


class Answered(StrEnum):
    """How far a partner has answered."""

    ALL = "answered"
    PART = "partly answered"
    SILENT = "silent"
    WAITING = "asked"


def answered(*, items: int, said: int, asked_on: date, on: date) -> Answered:
    """Silent is who has said nothing for a fortnight; before that they are only asked."""
    if said >= items:
        return Answered.ALL
    if said:
        return Answered.PART
    return Answered.SILENT if chased(asked_on, on) else Answered.WAITING


def chased(asked_on: date, on: date) -> bool:
    return (on - asked_on).days >= CHASED_AFTER_DAYS


def last_day(asked_on: date) -> date:
    return asked_on + timedelta(days=OPEN_DAYS)


def check_of_measure(*, service: bool, number: Decimal | None, words: str) -> None:
    if service and number is None and not words.strip():
        raise Refused("Give the number of the quarter, or say why there is none.")
    if not service and not words.strip():
        raise Refused("Say in a line what is behind the figure.")


def check_green_by(day: date, *, today: date) -> None:
    if day <= today:
        raise Refused(f"{in_words(day)} is not after today: say by which day it will be on its path again.")


@dataclass(frozen=True)
class Asks:
    """What is known of a measure when the Board asks whether it needs a decision."""

    red: bool
    worse: bool
    reported: bool
    overdue: bool
    challenged: bool


def needs_a_decision(of: Asks) -> str:
    """Why a measure needs the Board, in a sentence; empty where it does not.

    >>> needs_a_decision(Asks(red=False, worse=False, reported=False, overdue=False, challenged=False))
    ''
    """
    if not (of.red or of.worse):
        return ""
    if of.overdue:
        return "The day on which it was to be back on its path has passed."
    if of.reported:
        return ""
    return "" if of.challenged else "No report on it has come, and nobody has asked why."
