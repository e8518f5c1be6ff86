"""How the plan is followed: the questions of a report card, and how a milestone stands."""

from enum import StrEnum

from trust.vision.plan.words.promising import Status


class CardQuestion(StrEnum):
    """The three questions of a report card, asked of a service and never of a population."""

    HOW_MUCH = "how much"
    HOW_WELL = "how well"
    BETTER_OFF = "better off"

    @property
    def label(self) -> str:
        return CARD_LABELS[self]


CARD_LABELS = {
    CardQuestion.HOW_MUCH: "How much did we do?",
    CardQuestion.HOW_WELL: "How well did we do it?",
    CardQuestion.BETTER_OFF: "Is anyone better off?",
}


class StepTold(StrEnum):
    """What became of a milestone."""

    REACHED = "reached"
    MOVED = "moved"
    WITHDRAWN = "withdrawn"


class StepState(StrEnum):
    """How a milestone, or the due day of an action, stands on a day."""

    REACHED = "reached"
    LATE = "late"
    COMING = "coming"
    WITHDRAWN = "withdrawn"

    @property
    def status(self) -> Status:
        """Its letter; a day that has not come says nothing yet."""
        return STEP_STATUS.get(self, Status.CANNOT_SAY)


STEP_STATUS = {StepState.REACHED: Status.ON_TRACK, StepState.LATE: Status.OFF_TRACK}
