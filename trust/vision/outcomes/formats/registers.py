"""The registers of frameworks in `register/`: each one's indicators, and how they stand to each other."""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from trust.foundation.kernel.loading import Row, gather, read_rows
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.words import Confidence, Kinship, Outcome

FOLDER = Path(__file__).parents[1] / "register"
CROSSINGS = "crosswalk.csv"
OUTCOMES = ("", *(outcome.value for outcome in Outcome))


@dataclass(frozen=True)
class Framework:
    """A set of indicators that somebody laid down for every area."""

    file: str
    name: str
    first: date
    ended: str
    says: str
    source: str
    confidence: Confidence


@dataclass(frozen=True)
class Stated:
    """One indicator as its framework states it."""

    code: str
    framework: str
    number: str
    title: str
    counts: str
    numerator: str
    denominator: str
    unit: str
    polarity: Polarity
    polarity_note: str
    parts: tuple[str, ...]
    frequency: str
    source: str
    outcome: str
    also: str
    context: bool
    statutory_target: bool
    caveat: str
    confidence: Confidence


@dataclass(frozen=True)
class Crossed:
    """How one indicator stands to another: of this register, or of the framework that is named."""

    code: str
    framework: str
    other: str
    kind: Kinship
    verified: bool
    since: date | None
    source: str


CROSSED = tuple(field.name for field in fields(Crossed))
COLUMNS = tuple(field.name for field in fields(Stated) if field.name != "framework")
LONGEST = {
    "code": 60, "number": 20, "title": 300, "counts": 300, "numerator": 300, "denominator": 300, "unit": 80,
    "polarity_note": 120, "frequency": 80, "source": 200, "caveat": 400, "other": 60, "framework": 80,
}  # fmt: skip


def frameworks(folder: Path = FOLDER) -> list[Framework]:
    whole = tomllib.loads((folder / "frameworks.toml").read_text())
    return [
        Framework(**{**table, "confidence": Confidence(table["confidence"])}) for table in whole["framework"]
    ]


def read_framework(folder: Path, framework: Framework) -> tuple[list[Stated], list[str]]:
    """Every indicator of a framework that reads, and a sentence for each that does not."""
    rows, refused = read_rows(folder / framework.file, COLUMNS, unique="code", longest=LONGEST)
    stated, wrong = gather(rows, lambda row: _stated(row, framework.name))
    return stated, [*refused, *wrong]


def _stated(row: Row, framework: str) -> Stated:
    texts = ("number", "numerator", "denominator", "unit", "polarity_note", "frequency", "caveat")
    return Stated(
        **{name: row.text(name) for name in texts},
        **{name: row.given(name) for name in ("code", "title", "counts", "source")},
        framework=framework,
        polarity=Polarity(row.one_of("polarity", list(Polarity))),
        parts=row.many("parts"),
        outcome=row.one_of("outcome", OUTCOMES),
        also=row.one_of("also", OUTCOMES),
        context=row.yes("context"),
        statutory_target=row.yes("statutory_target"),
        confidence=Confidence(row.one_of("confidence", list(Confidence))),
    )


def read_crossings(file: Path) -> tuple[list[Crossed], list[str]]:
    """Every crossing that reads, and a sentence for each that does not; none where there is no file."""
    if not file.exists():
        return [], []
    rows, refused = read_rows(file, CROSSED, unique="", longest=LONGEST)
    crossed, wrong = gather(rows, _crossed)
    return crossed, [*refused, *wrong]


def _crossed(row: Row) -> Crossed:
    return Crossed(
        code=row.given("code"),
        framework=row.text("framework"),
        other=row.given("other"),
        kind=Kinship(row.one_of("kind", list(Kinship))),
        verified=row.yes("verified"),
        since=row.day_if_any("since"),
        source=row.given("source"),
    )
