"""From the figures of an official file to this room's rows: checked, and refused with a sentence each."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from trust.vision.outcomes.formats.checks import Wrong, check_row
from trust.vision.outcomes.formats.figures import Fault, Unreadable, by_place, with_main
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.cells import Amount, read_amount
from trust.vision.outcomes.formats.official.family import Cell, Family, Published
from trust.vision.outcomes.formats.official.periods import Period, official_period
from trust.vision.outcomes.formats.official.places import OfficialPlace, official_place
from trust.vision.outcomes.formats.official.table import MOST_ROWS, Line, Table, encoding_of, read_table
from trust.vision.outcomes.formats.periods import Months
from trust.vision.outcomes.formats.rows import Definition, Key, Row
from trust.vision.outcomes.words import Mark

TOTALS = frozenset({"total", "totals", "grand total", "all"})
AMOUNTS = ("value", "numerator", "denominator", "lower", "upper")
PLAIN_SIGNS = frozenset({"", "c", "x", "z", "k"})
UNKNOWN = "We do not know this layout. Bring in the file as its publisher gives it out. We can read: "


@dataclass
class Reading:
    """What an official file holds: figures, definitions, rows that are refused and rows that say it again."""

    family: Family
    rows: list[Row] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    repeated: int = 0


def recognised(header: tuple[str, ...], families: tuple[Family, ...]) -> Family:
    """The first family that knows the file by its first line; errors: Unreadable."""
    for family in families:
        if family.recognise(header):
            return family
    raise Unreadable(UNKNOWN + "; ".join(sorted({family.title for family in families})) + ".")


def read_official(file: Path, families: tuple[Family, ...], held: Mapping[str, Definition]) -> Reading:
    """Every figure of a file, against the definitions that are held already; errors: Unreadable."""
    # A byte that the encoding has no letter for spoils its own cell, not the file.
    with file.open(encoding=encoding_of(file), errors="replace", newline="") as stream:
        table = read_table(stream)
        family = recognised(table.header, families)
        return Assembly(family, held).read(table)


class Assembly:
    """One file being read: what it has defined, where each figure stood, and what is wrong so far."""

    def __init__(self, family: Family, held: Mapping[str, Definition]) -> None:
        self.family = family
        self.held = held
        self.reading = Reading(family)
        self.seen: dict[Key, tuple[int, Row]] = {}
        self.faulty: set[tuple[int, str]] = set()

    def read(self, table: Table) -> Reading:
        for entry in self.family.define(table):
            self.reading.entries[entry.code] = entry
        for published in self.family.read(table):
            self.take_line(published)
        rows = [row for _, row in self.seen.values()]
        self.reading.rows = sorted(with_main(rows), key=by_place)
        self.reading.faults = sorted([*self.reading.faults, *table.faults], key=lambda fault: fault.line)
        return self.reading

    def take_line(self, published: Published) -> None:
        try:
            place = known_place(published.place)
        except Wrong as wrong:
            self.refuse(published.line, wrong)
            return
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
        if (line.number, wrong.field) not in self.faulty:
            self.faulty.add((line.number, wrong.field))
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
        return Row(
            indicator=cell.measure.code, area=place.code, order=period.months.last,
            first_month=period.months.first, period=cell.period, sex=published.sex, age=published.age,
            group="; ".join(filter(None, (published.group, period.group))),
            known_on=Months(period.months.first, period.months.last + lag).end,
            main=False, area_vintage=published.vintage, 
            numerator=whole(amounts["numerator"]), denominator=amounts["denominator"].number,
            value=amounts["value"].number, lower=amounts["lower"].number, upper=amounts["upper"].number,
            mark=mark_of(amounts["value"], period, published.state).value, published_on=None,
            published_note=note_of(cell.value), source=cell.measure.source, licence=self.family.licence,
        )  # fmt: skip


def known_place(text: str) -> OfficialPlace:
    place = official_place(text)
    if place:
        return place
    if text.strip().lower() in TOTALS:
        raise Wrong("place", f"“{text}” is not a place: a row of totals is not loaded.")
    said = (
        f"“{text}” is not a place that we know." if text else "This row does not say which place it is about."
    )
    raise Wrong("place", said)


def known_period(text: str) -> Period:
    try:
        return official_period(text)
    except ValueError as error:
        raise Wrong("period", str(error)) from error


def check_stood(place: OfficialPlace, months: Months) -> None:
    """Refuse a figure of a place that had ended before the period began."""
    if place.last and months.start > place.last:
        ended = f"{place.last.day} {place.last:%B %Y}"
        raise Wrong("place", f"{place.name} ({place.code}) ended on {ended}, before this period began.")


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
    if value.number is None:
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
