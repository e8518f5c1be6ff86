"""What the week’s letters say: one digest a person, and at once what cannot wait."""

from datetime import datetime

from django.db import transaction

from trust.foundation.audit.actions import record
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.english import counted
from trust.foundation.kernel.time import in_words, london_day
from trust.foundation.letters.actions import write_letter
from trust.foundation.letters.queries import has_stopped
from trust.foundation.letters.rules import STOP
from trust.foundation.letters.words import Kind
from trust.governance.board.queries import Challenge, open_challenges
from trust.vision.plan.models import PartnerContact
from trust.vision.plan.queries.asking import contacts
from trust.vision.plan.queries.digests import Digest, digests
from trust.vision.plan.queries.lives import the_plan
from trust.vision.plan.queries.running import running


@transaction.atomic
def write_digests(*, by: Actor, at: datetime) -> int:
    """One letter a week to each person for whom something waits, but not to who stopped it; how many."""
    plans = running(london_day(at))
    if not plans:
        return 0
    year, week, _ = london_day(at).isocalendar()
    found = digests(london_day(at))
    stopped = has_stopped([one.worker for one in found], Kind.DIGEST)
    written = [_digest(one, f"{year}-{week:02}", by, at) for one in found if one.worker not in stopped]
    if any(written):
        record("plan.digests.written", on=the_plan(plans[0].id), by=by, at=at, number=sum(written))
    return sum(written)


def _digest(one: Digest, week: str, by: Actor, at: datetime) -> bool:
    waits = "\n".join(f"- {line}" for line in one.lines)
    return write_letter(
        key=f"digest:{one.worker}:{week}",
        kind=Kind.DIGEST,
        to_name=one.name,
        to_address=one.address,
        to_worker=one.worker,
        subject=f"{counted(len(one.lines), 'thing').capitalize()} for you in our plans this week",
        text=f"{waits}\n\nSign in to the Children’s Trust office to see them.\n\n"
        f"You can stop this weekly letter:\n{STOP}",
        by=by,
        at=at,
    )


@transaction.atomic
def tell_at_once(*, by: Actor, at: datetime) -> int:
    """Write to each partner that the Board asked and that has not been told; how many letters were new."""
    known, written = contacts(), 0
    for asked in open_challenges():
        to = known.get(asked.organisation) if asked.organisation else None
        if to and _asked(asked, to, by, at):
            record("plan.challenge.told", on=to, by=by, at=at, challenge=str(asked.id))
            written += 1
    return written


def _asked(asked: Challenge, to: PartnerContact, by: Actor, at: datetime) -> bool:
    return write_letter(
        key=f"challenge:{asked.id}",
        kind=Kind.DUTY,
        to_name=to.post,
        to_address=to.address,
        subject=f"The Board asks about {asked.measure_title}"[:200],
        text=f"{asked.text}\n\nPlease answer by {in_words(asked.response_due)}: sign in to the "
        "Children’s Trust office and open your organisation’s promises.",
        by=by,
        at=at,
    )
