"""From the figures of an official file to this room's rows: checked, and refused with a sentence each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from trust.foundation.directory.formats import SchoolRow
from trust.vision.outcomes.formats.checks import Wrong, check_row
from trust.vision.outcomes.formats.figures import Fault, Unreadable, by_place, with_main
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.neighbours import Neighbours
from trust.vision.outcomes.formats.official.cells import Amount, read_amount
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.family import Cell, Family, Published
from trust.vision.outcomes.formats.official.neighbours import day_in
from trust.vision.outcomes.formats.official.periods import Period, official_period, without_footnote
from trust.vision.outcomes.formats.official.places import OfficialPlace, check_stood, known_place
from trust.vision.outcomes.formats.official.sources import sources_of
from trust.vision.outcomes.formats.official.table import MOST_ROWS, Line, Table, read_table
from trust.vision.outcomes.formats.periods import Months
from trust.vision.outcomes.formats.rows import Definition, Key, Row
from trust.vision.outcomes.words import Mark

AMOUNTS = ("value", "numerator", "denominator", "lower", "upper")
NOT_SAID = "not stated"
# One publisher's girls are another's females: in one series they go by one word.
SEXES = {
    "boys": "male", "males": "male", "girls": "female", "females": "female",
    "persons": "all", "all persons": "all", "both": "all", "both sexes": "all", "total": "all",
}  # fmt: skip
PLAIN_SIGNS = frozenset({"", "c", "x", "z", "k"})
UNKNOWN = "We do not know this layout. Bring in the file as its publisher gives it out. We can read: "
NO_DAY = "This file does not say when it was published, and it is needed. Give the day."
LATER_DAY = "No row can be loaded: each is about a time that had not begun on its day. Give a later day."


@dataclass(frozen=True)
class Told:
    """What whoever brings a file in says of it, where the file does not."""

    published_on: date | None = None
    licence: str = ""
    sheet: str = ""


NOTHING_TOLD = Told()


class NoDay(Unreadable):
    """A file that cannot be read until somebody says when it was published."""


@dataclass
class Reading:
    """What an official file holds: figures, definitions, rows that are refused and rows that say it again.

    `notes` say what was passed over.
    """

    family: Family
    rows: list[Row] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    neighbours: list[tuple[str, Neighbours]] = field(default_factory=list)
    schools: list[SchoolRow] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sheets: tuple[str, ...] = ()
    repeated: int = 0

    @property
    def is_empty(self) -> bool:
        return not (self.rows or self.entries or self.neighbours or self.schools)


def recognised(columns: Columns, families: Sequence[Family]) -> Family | None:
    """The first family that knows a file by its line of names."""
    return next((family for family in families if family.recognise(columns)), None)


def read_official(
    file: Path, families: Sequence[Family], held: Mapping[str, Definition], told: Told = NOTHING_TOLD
) -> Reading:
    """Every figure of a file, against the definitions that are held already; errors: Unreadable."""
    found: list[tuple[str, Table]] = []
    for source in sources_of(file):
        table = read_table(source, lambda columns: recognised(columns, families) is not None, file=file.name)
        if table:
            found.append((source.name, table))
            if not source.name:
                return read_one(table, families, held, told)
    if not found:
        raise Unreadable(UNKNOWN + "; ".join(sorted({family.title for family in families})) + ".")
    return read_sheet(found, families, held, told)


def read_sheet(
    found: Sequence[tuple[str, Table]], families: Sequence[Family], held: Mapping[str, Definition], told: Told
) -> Reading:
    """The sheet that was asked for, or the first that we know; the others are told."""
    name, table = next((one for one in found if one[0] == told.sheet), found[0])
    reading = read_one(table, families, held, told)
    reading.sheets = tuple(name for name, _ in found)
    reading.notes.insert(0, f"The figures are those of the sheet “{name}”.")
    return reading


def read_one(table: Table, families: Sequence[Family], held: Mapping[str, Definition], told: Told) -> Reading:
    family = recognised(table.columns, families)
    if family is None:
        raise Unreadable(UNKNOWN)
    return Assembly(family, held, told).read(table)


class Assembly:
    """One file being read: what it has defined, where each figure stood, and what is wrong so far."""

    def __init__(self, family: Family, held: Mapping[str, Definition], told: Told = NOTHING_TOLD) -> None:
        self.family = family
        self.held = held
        self.told = told
        self.reading = Reading(family)
        self.seen: dict[Key, tuple[int, Row]] = {}
        self.faulty: set[tuple[int, str, str]] = set()

    def read(self, table: Table) -> Reading:
        for entry in self.family.define(table):
            self.reading.entries[entry.code] = entry
        if self.family.lists_neighbours:
            self.reading.neighbours = self.neighbours(table)
        for published in self.family.read(table):
            self.take_line(published)
        rows = [row for _, row in self.seen.values()]
        self.reading.rows = sorted(with_main(rows), key=by_place)
        self.reading.neighbours += self.family.alike(self.reading.rows, self.reading.entries)
        self.reading.faults = sorted([*self.reading.faults, *table.faults], key=lambda fault: fault.line)
        self.reading.notes = table.notes
        return self.reading

    def neighbours(self, table: Table) -> list[tuple[str, Neighbours]]:
        day = self.told.published_on or day_in(table.file)
        if day is None:
            raise NoDay(NO_DAY)
        return self.family.neighbours(table, day)

    def take_line(self, published: Published) -> None:
        try:
            place = known_place(published.place, published.level)
        except Wrong as wrong:
            self.refuse(published.line, wrong)
            return
        if published.school:
            self.reading.schools.append(published.school)
        for cell in published.cells:
            try:
                row = self.row(published, place, cell)
                if row:
                    self.take(published.line, cell, row)
            except Wrong as wrong:
                self.refuse(published.line, wrong)

    def take(self, line: Line, cell: Cell, row: Row) -> None:
        if row.key not in self.seen:
            if len(self.seen) >= MOST_ROWS:
                raise Unreadable(
                    f"This file holds more than {MOST_ROWS:,} figures. Split it and bring in each part."
                )
            self.seen[row.key] = (line.number, row)
            self.reading.entries.setdefault(row.indicator, cell.measure)
            return
        first, same = self.seen[row.key]
        if same != row:
            raise Wrong(
                cell.field, f"Line {first} gives another figure for the same place, period and children."
            )
        self.reading.repeated += 1

    def refuse(self, line: Line, wrong: Wrong) -> None:
        """Keep the fault, once for a line and field: a wide row repeats its period in every figure."""
        said = (line.number, wrong.field, str(wrong))
        if said not in self.faulty:
            self.faulty.add(said)
            self.reading.faults.append(Fault(line.number, wrong.field[:40], str(wrong), line.text))

    def row(self, published: Published, place: OfficialPlace, cell: Cell) -> Row | None:
        """The figure as we keep it; None where a place that had ended, rightly, has none."""
        amounts = {name: amount_in(cell, name) for name in AMOUNTS}
        value = amounts["value"]
        try:
            period = known_period(cell.period)
            check_stood(place, period.months)
        except Wrong:
            if value.number is None:
                return None
            raise
        row = self.as_row(published, place, cell, period, amounts)
        if value.number is None:
            return replace(row, lower=None, upper=None, numerator=None)
        check_row(row, self.definition(cell), decimals=value.decimals)
        return row

    def definition(self, cell: Cell) -> Definition:
        return self.held.get(cell.measure.code) or cell.measure.definition

    def as_row(
        self,
        published: Published,
        place: OfficialPlace,
        cell: Cell,
        period: Period,
        amounts: Mapping[str, Amount],
    ) -> Row:
        lag = self.definition(cell).lag_months or 0
        day = published_day(published, period.months, self.told)
        return Row(
            indicator=cell.measure.code, area=place.code, order=period.months.last,
            first_month=period.months.first, period=without_footnote(cell.period),
            sex=SEXES.get(published.sex, published.sex), age=published.age,
            group="; ".join(filter(None, (published.group, period.group))),
            known_on=day or Months(period.months.first, period.months.last + lag).end,
            main=False, area_vintage=published.vintage,
            numerator=whole(amounts["numerator"]), denominator=amounts["denominator"].number,
            value=amounts["value"].number, lower=amounts["lower"].number, upper=amounts["upper"].number,
            mark=mark_of(amounts["value"], period, published.state).value, published_on=day,
            published_note=note_of(cell.value), source=published.source or cell.measure.source,
            licence=published.licence or self.family.licence or self.told.licence or NOT_SAID,
        )  # fmt: skip


def published_day(published: Published, months: Months, told: Told) -> date | None:
    """The day a row or whoever brings its file says it was published; None where it must be estimated."""
    day = told.published_on
    if published.published_on:
        try:
            day = date.fromisoformat(published.published_on)
        except ValueError as error:
            said = f"“{published.published_on}” is not a day written as 2010-06-08."
            raise Wrong("published_on", said) from error
    if day and day <= months.start:
        raise Wrong("published_on", "It was published before its period began.")
    return day


def known_period(text: str) -> Period:
    try:
        return official_period(text)
    except ValueError as error:
        raise Wrong("period", str(error)) from error


def amount_in(cell: Cell, name: str) -> Amount:
    try:
        return read_amount(getattr(cell, name))
    except ValueError as error:
        raise Wrong(cell.field if name == "value" else name, str(error)) from error


def whole(amount: Amount) -> int | None:
    """A count of children; a publisher's average of counts is none, and stays out."""
    number = amount.number
    return int(number) if number is not None and number >= 0 and number == int(number) else None


def mark_of(value: Amount, period: Period, state: str) -> Mark:
    """Why there is no figure; where there is one, what its publisher says of its state."""
    if value.number is None or value.mark is not Mark.FINAL:
        return value.mark
    states = {"provisional": Mark.PROVISIONAL, "revised": Mark.REVISED}
    return states.get(state.lower(), period.mark)


def note_of(text: str) -> str:
    """How an absence was written, where its mark alone would not say."""
    plain = text.strip()
    try:
        absent = read_amount(plain).number is None
    except ValueError:
        return ""
    return f"published as “{plain}”" if absent and plain not in PLAIN_SIGNS else ""
