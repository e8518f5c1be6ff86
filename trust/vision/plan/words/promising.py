"""What partners promise, and how a promise or a measure stands."""

from enum import StrEnum


class Standing(StrEnum):
    """How a promise is going, as the partner who owns it says."""

    DONE = "done"
    ON_TRACK = "on track"
    AT_RISK = "at risk"
    NOT_DONE = "not done"

    @property
    def in_words(self) -> str:
        return self.value.capitalize()


class MeasureKind(StrEnum):
    """Whether a measure is about all children of a place or about one service: the two are never mixed."""

    POPULATION = "population"
    SERVICE = "service"


class Given(StrEnum):
    """What a partner puts in."""

    MONEY = "money"
    PEOPLE = "people"
    PREMISES = "premises"
    GOODS = "goods or services"


class Treatment(StrEnum):
    """Who holds what is pledged: its owner (single or aligned), or a host for everyone (pooled)."""

    SINGLE = "single agency"
    ALIGNED = "aligned"
    POOLED = "pooled"


class Recurrence(StrEnum):
    ONE_OFF = "one-off"
    EVERY_YEAR = "every year"


class Reach(StrEnum):
    """Whom an action is for."""

    UNIVERSAL = "universal"
    TARGETED = "targeted"
    SPECIALIST = "specialist"


class Receiver(StrEnum):
    """For whom a pledge is: pledges go two ways, and schools both give and are given."""

    CHILDREN = "all children"
    SCHOOLS = "schools"
    COLLEGES = "colleges"
    VOLUNTARY = "voluntary and community groups"
    PARTNER = "one partner"


class Status(StrEnum):
    """How a measure or promise stands: a letter, a shape and a word, never a colour alone."""

    ON_TRACK = "g"
    AT_RISK = "a"
    OFF_TRACK = "r"
    CANNOT_SAY = "u"
