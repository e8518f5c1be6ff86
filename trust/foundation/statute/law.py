"""Law as rows with dates, force and source: exactly one answers for a rule on a day, or it is an error."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import combinations
from pathlib import Path
from typing import Any

from trust.foundation.kernel.time import Span, in_words
from trust.foundation.statute.register import instruments

GIVEN = ("rule", "from", "force", "source", "where", "says")


class Force(StrEnum):
    STATUTORY = "statutory"
    MUST_HAVE_REGARD = "must-have-regard"
    GOOD_PRACTICE = "good-practice"
    LOCAL = "local"


class LawError(LookupError):
    """The law as written down cannot answer: the sentence names the file and the rows."""


@dataclass(frozen=True)
class Provision:
    """One rule for one period: what it says, how strongly, and where that is written."""

    rule: str
    span: Span
    force: Force
    source: str
    where: str
    says: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Law:
    provisions: tuple[Provision, ...]
    file: str = ""

    def in_force(self, rule: str, *, on: date) -> Provision:
        found = self._matching(rule, on)
        if len(found) != 1:
            count = "no row is" if not found else f"{len(found)} rows are"
            raise LawError(f"{self.file}: {count} in force for “{rule}” on {in_words(on)}.")
        return found[0]

    def find(self, rule: str, *, on: date) -> Provision | None:
        return self.in_force(rule, on=on) if self._matching(rule, on) else None

    def on(self, day: date) -> list[Provision]:
        return [provision for provision in self.provisions if provision.span.holds(day)]

    def rules(self) -> list[str]:
        return list(dict.fromkeys(provision.rule for provision in self.provisions))

    def _matching(self, rule: str, day: date) -> list[Provision]:
        return [provision for provision in self.on(day) if provision.rule == rule]


def read_law(path: Path) -> Law:
    """The law in a TOML file of `[[provision]]` rows; one row that cannot be relied on refuses the file."""
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("provision", [])
    except tomllib.TOMLDecodeError as error:
        raise LawError(f"{path.name}: this is not readable TOML: {error}.") from None
    provisions = tuple(read_provision(row, f"{path.name}, row {n}") for n, row in enumerate(rows, start=1))
    refuse_overlaps(provisions, path.name)
    return Law(provisions, path.name)


def read_provision(row: Mapping[str, Any], where: str) -> Provision:
    for field in GIVEN:
        if field not in row:
            raise LawError(f"{where}: “{field}” is missing.")
    if row["force"] not in list(Force):
        raise LawError(f"{where}: the force “{row['force']}” is not one of {', '.join(Force)}.")
    if row["source"] not in instruments():
        raise LawError(f"{where}: the source “{row['source']}” is not in the register of instruments.")
    return Provision(
        rule=row["rule"],
        span=read_span(row, where),
        force=Force(row["force"]),
        source=row["source"],
        where=row["where"],
        says=row["says"],
        values={name: value for name, value in row.items() if name not in (*GIVEN, "until")},
    )


def read_span(row: Mapping[str, Any], where: str) -> Span:
    days = (row["from"], row.get("until"))
    if not all(type(day) is date for day in days if day is not None):
        raise LawError(
            f"{where}: “from” and “until” must be days such as 2010-04-01, without quotation marks."
        )
    try:
        return Span(*days)
    except ValueError as error:
        raise LawError(f"{where}: {error}") from None


def refuse_overlaps(provisions: Iterable[Provision], file: str) -> None:
    for (n, one), (m, other) in combinations(enumerate(provisions, start=1), 2):
        if one.rule == other.rule and one.span.meets(other.span):
            shared = max(one.span.first, other.span.first)
            raise LawError(
                f"{file}, rows {n} and {m}: both are the rule “{one.rule}” on {in_words(shared)}. "
                "End the earlier row the day before the later one begins."
            )
