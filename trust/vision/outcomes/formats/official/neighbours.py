"""Statistical neighbours: for every authority, the ten most like it, nearest first.

Source: Department for Education, Local Authority Interactive Tool. The file says no day: its name may, such
as `sn_may_2025`, and else whoever brings it in must.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from trust.vision.outcomes.formats.figures import Fault
from trust.vision.outcomes.formats.neighbours import Neighbours
from trust.vision.outcomes.formats.official.columns import Columns, plain
from trust.vision.outcomes.formats.official.family import OPEN_GOVERNMENT, Family
from trust.vision.outcomes.formats.official.places import OfficialPlace, official_place
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.formats.periods import MONTHS, months_of

NUMBER = ("LA num", "LA number", "la_number", "la_code")
NEAREST = re.compile(r"sn_?\d+")
FEWEST = 3
NAMED = re.compile(rf"(?i)({'|'.join(MONTHS)})[a-z]*[^a-z0-9]*(\d{{4}})")
SOURCE = "DfE, Local Authority Interactive Tool, statistical neighbours"


def recognise(columns: Columns) -> bool:
    return bool(columns.called(*NUMBER)) and len(ranked(columns)) >= FEWEST


def ranked(columns: Columns) -> list[str]:
    """The columns of neighbours, nearest first."""
    found = [name for name in columns if NEAREST.fullmatch(plain(name))]
    return sorted(found, key=lambda name: int(re.sub(r"\D", "", name)))


def day_in(file: str) -> date | None:
    """The last day of the month that a file's name says; None where it says none.

    >>> day_in("sn_may_2025_groups.csv").isoformat()
    '2025-05-31'
    """
    found = NAMED.search(file.replace("_", " "))
    if not found:
        return None
    month = MONTHS.index(found[1].capitalize()) + 1
    return months_of(int(found[2]), month, month).end


def neighbours(table: Table, known_on: date) -> list[tuple[str, Neighbours]]:
    """Each authority's set; an authority that we do not know waits, and its set with it."""
    return list(sets_of(table, known_on))


def sets_of(table: Table, known_on: date) -> Iterator[tuple[str, Neighbours]]:
    nearest, number = ranked(table.columns), table.columns.called(*NUMBER)
    for line in table.lines:
        said = [line.cells[name] for name in nearest if line.cells[name] not in {"", "-"}]
        places = [official_place(text) for text in (line.cells[number], *said)]
        if None in places:
            unknown = [
                text for text, place in zip((line.cells[number], *said), places, strict=True) if not place
            ]
            table.faults.append(refused(line, unknown))
        elif said:
            area, *members = [place for place in places if place]
            yield area.code, one_set(members, known_on)


def one_set(members: Sequence[OfficialPlace], known_on: date) -> Neighbours:
    return Neighbours(
        f"{known_on:%Y-%m}", known_on, SOURCE, OPEN_GOVERNMENT, tuple((one.code, one.name) for one in members)
    )


def refused(line: Line, unknown: Sequence[str]) -> Fault:
    return Fault(line.number, "place", f"“{', '.join(unknown)}” is not a place that we know.", line.text)


FAMILY = Family(
    "neighbours", "Statistical neighbours of every authority", "Department for Education", 0, recognise,
    neighbours=neighbours,
)  # fmt: skip
