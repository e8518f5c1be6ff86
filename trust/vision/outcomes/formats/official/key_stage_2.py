"""How each school's children did at the end of primary school: the tables of one school year.

Source: Department for Education, school performance tables (`england_ks2final.csv`), 2015/16 and after. The
file does not say of which year it is: its name must. A school of few children has `SUPP` for a figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.words import Outcome

# What a row is about: a school or a special one, its authority, or England's schools that the state pays for.
SCHOOLS, AUTHORITY, ENGLAND_STATE, ENGLAND_ALL = frozenset({"1", "2"}), "3", "5", "4"
ENGLAND = "E92000001"
YEAR = re.compile(r"(?<!\d)(20\d\d)[-_/]?(20)?(\d\d)(?!\d)")
NO_YEAR = "This file does not say of which school year it is, and its name does not either."
ALL_SCHOOLS = "The row for all schools of England was passed over: we load that of the schools of the state."
CAVEAT = "Of one school and year: few children, so it moves much, and schools are not ranked by it."


@dataclass(frozen=True)
class Result:
    """One result of a school: its column, what it says and its unit; a score of progress has limits."""

    column: str
    title: str
    unit: str = "% of pupils"


RESULTS = (
    Result("PTRWM_EXP", "Reading, writing and maths: expected standard at 11, by school"),
    Result("PTRWM_HIGH", "Reading, writing and maths: higher standard at 11, by school"),
    Result("PTREAD_EXP", "Reading: expected standard at 11, by school"),
    Result("PTWRITTA_EXP", "Writing: expected standard at 11, by school"),
    Result("PTMAT_EXP", "Maths: expected standard at 11, by school"),
    Result("READPROG", "Progress in reading from 7 to 11, by school", "score, nought in England"),
    Result("WRITPROG", "Progress in writing from 7 to 11, by school", "score, nought in England"),
    Result("MATPROG", "Progress in maths from 7 to 11, by school", "score, nought in England"),
)
# The ending of a column, and whom its figure is about.
PARTS = {
    "": ("all", ""), "_G": ("female", ""), "_B": ("male", ""),
    "_FSM6CLA1A": ("all", "disadvantaged"), "_NotFSM6CLA1A": ("all", "not disadvantaged"),
}  # fmt: skip


def recognise(columns: Columns) -> bool:
    return columns.have("RECTYPE", "URN", "SCHNAME", "TELIG", "PTRWM_EXP")


def school_year(file: str) -> str:
    """The school year that a file's name says; empty where it says none.

    >>> school_year("hampshire_ks2_school_level_2017_18.csv"), school_year("2018-2019_england_ks2final.csv")
    ('2017/18', '2018/19')
    >>> school_year("england_ks2final.csv"), school_year("ks2_20180719.csv")
    ('', '')
    """
    found = YEAR.search(file)
    return f"{found[1]}/{found[3]}" if found and (int(found[1]) + 1) % 100 == int(found[3]) else ""


def read(table: Table) -> Iterator[Published]:
    year = school_year(table.file)
    if not year:
        table.notes.append(NO_YEAR)
        return
    for line in table.lines:
        if line.cells["RECTYPE"] == ENGLAND_ALL:
            table.notes.append(ALL_SCHOOLS)
        else:
            yield from of_line(line, table.columns, year)


def of_line(line: Line, columns: Columns, year: str) -> Iterator[Published]:
    for ending, (sex, group) in PARTS.items():
        cells = [cell for result in RESULTS if (cell := cell_of(line, columns, result, ending, year))]
        yield Published(line, place_of(line), cells, sex=sex, group=group)


def place_of(line: Line) -> str:
    kind = line.cells["RECTYPE"]
    if kind in SCHOOLS:
        return f"urn:{line.cells['URN']}"
    return {AUTHORITY: line.cells["LEA"], ENGLAND_STATE: ENGLAND}.get(kind, f"RECTYPE {kind}")


def cell_of(line: Line, columns: Columns, result: Result, ending: str, year: str) -> Cell | None:
    """A result for some of the children; None where the file has no such column."""
    column = columns.called(result.column + ending)
    if not column:
        return None
    lower, upper = (columns.called(f"{column}_{side}") for side in ("LOWER", "UPPER"))
    return Cell(
        column, MEASURES[result.column], year, line.cells.get(column, ""),
        lower=line.cells.get(lower, ""), upper=line.cells.get(upper, ""),
    )  # fmt: skip


FAMILY = Family(
    "ks2-schools", "Key stage 2 results, by school", "Department for Education", 4, recognise, read
)
MEASURES = {
    result.column: an_entry(
        code_of("ks2-schools", result.column), result.title, family=FAMILY, unit=result.unit,
        outcome=Outcome.ENJOY_AND_ACHIEVE, polarity=Polarity.HIGH, caveat=CAVEAT,
    )
    for result in RESULTS
}  # fmt: skip
