from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import SYSTEM, Actor
from trust.foundation.kernel.ids import new_reference
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.participation.actions.concerns import hold
from trust.vision.participation.models import Answer, Comment, CommentShown, Voice
from trust.vision.participation.queries import CommentCard, VoiceCard, voice
from trust.vision.participation.queries import comment as comment_card
from trust.vision.participation.queries.heard import whole_comment
from trust.vision.participation.rules import check_answer, check_comment, check_voice
from trust.vision.participation.rules.concerns import may_tell_of_harm
from trust.vision.participation.words import Showing


@transaction.atomic
def hear(
    *,
    heading: str,
    statement: str,
    who: str,
    said_on: date,
    quotes: tuple[tuple[str, str], ...] = (),
    heard_from: int | None = None,
    not_heard: str = "",
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> VoiceCard:
    """Write down what a group told us, so that a priority can rest on it."""
    check_voice(quotes, heard_from)
    heard = Voice.objects.create(
        heading=heading,
        statement=statement,
        quotes=[list(quote) for quote in quotes],
        who=who,
        heard_from=heard_from,
        not_heard=not_heard,
        said_on=said_on,
        invented=invented,
    )
    record("participation.voice.heard", on=heard, by=by, at=at)
    return voice(heard.pk)


@transaction.atomic
def tell_us(
    *,
    token: UUID,
    text: str,
    about: UUID | None = None,
    about_title: str = "",
    district: str = "",
    given_on: date,
    by: Actor,
    at: datetime,
) -> CommentCard:
    """Keep a comment under the form's own token: the same form sent twice is one comment."""
    check_comment(text)
    # Whether it is held or not: a form sent twice makes one either way.
    kept, is_new = Comment.whole.get_or_create(
        pk=token,
        defaults={
            "reference": new_reference(),
            "about": about,
            "about_title": about_title,
            "district": district,
            "text": text,
            "given_on": given_on,
            "at": at,
        },
    )
    if is_new:
        record("participation.comment.kept", on=kept, by=by, at=at)
        if may_tell_of_harm(text):
            hold(kept, caught=True, by=SYSTEM, at=at)
    return whole_comment(kept.pk)


@transaction.atomic
def answer_comment(*, comment: UUID, text: str, answered_on: date, by: Actor, at: datetime) -> CommentCard:
    """Say what was done about a comment, or why not; the first answer stands."""
    check_answer(text)
    about = Comment.objects.filter(pk=comment).first()
    if about is None:
        raise NotFound
    written = {"text": text, "answered_on": answered_on, "by": by.name, "at": at}
    answer, is_new = Answer.objects.get_or_create(comment=about, defaults=written)
    if not is_new:
        raise Refused(f"{answer.by} has already answered this comment. Your own words are still below.")
    record("participation.comment.answered", on=about, by=by, at=at)
    return comment_card(about.pk)


@transaction.atomic
def show_comment(*, comment: UUID, choice: Showing, reason: str = "", by: Actor, at: datetime) -> None:
    """Publish a comment with its answer, or keep it, or say why it is not published."""
    about = Comment.objects.filter(pk=comment).first()
    if about is None:
        raise NotFound
    if choice is Showing.PUBLISHED and not Answer.objects.filter(comment=about).exists():
        raise Refused("Answer it first: a comment is published with its answer.")
    if choice is Showing.NOT_PUBLISHED and not reason.strip():
        raise Refused("Say why it is not published. Whoever wrote it can read the reason.")
    with second_is_told("Someone else chose for this comment just before you. Look at what they chose."):
        kept = CommentShown.objects.create(
            comment=about,
            replaces=about.shown.filter(replaced_by=None).first(),
            choice=choice,
            reason=reason.strip(),
            by=by.name,
            at=at,
        )
    record("participation.comment.shown", on=kept, by=by, at=at, choice=choice.value)
