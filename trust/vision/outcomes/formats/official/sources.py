"""A file that came, as numbered rows of text: a CSV in any encoding, or each sheet of a workbook."""

import codecs
import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

from trust.foundation.kernel.workbooks import NotASpreadsheet, is_spreadsheet, sheets_of
from trust.vision.outcomes.formats.figures import Fault, Unreadable

PIECE = 1 << 20
DELIMITERS = (",", ";", "\t")
LOOKED_AT = 40


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
    # A byte that the encoding has no letter for spoils its own cell, not the file.
    with file.open(encoding=encoding_of(file), errors="replace", newline="") as stream:
        faults: list[Fault] = []
        yield Source("", csv_rows(stream, faults), faults)


def sheets(file: Path) -> Iterator[Source]:
    try:
        for sheet in sheets_of(file):
            yield Source(sheet.name, iter(sheet.rows), [], sheet.notes)
    except NotASpreadsheet as error:
        raise Unreadable(str(error)) from error


def encoding_of(file: Path) -> str:
    """UTF-8 where every byte of the file is, Windows-1252 else; errors: Unreadable where it is no text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as content:
        try:
            for piece in iter(lambda: content.read(PIECE), b""):
                if b"\x00" in piece:
                    raise Unreadable("This is not a file of text. Choose the publisher’s CSV file.")
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def csv_rows(stream: TextIOWrapper, faults: list[Fault]) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line it begins on; a file that stops half-way ends with a fault."""
    delimiter = delimiter_of(stream)
    stream.seek(0)
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    yield from numbered(reader, lambda: reader.line_num, faults)


def numbered(
    reader: Iterator[list[str]], lines_read: Callable[[], int], faults: list[Fault]
) -> Iterator[tuple[int, list[str]]]:
    number = 1
    try:
        for cells in reader:
            yield number, cells
            number = lines_read() + 1
    except csv.Error as error:
        faults.append(Fault(number, "row", f"The file cannot be read from here on: {error}.", ""))


def delimiter_of(stream: TextIOWrapper) -> str:
    """What stands between the cells: that of the first line that has any, titles passed over."""
    for _ in range(LOOKED_AT):
        line = stream.readline()
        counts = {delimiter: line.count(delimiter) for delimiter in DELIMITERS}
        if max(counts.values()) > 1:
            return max(DELIMITERS, key=lambda delimiter: counts[delimiter])
    return ","
