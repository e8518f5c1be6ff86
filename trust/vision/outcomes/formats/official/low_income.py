"""Children's poverty by authority: counts by financial year in columns, or counts and shares in lines.

Source: Department for Work and Pensions and HM Revenue and Customs, Stat-Xplore.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.columns import Columns, plain
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Table
from trust.vision.outcomes.words import Method, Outcome

NAME = re.compile(r"(ltla|lad|la|area|local_authority)_?\d*_?(name|nm)|area|local_authority")
YEAR = re.compile(r"fye_?\d{4}.*")
FYE = re.compile(r"(?i)^fye")
COUNTED = re.compile(r"(.*)_(abs|number|count)")
SHARED = re.compile(r"(.*)_(perc|percent|percentage|pct)")
WHOLE = re.compile(r"population|households|total|all_children")
POVERTY = ("low_income", "lone_parent", "poverty")
PERIOD = ("year", "financial_year", "fye")
YEAR_ENDING = "FYE"


@dataclass(frozen=True)
class Shares:
    """The columns of a file of counts and shares, and what it counts."""

    subject: str
    count: str
    out_of: str
    share: str


def recognise(columns: Columns) -> bool:
    if not place_columns(columns):
        return False
    return bool(years_of(columns)) or (bool(columns.called(*PERIOD)) and shares_of(columns) is not None)


def place_columns(columns: Columns) -> list[str]:
    """The columns that say which place a line is about, the codes first."""
    return [*columns.place_codes, *(name for name in columns if NAME.fullmatch(plain(name)))]


def years_of(columns: Columns) -> list[str]:
    return [name for name in columns if YEAR.fullmatch(plain(name))]


def shares_of(columns: Columns) -> Shares | None:
    """The share and its two counts, whatever they are counts of, if it is about poverty."""
    counted = {found[1]: name for name in columns if (found := COUNTED.fullmatch(plain(name)))}
    shared = {found[1]: name for name in columns if (found := SHARED.fullmatch(plain(name)))}
    subject = next((one for one in counted if one in shared and any(word in one for word in POVERTY)), "")
    known = {*place_columns(columns), columns.called(*PERIOD), counted.get(subject), shared.get(subject)}
    others = [name for name in columns if name and name not in known]
    # A column of words may come to stand before that of everyone; where none is called so, it is the first.
    out_of = [name for name in others if WHOLE.search(plain(name))] or others
    return Shares(subject, counted[subject], out_of[0], shared[subject]) if subject and out_of else None


def read(table: Table) -> Iterator[Published]:
    found = shares_of(table.columns)
    return shares(table, found) if found and table.columns.called(*PERIOD) else counts(table)


def counts(table: Table) -> Iterator[Published]:
    years, places = years_of(table.columns), place_columns(table.columns)
    measure = count_measure()
    for line in table.lines:
        cells = [Cell(year, measure, FYE.sub(YEAR_ENDING, year), line.cells[year]) for year in years]
        yield Published(line, next((line.cells[name] for name in places if line.cells[name]), ""), cells)


def shares(table: Table, found: Shares) -> Iterator[Published]:
    measure, places = share_measure(found), place_columns(table.columns)
    period = table.columns.called(*PERIOD)
    for line in table.lines:
        cells = line.cells
        share = Cell(
            found.share, measure, year_of(cells[period]), cells[found.share],
            numerator=cells[found.count], denominator=cells[found.out_of],
        )  # fmt: skip
        yield Published(line, next((cells[name] for name in places if cells[name]), ""), [share])


def year_of(text: str) -> str:
    """The files write whole numbers as 2015.0; the year named is that in which the financial year ends."""
    year = text.removesuffix(".0")
    return f"{YEAR_ENDING}{year}" if year.isdigit() else year


def count_measure() -> Entry:
    return an_entry(
        code_of("low-income", "children"), "Children in families with a low income (number)", family=FAMILY,
        unit="children", outcome=Outcome.ECONOMIC_WELL_BEING, polarity=Polarity.LOW,
    )  # fmt: skip


def share_measure(found: Shares) -> Entry:
    if found.subject == "children_low_income":
        code, title = code_of("low-income", "percent"), "Children in families with a low income"
        numerator = "Children under 16 in families with a relative low income"
    else:
        code = code_of(found.subject.removesuffix("_households"), "percent")
        title = numerator = found.subject.replace("_", " ").capitalize()
    return an_entry(
        code, title, family=FAMILY, unit="%", outcome=Outcome.ECONOMIC_WELL_BEING, method=Method.PROPORTION,
        multiplier=100, polarity=Polarity.LOW if "income" in found.subject else Polarity.NEUTRAL,
        numerator=numerator, denominator=DENOMINATORS.get(found.out_of, found.out_of.replace("_", " ")),
    )  # fmt: skip


DENOMINATORS = {"population_0_16": "Children under 16", "households_number": "All households"}
FAMILY = Family(
    "low-income", "Children in low income families", "Department for Work and Pensions", 12, recognise, read
)
