"""The words of figures: what they are for, how they are made, and why one is not there."""

from enum import StrEnum


class Outcome(StrEnum):
    """The five outcomes of section 10(2) of the Children Act 2004, in its order."""

    BE_HEALTHY = "be-healthy"
    STAY_SAFE = "stay-safe"
    ENJOY_AND_ACHIEVE = "enjoy-and-achieve"
    POSITIVE_CONTRIBUTION = "positive-contribution"
    ECONOMIC_WELL_BEING = "economic-well-being"

    @property
    def label(self) -> str:
        return OUTCOME_LABELS[self]


OUTCOME_LABELS = {
    Outcome.BE_HEALTHY: "Be healthy",
    Outcome.STAY_SAFE: "Stay safe",
    Outcome.ENJOY_AND_ACHIEVE: "Enjoy and achieve",
    Outcome.POSITIVE_CONTRIBUTION: "Make a positive contribution",
    Outcome.ECONOMIC_WELL_BEING: "Achieve economic well-being",
}


class Became(StrEnum):
    """What a list may be asked for, by what became of a figure."""

    CHANGED = "changed"
    BETTER = "better"
    WORSE = "worse"
    NO_CLEAR_CHANGE = "no-clear-change"

    @property
    def label(self) -> str:
        return BECAME_LABELS[self]


BECAME_LABELS = {
    Became.CHANGED: "Clearly changed",
    Became.BETTER: "Got better",
    Became.WORSE: "Got worse",
    Became.NO_CLEAR_CHANGE: "No clear change",
}


class Beside(StrEnum):
    """What a list may be asked for, by how a figure stands beside England's."""

    BETTER = "better"
    WORSE = "worse"
    SIMILAR = "similar"

    @property
    def label(self) -> str:
        return BESIDE_LABELS[self]


BESIDE_LABELS = {
    Beside.BETTER: "Better than England",
    Beside.WORSE: "Worse than England",
    Beside.SIMILAR: "Not clearly different",
}


class InOrder(StrEnum):
    """The order of a list; by outcome where none is chosen."""

    NAME = "name"
    NEWEST = "newest"
    WORSE = "worse"
    ENGLAND = "england"

    @property
    def label(self) -> str:
        return ORDER_LABELS[self]


ORDER_LABELS = {
    InOrder.NAME: "Name",
    InOrder.NEWEST: "Newest figure first",
    InOrder.WORSE: "Got worse first",
    InOrder.ENGLAND: "Worse than England first",
}


class Confidence(StrEnum):
    """How sure we are of a definition that we compiled."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def label(self) -> str:
        return CONFIDENCE_LABELS[self]


CONFIDENCE_LABELS = {
    Confidence.HIGH: "Sure",
    Confidence.MEDIUM: "Fairly sure: check it before you rest on it",
    Confidence.LOW: "Not sure: check it before you use it",
}


class Kinship(StrEnum):
    """How one definition stands to another."""

    SAME = "same"
    SIMILAR = "similar"
    SUCCESSOR = "successor"

    @property
    def label(self) -> str:
        return KINSHIP_LABELS[self]


KINSHIP_LABELS = {
    Kinship.SAME: "The same measure",
    Kinship.SIMILAR: "Much the same, but not to be put in one series",
    Kinship.SUCCESSOR: "What took its place",
}


class Method(StrEnum):
    """How a figure comes from its counts; it decides its interval and the test of a change."""

    PROPORTION = "proportion"
    RATE = "rate"
    NONE = "none"


class Geography(StrEnum):
    """The kinds of place that a map can be drawn by."""

    DISTRICT = "district"
    LOCALITY = "locality"
    WARD = "ward"
    MSOA = "msoa"
    LSOA = "lsoa"
    AUTHORITY = "authority"
    NEIGHBOUR = "neighbour"

    @property
    def label(self) -> str:
        return GEOGRAPHY_LABELS[self][0]

    @property
    def several(self) -> str:
        return GEOGRAPHY_LABELS[self][1]

    @property
    def heading(self) -> str:
        return GEOGRAPHY_LABELS[self][2]


GEOGRAPHY_LABELS = {
    Geography.DISTRICT: ("district", "districts", "by district"),
    Geography.LOCALITY: ("locality", "localities", "by locality"),
    Geography.WARD: ("ward", "wards", "by ward"),
    Geography.MSOA: ("middle-sized area (MSOA)", "middle-sized areas (MSOA)", "by middle-sized area"),
    Geography.LSOA: ("small area (LSOA)", "small areas (LSOA)", "by small area"),
    Geography.AUTHORITY: ("authority", "authorities of England", "by authority"),
    Geography.NEIGHBOUR: ("place", "places most like ours", "in the places most like ours"),
}


class Mark(StrEnum):
    """What the publisher said of one figure. Missing is not nought, and the kinds of missing stay apart."""

    FINAL = ""
    PROVISIONAL = "p"
    REVISED = "r"
    ESTIMATED = "e"
    BREAK = "b"
    WEAK = "u"
    ROUNDS_TO_NOUGHT = "k"
    WITHHELD = "c"
    NOT_AVAILABLE = "x"
    DOES_NOT_APPLY = "z"
    UNRELIABLE = "ur"
    BLANK = "blank"

    @property
    def label(self) -> str:
        return MARK_LABELS[self]

    @property
    def is_absence(self) -> bool:
        return self in ABSENT


MARK_LABELS = {
    Mark.FINAL: "final",
    Mark.PROVISIONAL: "provisional: it may be revised",
    Mark.REVISED: "revised since it was first published",
    Mark.ESTIMATED: "an estimate",
    Mark.BREAK: "counted in a new way from here: do not compare with earlier years",
    Mark.WEAK: "rests on few children: use with care",
    Mark.ROUNDS_TO_NOUGHT: "rounds to nought, but is not nought",
    Mark.WITHHELD: "withheld so that nobody can be recognised",
    Mark.NOT_AVAILABLE: "not available",
    Mark.DOES_NOT_APPLY: "does not apply",
    Mark.UNRELIABLE: "not reliable enough to be published",
    Mark.BLANK: "left blank by its publisher",
}
ABSENT = frozenset({Mark.WITHHELD, Mark.NOT_AVAILABLE, Mark.DOES_NOT_APPLY, Mark.UNRELIABLE, Mark.BLANK})

ENGLAND = "E92000001"
