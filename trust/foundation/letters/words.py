from enum import StrEnum


class Kind(StrEnum):
    """What a letter is: what somebody must have, or news that they may stop."""

    DUTY = "duty"
    DIGEST = "digest"
