from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.strategy.needs.models import Finding
from trust.strategy.needs.rules import check_rests_on_figures, check_said_on
from trust.strategy.needs.words import Sure
from trust.vision.outcomes.queries import indicator as indicator_card


@transaction.atomic
def add_finding(
    *,
    statement: str,
    group_label: str,
    how_sure: Sure,
    invented: bool,
    by: Actor,
    at: datetime,
    indicator: str = "",
    places: Sequence[str] = (),
    comparison: Sequence[str] = (),
    since: str = "",
    said_on: date | None = None,
    supersedes: UUID | None = None,
    id: UUID | None = None,  # noqa: A002  the id is the form's own, so that a form sent twice adds one
) -> Finding:
    """Say what children need and which figure shows it; a correction supersedes, and the old one stays."""
    existing = Finding.objects.filter(pk=id).first() if id else None
    if existing:
        return existing
    day = said_on or london_day(at)
    check_said_on(day, today=london_day(at))
    check_rests_on_figures(how_sure, indicator=indicator, places=places, comparison=comparison)
    _check_indicator(indicator)
    facts: dict[str, object] = {"statement": statement, "indicator": indicator, "group_label": group_label}
    facts |= {"places": list(places), "comparison": list(comparison), "how_sure": how_sure.value}
    facts |= {"invented": invented, "said_on": day, "said_by": by.name, "said_by_worker": by.worker}
    facts |= {"since": since, "supersedes": _the_one_before(supersedes)}
    added, new = Finding.objects.get_or_create(id=id or new_id(), defaults=facts)
    if new:
        before = str(supersedes or "")
        record("needs.finding.added", on=added, by=by, at=at, indicator=indicator, supersedes=before)
    return added


def _check_indicator(code: str) -> None:
    try:
        if code:
            indicator_card(code)
    except NotFound as error:
        raise Refused("We hold no measure of that name: choose one from the list.") from error


def _the_one_before(supersedes: UUID | None) -> Finding | None:
    if supersedes is None:
        return None
    before = Finding.objects.filter(pk=supersedes).first()
    if before is None:
        raise NotFound
    if Finding.objects.filter(supersedes=before).exists():
        raise Refused("This finding has already been corrected. Correct the newer one.")
    return before
