"""What the bytes of a text file say before anything is read of it."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from mmap import ACCESS_READ, mmap
from pathlib import Path
from random import Random

import numpy as np
from numpy.typing import NDArray

from trust.vision.outcomes.formats.figures import COLUMNS, not_utf8, unkept_character

type Bytes = NDArray[np.uint8]

# Small enough to stay in a processor's own memory while it is looked through.
PIECE = 1 << 18


MOST_DOUBTFUL = 10_000
# Python keeps a quote that follows a space as it stands; others drop the space and heed the quote.
SPACED_QUOTE = re.compile(rb'(^|,) +"|" +(,|$)')
COMMA, QUOTE, RETURN, SPACE = b',"\r '


@dataclass(frozen=True)
class Survey:
    """A file's hash and its lines; `doubtful` are those that not everybody divides alike, by their number.

    In a file that is not `regular` the lines do not all end alike, or one holds a NUL.
    """

    sha256: str
    lines: int
    doubtful: dict[int, str]
    regular: bool


def survey(file: Path) -> Survey:
    """Read a file through once, some whole lines at a time."""
    whole = sha256()
    ends = returns = both = 0
    doubtful: dict[int, str] = {}
    nul, last = False, b""
    with file.open("rb") as content:
        for piece in iter(lambda: content.read(PIECE) + content.readline(), b""):
            whole.update(piece)
            bytes_of = np.frombuffer(piece, np.uint8)
            ended = np.flatnonzero(bytes_of == ord("\n"))
            if len(doubtful) <= MOST_DOUBTFUL and _may_doubt(bytes_of, ended):
                doubtful.update(_doubtful(piece, ends + 1))
            ends += len(ended)
            if b"\r" in piece:
                returns, both = returns + piece.count(b"\r"), both + piece.count(b"\r\n")
            nul, last = nul or b"\0" in piece, piece[-1:]
    alike = not returns or returns == both == ends
    lines = ends + (last not in (b"", b"\n"))
    return Survey(whole.hexdigest(), lines, doubtful, alike and not nul and len(doubtful) <= MOST_DOUBTFUL)


def sample(file: Path, many: int) -> bytes:
    """The first line of a file and many from all over it, the same each time."""
    # By chance, as even steps could keep time with lines that repeat.
    chance = Random(many)
    with file.open("rb") as content, mmap(content.fileno(), 0, access=ACCESS_READ) as whole:
        size, first = len(whole), whole.find(b"\n") + 1
        starts = sorted(
            {whole.find(b"\n", chance.randrange(size)) + 1 for _ in range(many)} - {0, first, size}
        )
        return whole[:first] + b"".join(whole[start : whole.find(b"\n", start) + 1] for start in starts)


def _may_doubt(piece: Bytes, ends: NDArray[np.intp]) -> bool:
    """Whether a quote stands beside a space, or a comma before the end of a line: rare, and quickly seen."""
    quotes = np.flatnonzero(piece == QUOTE)
    after, before = np.minimum(quotes + 1, piece.size - 1), np.maximum(quotes - 1, 0)
    spaced = (piece[after] == SPACE).any() or (piece[before] == SPACE).any()
    last = np.maximum(np.append(ends, piece.size) - 1, 0)
    last = np.where(piece[last] == RETURN, np.maximum(last - 1, 0), last)
    return bool(spaced or (piece[last] == COMMA).any())


def _doubtful(piece: bytes, first: int) -> Iterator[tuple[int, str]]:
    """The lines with a space beside a quote, or with a last field too many that is empty."""
    for number, line in enumerate(piece.split(b"\n"), start=first):
        text = line.removesuffix(b"\r")
        spare = text.endswith(b",") and text.count(b",") >= len(COLUMNS)
        if spare or SPACED_QUOTE.search(text):
            yield number, text.decode(errors="replace")


def check_text(file: Path) -> None:
    """Errors: Unreadable where a file is not UTF-8 throughout, or holds a character that cannot be kept."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    line, before = 1, 0
    with file.open("rb") as content:
        for piece in iter(lambda: content.read(PIECE), b""):
            waiting = len(decoder.getstate()[0])
            try:
                text = decoder.decode(piece)
            except UnicodeDecodeError as error:
                raise not_utf8(before - waiting + error.start) from error
            if b"\0" in piece:
                raise unkept_character(line + piece.count(b"\n", 0, piece.index(b"\0")))
            line, before = line + text.count("\n"), before + len(piece)
    try:
        waiting = len(decoder.getstate()[0])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        raise not_utf8(before - waiting) from error
