"""Periods as publishers write them, where that differs from what our own files may say."""

import re
from dataclasses import dataclass
from functools import cache

from trust.vision.outcomes.formats.periods import MONTHS, Months, months_of, read_period
from trust.vision.outcomes.words import Mark

BRACKETED = re.compile(r"(.+?) [(\[]([^)\]]+)[)\]]")
FOOTNOTE = re.compile(r"(?i) ?[(\[]notes? ?[\d, ]+[)\]]")
SIX_FIGURES = re.compile(r"(\d{4})(\d{2})")
WHOLE_NUMBER = re.compile(r"(\d{4})\.0")
ENDING = re.compile(r"(?i)(?:FYE|year (?:ending|to) march|financial year ending) ?(\d{4})")
YEAR_TO = re.compile(r"(?i)year (?:ending|to) ([a-z]+) (\d{4})")
SHORT_MONTH = re.compile(r"([A-Za-z]{3})[- ](\d{2})")
MONTHS_TO = re.compile(r"([A-Z][a-z]+ \d{4}) ?(?:-|to) ?([A-Z][a-z]+ \d{4})")
LONG_SPLIT = re.compile(r"(\d{4})/(\d{2})(\d{2})")
HYPHENED = re.compile(r"(\d{4})-(\d{2})")
# A part of a year, before it or after; a quarter of two years is one of the financial year.
PART_BEFORE = re.compile(r"([A-Za-z].*) (\d{4}(?:[-/]?\d{2})?)")
PART_AFTER = re.compile(r"(\d{4}[-/]?\d{2}) (Q[1-4](?:-Q[1-4])?)")
QUARTERS = re.compile(r"(academic|calendar|financial|tax) year q([1-4])(?:-q([1-4]))?")
# The month in which each kind of year begins; in which month from that January a part begins, and how long.
BEGINS = {"academic": 8, "calendar": 1, "financial": 4, "tax": 4}
PARTS = {
    "financial year": (4, 12), "tax year": (4, 12), "part 1": (4, 6), "part 2": (10, 6),
    "autumn term": (9, 4), "spring term": (13, 4), "summer term": (17, 4), "autumn and spring term": (9, 8),
}  # fmt: skip
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
    >>> official_period("FYE 2024 [p]").mark.value, official_period("Autumn term 202425").months.last % 12
    ('p', 0)
    """
    bare = without_footnote(text)
    bracketed = BRACKETED.fullmatch(bare)
    if not bracketed:
        return Period(_months(bare))
    months, said = _months(bracketed[1]), bracketed[2]
    state = STATES.get(said.lower())
    return Period(months, Mark.FINAL, said) if state is None else Period(months, state)


def without_footnote(text: str) -> str:
    """A period as published, but for the number of a footnote.

    >>> without_footnote("FYE 2024 [note 1]"), without_footnote("2024 (p)")
    ('FYE 2024', '2024 (p)')
    """
    return FOOTNOTE.sub("", text)


def _months(text: str) -> Months:
    if found := ENDING.fullmatch(text):
        return _from(int(found[1]) - 1, 4, 12)
    if found := MONTHS_TO.fullmatch(text):
        return _between(read_period(found[1]), read_period(found[2]))
    if (found := YEAR_TO.fullmatch(text)) and found[1][:3].capitalize() in MONTHS:
        last = read_period(f"{found[1].capitalize()} {found[2]}").last
        return Months(last - 11, last)
    if (found := SHORT_MONTH.fullmatch(text)) and found[1].capitalize() in MONTHS:
        return read_period(f"{found[1].capitalize()} 20{found[2]}")
    return _part_of_a_year(text) or _years(text)


def _years(text: str) -> Months:
    if (found := LONG_SPLIT.fullmatch(text)) and _follows(found[1], found[3]):
        return read_period(f"{found[1]}/{found[3]}")
    if found := WHOLE_NUMBER.fullmatch(text):
        return read_period(found[1])
    if (found := SIX_FIGURES.fullmatch(text)) or (
        (found := HYPHENED.fullmatch(text)) and _follows(*found.groups())
    ):
        return read_period(f"{found[1]}/{found[2]}")
    return read_period(text)


def _part_of_a_year(text: str) -> Months | None:
    """A term, a quarter or another year's months; None where the text is none of these."""
    if found := PART_AFTER.fullmatch(text):
        return _part(f"financial year {found[2]}".lower(), found[1])
    if found := PART_BEFORE.fullmatch(text):
        return _part(found[1].lower(), found[2])
    return None


def _part(name: str, year: str) -> Months | None:
    begins, length = PARTS.get(name, (0, 0))
    if found := QUARTERS.fullmatch(name):
        begins = BEGINS[found[1]] + int(found[2]) * 3 - 3
        length = 3 * (int(found[3] or found[2]) - int(found[2]) + 1)
    in_two_years = not year.isdigit() or SIX_FIGURES.fullmatch(year) is not None
    if not length or in_two_years is name.startswith("calendar"):
        return None
    if in_two_years:
        _years(year)
    return _from(int(year[:4]), begins, length)


def _from(year: int, begins: int, length: int) -> Months:
    first = months_of(year).first + begins - 1
    return Months(first, first + length - 1)


def _between(first: Months, last: Months) -> Months:
    if last.last < first.first:
        raise ValueError("This period ends before it begins.")
    return Months(first.first, last.last)


def _follows(year: str, after: str) -> bool:
    """Whether two hyphened years are one split year, such as 2016-17, and not several such as 2014-16."""
    return int(after) == (int(year) + 1) % 100
