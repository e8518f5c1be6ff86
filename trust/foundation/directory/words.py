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


class Sector(StrEnum):
    PUBLIC = "public"
    HEALTH = "health"
    EDUCATION = "education"
    VOLUNTARY = "voluntary"
    PRIVATE = "private"
