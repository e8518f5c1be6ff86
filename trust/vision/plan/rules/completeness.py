"""Has a plan what it must have? The rules C01 to C25, each by the law of its day.

Source: `law/completeness.toml`: the plan regulations of 2005, 2007 and 2010, and the guidance of 2008.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from trust.foundation.statute import findings
from trust.foundation.statute.findings import Finding, Result
from trust.foundation.statute.law import Law
from trust.foundation.statute.register import Confidence
from trust.vision.plan.rules.facts import PlanFacts
from trust.vision.plan.rules.judges import JUDGES

NO_LAW = "No law says what the plan must have on that day, so no rule of law can be broken."


def check(plan: PlanFacts, *, law: Law, on: date, only: Collection[str] = ()) -> list[Finding]:
    """Every rule for this kind of plan, by the law of the day: failures first."""
    found = findings.check(law, on=on, judge=lambda provision: JUDGES[provision.rule](plan, provision))
    return [one for one in found if not only or one.rule in only]


def in_short(found: Sequence[Finding]) -> str:
    return findings.in_short(found, if_no_law=NO_LAW)


def stops_publication(found: Iterable[Finding]) -> list[Finding]:
    """The rules of law whose text is verified and which the plan does not meet: it may not be published."""
    return [one for one in unmet(found) if one.by_law and one.confidence is Confidence.HIGH]


def unmet(found: Iterable[Finding]) -> list[Finding]:
    return [one for one in found if one.result is Result.MISSING]
