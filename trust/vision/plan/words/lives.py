"""The stages of a plan’s life, and every move between them."""

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
