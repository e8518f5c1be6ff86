"""Our own tidy file, sent by itself: it is known by its first line, as the official families are."""

import csv
from pathlib import Path

from trust.vision.outcomes.formats.figures import is_ours
from trust.vision.outcomes.formats.official.family import Family
from trust.vision.outcomes.formats.official.places import official_place
from trust.vision.outcomes.loaders.area import KnownPlaces

LONGEST_HEADER = 4_000
OWN = Family(
    "own", "Tidy file of figures", "as each row says", 0, lambda columns: False, licence="as each row says"
)


class AllPlaces(KnownPlaces):
    """The codes of the directory, of every set of neighbours, and of official statistics."""

    def __contains__(self, code: object) -> bool:
        official = official_place(str(code))
        return (official is not None and official.code == code) or super().__contains__(code)


def is_own(file: Path) -> bool:
    """Whether a file's first line names every column of our tidy files."""
    with file.open("rb") as content:
        first = content.readline(LONGEST_HEADER).decode("utf-8-sig", errors="replace")
    try:
        return is_ours(next(csv.reader([first]), []))
    except csv.Error:
        return False
