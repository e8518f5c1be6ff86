from dataclasses import dataclass
from enum import Enum, StrEnum


class Writes(Enum):
    """What the web roles may do to a table; the database grants exactly this."""

    NOTHING = "SELECT"
    DROP_IN = "INSERT"
    ADD = "SELECT, INSERT"
    AMEND = "SELECT, INSERT, UPDATE"
    PASSING = "SELECT, INSERT, UPDATE, DELETE"


@dataclass(frozen=True)
class Kept:
    """What a table holds, for how long, and what may be written to it."""

    holds: str
    until: str
    writes: Writes


def choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    """The words that a column may hold, each told as it is kept."""
    return [(word.value, word.value) for word in words]
