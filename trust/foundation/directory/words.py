from enum import StrEnum

# The cookie that remembers which day is looked at.
DAY_COOKIE = "day"


class Evidence(StrEnum):
    """How far a row of an area pack can be trusted."""

    SOURCED = "sourced"
    INVENTED = "invented"
    NOT_FOUND = "not-found"


class PlaceKind(StrEnum):
    COUNTRY = "country"
    REGION = "region"
    COUNTY = "county"
    DISTRICT = "district"
    UNITARY = "unitary"
    WARD = "ward"
    MSOA = "msoa"
    LSOA = "lsoa"
    LOCALITY = "locality"

    @property
    def label(self) -> str:
        return KIND_LABELS[self]


KIND_LABELS = {
    PlaceKind.COUNTRY: "country",
    PlaceKind.REGION: "region",
    PlaceKind.COUNTY: "county",
    PlaceKind.DISTRICT: "district",
    PlaceKind.UNITARY: "unitary authority",
    PlaceKind.WARD: "ward",
    PlaceKind.MSOA: "middle-sized small area",
    PlaceKind.LSOA: "small area",
    PlaceKind.LOCALITY: "locality",
}
SMALL_KINDS = frozenset({PlaceKind.WARD, PlaceKind.MSOA, PlaceKind.LSOA})


class Relation(StrEnum):
    """What became of a small area when its boundaries were drawn again, in the words of the lookups."""

    UNCHANGED = "U"
    SPLIT = "S"
    MERGED = "M"
    OTHER = "X"


class Fit(StrEnum):
    """How far a place lies within another: wholly, or for the most part."""

    EXACT = "exact"
    BEST = "best-fit"


class Sector(StrEnum):
    PUBLIC = "public"
    HEALTH = "health"
    EDUCATION = "education"
    VOLUNTARY = "voluntary"
    PRIVATE = "private"
