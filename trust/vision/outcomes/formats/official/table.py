"""An official file as lines of named cells, whatever its encoding and delimiter; read as it streams."""

import codecs
import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from io import TextIOWrapper
from itertools import chain, islice
from pathlib import Path

from trust.vision.outcomes.formats.figures import Fault, Unreadable

MOST_ROWS = 1_000_000
SAMPLE = 200
PIECE = 1 << 20
SPREADSHEET = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
TOO_MANY = (
    f"This file has more than {MOST_ROWS:,} rows. Split it, for example by year, and bring in each part."
)


@dataclass(frozen=True)
class Line:
    """One line of the file: where it stands, its cells by column, and its own text."""

    number: int
    cells: Mapping[str, str]
    text: str


@dataclass
class Table:
    """A file's first line and those after it; `sample` is the first of them, which can be read twice."""

    header: tuple[str, ...]
    sample: Sequence[Line]
    rest: Iterator[Line]
    faults: list[Fault] = field(default_factory=list)

    @property
    def lines(self) -> Iterator[Line]:
        return chain(self.sample, self.rest)


def encoding_of(file: Path) -> str:
    """UTF-8 where every byte of the file is, Windows-1252 else; errors: Unreadable where it is no text."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as content:
        beginning = content.read(8)
        if beginning.startswith(SPREADSHEET):
            raise Unreadable("This is a spreadsheet. Open it and save the sheet of figures as CSV.")
        content.seek(0)
        try:
            for piece in iter(lambda: content.read(PIECE), b""):
                if b"\x00" in piece:
                    raise Unreadable("This is not a file of text. Choose the publisher’s CSV file.")
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def read_table(stream: TextIOWrapper) -> Table:
    """The table in a stream of text; errors: Unreadable."""
    first = stream.readline()
    stream.seek(0)
    reader = csv.reader(stream, delimiter=delimiter_of(first), strict=True)
    try:
        header = tuple(name.strip() for name in next(reader, []))
    except csv.Error as error:
        raise Unreadable(f"Its first line cannot be read: {error}.") from error
    if len([name for name in header if name]) < 2:
        raise Unreadable(
            "Its first line does not name columns. Choose the file as its publisher gives it out."
        )
    faults: list[Fault] = []
    lines = _lines(_numbered(reader, lambda: reader.line_num, faults), header, faults)
    return Table(header, list(islice(lines, SAMPLE)), lines, faults)


def delimiter_of(first: str) -> str:
    return ";" if first.count(";") > first.count(",") else ","


def _lines(
    rows: Iterator[tuple[int, list[str]]], header: Sequence[str], faults: list[Fault]
) -> Iterator[Line]:
    for count, (number, cells) in enumerate(rows, start=1):
        if count > MOST_ROWS:
            raise Unreadable(TOO_MANY)
        text = ",".join(cells)
        if len(cells) == len(header):
            yield Line(number, {n: cell.strip() for n, cell in zip(header, cells, strict=True)}, text)
        else:
            sentence = f"This row has {len(cells)} fields, and the first line names {len(header)}."
            faults.append(Fault(number, "row", sentence, text))


def _numbered(
    reader: Iterator[list[str]], lines_read: Callable[[], int], faults: list[Fault]
) -> Iterator[tuple[int, list[str]]]:
    """Every row that has anything in it, with its line; a file that stops half-way ends with a fault."""
    number = 2
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield number, cells
            number = lines_read() + 1
    except csv.Error as error:
        faults.append(Fault(number, "row", f"The file cannot be read from here on: {error}.", ""))
