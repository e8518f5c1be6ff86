"""Our own tidy file, sent by itself: it is known by its first line, as the official families are."""

import csv
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from trust.vision.outcomes.formats.figures import Known, is_ours
from trust.vision.outcomes.formats.official.assemble import LATER_DAY, NoDay, Reading, Told
from trust.vision.outcomes.formats.official.family import Family
from trust.vision.outcomes.formats.official.places import official_place
from trust.vision.outcomes.formats.rows import Definition
from trust.vision.outcomes.loaders.area import KnownPlaces
from trust.vision.outcomes.queries.register import held_neighbours
from trust.vision.outcomes.queries.tidy import Tidy, read_tidy

LONGEST_HEADER = 4_000
OWN = Family(
    "own", "Tidy file of figures", "as each row says", 0, lambda columns: False, licence="as each row says"
)


class AllPlaces(KnownPlaces):
    """The codes of the directory, of every set of neighbours, and of official statistics."""

    def __contains__(self, code: object) -> bool:
        official = official_place(str(code))
        return (official is not None and official.code == code) or super().__contains__(code)


def read_own(file: Path, held: Mapping[str, Definition], told: Told) -> tuple[Reading, Tidy]:
    """Read a tidy file by columns, whatever its size, with the questions of any other.

    Errors: Unreadable; NoDay where the day that was told is before the period of every row.
    """
    places = AllPlaces(held_neighbours().values())
    tidy = read_tidy(file, Known(held, places, told.published_on, told.licence), name=file.name)
    if not tidy.staged.rows and "published_on" in tidy.wrong_in:
        raise NoDay(LATER_DAY)
    asks = told.licence or "licence" in tidy.wrong_in
    reading = Reading(replace(OWN, licence="") if asks else OWN)
    return reading, tidy


def is_own(file: Path) -> bool:
    """Whether a file's first line names every column of our tidy files."""
    with file.open("rb") as content:
        first = content.readline(LONGEST_HEADER).decode("utf-8-sig", errors="replace")
    try:
        return is_ours(next(csv.reader([first]), []))
    except csv.Error:
        return False
