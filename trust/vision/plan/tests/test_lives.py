"""A plan is led through its life by deeds: each gate, each signature, each thing said again."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.foundation.statute.findings import Result
from trust.governance.board.queries import decisions
from trust.vision.participation.actions import open_consultation
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan, PlanStep, PlanVersion
from trust.vision.plan.tests import known
from trust.vision.plan.tests.known import BY, NOW, TODAY
from trust.vision.plan.words import AlignedWith, Part, Stage

NEXT: dict[str, Any] = {"title": "Plan 2015 to 2018", "first": date(2015, 4, 1), "last": date(2018, 3, 31)}
WORDS = known.WORDS | {"outcomes": ["be-healthy"]}


@pytest.fixture
def running(plan: Plan) -> Plan:
    return plan


@pytest.fixture
def coming(town: str) -> Plan:
    return actions.begin_plan(token=uuid4(), **NEXT, **BY)


def found(plan: Plan, rule: str, on: date = TODAY) -> Any:
    return next(one for one in queries.check_plan(plan, on) if one.rule == rule)


def test_the_demonstrations_plan_went_through_its_life(running: Plan) -> None:
    assert [step.stage for step in queries.life(running, TODAY)] == [
        Stage.DRAFT,
        Stage.CONSULTING,
        Stage.FINAL_DRAFT,
        Stage.AGREED,
        Stage.SIGNED,
        Stage.PUBLISHED,
        Stage.UNDER_REVIEW,
        Stage.PUBLISHED,
    ]
    assert queries.stage_of(running, date(2008, 7, 1)) is Stage.CONSULTING


def test_what_the_running_plan_lacks_by_the_law_of_its_day(running: Plan) -> None:
    lacks = [one.rule for one in queries.check_plan(running, TODAY) if one.result is Result.MISSING]
    assert lacks == ["C08", "C11", "C14", "C18"]


def test_the_review_was_due_a_year_after_the_plan_and_came_in_time(running: Plan) -> None:
    assert found(running, "C20", date(2010, 3, 31)).result is Result.DOES_NOT_APPLY
    assert found(running, "C20").result is Result.MET
    assert found(running, "C21").result is Result.MET
    assert found(running, "C20", date(2012, 3, 1)).result is Result.MET


def test_a_new_plan_is_a_draft_and_is_not_put_to_anyone_empty(coming: Plan) -> None:
    assert queries.stage_of(coming, TODAY) is Stage.DRAFT
    with pytest.raises(Refused, match="Write the vision"):
        actions.move_plan(plan=coming, to=Stage.CONSULTING, **BY)


def test_a_plan_with_a_vision_and_a_priority_is_put_to_everyone(coming: Plan) -> None:
    actions.write_statement(plan=coming, part=Part.VISION, text="Every child.", resting_on=0, **BY)
    actions.add_priority(token=uuid4(), plan=coming, words=dict(WORDS), **BY)
    actions.move_plan(plan=coming, to=Stage.CONSULTING, **BY)
    with pytest.raises(Refused, match="Nobody has been consulted"):
        actions.move_plan(plan=coming, to=Stage.FINAL_DRAFT, **BY)
    open_consultation(
        token=uuid4(), about=coming.pk, about_title=coming.title, title="Tell us", asked="What first?",
        decision="May.", opens=TODAY, closes=date(2010, 9, 8), **BY,
    )  # fmt: skip
    with pytest.raises(Refused, match="still open"):
        actions.move_plan(plan=coming, to=Stage.FINAL_DRAFT, **BY)


def test_a_draft_is_not_published(coming: Plan) -> None:
    with pytest.raises(Refused, match="Only a local partnership publishes"):
        actions.publish(plan=coming, why="The first.", **BY)


def test_the_database_refuses_a_move_that_is_none(coming: Plan) -> None:
    with pytest.raises(IntegrityError, match="a_step_is_a_move_of_the_life"), transaction.atomic():
        PlanStep.objects.create(plan=coming, number=2, was="draft", stage="signed", on=TODAY, by="x", at=NOW)


def test_two_plans_of_a_kind_do_not_overlap_and_two_kinds_may(coming: Plan) -> None:
    with pytest.raises(Refused, match="already runs"):
        actions.begin_plan(token=uuid4(), **NEXT | {"title": "Another"}, **BY)
    assert actions.begin_plan(token=uuid4(), kind="play", **NEXT, **BY)
    with pytest.raises(Refused, match="Say whose plan it is"):
        actions.begin_plan(token=uuid4(), kind="local-delivery", **NEXT, **BY)
    with pytest.raises(NotFound):
        actions.begin_plan(token=uuid4(), kind="unicorns", **NEXT, **BY)


def test_a_plan_that_was_begun_later_is_in_the_way_and_is_not_named(running: Plan) -> None:
    days: dict[str, Any] = {"first": date(2012, 4, 1), "last": date(2015, 3, 31)}
    with pytest.raises(Refused, match=r"^Another plan of this kind is written down for some of those days"):
        actions.begin_plan(token=uuid4(), title="The next", **days, **BY)
    later = {"by": BY["by"], "at": datetime(2012, 3, 1, 10, tzinfo=LONDON)}
    with pytest.raises(Refused, match="“Children and Young People’s Plan 2012 to 2015” already runs"):
        actions.begin_plan(token=uuid4(), title="The next", **days, **later)


def test_a_plan_is_superseded_once_the_later_one_has_begun(running: Plan, coming: Plan) -> None:
    def supersedes(on: date) -> PlanStep:
        return actions.move_plan(plan=running, to=Stage.SUPERSEDED, on=on, **BY)

    with pytest.raises(Refused, match="No later plan of this kind is published"):
        supersedes(NEXT["first"])
    PlanVersion.objects.create(plan=coming, number=1, published_on=TODAY, by="x", at=NOW)
    with pytest.raises(Refused, match="takes its place on 1 April 2015, its first day"):
        supersedes(date(2015, 3, 31))
    assert supersedes(NEXT["first"]).on == date(2015, 4, 1)


def test_the_second_of_two_who_word_a_statement_is_told(coming: Plan) -> None:
    actions.write_statement(plan=coming, part=Part.SAFEGUARDING, text="Safe.", resting_on=0, **BY)
    with pytest.raises(Refused, match="newer wording"):
        actions.write_statement(plan=coming, part=Part.SAFEGUARDING, text="Safer.", resting_on=0, **BY)
    actions.write_statement(plan=coming, part=Part.SAFEGUARDING, text="Safer.", resting_on=1, **BY)
    assert queries.statements(coming)[Part.SAFEGUARDING].text == "Safer."


def test_an_alignment_is_stale_when_the_other_side_changes_and_fresh_when_stated_again(
    running: Plan,
) -> None:
    before = next(
        one
        for one in queries.alignments(running, TODAY)
        if one.aligned_with is AlignedWith.COMMUNITY_STRATEGY
    )
    assert before.stale_because == "our plan changed on 1 March 2010"
    actions.other_side_changed(alignment=before.id, on=date(2010, 5, 4), what="A new aim.", **BY)
    assert "it changed on 4 May 2010: A new aim." in found(running, "C11").who[0]
    actions.align(
        plan=running, aligned_with=AlignedWith.COMMUNITY_STRATEGY, title=before.title, states="They agree.",
        stated_on=TODAY, replaces=before.id, **BY,
    )  # fmt: skip
    assert found(running, "C11").result is Result.MET


def test_a_group_is_answered_for_by_a_priority_of_this_plan_or_by_a_reason(coming: Plan) -> None:
    with pytest.raises(Refused, match="say why none is"):
        actions.cover_group(plan=coming, group="Young carers", **BY)
    with pytest.raises(NotFound):
        actions.cover_group(plan=coming, group="Young carers", priority=uuid4(), **BY)
    actions.cover_group(plan=coming, group="Young carers", reason="Their own strategy.", **BY)
    answered = [card.group for card in queries.groups(coming, TODAY) if card.covered]
    assert answered == ["Young carers"]


def gosport() -> UUID:
    return organisation_by_key("gosport").id


def test_a_partner_signs_what_it_read_and_can_prove_it(running: Plan) -> None:
    part = queries.part_of(running, gosport())
    signed = actions.sign(
        plan=running, partner=gosport(), seen=part.sha256, signed_by="Leader", signed_on=TODAY, **BY
    )
    assert (signed.sha256, signed.text) == (part.sha256, part.text)
    assert "parents’ groups" in signed.text


def test_a_text_that_changed_a_second_ago_is_not_signed(running: Plan) -> None:
    part = queries.part_of(running, gosport())
    priority = queries.draft(running).plan.priorities[0].id
    actions.add_action(
        token=uuid4(), priority=priority, what="One more", owner="Gosport Borough Council",
        due=date(2011, 3, 31), how_we_will_know="We look.", **BY,
    )  # fmt: skip
    with pytest.raises(Refused, match="has changed since you opened it"):
        actions.sign(
            plan=running, partner=gosport(), seen=part.sha256, signed_by="Leader", signed_on=TODAY, **BY
        )


def test_the_board_does_not_sign_and_nothing_is_signed_before_it_is_agreed(
    running: Plan, coming: Plan
) -> None:
    facts: dict[str, Any] = {"seen": "x", "signed_by": "Chair", "signed_on": TODAY}
    with pytest.raises(Refused, match="The Board cannot sign the plan"):
        actions.sign(plan=running, partner="The Board", **facts, **BY)
    with pytest.raises(Refused, match="has not agreed this plan yet"):
        actions.sign(plan=coming, partner=gosport(), **facts, **BY)


def test_a_school_is_signed_for_by_its_representative(running: Plan) -> None:
    school = organisation_by_key("solent-reach-school").id
    part = queries.part_of(running, school)
    actions.sign(
        plan=running, partner=school, seen=part.sha256, signed_by="Headteacher, for the schools",
        signed_on=TODAY, signed_for=[("115850", "Alton Infant School"), ("115851", "Another")], **BY,
    )  # fmt: skip
    card = next(one for one in queries.signatures(running, TODAY) if one.partner == school)
    assert (card.answered, card.signed_for) == (True, 2)


def test_a_version_says_what_it_was_published_without(running: Plan) -> None:
    first = queries.version(running.pk, 1)
    assert "What each key partner puts in, or why it does not" in first.without
    assert first.because.startswith("Some partners had not yet agreed")


def test_a_reason_is_asked_where_something_is_missing(running: Plan) -> None:
    actions.write_statement(plan=running, part=Part.WORKFORCE, text="New words.", resting_on=1, **BY)
    with pytest.raises(Refused, match="Say why it is published without"):
        actions.publish(plan=running, why="New words on the workforce.", **BY)
    assert PlanVersion.objects.filter(plan=running).count() == 2


def test_a_decision_that_was_not_yet_taken_agrees_nothing(running: Plan) -> None:
    later = decisions(date.max, words="agreed the review of the second year")[0]
    with pytest.raises(Refused, match="was not on record by 8 June 2010"):
        actions.move_plan(plan=running, to=Stage.AGREED, decision=later.id, **BY)
