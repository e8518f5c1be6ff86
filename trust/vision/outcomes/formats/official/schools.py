"""The list of schools: each becomes a place, and its share of children with free school meals a figure.

Source: Department for Education, Get Information about Schools (`edubasealldata…csv`), or part of it. What
the department leaves out for a school with few children stays out, and is never worked out again.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from trust.foundation.directory.formats import SchoolRow
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.figures import Fault
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry
from trust.vision.outcomes.formats.official.neighbours import day_in
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.words import Outcome

# What each of our columns is called, in the department's file and in what others have made of it.
CALLED = {
    "urn": ("urn",),
    "name": ("EstablishmentName", "name", "SCHNAME"),
    "kind": ("EstablishmentTypeGroup (name)", "TypeOfEstablishment (name)"),
    "phase": ("PhaseOfEducation (name)",),
    "religion": ("ReligiousCharacter (name)",),
    "district_code": ("DistrictAdministrative (code)", "ladcd"),
    "district_name": ("DistrictAdministrative (name)", "ladnm"),
    "lsoa_code": ("LSOA (code)", "lsoa11cd", "lsoa21cd"),
    "town": ("town",),
    "postcode": ("postcode",),
    "opened": ("OpenDate", "open_date"),
    "closed": ("CloseDate", "close_date"),
}
LONGEST = {
    "name": 120, "kind": 80, "phase": 40, "religion": 60, "district_code": 9, "district_name": 80,
    "lsoa_code": 9, "town": 60, "postcode": 8,
}  # fmt: skip
DAYS = ("opened", "closed")
MEALS, CENSUS = "PercentageFSM", "CensusDate"
URN = re.compile(r"\d{6}")
WRITTEN = re.compile(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4})( .*)?")
IN_ORDER = re.compile(r"(\d{4})-(\d{2})-(\d{2})([ T].*)?")
NOT_A_DAY = "“{}” is not a day that we can read: write 31/08/2021."
IN_NAME = re.compile(r"(20\d\d)-?([01]\d)-?([0-3]\d)")
RUN_TOGETHER = re.compile(r"(?i)([a-z]+)(20\d\d)")
NO_DAY = (
    "The shares of children with free school meals were left out: neither the file nor its name says of "
    "when they are. A name such as edubasealldata20210507.csv does."
)


def recognise(columns: Columns) -> bool:
    """By the number of a school, its name, and what only a list of schools says of it."""
    said = columns.have_any("EstablishmentName", "EstablishmentTypeGroup (name)", "OpenDate", "open_date")
    return columns.have("urn") and bool(columns.called(*CALLED["name"])) and said


def read(table: Table) -> Iterator[Published]:
    columns = {name: table.columns.called(*names) for name, names in CALLED.items()}
    meals, census = table.columns.called(MEALS), table.columns.called(CENSUS)
    listed_on = day_of(table.file)
    if meals and not (census or listed_on):
        table.notes.append(NO_DAY)
    for line in table.lines:
        cells = {name: line.cells[column] for name, column in columns.items() if column}
        if faults := days_unread(line, columns):
            table.faults += faults
            continue
        counted = day_written(line.cells[census]) if census else listed_on
        figures = []
        if meals and counted:
            figures = [Cell(meals, FREE_MEALS, f"{counted:%b %Y}", line.cells[meals])]
        published = listed_on.isoformat() if listed_on else ""
        urn = cells["urn"]
        yield Published(line, f"urn:{urn}", figures, published_on=published, school=school_in(cells))


def days_unread(line: Line, columns: Mapping[str, str]) -> list[Fault]:
    """What is wrong with the days of a line: a school whose end cannot be read would stand as open."""
    written = [line.cells[columns[name]] for name in DAYS if columns[name]]
    return [
        Fault(line.number, "day", NOT_A_DAY.format(text), line.text)
        for text in written
        if text and not day_written(text)
    ]


def school_in(cells: dict[str, str]) -> SchoolRow | None:
    """The school of a line; None where it has no number of its own or no name."""
    if not URN.fullmatch(cells["urn"]) or not cells["name"]:
        return None
    words = {name: text[: LONGEST.get(name, 6)] for name, text in cells.items() if name not in DAYS}
    opened, closed = (day_written(cells.get(name, "")) for name in DAYS)
    if opened and closed and closed < opened:
        opened = None
    return SchoolRow(**words, opened=opened, closed=closed)


def day_written(text: str) -> date | None:
    """A day as the department writes it.

    >>> day_written("31-08-2021"), day_written(""), day_written("31-02-2021")
    (datetime.date(2021, 8, 31), None, None)
    >>> day_written("2021-08-31 00:00:00")
    datetime.date(2021, 8, 31)
    """
    if found := IN_ORDER.fullmatch(text):
        return real_day(found[1], found[2], found[3])
    found = WRITTEN.fullmatch(text)
    return real_day(found[3], found[2], found[1]) if found else None


def day_of(file: str) -> date | None:
    """The day that a file's name says the list is of.

    >>> day_of("edubasealldata20210507.csv"), day_of("schools_gias_may2021.csv"), day_of("schools.csv")
    (datetime.date(2021, 5, 7), datetime.date(2021, 5, 31), None)
    """
    found = IN_NAME.search(file)
    day = real_day(*found.groups()) if found else None
    return day or day_in(RUN_TOGETHER.sub(r"\1 \2", file.replace("_", " ")))


def real_day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


FAMILY = Family(
    "schools", "Get Information about Schools, the list of schools", "Department for Education", 6,
    recognise, read,
)  # fmt: skip
FREE_MEALS: Entry = an_entry(
    "schools-free-school-meals", "Pupils who can have free school meals, by school", family=FAMILY,
    unit="% of pupils", outcome=Outcome.ECONOMIC_WELL_BEING, polarity=Polarity.NEUTRAL,
    caveat="As the list of schools gives it, without its counts: schools are not ranked by it.",
)  # fmt: skip
