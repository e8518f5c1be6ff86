"""National goals and floors, `goals.toml`: bare facts, each with its source, its days and how sure it is."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from trust.vision.outcomes.formats.periods import Months, read_period

FILE = Path(__file__).parent / "goals.toml"


class GoalKind(StrEnum):
    GOAL = "goal"
    FLOOR = "floor"


@dataclass(frozen=True)
class Goal:
    """One goal for the whole of England: a value, or a share of the figure of a base period, by a period."""

    key: str
    indicator: str
    says: str
    kind: GoalKind
    value: Decimal | None
    share: Decimal | None
    base: str
    period: str
    first: date
    last: date | None
    source: str
    sure: str

    @property
    def due(self) -> Months:
        return read_period(self.period)

    def stood_on(self, day: date) -> bool:
        return self.first <= day <= min(self.due.end, self.last or self.due.end)


@cache
def national_goals() -> tuple[Goal, ...]:
    """Every goal of the file; errors: KeyError or ValueError for one that is not whole."""
    return tuple(_goal(table) for table in tomllib.loads(FILE.read_text("utf-8"))["goal"])


def _goal(table: Mapping[str, Any]) -> Goal:
    if table["sure"] not in {"high", "medium", "low"}:
        raise ValueError(f"{table['key']}: “{table['sure']}” does not say how sure we are.")
    return Goal(
        key=table["key"],
        indicator=table["indicator"],
        says=table["says"],
        kind=GoalKind(table["kind"]),
        value=Decimal(table["value"]) if "value" in table else None,
        share=Decimal(table["share"]) if "share" in table else None,
        base=table.get("base", ""),
        period=table["period"],
        first=table["from"],
        last=table.get("until"),
        source=table["source"],
        sure=table["sure"],
    )
