"""Periods as publishers write them, where that differs from what our own files may say."""

import re
from dataclasses import dataclass
from functools import cache

from trust.vision.outcomes.formats.periods import Months, months_of, read_period
from trust.vision.outcomes.words import Mark

BRACKETED = re.compile(r"(.+?) \(([^)]+)\)")
SIX_FIGURES = re.compile(r"(\d{4})(\d{2})")
WHOLE_NUMBER = re.compile(r"(\d{4})\.0")
ENDING = re.compile(r"(?i)(?:FYE|year ending march) ?(\d{4})")
MONTHS_TO = re.compile(r"([A-Z][a-z]+ \d{4}) ?(?:-|to) ?([A-Z][a-z]+ \d{4})")
LONG_SPLIT = re.compile(r"(\d{4})/(\d{2})(\d{2})")
HYPHENED = re.compile(r"(\d{4})-(\d{2})")
STATES = {
    "p": Mark.PROVISIONAL,
    "r": Mark.REVISED,
    "prov": Mark.PROVISIONAL,
    "provisional": Mark.PROVISIONAL,
    "rev": Mark.REVISED,
    "revised": Mark.REVISED,
    "final": Mark.FINAL,
}


@dataclass(frozen=True)
class Period:
    """The months a period covers, and what its brackets say: a state of the figures, or a group of them."""

    months: Months
    mark: Mark = Mark.FINAL
    group: str = ""


@cache
def official_period(text: str) -> Period:
    """A period as published; errors: ValueError with a sentence.

    >>> official_period("2025 (prov)").mark.value, official_period("201617").months.end.isoformat()
    ('p', '2017-08-31')
    """
    bracketed = BRACKETED.fullmatch(text)
    if not bracketed:
        return Period(_months(text))
    months, said = _months(bracketed[1]), bracketed[2]
    state = STATES.get(said.lower())
    return Period(months, Mark.FINAL, said) if state is None else Period(months, state)


def _months(text: str) -> Months:
    if found := ENDING.fullmatch(text):
        first = months_of(int(found[1]) - 1, 4).first
        return Months(first, first + 11)
    if found := MONTHS_TO.fullmatch(text):
        return _between(read_period(found[1]), read_period(found[2]))
    if (found := LONG_SPLIT.fullmatch(text)) and _follows(found[1], found[3]):
        return read_period(f"{found[1]}/{found[3]}")
    if found := WHOLE_NUMBER.fullmatch(text):
        return read_period(found[1])
    if (found := SIX_FIGURES.fullmatch(text)) or (
        (found := HYPHENED.fullmatch(text)) and _follows(*found.groups())
    ):
        return read_period(f"{found[1]}/{found[2]}")
    return read_period(text)


def _between(first: Months, last: Months) -> Months:
    if last.last < first.first:
        raise ValueError("This period ends before it begins.")
    return Months(first.first, last.last)


def _follows(year: str, after: str) -> bool:
    """Whether two hyphened years are one split year, such as 2016-17, and not several such as 2014-16."""
    return int(after) == (int(year) + 1) % 100
