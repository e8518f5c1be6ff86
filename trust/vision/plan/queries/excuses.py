"""The reasons for which a plan was published without something, beside what it lacks today."""

from collections.abc import Iterable
from datetime import date

from trust.foundation.statute.findings import Finding
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.lives import check_plan
from trust.vision.plan.queries.published import Published, newest_version
from trust.vision.plan.queries.statements import completeness_law
from trust.vision.plan.rules import completeness
from trust.vision.plan.rules.excuses import Excuse, beyond, still_excused


def excused(live: Published, on: date) -> frozenset[str]:
    """The rules that this version broke for a reason which still stands on a day."""
    return still_excused(
        live.unmet, live.because, law=completeness_law(), published_on=live.published_on, on=on
    )


def excuses(plan: Plan, found: Iterable[Finding], on: date) -> dict[str, Excuse]:
    """The reason for each thing missing that the newest version gave one for, by its rule."""
    live = newest_version(plan.pk, on)
    if live is None or not live.because.strip():
        return {}
    told = [one for one in completeness.unmet(found) if one.rule in live.unmet]
    then = {one.rule: one for one in check_plan(plan, live.published_on, whole=live.plan)} if told else {}
    stand = excused(live, on)
    return {
        one.rule: Excuse(
            live.number,
            live.published_on,
            live.because,
            beyond=beyond(then[one.rule], one),
            law_changed=one.rule not in stand,
        )
        for one in told
    }
