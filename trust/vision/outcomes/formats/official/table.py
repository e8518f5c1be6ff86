"""An official file as lines of named cells: its line of names is found, titles and notes are passed over."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice

from trust.vision.outcomes.formats.figures import Fault, Unreadable
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.sources import Source

MOST_ROWS = 1_000_000
SAMPLE = 200
LOOKED_AT = 60
NARROW = 3
TOO_MANY = (
    f"This file has more than {MOST_ROWS:,} rows. Split it, for example by year, and bring in each part."
)
SECOND = "A second table begins here, and is not read. Bring it in as a file of its own."
NOT_A_TABLE = "It does not name columns. Choose the file as its publisher gives it out."
CUT_OFF = "It is the last of the file: was it cut off? Download it again."
NOTE = re.compile(
    r"(?i)(source|notes?|annotations?|info|footnotes?|©|\(?c\) crown|crown copyright|contact)\b|\["
)

type Numbered = tuple[int, list[str]]


@dataclass(frozen=True)
class Line:
    """One line of the file: where it stands, its cells by column, and its own text."""

    number: int
    cells: Mapping[str, str]
    text: str


@dataclass
class Table:
    """A file's line of names and those after it; `sample` is the first of them, which can be read twice."""

    header: tuple[str, ...]
    sample: Sequence[Line]
    rest: Iterator[Line]
    faults: list[Fault] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    titles: tuple[tuple[str, ...], ...] = ()
    file: str = ""

    @property
    def lines(self) -> Iterator[Line]:
        return chain(self.sample, self.rest)

    @cached_property
    def columns(self) -> Columns:
        return Columns(self.header)


def read_table(source: Source, known: Callable[[Columns], bool], *, file: str = "") -> Table | None:
    """The table under the first line that `known` knows; None where there is none in sight."""
    above: list[Numbered] = []
    for number, cells in islice(source.rows, LOOKED_AT):
        for header in headers_of(cells, above):
            if known(Columns(header)):
                return table_under(source, header, above, number, file)
        above.append((number, cells))
    if not source.name and not any(len(filled(cells)) > 1 for _, cells in above):
        raise Unreadable(NOT_A_TABLE)
    return None


def headers_of(cells: Sequence[str], above: Sequence[Numbered]) -> Iterator[tuple[str, ...]]:
    """The line as names; then as the second of two lines of names, of which the first says more of some."""
    names = tuple(name.strip() for name in cells)
    if len(filled(names)) > 1:
        yield unlike(names)
        if above and len(above[-1][1]) == len(names):
            both = zip((name.strip() for name in above[-1][1]), names, strict=True)
            yield unlike(tuple(low if high in {"", low} else f"{high} {low}".strip() for high, low in both))


def unlike(names: Sequence[str]) -> tuple[str, ...]:
    """The names without the empty ones at the end, and each different from those before it."""
    kept = list(names)
    while kept and not kept[-1]:
        kept.pop()
    met: dict[str, int] = {}
    for place, name in enumerate(kept):
        met[name] = met.get(name, 0) + 1
        if name and met[name] > 1:
            kept[place] = f"{name} ({met[name]})"
    return tuple(kept)


def filled(cells: Sequence[str]) -> list[str]:
    return [cell for cell in cells if cell.strip()]


def table_under(
    source: Source, header: tuple[str, ...], above: Sequence[Numbered], number: int, file: str
) -> Table:
    notes = list(source.notes)
    titles = tuple(tuple(filled(cells)) for _, cells in above if filled(cells))
    if titles:
        notes.append(
            f"The first line of names is line {number}. Above it: {'; '.join(map(' '.join, titles))[:200]}."
        )
    lines = lines_of(source.rows, header, source.faults, notes)
    return Table(header, list(islice(lines, SAMPLE)), lines, source.faults, notes, titles, file)


def lines_of(
    rows: Iterator[Numbered], header: Sequence[str], faults: list[Fault], notes: list[str]
) -> Iterator[Line]:
    """Every row under the names; one that is not as wide as they are waits, and notes are told and left."""
    count, gap, number = 0, False, 0
    for number, cells in rows:
        if not any(cell.strip() for cell in cells):
            gap = count > 0
            continue
        if len(cells) != len(header):
            cells = fitted(cells, len(header))
        if gap and tuple(cell.strip() for cell in cells) == tuple(header):
            faults.append(Fault(number, "row", SECOND, ",".join(cells)))
            return
        if (gap or len(cells) < len(header) or not cells[-1]) and is_note(cells, header, after_gap=gap):
            notes.append(f"Line {number} is a note and no figure: {' '.join(filled(cells))[:120]}")
            continue
        count += 1
        if count > MOST_ROWS:
            raise Unreadable(TOO_MANY)
        if len(cells) == len(header):
            named = {n: cell.strip() for n, cell in zip(header, cells, strict=True)}
            yield Line(number, named, ",".join(cells))
        else:
            said = f"This row has {len(cells)} fields, and the first line names {len(header)}."
            faults.append(Fault(number, "row", said, ",".join(cells)))
    say_cut_off(faults, number, len(header))


def say_cut_off(faults: list[Fault], last: int, width: int) -> None:
    """Where the last row of a file is too short, ask whether the file is whole."""
    torn = faults[-1] if faults else None
    if torn and (torn.line, torn.field) == (last, "row") and torn.row.count(",") < width - 1:
        faults[-1] = replace(torn, sentence=f"{torn.sentence} {CUT_OFF}")


def fitted(cells: list[str], width: int) -> list[str]:
    """The row without empty cells beyond the last name."""
    return cells[:width] if len(cells) > width and not any(c.strip() for c in cells[width:]) else cells


def is_note(cells: Sequence[str], header: Sequence[str], *, after_gap: bool) -> bool:
    """Whether a row is words about the table: below a gap, or by how it begins."""
    said = filled(cells)
    if len(said) > 2 or len(header) < NARROW:
        return False
    return after_gap or (len(said) == 1 and bool(NOTE.match(said[0].strip())))
