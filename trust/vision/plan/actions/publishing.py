"""A plan as the public will read it: published whole, with its reason and its hash."""

from datetime import date, datetime

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import london_day
from trust.vision.plan.actions.lives import move_plan
from trust.vision.plan.formats import hash_of, read, write
from trust.vision.plan.models import Plan, PlanVersion
from trust.vision.plan.queries import draft
from trust.vision.plan.queries.lives import check_plan, is_local, readiness, stage_of
from trust.vision.plan.rules import completeness
from trust.vision.plan.rules.lifecycle import STANDS_PUBLISHED, check_move, published_from
from trust.vision.plan.words import Stage

PUBLISHED_MEANWHILE = (
    "Someone else published a version just before you. Look at what it changed, then publish yours."
)


@transaction.atomic
def publish(
    *, plan: Plan, why: str, because: str = "", by: Actor, at: datetime, on: date | None = None
) -> PlanVersion:
    """Publish the plan as it stands: a new version that never changes, with its reason and its hash.

    `because` says why it is published without what the rules ask for, where it is; it is shown.
    """
    if not why.strip():
        raise Refused("Say what this version changes, in a sentence the public can read.")
    whole = draft(plan).plan
    text = write(whole)
    last = PlanVersion.objects.filter(plan=plan).order_by("-number").first()
    # Read again: an older text is without what plans say only since a later day.
    if last and write(read(last.snapshot)) == text:
        raise Refused("Nothing has changed since the last version, so there is nothing to publish.")
    day = on or london_day(at)
    was = stage_of(plan, day)
    unmet = completeness.unmet(check_plan(plan, day, whole=whole))
    if was in STANDS_PUBLISHED:
        before = published_from(local=is_local(plan))
        check_move(before, Stage.PUBLISHED, readiness(plan, day, why=because, whole=whole))
    else:
        move_plan(plan=plan, to=Stage.PUBLISHED, why=because, by=by, at=at, on=day)
    with second_is_told(PUBLISHED_MEANWHILE):
        version = PlanVersion.objects.create(
            plan=plan,
            number=last.number + 1 if last else 1,
            published_on=day,
            why=why,
            unmet=[[one.rule, one.what] for one in unmet],
            unmet_because=because,
            snapshot=text,
            sha256=hash_of(text),
            by=by.name,
            at=at,
        )
    record("plan.version.published", on=version, by=by, at=at, number=version.number, sha256=version.sha256)
    return version
