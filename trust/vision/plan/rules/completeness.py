"""Has a plan what it must have? The rules C01 to C25, each by the law of its day.

Source: `law/completeness.toml`: the plan regulations of 2005, 2007 and 2010, and the guidance of 2008.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from trust.foundation.statute import findings
from trust.foundation.statute.findings import Finding, Result, Verdict
from trust.foundation.statute.law import Law, Provision
from trust.foundation.statute.register import Confidence
from trust.vision.plan.rules.facts import PlanFacts
from trust.vision.plan.rules.judges import JUDGES

GOOD = "No law asks this of such a plan. A good plan has it."
OURS, OURS_WHERE = "This area’s own choice", "as for its Children and Young People’s Plan"
NO_LAW = "No law says what the plan must have on that day, so no rule of law can be broken."


def check(
    plan: PlanFacts, *, law: Law, on: date, only: Collection[str] = (), by_law: Collection[str] = ()
) -> list[Finding]:
    """Every rule for this kind of plan, by the law of the day: failures first.

    Of a kind that has its `only` rules the law asks those `by_law`; the others are what a good plan has.
    """

    def judge(provision: Provision) -> Verdict:
        return JUDGES[provision.rule](plan, provision)

    found = findings.check(law, on=on, judge=judge)
    if not only:
        return found
    asked = [one if one.rule in by_law else _good(one.rule, law, judge) for one in found if one.rule in only]
    return sorted(asked, key=findings.urgency)


def _good(rule: str, law: Law, judge: findings.Judged) -> Finding:
    """A rule put to a plan that its law is not about: judged as its last row, the area's own choice."""
    row = next(one for one in reversed(law.provisions) if one.rule == rule)
    return replace(findings.finding(row, judge(row)), says=GOOD, law=OURS, source=OURS, where=OURS_WHERE)


def in_short(found: Sequence[Finding]) -> str:
    return findings.in_short(found, if_no_law=NO_LAW)


def stops_publication(found: Iterable[Finding]) -> list[Finding]:
    """The rules of law whose text is verified and which the plan does not meet: it may not be published."""
    return [one for one in unmet(found) if one.by_law and one.confidence is Confidence.HIGH]


def unmet(found: Iterable[Finding]) -> list[Finding]:
    return [one for one in found if one.result is Result.MISSING]
