"""What `register/aims.toml` says: each framework’s outcomes, their aims, and what families give to them."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from trust.vision.outcomes.words import Confidence, Outcome

AIMS = Path(__file__).parents[1] / "register" / "aims.toml"


@dataclass(frozen=True)
class Aim:
    """One thing that an outcome means for a child; its code is the framework’s."""

    code: str
    says: str
    outcome: Outcome


@dataclass(frozen=True)
class Heading:
    """One outcome of a framework: its aims, families’ part, or the five outcomes that it meets."""

    name: str
    outcome: Outcome | None
    law: str
    aims: tuple[Aim, ...]
    families: str
    families_code: str
    meets: tuple[Outcome, ...]
    meets_confidence: Confidence | None


@dataclass(frozen=True)
class OutcomesFramework:
    """What somebody laid down as good for every child, with its days, its source and how sure we are."""

    key: str
    name: str
    first: date
    ended: str
    says: str
    since: str
    source: str
    confidence: Confidence
    headings: tuple[Heading, ...]

    @property
    def aims(self) -> tuple[Aim, ...]:
        return tuple(aim for heading in self.headings for aim in heading.aims)


@cache
def read_aims(file: Path = AIMS) -> tuple[OutcomesFramework, ...]:
    return tuple(_framework(table) for table in tomllib.loads(file.read_text())["framework"])


def _framework(table: dict[str, Any]) -> OutcomesFramework:
    headings = tuple(_heading(row) for row in table.pop("heading"))
    return OutcomesFramework(**{**table, "confidence": Confidence(table["confidence"]), "headings": headings})


def _heading(row: dict[str, Any]) -> Heading:
    outcome = Outcome(row["outcome"]) if "outcome" in row else None
    code, families = row.get("families", ("", ""))
    sure = row.get("meets_confidence")
    return Heading(
        name=outcome.label if outcome else row["name"],
        outcome=outcome,
        law=row.get("law", ""),
        aims=tuple(Aim(code, says, outcome) for code, says in row["aims"]) if outcome else (),
        families=families,
        families_code=code,
        meets=tuple(Outcome(value) for value in row.get("meets", ())),
        meets_confidence=Confidence(sure) if sure else None,
    )
