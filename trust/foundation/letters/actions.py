"""Letters are written in the transaction of the deed they tell of, and leave later, each once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q

from trust.foundation.audit.actions import record
from trust.foundation.kernel.actor import Actor
from trust.foundation.letters.channels import Post, Undelivered
from trust.foundation.letters.models import FailedTry, Letter, Stopped
from trust.foundation.letters.queries import as_posted, stop_token
from trust.foundation.letters.rules import hash_of, try_again
from trust.foundation.letters.words import Kind


@transaction.atomic
def write_letter(
    *,
    key: str,
    kind: Kind,
    to_name: str,
    to_address: str,
    subject: str,
    text: str,
    by: Actor,
    at: datetime,
    to_worker: UUID | None = None,
    opens: str = "",
    opens_key: UUID | None = None,
) -> bool:
    """Put a letter in the outbox; whether it is new. The same key is never written twice."""
    facts = {"kind": kind.value, "to_name": to_name, "to_address": to_address, "to_worker": to_worker}
    facts |= {"subject": subject, "text": text, "opens": opens, "opens_key": opens_key}
    facts |= {"stop_hash": hash_of(stop_token(to_worker)) if to_worker else ""}
    letter, new = Letter.objects.get_or_create(
        key=key, defaults=facts | {"by": by.name, "at": at, "try_at": at}
    )
    if new:
        # The record says that somebody was written to, never at which address.
        record("letters.letter.written", on=letter, by=by, at=at, kind=kind.value)
    return new


@transaction.atomic
def send_next(*, post: Post, by: Actor, at: datetime) -> bool | None:
    """Hand over the letter that has waited longest; whether it was taken, or None where none waits.

    The row is locked while it is handed over, so two senders never take one letter. A machine that dies
    between the handing over and the commit sends it again: its reference is the same both times.
    """
    waiting = Letter.objects.select_for_update(skip_locked=True).filter(sent_at=None, try_at__lte=at)
    letter = waiting.order_by("try_at", "at").first()
    if letter is None:
        return None
    try:
        post(to=letter.to_address, subject=letter.subject, text=as_posted(letter), reference=str(letter.pk))
    except Undelivered as trouble:
        _keep_failure(letter, str(trouble), by=by, at=at)
        return False
    letter.sent_at, letter.try_at = at, None
    letter.save(update_fields=["sent_at", "try_at"])
    record("letters.letter.sent", on=letter, by=by, at=at)
    return True


def _keep_failure(letter: Letter, why: str, *, by: Actor, at: datetime) -> None:
    number = FailedTry.objects.filter(letter=letter).aggregate(n=Count("pk"))["n"] + 1
    FailedTry.objects.create(letter=letter, number=number, at=at, why=why)
    letter.try_at = try_again(number, failed_at=at)
    letter.save(update_fields=["try_at"])
    record("letters.letter.failed", on=letter, by=by, at=at, why=why, tries=number)


@transaction.atomic
def stop(*, worker: UUID, kind: Kind, by: Actor, at: datetime) -> None:
    """A worker wants no more letters of a kind that is not a duty; asked twice it is kept once."""
    row, new = Stopped.objects.get_or_create(worker=worker, kind=kind.value, defaults={"at": at})
    if new:
        Letter.objects.filter(Q(to_worker=worker, kind=kind.value, sent_at=None)).update(try_at=None)
        record("letters.stopped", on=row, by=by, at=at, kind=kind.value)
