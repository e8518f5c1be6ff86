"""What the public and the office fill in."""

from trust.vision.participation.forms.consulted import (
    AnswerFinding,
    CountReached,
    FindConsultations,
    OpenConsultation,
    WriteFinding,
)
from trust.vision.participation.forms.heard import (
    Answer,
    FindAnswer,
    Mark,
    ReturnConcern,
    Search,
    Show,
    TellOfConcern,
    TellUs,
)

__all__ = [
    "Answer",
    "AnswerFinding",
    "CountReached",
    "FindAnswer",
    "FindConsultations",
    "Mark",
    "OpenConsultation",
    "ReturnConcern",
    "Search",
    "Show",
    "TellOfConcern",
    "TellUs",
    "WriteFinding",
]
