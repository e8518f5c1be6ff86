"""A plan as the public will read it: published whole, with its reason and its hash."""

from datetime import date, datetime

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import london_day
from trust.vision.plan.formats import hash_of, write
from trust.vision.plan.models import Plan, PlanVersion
from trust.vision.plan.queries import draft

PUBLISHED_MEANWHILE = (
    "Someone else published a version just before you. Look at what it changed, then publish yours."
)


@transaction.atomic
def publish(*, plan: Plan, why: str, by: Actor, at: datetime, on: date | None = None) -> PlanVersion:
    """Publish the plan as it stands: a new version that never changes, with its reason and its hash."""
    if not why.strip():
        raise Refused("Say what this version changes, in a sentence the public can read.")
    text = write(draft(plan).plan)
    last = PlanVersion.objects.filter(plan=plan).order_by("-number").first()
    if last and last.sha256 == hash_of(text):
        raise Refused("Nothing has changed since the last version, so there is nothing to publish.")
    with second_is_told(PUBLISHED_MEANWHILE):
        version = PlanVersion.objects.create(
            plan=plan,
            number=last.number + 1 if last else 1,
            published_on=on or london_day(at),
            why=why,
            snapshot=text,
            sha256=hash_of(text),
            by=by.name,
            at=at,
        )
    record("plan.version.published", on=version, by=by, at=at, number=version.number, sha256=version.sha256)
    return version
