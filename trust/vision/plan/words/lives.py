"""The stages of a plan’s life, every move between them, and where what a move waits for is put right."""

from enum import StrEnum


class Stage(StrEnum):
    """Where a plan stands in its life, from a draft to its end."""

    DRAFT = "draft"
    CONSULTING = "consulting"
    FINAL_DRAFT = "final draft"
    AGREED = "agreed"
    SIGNED = "signed"
    PUBLISHED = "published"
    UNDER_REVIEW = "under review"
    SUPERSEDED = "superseded"
    ENDED = "ended"


# Every move in the life of a plan. The database refuses any other; `rules.lifecycle` says what each needs.
MOVES = (
    (Stage.DRAFT, Stage.CONSULTING),
    # A partnership below the county publishes its own plan, and says what is not yet sure in it.
    (Stage.DRAFT, Stage.PUBLISHED),
    (Stage.CONSULTING, Stage.FINAL_DRAFT),
    (Stage.FINAL_DRAFT, Stage.CONSULTING),
    (Stage.FINAL_DRAFT, Stage.AGREED),
    (Stage.AGREED, Stage.SIGNED),
    (Stage.SIGNED, Stage.PUBLISHED),
    (Stage.PUBLISHED, Stage.UNDER_REVIEW),
    (Stage.UNDER_REVIEW, Stage.PUBLISHED),
    (Stage.PUBLISHED, Stage.SUPERSEDED),
    (Stage.UNDER_REVIEW, Stage.SUPERSEDED),
    (Stage.PUBLISHED, Stage.ENDED),
    (Stage.UNDER_REVIEW, Stage.ENDED),
)


class Mend(StrEnum):
    """Where a plan is led on, or what it waits for is put right; the value is what its link says."""

    VISION = "Write the vision"
    PRIORITY = "Add a priority"
    ROW = "Add a row"
    CONSULT = "Open a consultation"
    CONSULTING = "Look at the consultation"
    ANSWER = "Answer what people said"
    DECISION = "Record the decision if it is not in the list"
    SIGNATURES = "See who has not signed"
    CHECK = "Look at what it lacks"
    REASON = "Say why, and publish"
    PUBLISH = "Look at the changes and publish"
    REVIEW = "Go to the reviews"
    EVERY_PLAN = "Look at every plan"
    MOVE = "Move the plan on"
