"""A plan kept in a spreadsheet: the sheets of a file as rows of text, and how they are held."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile, is_zipfile

from trust.foundation.kernel.csv_files import NotText, csv_rows, encoding_of
from trust.foundation.kernel.tables import STARTS_A_FORMULA
from trust.foundation.kernel.workbooks import NotASpreadsheet, is_spreadsheet, sheets_of

LARGEST = 10_000_000
MOST_UNPACKED = 200_000_000
MOST_ROWS = 10_000
MOST_COLUMNS = 100
LONGEST_CELL = 10_000
TOO_LARGE = "This file is larger than 10 MB. Save the plan’s sheet alone, without pictures."
TOO_MANY = (
    f"A sheet of this file has more than {MOST_ROWS:,} rows. Delete what is not the plan, or split it in two."
)
NOT_A_TABLE = "This is neither a spreadsheet (.xlsx) nor a CSV file. Save the plan as .xlsx and choose that."
EMPTY = "This file is empty. Choose the one that holds the plan."


class Unreadable(ValueError):
    """A file that is no plan in a spreadsheet; the sentence says what to do."""


@dataclass(frozen=True)
class HeldSheet:
    """One sheet as it was read: its rows with their numbers, and what a reader should be told of it."""

    name: str
    rows: Sequence[tuple[int, Sequence[str]]]
    notes: tuple[str, ...] = ()


def read_file(file: Path) -> tuple[HeldSheet, ...]:
    """Every sheet that holds anything, or the one table of a CSV file; errors: Unreadable."""
    if file.stat().st_size > LARGEST:
        raise Unreadable(TOO_LARGE)
    with file.open("rb") as content:
        beginning = content.read(8)
    if is_zipfile(file):
        _check_unpacked(file)
    try:
        found = _workbook(file) if is_spreadsheet(beginning) else (_csv(file),)
    except NotASpreadsheet as error:
        raise Unreadable(str(error)) from error
    except NotText as error:
        raise Unreadable(NOT_A_TABLE) from error
    if not any(sheet.rows for sheet in found):
        raise Unreadable(EMPTY)
    if any(len(sheet.rows) > MOST_ROWS for sheet in found):
        raise Unreadable(TOO_MANY)
    return found


def _check_unpacked(file: Path) -> None:
    with ZipFile(file) as parts:
        if sum(part.file_size for part in parts.infolist()) > MOST_UNPACKED:
            raise Unreadable(TOO_LARGE)


def _workbook(file: Path) -> tuple[HeldSheet, ...]:
    return tuple(
        HeldSheet(sheet.name, [(number, cut(cells)) for number, cells in sheet.rows], sheet.notes)
        for sheet in sheets_of(file, months=True, columns=MOST_COLUMNS)
    )


def _csv(file: Path) -> HeldSheet:
    notes: list[str] = []
    with file.open(encoding=encoding_of(file), errors="replace", newline="") as stream:
        read = csv_rows(stream, lambda line, why: notes.append(f"Line {line}: {why}"))
        rows = [(number, cut([unquoted(cell) for cell in cells])) for number, cells in _as_far_as(read)]
    return HeldSheet("", [row for row in rows if any(row[1])], tuple(notes))


def _as_far_as(rows: Iterator[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """No more rows than say that there are too many."""
    for place, row in enumerate(rows):
        yield row
        if place > MOST_ROWS:
            return


def cut(cells: Sequence[str]) -> list[str]:
    return [cell[: LONGEST_CELL + 1] for cell in cells[:MOST_COLUMNS]]


def unquoted(cell: str) -> str:
    """A cell without the mark that keeps its text from running as a formula, which our own files put there.

    >>> unquoted("'=1+1"), unquoted(" 'tis ")
    ('=1+1', "'tis")
    """
    text = cell.strip()
    return text[1:] if text.startswith("'") and text[1:].startswith(STARTS_A_FORMULA) else text


def as_held(sheets: Sequence[HeldSheet]) -> list[dict[str, Any]]:
    return [{"name": sheet.name, "rows": sheet.rows, "notes": sheet.notes} for sheet in sheets]


def held(sheets: Sequence[Mapping[str, Any]]) -> tuple[HeldSheet, ...]:
    """The sheets as they were held; the other way round of `as_held`."""
    return tuple(
        HeldSheet(one["name"], [(number, cells) for number, cells in one["rows"]], tuple(one["notes"]))
        for one in sheets
    )
