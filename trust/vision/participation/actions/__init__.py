from trust.vision.participation.actions.consulted import (
    answer_finding,
    count_reached,
    open_consultation,
    write_finding,
)
from trust.vision.participation.actions.heard import answer_comment, hear, tell_us

__all__ = [
    "answer_comment",
    "answer_finding",
    "count_reached",
    "hear",
    "open_consultation",
    "tell_us",
    "write_finding",
]
