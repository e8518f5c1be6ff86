"""What stands between an edition and its next stage, and what in it is stale."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.kernel.english import listed
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import in_words
from trust.strategy.needs.formats.document import CitedFigure, Document, Found, Part, Said, figures_of
from trust.strategy.needs.models import Comment
from trust.strategy.needs.queries.register import AssessmentCard
from trust.strategy.needs.rules import Ready


def ready(document: Document, *, answer_by: date | None) -> Ready:
    return Ready(
        empty_sections=tuple(part.title for part in document.parts if part.is_empty),
        findings=len(document.findings),
        unanswered=sum(not said.answered_on for said in every_comment(document) if said.words),
        silent=tuple(asked.partner for asked in document.asked if asked.is_silent),
        answer_by=answer_by,
    )


def every_comment(document: Document) -> tuple[Said, ...]:
    """Every comment, of the whole, of a passage or of a finding."""
    beside = (said for part in document.parts for comments in _beside(part) for said in comments)
    return (*document.comments, *beside)


def _beside(part: Part) -> list[tuple[Said, ...]]:
    texts = [text.comments for text in part.texts]
    return texts + [found.comments for found in (*part.findings, *part.gaps)]


@dataclass(frozen=True)
class Stale:
    """One thing to look at again, and why."""

    section: int
    title: str
    why: str
    passage: UUID | None = None
    finding: UUID | None = None


def stale(card: AssessmentCard, document: Document, *, on: date) -> list[Stale]:
    """What is past its time on a day: figures newer than the words, findings to refresh, the whole cycle."""
    found = [one for part in document.parts for one in _of_part(part, on)]
    if card.next_due <= on:
        why = f"It comes round every {card.cycle_months} months, so it was due on {in_words(card.next_due)}."
        found.insert(0, Stale(0, "The whole assessment", why))
    return found


def _of_part(part: Part, on: date) -> list[Stale]:
    found = []
    looked = part.looked_on
    newer = [figure for figure in part.figures if looked and figure.newest and figure.newest > looked]
    if looked and newer:
        found.append(Stale(part.number, part.title, _newer(newer, looked), passage=part.texts[0].id))
    return found + [one for finding in (*part.findings, *part.gaps) for one in _of_finding(part, finding, on)]


def _of_finding(part: Part, finding: Found, on: date) -> list[Stale]:
    reasons = []
    figure = finding.figure
    if figure and finding.is_overtaken:
        reasons.append(_newer([figure], finding.looked_on))
    if finding.refresh_by and finding.looked_on < finding.refresh_by <= on:
        reasons.append(f"It was to be looked at again by {in_words(finding.refresh_by)}.")
    return [Stale(part.number, finding.statement, " ".join(reasons), finding=finding.id)] if reasons else []


def _newer(figures: list[CitedFigure], looked: date) -> str:
    """Which measures have newer figures than the words."""
    titles = listed([f"“{figure.title}”" for figure in figures])
    newest = max(figure.newest for figure in figures if figure.newest)
    came = f"Newer figures came out for {titles}, the last on {in_words(newest)}"
    return f"{came}; this was last looked at on {in_words(looked)}."


def has_newer_figures(kept: Document, now: Document) -> list[CitedFigure]:
    """Of a frozen edition: the measures that are known further, or otherwise, on a later day."""
    then = {
        (figure.id, figure.indicator): figure.newest for part in kept.parts for figure in figures_of(part)
    }
    return [
        figure
        for part in now.parts
        for figure in figures_of(part)
        if figure.newest and figure.newest > (then.get((figure.id, figure.indicator)) or kept.as_of)
    ]


def assessment_of(comment: UUID) -> UUID:
    """The assessment that a comment is on; errors: NotFound."""
    row = Comment.objects.filter(pk=comment).select_related("edition").first()
    if row is None:
        raise NotFound
    return row.edition.assessment_id
