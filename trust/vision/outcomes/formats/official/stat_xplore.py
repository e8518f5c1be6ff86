"""Stat-Xplore: a block of titles, places down the side, periods along the top, and notes under the table.

Source: Department for Work and Pensions. Letters of footnotes may stand in a column beside each of figures.
"""

import re
from collections.abc import Iterator

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.columns import Columns, plain
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.nomis import is_period
from trust.vision.outcomes.formats.official.places import official_place
from trust.vision.outcomes.formats.official.table import Table
from trust.vision.outcomes.words import Outcome

PLACES = ("national", "geography", "local_authority", "area", "region", "lsoa", "msoa", "ward")
TIMES = ("year", "quarter", "month", "time_period", "financial_year", "date")
FEWEST = 2
BRACKETED = re.compile(r"\s*\([a-z]\)$")
IN_BRACKETS = re.compile(r"(.+?) \(([EWSNK]\d{8})\)")


def recognise(columns: Columns) -> bool:
    """By years along the top and no more than names of places at the side."""
    words = [name for name in columns if name and not is_period(bare(name)) and not is_note(name)]
    periods = [name for name in columns if is_period(bare(name))]
    at_side = len(words) == 1 and plain(words[0]).startswith((*PLACES, *TIMES))
    return at_side and len(periods) >= FEWEST


def bare(name: str) -> str:
    """A period without the letter of its footnote, such as “2022/23 (p)”."""
    return BRACKETED.sub("", name)


def is_note(name: str) -> bool:
    """Whether a column is the second of its name: the letters of footnotes."""
    return bool(re.search(r"\(\d\)$", name)) or plain(name).startswith(("annotation", "footnote"))


def read(table: Table) -> Iterator[Published]:
    periods = [name for name in table.header if is_period(bare(name))]
    side = next(name for name in table.header if name and name not in periods and not is_note(name))
    measure = measure_of(table)
    for line in table.lines:
        cells = [Cell(name, measure, name, line.cells[name]) for name in periods]
        yield Published(line, place_of(line.cells[side]), cells)


def place_of(text: str) -> str:
    """A name that has its code in brackets is known by it."""
    found = IN_BRACKETS.fullmatch(text)
    return found[2] if found and official_place(found[2]) else text


def measure_of(table: Table) -> Entry:
    """The measure as the titles name it; the name of the file where there are none."""
    titles = [title[0].strip() for title in table.titles]
    counting = next((t.partition(":")[2].strip() for t in titles if t.lower().startswith("counting")), "")
    about = (titles[0] if titles else "") or counting or table.file.rpartition(".")[0]
    return an_entry(
        code_of("stat-xplore", about), about, family=FAMILY, unit="number", polarity=Polarity.NEUTRAL,
        outcome=Outcome.ECONOMIC_WELL_BEING, numerator=counting,
    )  # fmt: skip


FAMILY = Family("stat-xplore", "Stat-Xplore", "Department for Work and Pensions", 12, recognise, read)
