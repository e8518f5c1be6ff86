"""What every family of official files hands over, and what one indicator of such a file is."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from trust.foundation.directory.formats import SchoolRow
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.neighbours import Neighbours
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.formats.rows import Row
from trust.vision.outcomes.words import Method, Outcome

OPEN_GOVERNMENT = "OGL v3"
LONGEST_CODE = 60


@dataclass(frozen=True)
class Cell:
    """One figure as its file writes it; `field` is the column it stands in."""

    field: str
    measure: Entry
    period: str
    value: str
    numerator: str = ""
    denominator: str = ""
    lower: str = ""
    upper: str = ""


@dataclass(frozen=True)
class Published:
    """The figures of one line, all about the same place and children; `level` is the kind of place it is."""

    line: Line
    place: str
    cells: Sequence[Cell]
    sex: str = "all"
    age: str = ""
    group: str = ""
    state: str = ""
    vintage: str = ""
    published_on: str = ""
    source: str = ""
    licence: str = ""
    school: SchoolRow | None = None
    level: str = ""


def nothing(table: Table) -> Iterator[Published]:
    """The figures of a file that holds none."""
    return iter(())


def no_entries(table: Table) -> list[Entry]:
    """The definitions of a file that only holds figures."""
    return []


def no_neighbours(table: Table, known_on: date) -> list[tuple[str, Neighbours]]:
    """The neighbours of a file that holds none."""
    return []


def nobody_alike(rows: Sequence[Row], entries: Mapping[str, Entry]) -> list[tuple[str, Neighbours]]:
    """The places alike by the figures of a file that says nothing of that."""
    return []


@dataclass(frozen=True)
class Family:
    """Official files of one layout, known by their line of names whatever the file is called."""

    key: str
    title: str
    publisher: str
    lag_months: int
    recognise: Callable[[Columns], bool]
    read: Callable[[Table], Iterator[Published]] = nothing
    define: Callable[[Table], list[Entry]] = no_entries
    neighbours: Callable[[Table, date], list[tuple[str, Neighbours]]] = no_neighbours
    alike: Callable[[Sequence[Row], Mapping[str, Entry]], list[tuple[str, Neighbours]]] = nobody_alike
    licence: str = OPEN_GOVERNMENT

    @property
    def lists_neighbours(self) -> bool:
        """Whether its files say which places are most alike, as published on one day."""
        return self.neighbours is not no_neighbours

    @property
    def defines(self) -> bool:
        """Whether its files say what indicators mean, rather than what their figures are."""
        return self.define is not no_entries


def code_of(*parts: str) -> str:
    """An indicator's code: the same words always give the same one, and it is an address.

    >>> code_of("lait", "%_of LAC Adopted")
    'lait-pc-of-lac-adopted'
    """
    plain = "-".join(part for part in parts if part).lower().replace("%", " pc ").replace("+", " plus ")
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    if len(slug) <= LONGEST_CODE:
        return slug
    return f"{slug[: LONGEST_CODE - 9].rstrip('-')}-{sha256(slug.encode()).hexdigest()[:8]}"


def an_entry(
    code: str, title: str, *, family: Family, unit: str, outcome: Outcome,
    method: Method = Method.NONE, multiplier: float = 1, polarity: Polarity = Polarity.NEUTRAL,
    numerator: str = "", denominator: str = "", caveat: str = "", source: str = "",
    counts_rounded_to: int = 0,
) -> Entry:  # fmt: skip
    """An indicator as a file lets us know it; which way is better is not said unless the file says it."""
    return Entry(
        code=code, family=family.title[:80], number="", title=title[:300], plain_title=title[:200],
        numerator=numerator[:300], denominator=denominator[:300], unit=unit[:80], multiplier=multiplier,
        method=method, polarity=polarity, frequency="", lag_months=family.lag_months,
        source=(source or f"{family.publisher}, {family.title}")[:400], outcome=outcome, caveat=caveat,
        counts_rounded_to=counts_rounded_to,
        valid_from=None,
    )  # fmt: skip
