"""The day that a plan means when it says by when, as plans in spreadsheets say it."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from trust.foundation.kernel.days import MONTHS, SAY_A_DAY, parse_day
from trust.foundation.kernel.time import in_words

# Day nought of a spreadsheet, and the numbers that can be days of a plan: 1998 to 2050.
SERIAL_NOUGHT = date(1899, 12, 30)
SERIALS = range(36_000, 55_000)
CENTURY = 2000
ALWAYS = re.compile(r"^(on-?\s?going|continu\w*|throughout( the plan| period)?|always|annual(ly)?|"
                    r"(every|each) (year|quarter|month|term)|yearly|quarterly|termly|monthly)\b")  # fmt: skip
NOT_YET = frozenset({"tbc", "tba", "tbd", "to be confirmed", "to be agreed", "not known", "?"})
BEFORE = re.compile(r"^(by|before|end of|end|from now to|until|to)\s+")
SHORT_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{2})")
SHORT_WORDS = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})[ -](\d{2}|\d{4})")
MONTH = re.compile(r"([a-z]{3,9})[ .,-]*(\d{2}|\d{4})")
MONTH_FIGURES = re.compile(r"(\d{1,2})[/-](\d{4})")
SPLIT_YEAR = re.compile(r"(?:q4 |quarter 4 )?(\d{4}) ?[/–-] ?(?:20)?(\d{2})")
YEAR = re.compile(r"(\d{4})")


class NotADay(ValueError):
    """What stands in the place of a day and is none; the sentence says what to write."""


@dataclass(frozen=True)
class Due:
    """A day, and what must be said where it is not the very day that was written."""

    day: date
    note: str = ""


def is_ongoing(text: str) -> bool:
    """
    >>> is_ongoing("On-going"), is_ongoing("March 2011")
    (True, False)
    """
    return bool(ALWAYS.match(_tidy(text)))


def read_due(text: str, *, ongoing: date | None = None) -> Due:
    """The day of a cell; a month and a year mean their last day; errors: NotADay.

    `ongoing` is the day to take for what has no end, where somebody has said to take one.

    >>> read_due("Mar-11").day.isoformat(), read_due("2010/11").day.isoformat()
    ('2011-03-31', '2011-03-31')
    """
    tidy = _tidy(text)
    if tidy in NOT_YET:
        raise NotADay(f"“{text.strip()}”: an action of the plan needs a day. {SAY_A_DAY}")
    if is_ongoing(text):
        return _always(text, ongoing)
    try:
        return Due(parse_day(text))
    except ValueError as wrong:
        day = _in_short(tidy) or _end_of(tidy)
        if day is None:
            raise NotADay(str(wrong)) from wrong
    return Due(day, f"“{text.strip()}” is read as {in_words(day)}.")


def _tidy(text: str) -> str:
    tidy = " ".join(text.split()).casefold().strip(".")
    while BEFORE.match(tidy):
        tidy = BEFORE.sub("", tidy)
    return tidy


def _always(text: str, ongoing: date | None) -> Due:
    if ongoing is None:
        raise NotADay(
            f"“{text.strip()}” is not a day. Say by when people can see what it did: "
            "that may be the plan’s last day."
        )
    return Due(ongoing, f"“{text.strip()}” is read as the plan’s last day, {in_words(ongoing)}.")


def _in_short(text: str) -> date | None:
    """A day whose year has two figures, or the number under which a spreadsheet keeps it."""
    if text.isdecimal() and int(text) in SERIALS:
        return SERIAL_NOUGHT + timedelta(days=int(text))
    if found := SHORT_DAY.fullmatch(text):
        return _real(CENTURY + int(found[3]), int(found[2]), int(found[1]))
    if (found := SHORT_WORDS.fullmatch(text)) and (month := _month(found[2])):
        return _real(_year(found[3]), month, int(found[1]))
    return None


def _end_of(text: str) -> date | None:
    """The last day of a month, of a financial year or of a year."""
    if (found := MONTH.fullmatch(text)) and (month := _month(found[1])):
        return _last(_year(found[2]), month)
    if found := MONTH_FIGURES.fullmatch(text):
        return _last(int(found[2]), int(found[1]))
    if (found := SPLIT_YEAR.fullmatch(text)) and int(found[2]) == (int(found[1]) + 1) % 100:
        return _last(int(found[1]) + 1, 3)
    found = YEAR.fullmatch(text)
    return _last(int(found[1]), 12) if found else None


def _month(name: str) -> int:
    short = {"sept": "september"}.get(name, name)
    return next((n for n, month in enumerate(MONTHS, 1) if month.startswith(short)), 0)


def _year(figures: str) -> int:
    return CENTURY + int(figures) if len(figures) == 2 else int(figures)


def _last(year: int, month: int) -> date | None:
    if not 1900 <= year <= 2100 or not 1 <= month <= 12:
        return None
    return date(year, month, monthrange(year, month)[1])


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
