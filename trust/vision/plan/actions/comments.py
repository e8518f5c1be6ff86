"""What colleagues say beside a draft, and what the officer answers; the plan’s text is untouched."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.plan.access import check_may_comment
from trust.vision.plan.models import Comment, CommentAnswer, Plan
from trust.vision.plan.queries.comments import edition_of
from trust.vision.plan.words import Passage

SETTLED_MEANWHILE = "Someone else settled this comment just before you. Read their answer."


@transaction.atomic
def comment(
    *,
    token: UUID,
    plan: Plan,
    on: Passage,
    passage: str,
    text: str,
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> Comment:
    """Say something beside a passage of a draft; the same form sent twice says it once."""
    check_may_comment(plan, by=by, on=at.date())
    edition = edition_of(plan, on, passage)
    if not text.strip():
        raise Refused("Write what you want to say about it.")
    facts = {"plan": plan, "on": on.value, "passage": passage, "edition": edition, "text": text}
    written = {"organisation_id": by.organisation, "invented": invented, "by": by.name, "at": at}
    said, new = Comment.objects.get_or_create(id=token, defaults=facts | written)
    if new:
        record("plan.comment.made", on=said, by=by, at=at, about=on.value)
    return said


@transaction.atomic
def answer_comment(
    *,
    token: UUID,
    comment: UUID,
    text: str,
    settles: bool,
    by: Actor,
    at: datetime,
) -> CommentAnswer:
    """Answer a comment, and say whether that settles it."""
    about = Comment.objects.filter(pk=comment).first()
    if about is None:
        raise NotFound
    if not text.strip():
        raise Refused("Say what was done about it, or why nothing was.")
    settled = about.answers.filter(settles=True).exclude(pk=token).exists()
    if settled:
        raise Refused(SETTLED_MEANWHILE)
    with second_is_told(SETTLED_MEANWHILE):
        answer, new = CommentAnswer.objects.get_or_create(
            id=token, defaults={"comment": about, "text": text, "settles": settles, "by": by.name, "at": at}
        )
    if new:
        record("plan.comment.answered", on=answer, by=by, at=at, settles=settles)
    return answer
