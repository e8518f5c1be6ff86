"""What the Board asks a partner about a measure, on the record, and the answer."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.queries import organisation
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.board.models import Challenge


@transaction.atomic
def raise_challenge(
    *,
    about_measure: UUID,
    measure_title: str,
    organisation: UUID | None,
    text: str,
    response_due: date,
    by: Actor,
    at: datetime,
) -> UUID:
    """Ask a partner, in the Board's name, why a measure is off its path, and by when to answer."""
    if not text.strip():
        raise Refused("Write what you want to ask.")
    if response_due <= london_day(at):
        raise Refused("Give them at least until tomorrow to answer.")
    _refuse_unknown(organisation)
    waiting = Challenge.objects.filter(about_measure=about_measure, responded_at=None).first()
    if waiting:
        raise Refused(f"This was asked already: an answer is due on {in_words(waiting.response_due)}.")
    with second_is_told("Someone else asked this just before you. Their question is on the Board’s list."):
        challenge = Challenge.objects.create(
            about_measure=about_measure,
            measure_title=measure_title,
            organisation_id=organisation,
            text=text.strip(),
            raised_by=by.name,
            raised_by_worker=by.worker,
            raised_at=at,
            response_due=response_due,
        )
    record("board.challenge.raised", on=challenge, by=by, at=at, measure=str(about_measure))
    return challenge.id


def _refuse_unknown(wanted: UUID | None) -> None:
    try:
        if wanted:
            organisation(wanted)
    except NotFound:
        raise Refused("We do not know the partner that is asked.") from None


@transaction.atomic
def answer_challenge(*, challenge: UUID, text: str, by: Actor, at: datetime) -> None:
    """Answer what the Board asked; only the partner that was asked can, and only once."""
    found = Challenge.objects.select_for_update().filter(pk=challenge).first()
    if found is None:
        raise NotFound
    if found.responded_at:
        raise Refused("This was answered already. An answer is never changed.")
    if found.organisation_id and found.organisation_id != by.organisation:
        raise Refused("Only the partner that was asked can answer.")
    if not text.strip():
        raise Refused("Write the answer.")
    found.response, found.responded_at = text.strip(), at
    found.responded_by, found.responded_by_worker = by.name, by.worker
    found.save()
    record("board.challenge.answered", on=found, by=by, at=at)
