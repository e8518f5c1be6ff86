"""What other rooms and pages may ask about needs. A page as of a day shows nothing that was said later."""

from trust.strategy.needs.queries.cited import Cited, cited_figure
from trust.strategy.needs.queries.citing import CitedIn, ask_also
from trust.strategy.needs.queries.composing import compose, document
from trust.strategy.needs.queries.findings import (
    Cards,
    FindingCard,
    Told,
    finding,
    findings,
    findings_by_id,
    history,
    measure_choices,
    needs_that_say,
    place_choices,
    story,
    told,
)
from trust.strategy.needs.queries.register import (
    AssessmentCard,
    EditionCard,
    SectionCard,
    assessment,
    assessments,
    section,
    sections,
)

__all__ = [
    "AssessmentCard",
    "Cards",
    "Cited",
    "CitedIn",
    "EditionCard",
    "FindingCard",
    "SectionCard",
    "Told",
    "ask_also",
    "assessment",
    "assessments",
    "cited_figure",
    "compose",
    "document",
    "finding",
    "findings",
    "findings_by_id",
    "history",
    "measure_choices",
    "needs_that_say",
    "place_choices",
    "section",
    "sections",
    "story",
    "told",
]
