"""Nomis, the labour market statistics of the Office for National Statistics: its download and its interface.

The download has a block of titles (`Date`, `Age`, …), then a line of names with `mnemonic` for the codes and
a column for each figure. The interface gives one line for each figure.
"""

import re
from collections.abc import Iterator, Sequence

from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.columns import Columns, plain
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.periods import official_period
from trust.vision.outcomes.formats.official.table import Table
from trust.vision.outcomes.words import Method, Outcome

CODES = "mnemonic"
DATE = re.compile(r"(?i)(date|time|year|period) *:?")
SEX = re.compile(r"(?i)(sex|gender) *:?")
AGE = re.compile(r"(?i)(c )?age *:?")
ABOUT_THE_FILE = re.compile(r"(?i)(area type|population|units?|measures?|ons crown.*) *:?")
CERTAINTY = re.compile(r"(?i)conf|flags?$")
EVERYONE = frozenset({"total", "all", "all persons", "persons", ""})
WORDS = re.compile(r".*_name")
NEEDED = ("GEOGRAPHY_CODE", "OBS_VALUE")
TIME = ("DATE_NAME", "DATE")
STRUCTURE = re.compile(r"(geography|date|obs|record|urn|measures)_?.*|.*_(code|type|typecode|sortorder)")


def recognise(columns: Columns) -> bool:
    return bool(columns.called(CODES)) or (columns.have(*NEEDED) and bool(columns.called(*TIME)))


def read(table: Table) -> Iterator[Published]:
    return of_download(table) if table.columns.called(CODES) else of_interface(table)


def of_download(table: Table) -> Iterator[Published]:
    """A column that is a period is one; else the titles say which period every column is about."""
    codes, said = table.columns.called(CODES), dict(pairs_above(table))
    about = table.titles[0][0] if table.titles else FAMILY.title
    period = next((text for name, text in said.items() if DATE.fullmatch(name)), "")
    columns = [name for name in table.header[1:] if name and name != codes and not CERTAINTY.search(name)]
    measures = {name: measure(about, "" if is_period(name) else name) for name in columns}
    sex, age, group = breakdown(list(said.items()))
    for line in table.lines:
        cells = [
            Cell(name, measures[name], name if is_period(name) else period, line.cells[name])
            for name in columns
        ]
        yield Published(line, line.cells[codes], cells, sex=sex, age=age, group=group)


def pairs_above(table: Table) -> Iterator[tuple[str, str]]:
    """What the block of titles says, such as that the date is 2011."""
    for title in table.titles:
        if len(title) > 1 and not ABOUT_THE_FILE.fullmatch(title[0].strip()):
            yield title[0].strip(), title[1].strip()


def is_period(name: str) -> bool:
    try:
        official_period(name)
    except ValueError:
        return False
    return True


def breakdown(said: Sequence[tuple[str, str]]) -> tuple[str, str, str]:
    """The sex, the age and the rest of what a figure is about."""
    sex = next((text for name, text in said if SEX.fullmatch(name)), "")
    age = next((text for name, text in said if AGE.fullmatch(name)), "")
    rest = [text for name, text in said if not any(f.fullmatch(name) for f in (SEX, AGE, DATE))]
    return (
        "all" if sex.lower() in EVERYONE else sex.lower(),
        "" if age.lower() in {"total", "all ages", "all"} else age,
        "; ".join(text for text in rest if text.lower() not in EVERYONE),
    )


def of_interface(table: Table) -> Iterator[Published]:
    columns = table.columns
    place, value, date = (columns.called(*names) for names in ((NEEDED[0],), (NEEDED[1],), TIME))
    subject, kind = columns.called("VARIABLE_NAME", "CELL_NAME", "ITEM_NAME"), columns.called("MEASURES_NAME")
    used = {subject, kind}
    named = [
        name for name in columns
        if WORDS.fullmatch(plain(name)) and not STRUCTURE.fullmatch(plain(name)) and name not in used
    ]  # fmt: skip
    measures: dict[tuple[str, str], Entry] = {}
    for line in table.lines:
        key = (line.cells.get(subject, ""), line.cells.get(kind, ""))
        measures.setdefault(key, measure(*key))
        said = [(plain(name).removesuffix("_name").replace("_", " "), line.cells[name]) for name in named]
        sex, age, group = breakdown(said)
        cell = Cell(value, measures[key], line.cells[date], line.cells[value])
        yield Published(line, line.cells[place], [cell], sex=sex, age=age, group=group)


def measure(about: str, column: str) -> Entry:
    share = column.lower() in {"%", "percent", "percentage", "rate", "variable"}
    title = ": ".join(filter(None, (about or FAMILY.title, column)))
    return an_entry(
        code_of("nomis", about, column), title, family=FAMILY, unit="%" if share else "number",
        outcome=Outcome.ECONOMIC_WELL_BEING, method=Method.NONE,
    )  # fmt: skip


FAMILY = Family(
    "nomis", "Nomis labour market statistics", "Office for National Statistics", 6, recognise, read
)
