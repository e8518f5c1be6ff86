"""Rules of law put to facts: each found met, missing, not to be told or not to apply, with its reason."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import pairwise

from trust.foundation.kernel.english import number
from trust.foundation.kernel.time import in_words
from trust.foundation.statute.law import Force, Law, Provision
from trust.foundation.statute.register import Confidence, instrument


class Result(StrEnum):
    """What a rule finds. A thing we do not know is never taken for a thing that is not so."""

    MET = "Met"
    MISSING = "Missing"
    CANNOT_TELL = "Cannot tell"
    DOES_NOT_APPLY = "Does not apply"


@dataclass(frozen=True)
class Verdict:
    """What was found of one rule, who or what satisfies it, and what is wrong in a sentence."""

    result: Result
    who: tuple[str, ...] = ()
    wrong: str = ""


type Judged = Callable[[Provision], Verdict]


@dataclass(frozen=True)
class Finding:
    """One rule judged: what was found, and the law that asks for it."""

    rule: str
    result: Result
    force: Force
    what: str
    says: str
    who: tuple[str, ...]
    what_is_wrong: str
    ask: str
    law: str
    where: str
    source: str
    confidence: Confidence
    since: date = field(default=date.min)

    @property
    def by_law(self) -> bool:
        return self.force is Force.STATUTORY


def check(law: Law, *, on: date, judge: Judged) -> list[Finding]:
    """Every rule of the law, as it stood on the day, judged: failures first."""
    return sorted((find(rule, law=law, on=on, judge=judge) for rule in law.rules()), key=urgency)


def urgency(finding: Finding) -> int:
    match finding.result:
        case Result.MISSING:
            return 0 if finding.by_law else 2
        case Result.CANNOT_TELL:
            return 1
        case Result.MET:
            return 3
    return 4


def find(rule: str, *, law: Law, on: date, judge: Judged) -> Finding:
    provision = law.find(rule, on=on)
    if provision is None:
        return out_of_time(rule, law=law, on=on)
    return finding(provision, judge(provision))


def out_of_time(rule: str, *, law: Law, on: date) -> Finding:
    """That a rule has ended, or has not begun: told by its nearest row."""
    rows = [row for row in law.provisions if row.rule == rule]
    ended = [row for row in rows if row.span.last and row.span.last < on]
    if ended:
        last = max(ended, key=lambda row: row.span.first)
        return finding(
            last, Verdict(Result.DOES_NOT_APPLY, wrong=f"It ended on {in_words(last.span.last or on)}.")
        )
    first = min(rows, key=lambda row: row.span.first)
    return finding(first, Verdict(Result.DOES_NOT_APPLY, wrong=f"It begins on {in_words(first.span.first)}."))


def finding(provision: Provision, verdict: Verdict) -> Finding:
    source = instrument(provision.source)
    return Finding(
        rule=provision.rule,
        result=verdict.result,
        force=provision.force,
        what=provision.values["what"],
        says=provision.says,
        who=verdict.who,
        what_is_wrong=verdict.wrong,
        ask=provision.values["ask"] if verdict.result in (Result.MISSING, Result.CANNOT_TELL) else "",
        law=source.title,
        where=provision.where,
        source=source.short,
        confidence=Confidence(provision.values.get("confidence", source.confidence)),
        since=provision.span.first,
    )


def in_short(findings: Sequence[Finding], *, if_no_law: str) -> str:
    """How the law's own rules stand, in words for the head of a page."""
    law = [one for one in findings if one.by_law and one.result is not Result.DOES_NOT_APPLY]
    if not law:
        return if_no_law
    missing, unsure, met = (
        sum(one.result is result for one in law)
        for result in (Result.MISSING, Result.CANNOT_TELL, Result.MET)
    )
    failed = f"{rules_of_law(missing).capitalize()} {'not met' if missing else 'broken'}"
    unknown = f", and for {number(unsure)} we cannot tell" if unsure else ""
    return f"{failed}{unknown}. {number(met).capitalize()} {'is' if met == 1 else 'are'} met."


def rules_of_law(count: int) -> str:
    """
    >>> rules_of_law(0), rules_of_law(1), rules_of_law(2)
    ('no rule of law is', 'one rule of law is', 'two rules of law are')
    """
    if count == 0:
        return "no rule of law is"
    return f"{number(count)} {'rule of law is' if count == 1 else 'rules of law are'}"


def days_of_change(law: Law) -> list[date]:
    """The days on which some rule became stronger or weaker than it was the day before."""
    changed = {
        row.span.first
        for rule in law.rules()
        for before, row in pairwise(one for one in law.provisions if one.rule == rule)
        if row.force is not before.force
    }
    return sorted(changed)
