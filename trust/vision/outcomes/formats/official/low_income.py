"""Children in families with a low income, by authority: counts by financial year, or counts and shares.

Source: Department for Work and Pensions and HM Revenue and Customs, Stat-Xplore.
"""

from collections.abc import Iterator, Sequence

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Table
from trust.vision.outcomes.words import Method, Outcome

SHARES = frozenset({"year", "children_low_income_abs", "population_0_16", "children_low_income_perc"})
CODES = ("ltla21_code", "ltla21_name", "area_name")
YEAR_ENDING = "FYE"


def recognise(header: Sequence[str]) -> bool:
    counts = "area_name" in header and any(name.startswith(YEAR_ENDING) for name in header)
    return counts or set(header) >= SHARES


def read(table: Table) -> Iterator[Published]:
    return shares(table) if set(table.header) >= SHARES else counts(table)


def counts(table: Table) -> Iterator[Published]:
    years = [name for name in table.header if name.startswith(YEAR_ENDING)]
    measure = count_measure()
    for line in table.lines:
        cells = [Cell(year, measure, year, line.cells[year]) for year in years]
        yield Published(line, line.cells["area_name"], cells)


def shares(table: Table) -> Iterator[Published]:
    measure = share_measure()
    for line in table.lines:
        cells = line.cells
        # The files write whole numbers as 2015.0; the year named is that in which the financial year ends.
        year = f"{YEAR_ENDING}{cells['year'].removesuffix('.0')}"
        share = Cell(
            "children_low_income_perc", measure, year, cells["children_low_income_perc"],
            numerator=cells["children_low_income_abs"], denominator=cells["population_0_16"],
        )  # fmt: skip
        yield Published(line, next((cells[name] for name in CODES if cells.get(name)), ""), [share])


def count_measure() -> Entry:
    return an_entry(
        code_of("low-income", "children"), "Children in families with a low income (number)", family=FAMILY,
        unit="children", outcome=Outcome.ECONOMIC_WELL_BEING, polarity=Polarity.LOW,
    )  # fmt: skip


def share_measure() -> Entry:
    return an_entry(
        code_of("low-income", "percent"), "Children in families with a low income", family=FAMILY, unit="%",
        outcome=Outcome.ECONOMIC_WELL_BEING, method=Method.PROPORTION, multiplier=100, polarity=Polarity.LOW,
        numerator="Children under 16 in families with a relative low income", denominator="Children under 16",
    )  # fmt: skip


FAMILY = Family(
    "low-income", "Children in low income families", "Department for Work and Pensions", 12, recognise, read
)
