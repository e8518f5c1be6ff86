"""A CSV file as numbered rows of text, in whatever encoding and with whatever between its cells."""

import codecs
import csv
from collections.abc import Callable, Iterator
from io import TextIOWrapper
from pathlib import Path

PIECE = 1 << 20
DELIMITERS = (",", ";", "\t")
LOOKED_AT = 40
ENDED = "unexpected end of data"
CUT_OFF = "The file ends in the middle of this row: was it cut off? Download it again."
WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class NotText(ValueError):
    """A file that holds bytes no text has."""


def encoding_of(file: Path) -> str:
    """UTF-8 where every byte of the file is, UTF-16 where it says so, Windows-1252 else; errors: NotText."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open("rb") as content:
        if content.read(2) in WIDE:
            return "utf-16"
        content.seek(0)
        try:
            for piece in iter(lambda: content.read(PIECE), b""):
                if b"\x00" in piece:
                    raise NotText("This is not a file of text.")
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8-sig"


def csv_rows(stream: TextIOWrapper, broken: Callable[[int, str], None]) -> Iterator[tuple[int, list[str]]]:
    """Every row with the line it begins on; of a file that stops half-way `broken` is told where and why."""
    delimiter = delimiter_of(stream)
    stream.seek(0)
    reader = csv.reader(stream, delimiter=delimiter, strict=True)
    yield from numbered(reader, lambda: reader.line_num, broken)


def numbered(
    reader: Iterator[list[str]], lines_read: Callable[[], int], broken: Callable[[int, str], None]
) -> Iterator[tuple[int, list[str]]]:
    number = 1
    try:
        for cells in reader:
            yield number, cells
            number = lines_read() + 1
    except csv.Error as error:
        broken(number, CUT_OFF if ENDED in str(error) else f"The file cannot be read from here on: {error}.")


def delimiter_of(stream: TextIOWrapper) -> str:
    """What stands between the cells: that of the first line that has any, titles passed over."""
    for _ in range(LOOKED_AT):
        line = stream.readline()
        counts = {delimiter: line.count(delimiter) for delimiter in DELIMITERS}
        if max(counts.values()) > 1:
            return max(DELIMITERS, key=lambda delimiter: counts[delimiter])
    return ","
