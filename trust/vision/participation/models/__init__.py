from trust.vision.participation.models.consulted import (
    Consultation,
    ConsultationFinding,
    FindingAnswer,
    Reached,
)
from trust.vision.participation.models.heard import Answer, Comment, Voice

__all__ = ["Answer", "Comment", "Consultation", "ConsultationFinding", "FindingAnswer", "Reached", "Voice"]
