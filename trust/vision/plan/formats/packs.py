"""A pack for a meeting as one canonical JSON text: the page, the PDF and the tables all read this."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).parent / "pack.typ"
SCHEMA = "childrens-trust/pack/1"
COLUMNS = (
    "measure", "place", "why it is here", "period", "figure", "unit", "between", "status",
    "what it says", "what changed", "needs a decision", "source", "known on", "address",
)  # fmt: skip


@dataclass(frozen=True)
class PackPoint:
    """One figure of a course; `x` is in years."""

    label: str
    value: float | None
    lower: float | None
    upper: float | None
    x: float


@dataclass(frozen=True)
class PackLine:
    """One figure of a pack. `letter` is the status of a measure (g a r u), and empty for other figures."""

    key: str
    code: str
    area: str
    title: str
    about: str
    unit: str
    why: str
    letter: str
    word: str
    figure: str
    between: str
    period: str
    sentence: str
    source: str
    known_on: date | None
    target: float | None
    points: tuple[PackPoint, ...]
    changed: tuple[str, ...]
    decide: tuple[str, ...]


@dataclass(frozen=True)
class PackItem:
    """A thing to decide, or something else that changed: what kind, whose, and what it rests on."""

    kind: str
    heading: str
    detail: str


@dataclass(frozen=True)
class PackText:
    """All that a pack says, in plain values; `schema` changes when the shape does."""

    schema: str
    kind: str
    subject: str
    name: str
    meeting: str
    meeting_on: date
    as_of: date
    since: date
    since_what: str
    lines: tuple[PackLine, ...]
    decisions: tuple[PackItem, ...]
    turned: tuple[PackItem, ...]

    @property
    def changed(self) -> list[PackLine]:
        return [line for line in self.lines if line.changed]

    @property
    def same(self) -> list[PackLine]:
        return [line for line in self.lines if not line.changed]


def write(pack: PackText) -> str:
    """The canonical text: sorted keys, no spaces, days as ISO."""
    return json.dumps(asdict(pack), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def read(text: str) -> PackText:
    """The pack that a canonical text holds."""
    held = json.loads(text)
    days = {name: date.fromisoformat(held[name]) for name in ("meeting_on", "as_of", "since")}
    lists = {name: tuple(PackItem(**row) for row in held[name]) for name in ("decisions", "turned")}
    return PackText(**{**held, **days, **lists, "lines": tuple(_line(row) for row in held["lines"])})


def _line(row: dict[str, Any]) -> PackLine:
    known = date.fromisoformat(row["known_on"]) if row["known_on"] else None
    points = tuple(PackPoint(**point) for point in row["points"])
    lists = {name: tuple(row[name]) for name in ("changed", "decide")}
    return PackLine(**{**row, **lists, "known_on": known, "points": points})


def rows(pack: PackText, addresses: dict[str, str]) -> Iterator[tuple[object, ...]]:
    """A row for each figure, in the order of the pack, under `COLUMNS`."""
    for line in pack.lines:
        yield (
            line.title, line.about, line.why, line.period, line.figure, line.unit, line.between, line.word,
            line.sentence, " ".join(line.changed), " ".join(line.decide), line.source, line.known_on,
            addresses.get(line.key, ""),
        )  # fmt: skip


def pack_pdf(words: dict[str, Any]) -> bytes:
    """The pack on paper, tagged and accessible (PDF/UA-1); its words go in as data, never as markup."""
    made = typst.compile(TEMPLATE, sys_inputs={"pack": json.dumps(words)}, format="pdf", pdf_standards="ua-1")
    if not isinstance(made, bytes):
        raise TypeError("The pack did not come out as one PDF.")
    return made
