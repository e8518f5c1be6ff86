from trust.vision.participation.actions.concerns import (
    mark_concern,
    open_concern,
    return_concern,
    tell_duty_officers,
    tell_of_concern,
)
from trust.vision.participation.actions.consulted import (
    answer_finding,
    count_reached,
    open_consultation,
    write_finding,
)
from trust.vision.participation.actions.heard import answer_comment, hear, show_comment, tell_us

__all__ = [
    "answer_comment",
    "answer_finding",
    "count_reached",
    "hear",
    "mark_concern",
    "open_concern",
    "open_consultation",
    "return_concern",
    "show_comment",
    "tell_duty_officers",
    "tell_of_concern",
    "tell_us",
    "write_finding",
]
