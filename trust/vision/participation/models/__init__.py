from trust.vision.participation.models.concerns import Concern, ConcernReturned, ConcernTold
from trust.vision.participation.models.consulted import (
    Consultation,
    ConsultationFinding,
    FindingAnswer,
    Reached,
)
from trust.vision.participation.models.heard import Answer, Comment, CommentShown, Voice

__all__ = [
    "Answer",
    "Comment",
    "CommentShown",
    "Concern",
    "ConcernReturned",
    "ConcernTold",
    "Consultation",
    "ConsultationFinding",
    "FindingAnswer",
    "Reached",
    "Voice",
]
