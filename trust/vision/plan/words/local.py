"""The rows of a local plan, and what counts in several plans."""

from enum import StrEnum


class RowState(StrEnum):
    """How firm a row of a local plan is; each is an honest answer, and none stops it being published."""

    AGREED = "agreed"
    PROVISIONAL = "provisional"
    TO_BE_CONFIRMED = "to be confirmed"

    @property
    def in_words(self) -> str:
        return self.value.capitalize()


class Countable(StrEnum):
    """What can count in several plans and is written once."""

    ACTION = "action"
    PLEDGE = "pledge"
    MEASURE = "measure"
    ROW = "row"

    @property
    def label(self) -> str:
        return COUNTABLE_LABELS[self]


COUNTABLE_LABELS = {
    Countable.ACTION: "Action",
    Countable.PLEDGE: "Pledge",
    Countable.MEASURE: "Measure",
    Countable.ROW: "Local action",
}
