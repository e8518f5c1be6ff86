"""A plan in words for young people, which anyone reads once they are saved and the plan is published."""

from datetime import date, datetime

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.reading_age import readable
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import london_day
from trust.vision.plan.actions.priorities import OVERTAKEN
from trust.vision.plan.models import Plan, YoungEdition
from trust.vision.plan.queries.young import young_draft
from trust.vision.plan.rules import reviewing


@transaction.atomic
def write_young(
    *,
    plan: Plan,
    part: str,
    text: str,
    resting_on: int,
    invented: bool = False,
    by: Actor,
    at: datetime,
    on: date | None = None,
) -> YoungEdition:
    """Write one part for young people, unless it is too hard to read or somebody has just replaced it."""
    now = young_draft(plan, on or london_day(at)).part(part)
    if now.edition != resting_on:
        raise Refused(OVERTAKEN)
    if not text.strip():
        raise Refused("Write something for young people to read.")
    reviewing.check_young(readable(text))
    with second_is_told(OVERTAKEN):
        edition = YoungEdition.objects.create(
            plan=plan,
            part=part,
            edition=resting_on + 1,
            text=text.replace("\r\n", "\n"),
            invented=invented,
            by=by.name,
            at=at,
        )
    record("plan.young.written", on=edition, by=by, at=at, part=part, edition=edition.edition)
    return edition
