"""`neighbours.toml`: the places most like an area, in each set that was published."""

import tomllib
from dataclasses import dataclass
from datetime import date

from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.periods import months_of


@dataclass(frozen=True)
class Neighbours:
    """One published set, nearest first: `members` are codes and names."""

    name: str
    known_on: date
    source: str
    licence: str
    members: tuple[tuple[str, str], ...]


def read_neighbours(content: bytes) -> list[Neighbours]:
    """Every set of the file, which names each by the month it was published; errors: Unreadable."""
    try:
        whole = tomllib.loads(content.decode("utf-8-sig"))
        return [
            Neighbours(
                name=found["set"],
                known_on=_end_of(found["set"]),
                source=found["source"],
                licence=found["licence"],
                members=tuple((area["code"], area["name"]) for area in found["areas"]),
            )
            for found in whole.get("neighbours", [])
        ]
    except KeyError as error:
        raise Unreadable(f"A set of neighbours lacks {error}.") from error
    except ValueError as error:
        raise Unreadable(f"It cannot be read: {error}") from error


def _end_of(month: str) -> date:
    year, number = month.split("-")
    return months_of(int(year), int(number), int(number)).end
