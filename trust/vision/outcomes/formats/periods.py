"""Periods as publishers write them, and the months that they cover."""

import re
from dataclasses import dataclass
from datetime import date

from trust.foundation.kernel.months import A_YEAR, first_day, last_day

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
YEAR = re.compile(r"(\d{4})")
SPLIT_YEAR = re.compile(r"(\d{4})/(\d{2})")
POOLED_YEARS = re.compile(r"(\d{4}) ?- ?(\d{2}|\d{4})")
POOLED_SPLIT_YEARS = re.compile(r"(\d{4})/(\d{2}) ?- ?(?:\d{2})?(\d{2})/(\d{2})")
QUARTER = re.compile(r"(\d{4}) Q([1-4])")
MONTH = re.compile(rf"({'|'.join(MONTHS)})[a-z]* (\d{{4}})")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
EARLIEST, LATEST = 1900, 2100


@dataclass(frozen=True)
class Months:
    """The months a period covers, counted from year nought: 2008 is 24097 to 24108."""

    first: int
    last: int

    @property
    def start(self) -> date:
        """The period's first day."""
        return first_day(self.first)

    @property
    def end(self) -> date:
        """The period's last day."""
        return last_day(self.last)


def months_of(year: int, first: int = 1, last: int = A_YEAR) -> Months:
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"{year} is not a year between {EARLIEST} and {LATEST}.")
    return Months(year * A_YEAR + first, year * A_YEAR + last)


def read_period(text: str) -> Months:
    """The months of a period as publishers write it; a split year ends at its latest, in August.

    >>> read_period("2008").end, read_period("2006/07").end, read_period("2013/14-15/16").end
    (datetime.date(2008, 12, 31), datetime.date(2007, 8, 31), datetime.date(2016, 8, 31))
    """
    for form, read in FORMS:
        if found := form.fullmatch(text):
            return read(*found.groups())
    raise ValueError(f"“{text}” is not a period: write 2008, 2006/07, 2006-08, 2008 Q2 or March 2009.")


def _split_year(year: str, after: str) -> Months:
    if int(after) != (int(year) + 1) % 100:
        raise ValueError(f"{year}/{after} is not one year: {after} does not follow {year}.")
    # A financial year ends in March and a school year in August: nothing is said to be known before both.
    start = months_of(int(year), 9)
    return Months(start.first, start.first + 11)


def _pooled(first: str, last: str) -> Months:
    end = int(last) if len(last) == 4 else _same_century(int(first), int(last))
    if end <= int(first):
        raise ValueError(f"{first}-{last} ends before it begins.")
    return Months(months_of(int(first)).first, months_of(end).last)


def _same_century(first: int, last: int) -> int:
    """The year that `last` names in two figures, on or after `first`."""
    return first - first % 100 + last + (100 if last < first % 100 else 0)


def _pooled_split(first: str, after: str, last: str, end: str) -> Months:
    start = _split_year(first, after)
    finish = _split_year(str(_same_century(int(first), int(last))), end)
    if finish.last <= start.last:
        raise ValueError(f"{first}/{after}-{last}/{end} ends before it begins.")
    return Months(start.first, finish.last)


def _quarter(year: str, quarter: str) -> Months:
    return months_of(int(year), int(quarter) * 3 - 2, int(quarter) * 3)


def _month(name: str, year: str) -> Months:
    place = MONTHS.index(name) + 1
    return months_of(int(year), place, place)


def _day(year: str, month: str, day: str) -> Months:
    date(int(year), int(month), int(day))
    return months_of(int(year), int(month), int(month))


FORMS = (
    (YEAR, lambda year: months_of(int(year))),
    (SPLIT_YEAR, _split_year),
    (POOLED_YEARS, _pooled),
    (POOLED_SPLIT_YEARS, _pooled_split),
    (QUARTER, _quarter),
    (MONTH, _month),
    (DAY, _day),
)
