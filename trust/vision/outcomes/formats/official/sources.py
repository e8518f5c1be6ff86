"""A file that came, as numbered rows of text: a CSV in any encoding, or each sheet of a workbook."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from trust.foundation.kernel.csv_files import NotText, csv_rows, encoding_of
from trust.foundation.kernel.workbooks import NotASpreadsheet, is_spreadsheet, sheets_of
from trust.vision.outcomes.formats.figures import Fault, Unreadable

NOT_TEXT = "This is not a file of text. Choose the publisher’s CSV file."


@dataclass(frozen=True)
class Source:
    """Rows of text as they stand in a file or a sheet; `faults` fills while they are read."""

    name: str
    rows: Iterator[tuple[int, list[str]]]
    faults: list[Fault]
    notes: tuple[str, ...] = ()


def sources_of(file: Path) -> Iterator[Source]:
    """The file's table, or every sheet that might be one; errors: Unreadable."""
    with file.open("rb") as content:
        beginning = content.read(8)
    if is_spreadsheet(beginning):
        yield from sheets(file)
        return
    try:
        encoding = encoding_of(file)
    except NotText as error:
        raise Unreadable(NOT_TEXT) from error
    faults: list[Fault] = []
    # A byte that the encoding has no letter for spoils its own cell, not the file.
    with file.open(encoding=encoding, errors="replace", newline="") as stream:
        rows = csv_rows(stream, lambda line, why: faults.append(Fault(line, "row", why, "")))
        yield Source("", rows, faults)


def sheets(file: Path) -> Iterator[Source]:
    try:
        for sheet in sheets_of(file):
            yield Source(sheet.name, iter(sheet.rows), [], sheet.notes)
    except NotASpreadsheet as error:
        raise Unreadable(str(error)) from error
