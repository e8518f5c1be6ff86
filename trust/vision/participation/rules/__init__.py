"""What may be sent to us, and what a consultation must be. The day is an argument."""

from trust.vision.participation.rules.heard import (
    LONGEST_ANSWER,
    LONGEST_COMMENT,
    check_answer,
    check_comment,
    check_voice,
    may_show_reference,
    tidy_reference,
)

__all__ = [
    "LONGEST_ANSWER",
    "LONGEST_COMMENT",
    "check_answer",
    "check_comment",
    "check_voice",
    "may_show_reference",
    "tidy_reference",
]
