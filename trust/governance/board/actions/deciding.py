"""What a body decided: recorded, corrected by a new row that names the old one, and carried out."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.words import Evidence
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.board.models import Body, Decision, Meeting
from trust.governance.board.words import DecisionKind
from trust.governance.partnership.queries import check_may_own_action

CORRECTED = "Someone else corrected this decision just before you. Look at theirs."
SAY_BOTH = "Write what was decided, and say it in one plain line for the public."


@transaction.atomic
def record_decision(
    *,
    token: UUID,
    body: UUID,
    day: date,
    kind: DecisionKind = DecisionKind.DECISION,
    text: str,
    public_line: str,
    owner: UUID | str | None = None,
    due: date | None = None,
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> UUID:
    """Put a decision on record. A partner owns what is to be done: the Board cannot (rule G06)."""
    made = Decision.objects.filter(pk=token).first()
    if made:
        return made.pk
    evidence = Evidence.INVENTED if invented else Evidence.SOURCED
    meeting = _meeting(body, day, today=london_day(at), evidence=evidence)
    facts = _facts(text, public_line, owner, due, met=day)
    decision = Decision.objects.create(
        id=token,
        key=str(token),
        meeting=meeting,
        kind=kind,
        evidence=evidence,
        recorded_at=at,
        recorded_by=by.name,
        **facts,
    )
    record("board.decision.recorded", on=decision, by=by, at=at)
    return decision.id


@transaction.atomic
def correct_decision(
    *,
    token: UUID,
    decision: UUID,
    text: str,
    public_line: str,
    owner: UUID | str | None = None,
    due: date | None = None,
    because: str,
    by: Actor,
    at: datetime,
) -> UUID:
    """Put right what was recorded, with the reason; what it said before stays readable."""
    made = Decision.objects.filter(pk=token).first()
    if made:
        return made.pk
    old = Decision.objects.select_related("meeting").filter(pk=decision).first()
    if old is None:
        raise NotFound
    if not because.strip():
        raise Refused("Say why it is corrected: the reason is published.")
    facts = _facts(text, public_line, owner, due, met=old.meeting.day)
    same = {name: getattr(old, name) for name in ("meeting", "kind", "evidence", "done")}
    written = {"recorded_at": at, "recorded_by": by.name, "changed_because": because.strip()}
    with second_is_told(CORRECTED):
        new = Decision.objects.create(id=token, key=str(token), replaces=old, **same, **facts, **written)
    record("board.decision.corrected", on=new, by=by, at=at, was=str(old.pk), because=because)
    return new.id


def _facts(
    text: str, public_line: str, owner: UUID | str | None, due: date | None, *, met: date
) -> dict[str, Any]:
    if not text.strip() or not public_line.strip():
        raise Refused(SAY_BOTH)
    if due and not owner:
        raise Refused("Say which partner will do it by then.")
    if due and due < met:
        raise Refused(f"The meeting was on {in_words(met)}: choose a day after it.")
    partner = check_may_own_action(owner, on=met) if owner else None
    words = {"text": text.strip(), "public_line": public_line.strip()}
    return words | {"owner_id": partner.id if partner else None, "due": due}


def _meeting(body: UUID, day: date, *, today: date, evidence: Evidence) -> Meeting:
    """The meeting of a body on a day; one that nobody had announced is put on record with it."""
    met = Body.objects.filter(pk=body).first()
    if met is None:
        raise NotFound
    if day > today:
        raise Refused(f"{in_words(day)} has not come yet: a decision is recorded once it is taken.")
    if day < met.first or (met.last and day > met.last):
        raise Refused(f"There was no {met.name} on {in_words(day)}. Choose another body or another day.")
    found = Meeting.objects.filter(body=met, day=day).order_by("key").first()
    return found or Meeting.objects.create(key=str(new_id()), body=met, day=day, held=True, evidence=evidence)


@transaction.atomic
def carry_out_decision(*, decision: UUID, done: date, by: Actor, at: datetime) -> None:
    """Say that what was decided has been done."""
    found = Decision.objects.select_for_update().filter(pk=decision).first()
    if found is None:
        raise NotFound
    if found.done:
        raise Refused(f"This was already done on {in_words(found.done)}.")
    if done > london_day(at):
        raise Refused("Nothing can be done on a day that has not come yet.")
    found.done = done
    found.save(update_fields=["done"])
    record("board.decision.done", on=found, by=by, at=at, done=done.isoformat())
