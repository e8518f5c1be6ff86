"""The register of indicators, `indicators.toml`: one table for each measure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.rows import Definition
from trust.vision.outcomes.words import Method, Outcome

NEEDED = ("code", "title", "plain_title", "unit", "method", "polarity", "source", "outcome")
TEXTS = ("family", "number", "numerator", "denominator", "frequency", "caveat")


@dataclass(frozen=True)
class Entry:
    """One indicator as its register states it."""

    code: str
    family: str
    number: str
    title: str
    plain_title: str
    numerator: str
    denominator: str
    unit: str
    multiplier: float
    method: Method
    polarity: Polarity
    frequency: str
    lag_months: int | None
    source: str
    outcome: Outcome
    caveat: str
    valid_from: date | None
    counts_rounded_to: int = 0
    changed: str = ""
    valid_until: date | None = None

    @property
    def definition(self) -> Definition:
        return Definition(self.method, self.multiplier, self.lag_months)


def read_indicators(content: bytes) -> tuple[list[Entry], list[str]]:
    """Every indicator that reads, and a sentence for each that does not; errors: Unreadable."""
    try:
        whole = tomllib.loads(content.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unreadable(f"It is not TOML: {error}") from error
    entries: dict[str, Entry] = {}
    refused: list[str] = []
    for place, table in enumerate(whole.get("indicator", []), start=1):
        try:
            entry = _entry(table)
            if entry.code in entries:
                raise ValueError("its code is given twice")
            entries[entry.code] = entry
        except ValueError as error:
            refused.append(f"indicator {place} ({table.get('code', 'no code')}): {error}.")
    return list(entries.values()), refused


def _entry(table: Mapping[str, Any]) -> Entry:
    missing = [field for field in NEEDED if not table.get(field)]
    if missing:
        raise ValueError(f"it lacks {', '.join(missing)}")
    return Entry(
        **{field: str(table.get(field, "")) for field in (*TEXTS, "title", "plain_title", "unit", "source")},
        code=_slug(str(table["code"])),
        multiplier=_multiplier(table),
        method=Method(table["method"]),
        polarity=Polarity(table["polarity"]),
        lag_months=_months(table.get("lag")),
        outcome=Outcome(table["outcome"]),
        valid_from=_a_day(table.get("from")),
        valid_until=_last_day(table),
        changed=str(table.get("changed", "")),
        counts_rounded_to=_rounding(table.get("counts_rounded_to", 0)),
    )


def _slug(code: str) -> str:
    if not code.replace("-", "").replace("_", "").isalnum():
        raise ValueError(f"“{code}” has more than letters, figures and hyphens in it, and it is an address")
    return code


def _multiplier(table: Mapping[str, Any]) -> float:
    multiplier = float(table.get("multiplier", 100 if table["method"] == Method.PROPORTION else 1))
    if not multiplier > 0:
        raise ValueError("its multiplier must be more than nought")
    return multiplier


def _months(lag: object) -> int | None:
    if lag is None or lag == "":
        return None
    if not isinstance(lag, int) or lag < 0:
        raise ValueError(f"its lag, {lag!r}, is not a whole number of months")
    return lag


def _rounding(nearest: object) -> int:
    if not isinstance(nearest, int) or nearest < 0:
        raise ValueError(f"its counts cannot be rounded to {nearest!r}: give a whole number such as 5")
    return nearest


def _a_day(day: object) -> date | None:
    if day is None or isinstance(day, date):
        return day
    raise ValueError(f"{day!r} is not a day written as 2008-04-01")


def _last_day(table: Mapping[str, Any]) -> date | None:
    first, last = _a_day(table.get("from")), _a_day(table.get("until"))
    if first and last and last <= first:
        raise ValueError(f"it is counted until {last}, before it is counted from {first}")
    return last
