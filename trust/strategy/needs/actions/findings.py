from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.strategy.needs.actions.assessments import section_to_write
from trust.strategy.needs.models import Finding
from trust.strategy.needs.queries.cited import is_held
from trust.strategy.needs.rules import check_gap, check_rests_on_figures, check_said_on
from trust.strategy.needs.words import Kind, Sure


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
    refresh_by: date | None = None,
    section: UUID | None = None,
    supersedes: UUID | None = None,
    token: UUID | None = None,
) -> Finding:
    """Say what children need and which figure shows it; a correction supersedes, and the old one stays."""
    day = said_on or london_day(at)
    check_said_on(day, today=london_day(at))
    check_rests_on_figures(how_sure, indicator=indicator, places=places, comparison=comparison)
    _check_indicator(indicator)
    facts: dict[str, object] = {"statement": statement, "indicator": indicator, "group_label": group_label}
    facts |= {"places": list(places), "comparison": list(comparison), "how_sure": how_sure.value}
    facts |= {"invented": invented, "said_on": day, "since": since, "refresh_by": refresh_by}
    return _keep(facts, token, section, supersedes, by=by, at=at)


@transaction.atomic
def add_gap(
    *,
    section: UUID | None,
    statement: str,
    group_label: str,
    why_it_matters: str,
    what_would_close: str,
    who_could_close: str,
    invented: bool,
    by: Actor,
    at: datetime,
    refresh_by: date | None = None,
    supersedes: UUID | None = None,
    token: UUID | None = None,
) -> Finding:
    """Say what is not known, why it matters, and what and who would close the gap."""
    check_gap(Kind.GAP, why_it_matters=why_it_matters, what_would_close=what_would_close, who=who_could_close)
    facts: dict[str, object] = {"kind": Kind.GAP.value, "statement": statement, "group_label": group_label}
    facts |= {"why_it_matters": why_it_matters, "what_would_close": what_would_close}
    facts |= {"who_could_close": who_could_close, "how_sure": Sure.NOT_YET.value, "invented": invented}
    facts |= {"said_on": london_day(at), "refresh_by": refresh_by}
    return _keep(facts, token, section, supersedes, by=by, at=at)


def _keep(
    facts: dict[str, object],
    wanted: UUID | None,
    section: UUID | None,
    supersedes: UUID | None,
    *,
    by: Actor,
    at: datetime,
) -> Finding:
    existing = Finding.objects.filter(pk=wanted).first() if wanted else None
    if existing:
        return existing
    before = _the_one_before(supersedes)
    where = section or (before.section_id if before else None)
    if where:
        section_to_write(where)
    facts |= {"section_id": where, "supersedes": before, "said_by": by.name, "said_by_worker": by.worker}
    added, new = Finding.objects.get_or_create(id=wanted or new_id(), defaults=facts)
    if new:
        record(
            "needs.finding.added",
            on=added,
            by=by,
            at=at,
            indicator=added.indicator,
            supersedes=str(supersedes or ""),
        )
    return added


def _check_indicator(code: str) -> None:
    if code and not is_held(code):
        raise Refused("We hold no measure of that name: choose one from the list.")


def _the_one_before(supersedes: UUID | None) -> Finding | None:
    if supersedes is None:
        return None
    before = Finding.objects.filter(pk=supersedes).first()
    if before is None:
        raise NotFound
    if Finding.objects.filter(supersedes=before).exists():
        raise Refused("This finding has already been corrected. Correct the newer one.")
    return before
