"""A pack is made once and never changes; what is chosen by hand is kept for the next one."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words
from trust.governance.board.queries import ComingMeeting
from trust.vision.outcomes.queries import indicator
from trust.vision.plan.formats import hash_of
from trust.vision.plan.formats.packs import write
from trust.vision.plan.models import Pack, PackChoice
from trust.vision.plan.queries.pack import compose
from trust.vision.plan.queries.packs import Subject, since_of
from trust.vision.plan.words import ByHand


@transaction.atomic
def make_pack(
    *, key: UUID, subject: Subject, meeting: ComingMeeting, as_of: date, by: Actor, at: datetime
) -> Pack:
    """Keep the pack of a day for a meeting; the same form sent twice keeps one."""
    if as_of > meeting.day:
        raise Refused(f"The meeting was on {in_words(meeting.day)}: a pack is made before it.")
    made = Pack.objects.filter(pk=key).first()
    if made:
        return made
    text = write(compose(subject, meeting, as_of=as_of))
    digest = hash_of(text)
    if Pack.objects.filter(kind=subject.kind, subject=subject.key, sha256=digest).exists():
        raise Refused("Nothing has changed since this pack was made, so there is no new one to keep.")
    pack = Pack.objects.create(
        id=key,
        kind=subject.kind,
        subject=subject.key,
        subject_name=subject.name,
        meeting_id=meeting.id,
        meeting_on=meeting.day,
        as_of=as_of,
        previous_id=since_of(subject, meeting, as_of).previous,
        snapshot=text,
        sha256=digest,
        by=by.name,
        at=at,
    )
    record("plan.pack.made", on=pack, by=by, at=at, sha256=digest)
    return pack


@transaction.atomic
def choose_for_packs(*, subject: Subject, item: str, choice: ByHand, by: Actor, at: datetime) -> PackChoice:
    """Put a figure into somebody's packs, leave it out, or let the rule decide again."""
    try:
        indicator(item.partition("@")[0])
    except NotFound:
        raise Refused("We hold no such figure. Choose one from the list.") from None
    chosen = PackChoice.objects.create(
        kind=subject.kind, subject=subject.key, item=item, choice=choice, by=by.name, at=at
    )
    record("plan.pack.chosen", on=chosen, by=by, at=at, item=item, choice=choice.value)
    return chosen
