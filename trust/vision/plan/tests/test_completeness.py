"""A whole plan meets every rule; broken in one place, it fails that rule and no other."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trust.foundation.statute.findings import Finding, Result
from trust.foundation.statute.law import read_law
from trust.vision.outcomes.words import Outcome
from trust.vision.plan.rules import completeness
from trust.vision.plan.rules.facts import (
    ActionFact,
    AlignmentFact,
    MeasureFact,
    PartnerFact,
    PlanFacts,
    PriorityFact,
    ReviewFact,
    StatedFact,
)
from trust.vision.plan.rules.judges import AUDIENCES, a_year_after
from trust.vision.plan.words import AlignedWith, Part

LAW = read_law(Path(completeness.__file__).parents[1] / "law" / "completeness.toml")
DAY = date(2010, 3, 1)
NEW_LAW = date(2010, 6, 8)
GROUPS = LAW.in_force("C17", on=DAY).values["groups"]
PRIORITY = PriorityFact(
    "Fewer young women become pregnant",
    outcomes=frozenset(outcome.value for outcome in Outcome),
    actions=(ActionFact("Open a clinic", "The trust", date(2010, 12, 31)),),
    measures=(MeasureFact("Conceptions"),),
)
COUNCIL = PartnerFact("The council", committed=True, signed=True, joint_signer=True)
HEALTH = PartnerFact("The health trust", committed=True, signed=True, joint_signer=True)
ALIGNED = tuple(
    AlignmentFact(kind, kind.label, targets=1, signed_by=("The council", "The health trust"))
    for kind in AlignedWith
)
WHOLE = PlanFacts(
    on=DAY,
    first=date(2009, 4, 1),
    last=date(2012, 3, 31),
    outcomes=tuple(outcome.value for outcome in Outcome),
    statements={part: StatedFact("We write it.", adopted=True) for part in Part},
    priorities=(PRIORITY,),
    alignments=ALIGNED,
    partners=(COUNCIL, HEALTH),
    heard=frozenset(AUDIENCES),
    groups=frozenset(GROUPS),
    agreed_by_board=True,
    published_on=date(2009, 4, 1),
    reviews=(ReviewFact(date(2010, 2, 15), date(2010, 3, 31), says_how_to_speak=True),),
    is_poverty_strategy=True,
)


def without(kind: AlignedWith) -> dict[str, Any]:
    return {"alignments": tuple(one for one in ALIGNED if one.aligned_with is not kind)}


def silent(part: Part) -> dict[str, Any]:
    return {"statements": {p: s for p, s in (WHOLE.statements or {}).items() if p is not part}}


def with_priority(**changed: Any) -> dict[str, Any]:
    return {"priorities": (PRIORITY, replace(PRIORITY, title="Broken", **changed))}


UNSERVED = replace(ALIGNED[3], unserved=("Fewer first-time entrants",))
BROKEN: dict[str, dict[str, Any]] = {
    "C01": {"last": date(2013, 3, 31)},
    "C02": {"statements": {**(WHOLE.statements or {}), Part.VISION: StatedFact("Ours.")}},
    "C03": {"priorities": (replace(PRIORITY, outcomes=frozenset({"be-healthy"})),)},
    "C04": without(AlignedWith.NEEDS_ASSESSMENT),
    "C05": with_priority(voices=0),
    "C06": with_priority(actions=(ActionFact("Nobody’s", "", None),)),
    "C07": silent(Part.ARRANGEMENTS),
    "C08": {"partners": (COUNCIL, replace(HEALTH, committed=False))},
    "C09": silent(Part.PERFORMANCE),
    "C10": {"heard": frozenset(AUDIENCES) - {"parents"}},
    "C11": without(AlignedWith.COMMUNITY_STRATEGY),
    "C12": {"alignments": (*ALIGNED[:3], UNSERVED, *ALIGNED[4:])},
    "C13": without(AlignedWith.FOURTEEN_TO_NINETEEN),
    "C14": without(AlignedWith.YOUTH_JUSTICE),
    "C15": silent(Part.POOLING),
    "C16": with_priority(aim_for_group=""),
    "C17": {"groups": frozenset(GROUPS[1:])},
    "C18": {"partners": (COUNCIL, replace(HEALTH, signed=False))},
    "C20": {"reviews": (ReviewFact(date(2010, 4, 2), date(2010, 3, 31), says_how_to_speak=True),)},
    "C21": {"reviews": (ReviewFact(date(2010, 2, 15), date(2010, 3, 31)),)},
    "C22": with_priority(measures=(MeasureFact("No target", has_target=False),)),
    "C24": silent(Part.PREVENTION),
    "C25": silent(Part.SAFEGUARDING),
}


def judged(plan: PlanFacts, on: date = DAY) -> dict[str, Finding]:
    return {one.rule: one for one in completeness.check(plan, law=LAW, on=on)}


def failing(plan: PlanFacts, on: date = DAY) -> list[str]:
    return [rule for rule, one in judged(plan, on).items() if one.result is Result.MISSING]


def test_a_whole_plan_lacks_nothing() -> None:
    assert failing(WHOLE) == []
    assert len(judged(WHOLE)) == 25


@pytest.mark.parametrize(("rule", "broken"), BROKEN.items(), ids=list(BROKEN))
def test_a_plan_that_breaks_one_rule_alone_fails_that_one(rule: str, broken: dict[str, Any]) -> None:
    assert failing(replace(WHOLE, **broken)) == [rule]


@pytest.mark.parametrize("rule", BROKEN)
def test_what_is_missing_is_said_with_what_to_do(rule: str) -> None:
    found = judged(replace(WHOLE, **BROKEN[rule]))[rule]
    assert found.what_is_wrong.endswith(".")
    assert found.ask


def test_a_plan_not_yet_published_owes_no_review() -> None:
    found = judged(replace(WHOLE, published_on=None, reviews=()))
    assert {found[rule].result for rule in ("C19", "C20", "C21")} == {Result.DOES_NOT_APPLY}


def test_a_poverty_strategy_without_its_assessment_fails_once_the_act_is_in_force() -> None:
    plan = replace(WHOLE, on=NEW_LAW, **without(AlignedWith.POVERTY_ASSESSMENT))
    assert judged(plan)["C23"].result is Result.DOES_NOT_APPLY
    assert failing(plan, NEW_LAW) == ["C23"]


def test_an_alignment_that_is_out_of_date_is_none() -> None:
    stale = replace(ALIGNED[2], stale_because="the strategy changed on 1 May 2010")
    plan = replace(WHOLE, alignments=(*ALIGNED[:2], stale, *ALIGNED[3:]))
    assert failing(plan) == ["C11"]
    assert "1 May 2010" in judged(plan)["C11"].who[0]


def test_a_commissioning_plan_that_one_of_two_signed_is_not_joint() -> None:
    half = replace(ALIGNED[4], signed_by=("The council",))
    plan = replace(WHOLE, alignments=(*ALIGNED[:4], half, *ALIGNED[5:]))
    assert failing(plan) == ["C18"]


def test_each_year_without_a_review_is_one_too_many() -> None:
    late = replace(WHOLE, on=date(2011, 3, 1))
    assert failing(late) == ["C20"]


def test_law_that_is_verified_stops_publication_and_other_law_does_not() -> None:
    no_period = judged(replace(WHOLE, **BROKEN["C01"])).values()
    no_resources = judged(replace(WHOLE, **BROKEN["C08"]), NEW_LAW).values()
    assert [one.rule for one in completeness.stops_publication(no_period)] == ["C01"]
    assert completeness.stops_publication(no_resources) == []
    assert [one.rule for one in completeness.unmet(no_resources) if one.rule == "C08"] == ["C08"]


def test_after_the_regulations_ended_nothing_is_required_by_law() -> None:
    found = judged(replace(WHOLE, is_poverty_strategy=False), date(2012, 3, 1)).values()
    assert not [one.rule for one in found if one.by_law and one.result is not Result.DOES_NOT_APPLY]
    assert completeness.in_short(list(found)) == completeness.NO_LAW


def test_a_local_plan_is_judged_by_its_own_rules() -> None:
    only = ("C01", "C06", "C22")
    found = completeness.check(replace(WHOLE, heard=frozenset()), law=LAW, on=DAY, only=only)
    assert [one.rule for one in found] == ["C01", "C06", "C22"]


def test_the_regulations_of_2010_ask_the_dioceses_as_well() -> None:
    unasked = replace(WHOLE, heard=frozenset(AUDIENCES) - {"dioceses"})
    assert "C10" not in failing(unasked, date(2010, 3, 31))
    assert "dioceses" in judged(unasked, date(2010, 4, 1))["C10"].what_is_wrong
    assert "C10" not in failing(unasked, date(2010, 10, 31))


def test_the_plan_regulations_ask_nothing_of_another_kind_of_plan() -> None:
    """A play strategy of two years without a measure may be published on every day of the regulations."""
    play = replace(WHOLE, last=date(2011, 3, 31), **with_priority(measures=()))
    for on in (date(2006, 4, 1), DAY, date(2010, 6, 8)):
        found = {one.rule: one for one in completeness.check(play, law=LAW, on=on, only=("C01", "C22"))}
        assert [found[rule].result for rule in ("C01", "C22")] == [Result.MET, Result.MISSING]
        assert not any(one.by_law for one in found.values())
        assert found["C22"].says == "No law asks this of such a plan. A good plan has it."
        assert completeness.stops_publication(found.values()) == []


def test_a_child_poverty_strategy_must_rest_on_its_assessment_by_law() -> None:
    poverty = replace(WHOLE, is_poverty_strategy=True, alignments=())
    only, june = ("C22", "C23"), date(2010, 6, 8)
    found = completeness.check(poverty, law=LAW, on=june, only=only, by_law=("C23",))
    assert [(one.rule, one.by_law) for one in found] == [("C23", True), ("C22", False)]


def test_a_year_after_the_leap_day_is_the_day_before_the_first_of_march() -> None:
    assert a_year_after(date(2008, 2, 29)) == date(2009, 2, 28)
