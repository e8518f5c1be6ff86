"""How sure we are of what a finding says."""

from enum import StrEnum


class Sure(StrEnum):
    SURE = "sure"
    FAIRLY = "fairly-sure"
    NOT_YET = "not-yet"

    @property
    def label(self) -> str:
        return SURE_LABELS[self]


SURE_LABELS = {
    Sure.SURE: "We are sure: the figures show it",
    Sure.FAIRLY: "We are fairly sure: it fits the figures, and they could have another reason",
    Sure.NOT_YET: "We are not sure yet: too few figures, or none",
}
