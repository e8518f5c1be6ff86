"""The files of an area pack that describe the area itself, its places and its organisations."""

from trust.foundation.directory.formats.pack import (
    ORGANISATION_LONGEST,
    PLACE_LONGEST,
    OrganisationRow,
    Pack,
    PlaceRow,
    read_pack,
    read_words,
)

__all__ = [
    "ORGANISATION_LONGEST",
    "PLACE_LONGEST",
    "OrganisationRow",
    "Pack",
    "PlaceRow",
    "read_pack",
    "read_words",
]
