"""Indices of deprivation by small area: one line for each, and an index is an indicator of its own edition.

Source: Ministry of Housing, Communities and Local Government, English indices of deprivation. The scores of
two editions are made in different ways, so they are never one series.
"""

import re
from collections.abc import Iterator, Sequence

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.cells import is_amount
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Table
from trust.vision.outcomes.words import Outcome

AREA = re.compile(r"(?i)lsoa *(?:code *\()?(01|11|21|2001|2011|2021)_?(?:code|cd|\))?")
INDEX = re.compile(r"(?i)\(?imd\)?[ _](rank|score)")
DISTRICTS = re.compile(r"(?i)lad(\d{2})_code|district code \(20(\d{2})\)")
# The year of the districts beside the small areas is not always that of the edition.
EDITIONS = {"04": "2004", "07": "2007", "13": "2015", "19": "2019", "24": "2025"}
NAMES = re.compile(r"(?i)(code|name|cd|nm)\b|_(code|name)$|\((2001|2011|2019|2021|2024)\)$")


def recognise(header: Sequence[str]) -> bool:
    """By the code of a small area, an index beside it, and the district that says which edition it is."""
    area, index = (any(form.search(name) for name in header) for form in (AREA, INDEX))
    return area and index and bool(edition_of(header))


def read(table: Table) -> Iterator[Published]:
    edition, area, vintage = edition_of(table.header), *area_of(table.header)
    columns = [name for name in table.header if not NAMES.search(name)]
    figures = [name for name in columns if all(is_amount(line.cells[name]) for line in table.sample)]
    measures = {name: measure(name, edition) for name in figures}
    for line in table.lines:
        cells = [Cell(name, found, edition, line.cells[name]) for name, found in measures.items()]
        yield Published(line, line.cells[area], cells, vintage=vintage)


def edition_of(header: Sequence[str]) -> str:
    """The edition, by the districts that it was published with; empty where they do not say."""
    found = (DISTRICTS.search(name) for name in header)
    years = [one[1] or one[2] for one in found if one]
    return EDITIONS.get(years[0], "") if years else ""


def area_of(header: Sequence[str]) -> tuple[str, str]:
    """The column of the small areas' codes, and the census that drew them."""
    name, found = next((name, found) for name in header if (found := AREA.match(name)))
    return name, f"20{found[1][-2:]}"


def measure(column: str, edition: str) -> Entry:
    title = f"{column.replace('_', ' ')}, {edition}"
    return an_entry(
        code_of("deprivation", edition, column), title, family=FAMILY, unit=unit_of(column),
        outcome=Outcome.ECONOMIC_WELL_BEING, polarity=Polarity.NEUTRAL,
    )  # fmt: skip


def unit_of(column: str) -> str:
    return next((unit for unit in ("rank", "decile", "score") if unit in column.lower()), "number")


FAMILY = Family(
    "deprivation", "Indices of deprivation, by small area",
    "Ministry of Housing, Communities and Local Government", 0, recognise, read,
)  # fmt: skip
