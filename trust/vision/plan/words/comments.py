"""What of a draft is commented on, and whether a comment still waits."""

from enum import StrEnum


class Passage(StrEnum):
    """What of a draft a colleague comments on."""

    PRIORITY = "priority"
    ACTION = "action"
    MEASURE = "measure"
    STATEMENT = "statement"


class CommentState(StrEnum):
    """Whether a comment still waits for the officer."""

    OPEN = "open"
    SETTLED = "settled"
