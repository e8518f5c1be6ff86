"""What a needs assessment is made of. Nothing is edited: a correction is a new row that names the old."""

from trust.strategy.needs.models.assessments import (
    Assessment,
    Edition,
    Invited,
    Move,
    Section,
    Snapshot,
)
from trust.strategy.needs.models.findings import Finding
from trust.strategy.needs.models.heard import Answer, Comment, LookedAgain
from trust.strategy.needs.models.texts import Citation, LocalCount, Passage
from trust.strategy.needs.models.written import standing

__all__ = [
    "Answer",
    "Assessment",
    "Citation",
    "Comment",
    "Edition",
    "Finding",
    "Invited",
    "LocalCount",
    "LookedAgain",
    "Move",
    "Passage",
    "Section",
    "Snapshot",
    "standing",
]
