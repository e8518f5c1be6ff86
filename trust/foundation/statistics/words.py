"""The words a figure may be judged by."""

from enum import StrEnum


class Polarity(StrEnum):
    """Which way is better for children."""

    HIGH = "high"
    LOW = "low"
    ZERO = "zero"
    BAND = "band"
    NEUTRAL = "neutral"

    @property
    def sign(self) -> int:
        """+1 where more is better, -1 where less is; refused where neither is."""
        match self:
            case Polarity.HIGH:
                return 1
            case Polarity.LOW | Polarity.ZERO:
                return -1
            case _:
                raise ValueError("This measure has no better direction, so better and worse mean nothing.")


class Direction(StrEnum):
    """What happened between two periods, said only past the test."""

    BETTER = "better"
    WORSE = "worse"
    NO_CLEAR_CHANGE = "no clear change"


class Verdict(StrEnum):
    """What happened to a gap between two periods, said only past the test."""

    NARROWED = "narrowed"
    WIDENED = "widened"
    REVERSED = "reversed"
    NO_CLEAR_CHANGE = "no clear change"


class Standing(StrEnum):
    """Where an area's interval lies against a benchmark's value."""

    BETTER = "better"
    WORSE = "worse"
    SIMILAR = "similar"
    HIGHER = "higher"
    LOWER = "lower"


class Rating(StrEnum):
    """A pledge's measure against its path; never shown as colour alone."""

    ON_TRACK = "on track"
    AT_RISK = "at risk"
    OFF_TRACK = "off track"
    CANNOT_SAY = "cannot say yet"

    @property
    def letter(self) -> str:
        return {"on track": "G", "at risk": "A", "off track": "R"}.get(self.value, "U")


class Absence(StrEnum):
    """Why a measure cannot be rated."""

    NO_DATA = "no figure has been published"
    LATE = "the figure is late"
    SUPPRESSED = "the figure is withheld"
    NEUTRAL = "this measure has no better direction"
