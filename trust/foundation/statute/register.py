"""The register of instruments: every Act, regulation and piece of guidance that a rule may cite."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from trust.foundation.kernel.time import Span

REGISTER = Path(__file__).with_name("register.toml")


class Kind(StrEnum):
    ACT = "act"
    REGULATIONS = "regulations"
    GUIDANCE = "guidance"
    NOTICE = "notice"
    SERVICE = "service"
    LOCAL = "local"


class Confidence(StrEnum):
    """How sure we are of the dates: read in the text itself, read about, or remembered."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


@dataclass(frozen=True)
class Instrument:
    id: str
    title: str
    short: str
    kind: Kind
    span: Span
    note: str
    confidence: Confidence


@cache
def instruments() -> Mapping[str, Instrument]:
    rows = tomllib.loads(REGISTER.read_text(encoding="utf-8"))["instrument"]
    read = [read_instrument(row) for row in rows]
    twice = {one.id for one in read if sum(other.id == one.id for other in read) > 1}
    if twice:
        raise LookupError(f"{REGISTER.name}: in the register twice: {', '.join(sorted(twice))}.")
    return {one.id: one for one in read}


def read_instrument(row: Mapping[str, Any]) -> Instrument:
    return Instrument(
        id=row["id"],
        title=row["title"],
        short=row["short"],
        kind=Kind(row["kind"]),
        span=Span(row["from"], row.get("until")),
        note=row.get("note", ""),
        confidence=Confidence(row["confidence"]),
    )


def instrument(wanted: str) -> Instrument:
    try:
        return instruments()[wanted]
    except KeyError:
        raise LookupError(f"“{wanted}” is not in the register of instruments ({REGISTER.name}).") from None
