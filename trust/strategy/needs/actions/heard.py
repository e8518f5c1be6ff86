"""What partners say of an assessment, what they are answered, and when words were last found true."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.strategy.needs.actions.assessments import latest_edition, stage_of
from trust.strategy.needs.models import Answer, Comment, Finding, LookedAgain, Passage
from trust.strategy.needs.words import Stage


@transaction.atomic
def comment(
    *,
    assessment: UUID,
    words: str,
    invented: bool,
    by: Actor,
    at: datetime,
    passage: UUID | None = None,
    finding: UUID | None = None,
) -> Comment:
    """Say for one's own organisation what is wrong or missing; without words: nothing to add."""
    edition = latest_edition(assessment)
    if stage_of(edition) is not Stage.SHARED:
        raise Refused("This assessment is not open for comment now.")
    if by.organisation is None:
        raise Refused("A comment is a partner’s: your name is with no organisation that can make one.")
    said = Comment.objects.create(
        edition=edition,
        passage=_of(assessment, passage),
        finding=_finding_of(assessment, finding),
        partner_id=by.organisation,
        words=words.strip(),
        invented=invented,
        on=london_day(at),
        by=by.name,
        at=at,
    )
    record("needs.comment.made", on=said, by=by, at=at, nothing_to_add=not said.words)
    return said


def _of(assessment: UUID, passage: UUID | None) -> Passage | None:
    if passage is None:
        return None
    found = Passage.objects.filter(pk=passage, section__assessment=assessment).first()
    if found is None:
        raise NotFound
    return found


def _finding_of(assessment: UUID, finding: UUID | None) -> Finding | None:
    if finding is None:
        return None
    found = Finding.objects.filter(pk=finding, section__assessment=assessment).first()
    if found is None:
        raise NotFound
    return found


@transaction.atomic
def answer_comment(*, comment: UUID, words: str, by: Actor, at: datetime) -> Answer:
    """Tell a partner what became of its comment, once."""
    about = Comment.objects.filter(pk=comment).first()
    if about is None:
        raise NotFound
    if not words.strip():
        raise Refused("Say what you did about it, or why you did nothing.")
    with second_is_told("This comment has its answer already."):
        answer = Answer.objects.create(
            comment=about, words=words.strip(), on=london_day(at), by=by.name, at=at
        )
    record("needs.comment.answered", on=answer, by=by, at=at)
    return answer


@transaction.atomic
def still_true(
    *, by: Actor, at: datetime, passage: UUID | None = None, finding: UUID | None = None
) -> LookedAgain:
    """Say that words were read again beside today's figures, and are still true."""
    if not (passage and Passage.objects.filter(pk=passage).exists()) and not (
        finding and Finding.objects.filter(pk=finding).exists()
    ):
        raise NotFound
    looked = LookedAgain.objects.create(
        passage_id=passage, finding_id=finding, on=london_day(at), by=by.name, at=at
    )
    record("needs.words.found-still-true", on=looked, by=by, at=at)
    return looked
