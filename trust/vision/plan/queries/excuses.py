"""The reasons for which a plan was published without something, beside what it lacks today."""

from collections.abc import Iterable
from datetime import date

from trust.foundation.statute.findings import Finding
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.lives import check_plan
from trust.vision.plan.queries.published import Published, newest_version
from trust.vision.plan.rules import completeness
from trust.vision.plan.rules.excuses import Excuse, beyond


def excused(live: Published) -> frozenset[str]:
    """The rules that this version broke for a reason: the law it is judged by stays that of its day."""
    return live.unmet if live.because.strip() else frozenset()


def excuses(plan: Plan, found: Iterable[Finding], on: date) -> dict[str, Excuse]:
    """The reason for each thing missing that the newest version gave one for, by its rule."""
    live = newest_version(plan.pk, on)
    told = [one for one in completeness.unmet(found) if live and one.rule in excused(live)]
    if live is None or not told:
        return {}
    then = {one.rule: one for one in check_plan(plan, live.published_on, whole=live.plan)}
    return {
        one.rule: Excuse(live.number, live.published_on, live.because, beyond(then[one.rule], one))
        for one in told
    }
