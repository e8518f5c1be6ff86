from enum import StrEnum


class Kind(StrEnum):
    """What a letter is: what somebody must have, what only its reader knows of, or news they may stop."""

    DUTY = "duty"
    QUIET = "quiet"
    DIGEST = "digest"
