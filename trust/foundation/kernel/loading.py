"""Reading a table that a person wrote: every fault is a sentence with file, line and field, all at once."""

import csv
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from trust.foundation.kernel.time import Span

NUL = "\x00"
LONGEST_CELL = 4_000


@dataclass(frozen=True)
class LoadReport:
    """What a load did, or why it did nothing."""

    added: int = 0
    unchanged: int = 0
    refused: list[str] = field(default_factory=list)
    corrected: int = 0

    def __add__(self, other: "LoadReport") -> "LoadReport":
        return LoadReport(
            added=self.added + other.added,
            unchanged=self.unchanged + other.unchanged,
            refused=[*self.refused, *other.refused],
            corrected=self.corrected + other.corrected,
        )

    def __str__(self) -> str:
        return f"{self.added} added, {self.corrected} corrected, {self.unchanged} unchanged"


class BadCell(Exception):
    """One cell that cannot be used; the sentence says where it is and what is wrong."""


@dataclass(frozen=True)
class Row:
    """One line of a table, which knows where it stands."""

    file: str
    line: int
    cells: Mapping[str, str]

    def wrong(self, name: str, sentence: str) -> BadCell:
        return BadCell(f"{self.file}, line {self.line}, {name}: {sentence}")

    def text(self, name: str) -> str:
        return self.cells[name].strip()

    def given(self, name: str) -> str:
        if not self.text(name):
            raise self.wrong(name, "this must not be empty.")
        return self.text(name)

    def many(self, name: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in self.text(name).split(";") if part.strip())

    def one_of(self, name: str, allowed: Collection[str]) -> str:
        if self.text(name) not in allowed:
            raise self.wrong(name, f"“{self.text(name)}” is not one of {', '.join(sorted(allowed))}.")
        return self.text(name)

    def yes(self, name: str) -> bool:
        return self.one_of(name, ("yes", "no")) == "yes"

    def day(self, name: str) -> date:
        try:
            return date.fromisoformat(self.text(name))
        except ValueError:
            raise self.wrong(name, f"“{self.text(name)}” is not a day such as 2010-06-08.") from None

    def day_if_any(self, name: str) -> date | None:
        return self.day(name) if self.text(name) else None

    def span(self) -> Span:
        """The days of the columns `first` and `last`."""
        first, last = self.day("first"), self.day_if_any("last")
        try:
            return Span(first, last)
        except ValueError as error:
            raise self.wrong("last", str(error)) from None

    def known(self, name: str, allowed: Collection[str], *, what: str) -> str:
        """The cell, which must name something that exists."""
        if self.text(name) not in allowed:
            raise self.wrong(name, f"there is no {what} “{self.text(name)}”.")
        return self.text(name)

    def all_known(self, name: str, allowed: Collection[str], *, what: str) -> tuple[str, ...]:
        for part in self.many(name):
            if part not in allowed:
                raise self.wrong(name, f"there is no {what} “{part}”.")
        return self.many(name)


def read_rows(
    path: Path, columns: Collection[str], *, unique: str = "key", longest: Mapping[str, int] | None = None
) -> tuple[list[Row], list[str]]:
    """The lines of a CSV file that has these columns, and a sentence for each line that cannot be used.

    `longest` says how many characters each column may hold.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, strict=True)
            missing = [name for name in columns if name not in (reader.fieldnames or ())]
            if missing:
                return [], [f"{path.name}, line 1: the column {', '.join(missing)} is missing."]
            rows = [(reader.line_num, cells) for cells in reader]
    except FileNotFoundError:
        return [], [f"{path.name}: there is no such file in the folder."]
    except UnicodeDecodeError:
        return [], [f"{path.name}: this is not UTF-8 text. Save it as CSV UTF-8."]
    except csv.Error as error:
        return [], [f"{path.name}: this cannot be read as CSV: {error}."]
    ragged = [
        f"{path.name}, line {n}: this line has too few or too many cells." for n, c in rows if uneven(c)
    ]
    whole = [Row(path.name, n, cells) for n, cells in rows if not uneven(cells)]
    refused = [*ragged, *(fault for row in whole for fault in unkeepable(row, longest or {}))]
    return whole, [*refused, *(twice(whole, unique) if unique else [])]


def uneven(cells: Mapping[str | None, str | None]) -> bool:
    return None in cells or None in cells.values()


def unkeepable(row: Row, longest: Mapping[str, int]) -> Iterator[str]:
    """A sentence for each cell that no database would take: too long, or with a NUL in it."""
    for name in row.cells:
        if NUL in row.text(name):
            yield str(
                row.wrong(name, "this holds a character that cannot be kept: delete it and type it again.")
            )
        elif len(row.text(name)) > longest.get(name, LONGEST_CELL):
            most, length = longest.get(name, LONGEST_CELL), len(row.text(name))
            yield str(row.wrong(name, f"shorten this to {most} characters: it has {length}."))


def twice(rows: Iterable[Row], unique: str) -> list[str]:
    """A sentence for each value of the column that stands on two lines."""
    rows = list(rows)
    count = Counter(row.text(unique) for row in rows)
    return [
        f"{row.file}, line {row.line}, {unique}: “{row.text(unique)}” stands in this file twice."
        for n, row in enumerate(rows)
        if count[row.text(unique)] > 1
        and any(row.text(unique) == earlier.text(unique) for earlier in rows[:n])
    ]


def gather[T](rows: Iterable[Row], read: Callable[[Row], T]) -> tuple[list[T], list[str]]:
    """What `read` makes of each row, and a sentence for each row it refuses."""
    made, refused = [], []
    for row in rows:
        try:
            made.append(read(row))
        except BadCell as fault:
            refused.append(str(fault))
    return made, refused
