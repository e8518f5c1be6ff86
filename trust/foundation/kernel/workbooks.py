"""A spreadsheet as rows of text: what each cell was last seen to hold, and what a reader should be told.

The whole file is data, never code: no formula is worked out, no link followed, and entity bombs are refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as Unpacking

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.cell_range import CellRange

# That of defusedxml: openpyxl takes it wherever it is installed, and a test holds us to that.
from openpyxl.xml.functions import iterparse

MOST_UNPACKED = 1_000_000_000
MOST_TIMES_LARGER = 200
SMALL = 10_000_000
MOST_MERGED = 100_000
OLD = b"\xd0\xcf\x11\xe0"
ZIPPED = b"PK\x03\x04"
OLD_KIND = (
    "This is an old spreadsheet (.xls), or one with a password. Open it, save it as .xlsx with no password, "
    "and choose that."
)
OPEN_KIND = (
    "This is a spreadsheet of another kind (.ods). Open it, save it as .xlsx or as CSV, and choose that."
)
PACKED = "This is several files packed as one (.zip). Unpack it, and choose the files in it one by one."
NOT_WHOLE = "This spreadsheet is damaged or is not one: it cannot be opened. Download it again."
TOO_LARGE = "This spreadsheet unpacks to far more than its size. We do not open it: save its sheet as CSV."
WORKBOOK, CONTENTS = "xl/workbook.xml", "[Content_Types].xml"
UNKNOWN_RESULT = "=?"
# What the parsers raise for a part that is not there, or is not what it should be.
BROKEN = (BadZipFile, KeyError, ValueError, TypeError, AttributeError, EOFError, OSError)

type Merged = dict[tuple[int, int], tuple[int, int]]


class NotASpreadsheet(ValueError):
    """A file that cannot be read as a spreadsheet; the sentence says why."""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its rows as text with their numbers, and sentences about what they do not show."""

    name: str
    rows: Sequence[tuple[int, list[str]]]
    notes: tuple[str, ...] = ()


@dataclass
class Layout:
    """What the values alone do not say: merged cells, hidden rows, and formulas whose result is not kept."""

    merged: Merged = field(default_factory=dict)
    hidden: list[int] = field(default_factory=list)
    unknown: set[tuple[int, int]] = field(default_factory=set)


def is_spreadsheet(beginning: bytes) -> bool:
    """Whether a file's first bytes are those of a spreadsheet, new or old."""
    return beginning.startswith((ZIPPED, OLD))


def sheets_of(file: Path, *, months: bool = False, columns: int | None = None) -> Iterator[Sheet]:
    """Every sheet that is not empty, one after the other; errors: NotASpreadsheet.

    Merged cells all say what the first says; a day is written as 2010-06-08; a share shown as 23% is “23%”;
    a formula whose result the file does not keep is “=?”. With `months`, a day that is shown as a month is
    written as one: March 2011. Of each row no more than `columns` are read, if that is given.
    """
    check_size(file)
    try:
        # The open file, not its name: whatever its ending, what it holds decides.
        with file.open("rb") as content:
            book = load_workbook(content, read_only=True, data_only=True, keep_links=False)
            parts = part_names(file)
            for sheet in book.worksheets:
                layout = layout_of(file, parts[sheet.title]) if sheet.title in parts else Layout()
                rows = rows_of(sheet, layout, months, columns)
                if rows:
                    yield Sheet(sheet.title, rows, notes_of(sheet.title, layout))
            book.close()
    except (*BROKEN, Unpacking) as error:
        raise NotASpreadsheet(str(error) if isinstance(error, NotASpreadsheet) else NOT_WHOLE) from error


def check_size(file: Path) -> None:
    """Refuse a file that would unpack to far more than it is; errors: NotASpreadsheet."""
    with file.open("rb") as content:
        beginning = content.read(4)
    if beginning == OLD:
        raise NotASpreadsheet(OLD_KIND)
    try:
        with ZipFile(file) as parts:
            unpacked = sum(part.file_size for part in parts.infolist())
            packed = sum(part.compress_size for part in parts.infolist())
            names = parts.namelist()
    except BadZipFile as error:
        raise NotASpreadsheet(NOT_WHOLE) from error
    if unpacked > MOST_UNPACKED or (unpacked > SMALL and unpacked > MOST_TIMES_LARGER * max(packed, 1)):
        raise NotASpreadsheet(TOO_LARGE)
    check_kind(names)


def check_kind(parts: Sequence[str]) -> None:
    """Refuse what is packed as a spreadsheet is, and is none."""
    if WORKBOOK in parts:
        return
    if "content.xml" in parts:
        raise NotASpreadsheet(OPEN_KIND)
    raise NotASpreadsheet(NOT_WHOLE if CONTENTS in parts or not parts else PACKED)


def part_names(file: Path) -> dict[str, str]:
    """Which part of the file holds each sheet."""
    links: dict[str, str] = {}
    with ZipFile(file) as parts:
        with parts.open("xl/_rels/workbook.xml.rels") as listed:
            for _, link in iterparse(listed):
                if link.tag.endswith("}Relationship"):
                    links[link.get("Id", "")] = link.get("Target", "")
        names: dict[str, str] = {}
        with parts.open(WORKBOOK) as listed:
            for _, sheet in iterparse(listed):
                if sheet.tag.endswith("}sheet"):
                    target = links.get(next((v for k, v in sheet.items() if k.endswith("}id")), ""), "")
                    names[sheet.get("name", "")] = target.lstrip("/") if target[:1] == "/" else f"xl/{target}"
    return names


def layout_of(file: Path, part: str) -> Layout:
    """A sheet's own account of itself, in one pass; errors: NotASpreadsheet by the caller."""
    layout = Layout()
    with ZipFile(file) as parts, parts.open(part) as content:
        for _, element in iterparse(content):
            kind = element.tag.rpartition("}")[2]
            if kind == "c":
                note_formula(element, layout)
            elif kind == "row":
                if element.get("hidden") in {"1", "true"}:
                    layout.hidden.append(int(element.get("r", "0")))
                element.clear()
            elif kind == "mergeCell":
                note_merged(element.get("ref", ""), layout.merged)
    return layout


def note_formula(cell: Any, layout: Layout) -> None:
    children = {child.tag.rpartition("}")[2]: child for child in cell}
    if "f" in children and not (children["v"].text if "v" in children else "") and "is" not in children:
        layout.unknown.add(coordinate_to_tuple(cell.get("r")))


def note_merged(ref: str, merged: Merged) -> None:
    left, top, right, bottom = CellRange(ref).bounds
    if (right - left + 1) * (bottom - top + 1) > MOST_MERGED:
        return
    for row in range(top, bottom + 1):
        merged.update({(row, column): (top, left) for column in range(left, right + 1)})


def rows_of(
    sheet: Any, layout: Layout, months: bool = False, columns: int | None = None
) -> list[tuple[int, list[str]]]:
    """The rows of a sheet that hold anything, each as wide as the widest."""
    rows: list[tuple[int, list[str]]] = []
    first: dict[tuple[int, int], str] = {}
    wanted = set(layout.merged.values())
    # A row is as long as the widest that a file says it has; a longer one is only made longer.
    most = columns if columns and (sheet.max_column or 0) > columns else None
    for number, cells in enumerate(sheet.iter_rows(max_col=most), start=1):
        written = [text_of(cell, months) for cell in cells]
        for column in range(1, len(written) + 1):
            place = (number, column)
            if place in layout.unknown:
                written[column - 1] = UNKNOWN_RESULT
            if place in wanted:
                first[place] = written[column - 1]
            elif place in layout.merged:
                written[column - 1] = first.get(layout.merged[place], "")
        rows.append((number, written))
    return squared(rows)


def squared(rows: Sequence[tuple[int, list[str]]]) -> list[tuple[int, list[str]]]:
    """The rows without the empty columns at their right, and without the empty rows at the end."""
    width = max((last_filled(cells) for _, cells in rows), default=0)
    even = [(number, (cells + [""] * width)[:width]) for number, cells in rows]
    while even and not any(even[-1][1]):
        even.pop()
    return even


def last_filled(cells: Sequence[str]) -> int:
    return next((place for place in range(len(cells), 0, -1) if cells[place - 1]), 0)


def text_of(cell: Any, months: bool = False) -> str:
    """A cell as it would be written in a CSV file."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number_of(value, str(cell.number_format or ""))
    if months and isinstance(value, date) and shows_a_month(str(cell.number_format)):
        return f"{value:%B %Y}"
    return day_of(value) if isinstance(value, date | time) else str(value).strip()


def shows_a_month(shown_as: str) -> bool:
    """Whether a cell of this format shows the month of its day, and not the day.

    >>> shows_a_month("mmm-yy"), shows_a_month("dd/mm/yyyy"), shows_a_month("[$-809]mmmm yyyy;@")
    (True, False, True)
    """
    plain = re.sub(r"\[[^\]]*\]|\"[^\"]*\"|\\.", "", shown_as).casefold()
    return "d" not in plain and "y" in plain and "mm" in plain


def day_of(value: date | time) -> str:
    return value.date().isoformat() if isinstance(value, datetime) else value.isoformat()


def number_of(value: float, shown_as: str) -> str:
    """A number in full, and a share as it is shown.

    >>> number_of(0.234, "0.0%"), number_of(12.0, "General"), number_of(0.1 + 0.2, "General")
    ('23.4%', '12', '0.3')
    """
    share = "%" in shown_as
    # Fifteen figures are all that a spreadsheet keeps; the rest is noise of the machine's arithmetic.
    text = format(value * 100 if share else value, ".15g")
    return f"{text}%" if share else text


def notes_of(name: str, layout: Layout) -> tuple[str, ...]:
    notes = []
    if layout.hidden:
        some = ", ".join(map(str, layout.hidden[:10])) + (" and others" if len(layout.hidden) > 10 else "")
        notes.append(f"Hidden rows of the sheet “{name}” were read like the rest: {some}.")
    if layout.unknown:
        notes.append(f"Formulas of the sheet “{name}” without a result: {len(layout.unknown)}.")
    return tuple(notes)
