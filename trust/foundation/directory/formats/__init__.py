"""The files of an area pack that describe the area itself, its places and its organisations."""

from trust.foundation.directory.formats.pack import (
    ORGANISATION_LONGEST,
    PLACE_LONGEST,
    OrganisationRow,
    Pack,
    read_pack,
    read_words,
)
from trust.foundation.directory.formats.rows import BelongingRow, LookupRow, PlaceRow, SchoolRow

__all__ = [
    "ORGANISATION_LONGEST",
    "PLACE_LONGEST",
    "BelongingRow",
    "LookupRow",
    "OrganisationRow",
    "Pack",
    "PlaceRow",
    "SchoolRow",
    "read_pack",
    "read_words",
]
