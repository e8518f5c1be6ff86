"""A comment that may tell of harm is marked, told on and, if it was no concern, given back."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import london_day
from trust.foundation.letters.actions import write_letter
from trust.foundation.letters.words import Kind
from trust.foundation.people.queries import WorkerCard, who_may
from trust.vision.participation.models import Comment, Concern, ConcernReturned, ConcernTold
from trust.vision.participation.rules.concerns import check_return, check_told

A_WEEK = timedelta(days=7)
MARKED = "Someone else has just marked this. The duty officer has it."


@transaction.atomic
def mark_concern(*, comment: UUID, why: str = "", by: Actor, at: datetime) -> None:
    """Hold a comment that may tell of a child in danger: from now on only the duty officer sees it."""
    about = Comment.objects.filter(pk=comment).first()
    if about is None:
        raise NotFound
    hold(about, why=why.strip(), by=by, at=at)


def hold(about: Comment, *, caught: bool = False, why: str = "", by: Actor, at: datetime) -> None:
    turn = Concern.objects.filter(comment=about).count() + 1
    with second_is_told(MARKED):
        kept = Concern.objects.create(comment=about, turn=turn, caught=caught, why=why, by=by.name, at=at)
    record("participation.concern.marked", on=kept, by=by, at=at, caught=caught)


@transaction.atomic
def open_concern(*, concern: UUID, by: Actor, at: datetime) -> None:
    """Put on record that somebody reads a concern, before they do."""
    record("participation.concern.opened", on=_the_concern(concern), by=by, at=at)


@transaction.atomic
def tell_of_concern(
    *,
    token: UUID,
    concern: UUID,
    whom: str,
    note: str = "",
    by: Actor,
    at: datetime,
) -> None:
    """Put on record which service was told of it."""
    check_told(whom)
    written = {"concern": _the_concern(concern), "whom": whom.strip(), "note": note.strip()}
    kept, is_new = ConcernTold.objects.get_or_create(pk=token, defaults=written | {"by": by.name, "at": at})
    if is_new:
        record("participation.concern.told", on=kept, by=by, at=at)


@transaction.atomic
def return_concern(*, concern: UUID, why: str, by: Actor, at: datetime) -> None:
    """Give a comment that was no concern back to the ordinary list, with the reason."""
    check_return(why)
    with second_is_told("Someone else has just given it back."):
        kept = ConcernReturned.objects.create(
            concern=_the_concern(concern), why=why.strip(), by=by.name, at=at
        )
    record("participation.concern.returned", on=kept, by=by, at=at)


@transaction.atomic
def tell_duty_officers(*, by: Actor, at: datetime) -> int:
    """Write at once to who is on duty of each concern that nobody was told of; how many letters were new."""
    waiting = list(Concern.objects.filter(told=None, returned=None, at__gte=at - A_WEEK))
    on_duty = who_may("concerns.read", on=london_day(at)) if waiting else []
    return sum(_tell(one, to, by, at) for one in waiting for to in on_duty)


def _tell(one: Concern, to: WorkerCard, by: Actor, at: datetime) -> bool:
    new = write_letter(
        key=f"concern:{one.pk}:{to.id}",
        kind=Kind.QUIET,
        to_name=to.name,
        to_address=to.email,
        subject="A comment that may tell of a child in danger waits for you",
        text="Nothing of it is in this letter. Sign in to the Children’s Trust office today and open "
        "“Safeguarding duty”.",
        by=by,
        at=at,
    )
    if new:
        record("participation.concern.sent-word", on=one, by=by, at=at)
    return new


def _the_concern(key: UUID) -> Concern:
    found = Concern.objects.filter(pk=key).first()
    if found is None:
        raise NotFound
    return found
