"""Indices of deprivation by small area or by authority; an index is an indicator of its own edition.

Source: Ministry of Housing, Communities and Local Government, English indices of deprivation. The scores of
two editions are made in different ways, so they are never one series.
"""

import re
from collections.abc import Iterator

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.alike import districts_alike
from trust.vision.outcomes.formats.official.cells import are_amounts, read_amount
from trust.vision.outcomes.formats.official.columns import Columns, plain
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Table
from trust.vision.outcomes.words import Method, Outcome

CENSUS = re.compile(r"(?i)lsoa *(?:code *\()?(01|11|21|2001|2011|2021)_?(?:code|cd|\))?")
INDEX = re.compile(r"(?i)\(?imd\)?[ _](rank|score|decile)|deprivation.*(rank|score|decile)")
DISTRICTS = re.compile(r"(?i)lad?(\d{2})[_ ]?(?:code|cd)|district code \(20(\d{2})\)")
IN_NAME = re.compile(r"(?i)(?:imd|iod|deprivation)[^0-9a-z]*(20\d\d)")
# The year of the districts beside the small areas is not always that of the edition.
EDITIONS = {"04": "2004", "07": "2007", "13": "2015", "19": "2019", "24": "2025"}
POOR, CHILDREN = "income_deprivation_affecting_children_index_idaci_numerator", "dependent_children_aged_0_15"
WARDS, SHORN = "1998", 4
FIRST_EDITION = "2000"
NAMES = re.compile(r"(?i)(code|name|cd|nm)\b|_(code|name|cd|nm)$|\((2001|2011|2019|2021|2024)\)$|^(la|ward)$")
NO_EDITION = (
    "This file does not say which edition of the indices it holds. "
    "Put the year in its name, such as imd2010.csv."
)


def recognise(columns: Columns) -> bool:
    """By the code of a small area or an old ward, and an index beside it."""
    return bool(area_of(columns)[0]) and any(INDEX.search(name) for name in columns)


def read(table: Table) -> Iterator[Published]:
    (area, vintage), edition = area_of(table.columns), edition_of(table.columns, table.file)
    if not edition:
        raise Unreadable(NO_EDITION)
    columns = [name for name in table.header if name and not NAMES.search(name)]
    figures = [name for name in columns if are_amounts([line.cells[name] for line in table.sample])]
    measures = {name: measure(name, edition) for name in figures}
    poor, children = (next(iter(table.columns.beginning(start)), "") for start in (POOR, CHILDREN))
    for line in table.lines:
        cells = [Cell(name, found, edition, line.cells[name]) for name, found in measures.items()]
        if poor and children:
            cells.append(poverty(poor, line.cells[poor], line.cells[children], edition))
        yield Published(line, place_of(line.cells[area], vintage), cells, vintage=vintage)


def poverty(column: str, count: str, out_of: str, edition: str) -> Cell:
    """The children of families with a low income as a share of all, from the index's own two counts."""
    entry = an_entry(
        code_of("deprivation", edition, "children-in-low-income"),
        f"Children in families with a low income, {edition} (IDACI)",
        family=FAMILY, unit="% of children aged 0 to 15", outcome=Outcome.ECONOMIC_WELL_BEING,
        method=Method.PROPORTION, multiplier=100, polarity=Polarity.LOW, counts_rounded_to=5,
        numerator="Children aged 0 to 15 in families that were income deprived",
        denominator="Children aged 0 to 15, without prisoners",
        caveat="The counts are rounded to 5, and left blank where they are small.",
    )  # fmt: skip
    part, whole = read_amount(count).number, read_amount(out_of).number
    if part is None or not whole:
        return Cell(column, entry, edition, count if part is None else "z")
    return Cell(column, entry, edition, f"{100 * part / whole:.4f}", f"{part:g}", f"{whole:g}")


def place_of(code: str, vintage: str) -> str:
    """The code of a small area; that of an old ward of a city has lost its noughts in some files."""
    return f"00{code}" if vintage == WARDS and len(code) == SHORN else code


def edition_of(columns: Columns, file: str) -> str:
    """The edition, by the districts that it was published with or by the file's name; else empty."""
    if area_of(columns)[1] == WARDS:
        return FIRST_EDITION
    found = (DISTRICTS.search(name) for name in columns)
    years = [one[1] or one[2] for one in found if one]
    named = IN_NAME.search(file)
    return (EDITIONS.get(years[0], "") if years else "") or (named[1] if named else "")


def area_of(columns: Columns) -> tuple[str, str]:
    """The column of the small areas' codes, and the census or the year that drew them; empty where none."""
    for name in columns:
        if found := CENSUS.match(name):
            return name, f"20{found[1][-2:]}"
    return columns.called("ward"), WARDS


def measure(column: str, edition: str) -> Entry:
    title = f"{column.replace('_', ' ')}, {edition}"
    return an_entry(
        code_of("deprivation", edition, column), title, family=FAMILY, unit=unit_of(column),
        outcome=Outcome.ECONOMIC_WELL_BEING, polarity=Polarity.NEUTRAL,
    )  # fmt: skip


def unit_of(column: str) -> str:
    return next(
        (unit for unit in ("rank", "decile", "score", "proportion") if unit in column.lower()), "number"
    )


def recognise_authorities(columns: Columns) -> bool:
    """By a column that names the domain, the place's code, the year, and what is said of it."""
    said = columns.have("index_domain") and columns.called(*EDITION_YEAR) and columns.place_codes
    return bool(said and columns.have_any(*SUMMARIES))


def read_authorities(table: Table) -> Iterator[Published]:
    columns = table.columns
    year, domain = columns.called(*EDITION_YEAR), columns.called("index_domain")
    summaries = [columns.called(name) for name in SUMMARIES if columns.called(name)]
    measures: dict[tuple[str, str, str], Entry] = {}
    for line in table.lines:
        edition, about = line.cells[year], line.cells[domain]
        cells = []
        for name in summaries:
            key = (edition, about, name)
            measures.setdefault(key, measure(f"{about}: {plain(name)}", edition))
            cells.append(Cell(name, measures[key], edition, line.cells[name]))
        yield Published(line, line.cells[columns.place_codes[0]], cells)


EDITION_YEAR = ("year", "deprivation_data_year", "edition")
SUMMARIES = (
    "average_rank", "rank_average_rank", "average_score", "rank_average_score", "proportion_bottom_decile",
    "rank_proportion_bottom_decile",
)  # fmt: skip
BY_AUTHORITY = Family(
    "deprivation-authority", "Indices of deprivation, by authority",
    "Ministry of Housing, Communities and Local Government", 0, recognise_authorities, read_authorities,
    alike=districts_alike,
)  # fmt: skip
FAMILY = Family(
    "deprivation", "Indices of deprivation, by small area",
    "Ministry of Housing, Communities and Local Government", 0, recognise, read,
)  # fmt: skip
