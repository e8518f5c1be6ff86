"""Two layouts of the Office for National Statistics: the tidy one (`v4_0`) and that of a single time series.

In the tidy one the first column says how many columns of notes follow it: `v4_1` has one, a data
marking. Then each dimension has a column of codes and one of labels.
"""

import re
from collections.abc import Iterator

from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.cells import SIGNS
from trust.vision.outcomes.formats.official.columns import Columns, plain
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.places import official_place
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.words import ENGLAND, Outcome

PUBLISHER = "Office for National Statistics"
TIDY = re.compile(r"[vV]4_(\d+)")
TIMES = ("calendar_years", "yyyy_yy", "yyyy_to_yyyy_yy", "mmm_yy", "time", "two_year_intervals", "years")
PLACES = ("administrative_geography", "geography", "admin_geography", "local_authority")
SEXES, AGES = ("sex", "gender"), ("age", "single_year_of_age", "age_groups", "agegroups")
EVERYONE = frozenset({"all", "total", "all persons", "persons"})
UNITED_KINGDOM = "K02000001"
MONTH = re.compile(r"(\d{4}) ([A-Z]{3})")
NO_PLACE = "This time series does not say in its title which place it is about, so it cannot be held."


def recognise(columns: Columns) -> bool:
    tidy = bool(columns.header) and TIDY.fullmatch(columns.header[0])
    return bool(tidy and place_and_time(columns))


def place_and_time(columns: Columns) -> tuple[str, str] | None:
    """The column of the places' codes and that of the times, wherever in the file they stand."""
    place, time = columns.called(*PLACES), columns.called(*TIMES)
    return (place, time) if place and time else None


def read(table: Table) -> Iterator[Published]:
    found, shape = place_and_time(table.columns), TIDY.fullmatch(table.header[0])
    if not (found and shape):
        raise Unreadable(NO_PLACE)
    place, time = found
    first = 1 + int(shape[1])
    marks, labels = table.header[1:first], label_columns(table.header[first:], {place, time})
    measure = an_entry(
        code_of("ons", table.file.rpartition(".")[0]), title_of(table.file), family=FAMILY, unit="number",
        outcome=Outcome.ECONOMIC_WELL_BEING,
    )  # fmt: skip
    for line in table.lines:
        yield tidy_line(line, line.cells[place], line.cells[time], measure, labels, marks, table.header[0])


def label_columns(header: tuple[str, ...], known: set[str]) -> list[str]:
    """The labels of every dimension but the place and the time: each stands after its codes."""
    pairs = zip(header[::2], header[1::2], strict=False)
    return [label for code, label in pairs if code not in known]


def tidy_line(
    line: Line, place: str, period: str, measure: Entry, labels: list[str], marks: tuple[str, ...], field: str
) -> Published:
    sex, age, group = "all", "", []
    for name in labels:
        text, what = line.cells[name], plain(name.partition(" (")[0])
        if text.lower() in EVERYONE or text.lower() == "all ages":
            continue
        if what in SEXES:
            sex = text.lower()
        elif what in AGES:
            age = text
        else:
            group.append(text)
    value = line.cells[field] or next((line.cells[m] for m in marks if line.cells[m].lower() in SIGNS), "")
    cell = Cell(field, measure, period, value)
    return Published(line, place, [cell], sex=sex, age=age, group="; ".join(group))


def title_of(file: str) -> str:
    return file.rpartition(".")[0].replace("-", " ").replace("_", " ").strip().capitalize() or FAMILY.title


def recognise_series(columns: Columns) -> bool:
    """By a first line of `Title`, and then the title itself."""
    return len(columns.header) > 1 and plain(columns.header[0]) == "title"


def read_series(table: Table) -> Iterator[Published]:
    """Every series of the file, from its years on; what stands above them is about it."""
    facts: dict[str, Line] = {}
    first = table.header[0]
    measures: dict[str, tuple[Entry, str]] = {}
    for line in table.lines:
        said = line.cells[first]
        if not said[:4].isdigit():
            facts[plain(said)] = line
            continue
        for title in filter(None, table.header[1:]):
            if title not in measures:
                measures[title] = series_measure(title, facts), place_in(title)
            measure, place = measures[title]
            # A month or a quarter in which a yearly series has nothing is no period of it.
            if line.cells[title]:
                yield Published(line, place, [Cell(title, measure, period_of(said), line.cells[title])])


def period_of(text: str) -> str:
    """A month as our own files have it, such as Jan 2009."""
    found = MONTH.fullmatch(text)
    return f"{found[2].capitalize()} {found[1]}" if found else text


def series_measure(title: str, facts: dict[str, Line]) -> Entry:
    def fact(name: str) -> str:
        return facts[name].cells.get(title, "") if name in facts else ""

    return an_entry(
        code_of("ons", fact("cdid") or title), title, family=SERIES, unit=fact("unit") or "as published",
        outcome=Outcome.ECONOMIC_WELL_BEING, caveat=fact("important_notes"),
    )  # fmt: skip


def place_in(title: str) -> str:
    """The place that a title names, after its last colon or in the whole of it; errors: Unreadable."""
    if re.search(r"\bUK\b|United Kingdom", title):
        return UNITED_KINGDOM
    if re.search(r"\bEngland\b(?! and Wales)", title):
        return ENGLAND
    found = official_place(title.rpartition(":")[2].strip())
    if found is None:
        raise Unreadable(NO_PLACE)
    return found.code


FAMILY = Family("ons", f"{PUBLISHER}, tidy data", PUBLISHER, 9,
                recognise, read)  # fmt: skip
SERIES = Family("ons-series", f"{PUBLISHER}, time series", PUBLISHER, 3,
                recognise_series, read_series)  # fmt: skip
