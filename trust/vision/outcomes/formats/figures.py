"""Our tidy CSV of published figures: read row by row, refused with the line, the field and a sentence."""

import csv
import io
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import isfinite

from trust.vision.outcomes.formats.ages import Breakdown, of_every_age
from trust.vision.outcomes.formats.checks import Wrong, check_row
from trust.vision.outcomes.formats.periods import Months, read_period
from trust.vision.outcomes.formats.rows import Definition, Key, Row
from trust.vision.outcomes.words import Mark

type Numbered = tuple[int, dict[str, str], str]


class Unreadable(ValueError):
    """A whole file that cannot be read as ours; the sentence says why."""


@dataclass(frozen=True)
class Fault:
    """What is wrong with one row: its line in the file, the field, a sentence, and the row's own text."""

    line: int
    field: str
    sentence: str
    row: str


@dataclass(frozen=True)
class Known:
    """What a row is checked against: every indicator's definition, and every area's code.

    The day and the licence are those of the rows that give none, where somebody has said them.
    """

    indicators: Mapping[str, Definition]
    areas: Container[str]
    published_on: date | None = None
    licence: str = ""


UNDATED = (
    "Neither the day it was published nor the indicator's lag is given, so we cannot say when it was known."
)
NUL = "\x00"
LARGEST_COUNT = 2**53
EVERYONE = frozenset({"", "all"})
COLUMNS = (
    "indicator", "area", "area_vintage", "period", "sex", "age", "group", "numerator", "denominator", "value",
    "lower", "upper", "mark", "published_on", "published_note", "source", "licence",
)  # fmt: skip


def read_figures(
    content: bytes, known: Known, *, file: str, seen: dict[Key, str] | None = None
) -> tuple[list[Row], list[Fault]]:
    """Every row of a file, either read or refused; errors: Unreadable where it is not such a file at all.

    `seen` says where each figure stood in the files read before, and takes this file's in.
    """
    seen = {} if seen is None else seen
    rows: list[Row] = []
    faults: list[Fault] = []
    for line, cells, text in _lines(content):
        try:
            row = read_row(cells, known)
            if row.key in seen:
                raise said_twice(row.area, row.period, seen[row.key])
            seen[row.key] = f"{file}, line {line}"
            rows.append(row)
        except Wrong as wrong:
            faults.append(Fault(line, wrong.field, str(wrong), text))
    return sorted(with_main(rows), key=by_place), faults


def said_twice(area: str, period: str, first: str) -> Wrong:
    return Wrong("period", f"The figure for {area} in {period} is already in {first}.")


def with_main(rows: Sequence[Row]) -> list[Row]:
    """Say of each row whether it is about all the children that the indicator is about in that place.

    Those are the rows broken down by nothing, of every age where there are several; where a place has none,
    its one breakdown, such as girls.
    """
    found: dict[tuple[str, str], set[Breakdown]] = defaultdict(set)
    for row in rows:
        found[row.indicator, row.area].add(row.breakdown)
    whole = {key: _whole_of(breakdowns) for key, breakdowns in found.items()}
    return [replace(row, main=row.breakdown in whole[row.indicator, row.area]) for row in rows]


def _whole_of(breakdowns: set[Breakdown]) -> set[Breakdown]:
    unbroken = {breakdown for breakdown in breakdowns if breakdown[0] in EVERYONE and not breakdown[2]}
    return of_every_age(unbroken) if unbroken else breakdowns if len(breakdowns) == 1 else set()


def by_place(row: Row) -> tuple[str, ...]:
    months = f"{row.order:06}{row.first_month:06}"
    return row.indicator, row.area, months, row.sex, row.age, row.group, str(row.known_on)


def is_ours(header: Iterable[str]) -> bool:
    """Whether a file with this first line is a tidy file of our own."""
    return set(COLUMNS) <= set(header)


def _lines(content: bytes) -> Iterator[Numbered]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_utf8(error.start) from error
    if NUL in text:
        raise unkept_character(text.count("\n", 0, text.index(NUL)) + 1)
    return lines_of(io.StringIO(text, newline=""))


def not_utf8(byte: int) -> Unreadable:
    return Unreadable(f"It is not written in UTF-8 (byte {byte}).")


def unkept_character(line: int) -> Unreadable:
    return Unreadable(f"Line {line} holds a character that cannot be kept: delete it and type it again.")


def lines_of(stream: Iterable[str]) -> Iterator[Numbered]:
    """Every row that has anything in it: its line, its cells by column, its text; errors: Unreadable."""
    reader = csv.reader(stream)
    header = next(reader, [])
    missing = [column for column in COLUMNS if column not in header]
    if missing:
        raise Unreadable(f"Its first line lacks {_listed(missing)}.")
    before = reader.line_num
    try:
        for cells in reader:
            line, before = before + 1, reader.line_num
            if any(cell.strip() for cell in cells):
                yield line, named_cells(header, cells), ",".join(cells)
    except csv.Error as error:
        raise Unreadable(f"It cannot be read after line {before}: {error}.") from error


def named_cells(header: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    """A row's cells by column, bare."""
    named = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
    # A spare cell is a comma too many: every field after it would be read as another.
    return named | {"spare": "yes" if len(cells) != len(header) else ""}


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


def read_row(cells: Mapping[str, str], known: Known) -> Row:
    """One row of a tidy file, checked; errors: Wrong, with the field and a sentence."""
    if cells["spare"]:
        raise Wrong("row", "This row has more or fewer fields than the first line names.")
    definition = known.indicators.get(cells["indicator"])
    if definition is None:
        raise Wrong("indicator", f"“{cells['indicator']}” is not an indicator that we know.")
    if cells["area"] not in known.areas:
        raise Wrong("area", f"“{cells['area']}” is not the code of a place that we know.")
    months = period_of(cells["period"])
    published_on = day_of(cells["published_on"]) or known.published_on
    numerator, denominator = _whole(cells, "numerator"), _number(cells, "denominator")
    value, lower, upper = (_number(cells, field) for field in ("value", "lower", "upper"))
    mark = mark_of(cells["mark"])
    row = Row(
        indicator=cells["indicator"], area=cells["area"], order=months.last, first_month=months.first,
        period=cells["period"], sex=cells["sex"], age=cells["age"], group=cells["group"],
        known_on=_known_on(published_on, months, definition), main=False, area_vintage=cells["area_vintage"],
        numerator=numerator, denominator=denominator, value=value, lower=lower, upper=upper, mark=mark.value,
        published_on=published_on, published_note=cells["published_note"], source=_required(cells, "source"),
        licence=cells["licence"] or known.licence or _required(cells, "licence"),
    )  # fmt: skip
    check_row(row, definition, decimals=len(cells["value"].partition(".")[2]))
    return row


def _required(cells: Mapping[str, str], field: str) -> str:
    if not cells[field]:
        raise Wrong(field, f"A figure needs its {field}.")
    return cells[field]


def period_of(text: str) -> Months:
    try:
        return read_period(text)
    except ValueError as error:
        raise Wrong("period", str(error)) from error


def day_of(text: str) -> date | None:
    try:
        # Python reads 20100608 as a date too; one form only, so that files can be compared.
        return date.fromisoformat(text if len(text) == 10 else "?") if text else None
    except ValueError as error:
        raise Wrong("published_on", f"“{text}” is not a day written as 2010-06-08.") from error


def _known_on(published_on: date | None, months: Months, definition: Definition) -> date:
    """The day it was published; where that is not known, the period's end and the indicator's usual lag."""
    if published_on:
        if published_on <= months.start:
            raise Wrong("published_on", "It was published before its period began.")
        return published_on
    if definition.lag_months is None:
        raise Wrong("published_on", UNDATED)
    return Months(months.first, months.last + definition.lag_months).end


def _whole(cells: Mapping[str, str], field: str) -> int | None:
    number = _number(cells, field)
    if number is None:
        return None
    if number < 0 or number != int(number):
        raise Wrong(field, f"“{cells[field]}” is not a whole number, nought or more.")
    if number > LARGEST_COUNT:
        raise Wrong(field, f"“{cells[field]}” is more than there can be.")
    return int(number)


def _number(cells: Mapping[str, str], field: str) -> float | None:
    text = cells[field]
    if not text:
        return None
    try:
        number = float(text)
    except ValueError as error:
        sentence = f"“{text}” is not a number. If there is none, leave it empty and give a mark."
        raise Wrong(field, sentence) from error
    if not isfinite(number) or "_" in text:
        raise Wrong(field, f"“{text}” is not a number.")
    return number


def mark_of(text: str) -> Mark:
    try:
        return Mark(text)
    except ValueError as error:
        marks = _listed(mark.value for mark in Mark if mark)
        raise Wrong("mark", f"“{text}” is not a mark we know: {marks}.") from error
