"""A local partnership writes its plan row by row, and says each quarter how it goes."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.governance.board.queries import bodies
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.rules.local import SaidOfRow
from trust.vision.plan.tests.known import NOW, TODAY
from trust.vision.plan.words import Stage, Standing

OFFICER = Actor("Priya Nair", uuid4(), duties=frozenset({"plan.write", "local.write"}))
CHAIR = Actor("Tom Harding", uuid4(), duties=frozenset({"local.write"}))
BY: dict[str, Any] = {"by": OFFICER, "at": NOW}
THEIRS: dict[str, Any] = {"by": CHAIR, "at": NOW}
FIRST_QUARTER = date(2010, 1, 1)


def words(**other: Any) -> dict[str, Any]:
    return {"own_priority": "Somewhere to go", "what": "A youth café on Fridays"} | other


def body_called(name: str) -> UUID:
    return next(one.id for one in bodies(TODAY) if one.name.startswith(name))


@pytest.fixture
def county(database: str) -> Plan:
    days: dict[str, Any] = {"first": date(2009, 4, 1), "last": date(2012, 3, 31)}
    return actions.begin_plan(token=uuid4(), title="The county’s plan", **days, **BY)


@pytest.fixture
def plan(county: Plan) -> Plan:
    found = begun(county, "Rushmoor")
    actions.give_pen(body=body_called("Rushmoor"), worker=CHAIR.worker or uuid4(), name=CHAIR.name, **BY)
    return found


def begun(county: Plan, name: str) -> Plan:
    days: dict[str, Any] = {"first": date(2010, 1, 1), "last": date(2011, 3, 31)}
    facts: dict[str, Any] = {"kind": "local-delivery", "body": body_called(name), "under": county}
    return actions.begin_plan(token=uuid4(), title=f"{name} local plan", **days, **facts, **BY)


def rows(plan: Plan) -> list[str]:
    return [row.what for row in queries.published_rows(plan)]


def added(plan: Plan, **other: Any) -> UUID:
    return actions.add_row(token=uuid4(), plan=plan, words=words(**other), **THEIRS).pk


def test_the_chair_writes_a_row_of_its_own_plan(plan: Plan) -> None:
    added(plan)
    assert rows(plan) == ["A youth café on Fridays"]


def test_the_same_form_sent_twice_adds_one_row(plan: Plan) -> None:
    key = uuid4()
    for _ in range(2):
        actions.add_row(token=key, plan=plan, words=words(), **THEIRS)
    assert len(rows(plan)) == 1


def test_a_chair_writes_no_other_partnerships_plan(county: Plan, plan: Plan) -> None:
    other = begun(county, "Hart")
    with pytest.raises(Refused, match="its own partnership’s"):
        added(other)


def test_a_chair_whose_pen_was_taken_writes_no_more(plan: Plan) -> None:
    assert plan.body_id
    (held,) = queries.pens_for(plan.body_id, TODAY)
    actions.take_pen(pen=held.id, **BY)
    with pytest.raises(Refused, match="its own partnership’s"):
        added(plan)


def test_only_the_officer_gives_the_pen(plan: Plan) -> None:
    with pytest.raises(Refused, match="Only the partnership officer"):
        actions.give_pen(body=body_called("Hart"), worker=uuid4(), name="Somebody", **THEIRS)


def test_what_is_not_known_yet_is_kept_and_shown(plan: Plan) -> None:
    added(plan, state="to be confirmed")
    (row,) = queries.published_rows(plan)
    assert (row.state, row.owner, row.due, row.baseline) == ("to be confirmed", "", None, "")


def test_an_agreed_row_says_who_and_when_and_how(plan: Plan) -> None:
    with pytest.raises(Refused, match="who does it and by when and how success is seen"):
        added(plan, state="agreed")


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"own_priority": ""}, "name one of your own"),
        ({"what": " "}, "Say what will be done"),
        ({"due": date(2011, 4, 1)}, "choose a day within it, not 1 April 2011"),
        ({"owner": "Atlantis Council"}, "“Atlantis Council” is not a partner organisation"),
        ({"owner": "the Board"}, "The Board cannot own an action"),
        ({"baseline_period": "2010/11", "targets": (("2009/10", "41%"),)}, "must come after the baseline"),
        ({"targets": (("2011/12", "41%"), ("2010/11", "44%"))}, "put the years right"),
        ({"priority": uuid4()}, "Choose one of the county’s priorities"),
    ],
)
def test_a_row_that_cannot_be_is_refused(plan: Plan, wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        added(plan, **wrong)
    assert rows(plan) == []


def test_an_owner_that_ends_before_the_row_is_due_is_refused(county: Plan) -> None:
    days: dict[str, Any] = {"first": date(2012, 4, 1), "last": date(2014, 3, 31)}
    facts: dict[str, Any] = {"kind": "local-delivery", "body": body_called("Fareham"), "under": county}
    later = actions.begin_plan(token=uuid4(), title="Fareham local plan", **days, **facts, **BY)
    row = words(owner="Hampshire Primary Care Trust", due=date(2013, 9, 30))
    with pytest.raises(Refused, match="ends on 31 March 2013, before this is due"):
        actions.add_row(token=uuid4(), plan=later, words=row, **BY)


def test_a_row_without_a_day_whose_owner_ends_first_is_pointed_at(county: Plan) -> None:
    days: dict[str, Any] = {"first": date(2012, 4, 1), "last": date(2014, 3, 31)}
    facts: dict[str, Any] = {"kind": "local-delivery", "body": body_called("Fareham"), "under": county}
    later = actions.begin_plan(token=uuid4(), title="Fareham local plan", **days, **facts, **BY)
    actions.add_row(token=uuid4(), plan=later, words=words(owner="Hampshire Primary Care Trust"), **BY)
    (card,) = queries.row_cards(later, queries.narrowed_rows(later))
    assert [one.split(", before")[0] for one in card.warnings] == [
        "Hampshire Primary Care Trust ends on 31 March 2013"
    ]


def test_the_second_of_two_who_change_a_row_is_told(plan: Plan) -> None:
    key = added(plan)
    actions.reword_row(row=key, resting_on=1, words=words(what="A café on Saturdays"), **THEIRS)
    with pytest.raises(Refused, match="Someone else saved a newer wording"):
        actions.reword_row(row=key, resting_on=1, words=words(what="A café on Sundays"), **BY)
    assert rows(plan) == ["A café on Saturdays"]


def test_rows_stand_in_the_partnerships_own_order(plan: Plan) -> None:
    keys = [added(plan, what=what) for what in ("one", "two", "three")]
    actions.move_row(row=keys[2], up=True, **THEIRS)
    assert rows(plan) == ["one", "three", "two"]
    actions.move_row(row=keys[2], up=True, **THEIRS)
    actions.move_row(row=keys[0], up=False, **THEIRS)
    assert rows(plan) == ["three", "two", "one"]
    with pytest.raises(Refused, match="first row already"):
        actions.move_row(row=keys[2], up=True, **THEIRS)


def test_a_row_ends_with_its_reason_and_is_changed_no_more(plan: Plan) -> None:
    key = added(plan)
    with pytest.raises(Refused, match="Say why"):
        actions.end_row(row=key, because=" ", **THEIRS)
    actions.end_row(row=key, because="The hall closed.", **THEIRS)
    assert rows(plan) == []
    with pytest.raises(Refused, match="This row has ended: The hall closed."):
        actions.reword_row(row=key, resting_on=2, words=words(), **THEIRS)


def test_a_local_plan_is_published_as_it_is(plan: Plan) -> None:
    with pytest.raises(Refused, match="Write at least one row"):
        actions.publish(plan=plan, why="The first.", because="It is honest.", **THEIRS)
    added(plan, state="to be confirmed")
    version = actions.publish(plan=plan, why="The first.", because="It is honest.", **THEIRS)
    assert queries.stage_of(plan, TODAY) is Stage.PUBLISHED
    live = queries.newest_version(plan.pk, TODAY)
    assert live
    assert [row.state for row in live.plan.rows] == ["to be confirmed"]
    assert version.number == 1


def test_a_county_plan_is_not_published_at_once(county: Plan) -> None:
    with pytest.raises(Refused, match="Only a local partnership"):
        actions.move_plan(plan=county, to=Stage.PUBLISHED, **BY)


def said(key: UUID, standing: Standing = Standing.ON_TRACK, **other: Any) -> SaidOfRow:
    return SaidOfRow(str(key), standing, **other)


def test_a_return_says_how_a_quarter_went(plan: Plan) -> None:
    key = added(plan)
    sent(plan, said(key, reached=40))
    card = queries.returns(plan, TODAY)[FIRST_QUARTER]
    assert (card.edition, card.lines[key].standing, card.lines[key].reached) == (1, Standing.ON_TRACK, 40)


def sent(plan: Plan, *lines: SaidOfRow, resting_on: int = 0, quarter: date = FIRST_QUARTER) -> None:
    actions.make_return(
        token=uuid4(), plan=plan, quarter=quarter, resting_on=resting_on, said=lines, **THEIRS
    )


def test_what_is_not_said_again_stays(plan: Plan) -> None:
    one, two = added(plan), added(plan, what="A bus")
    sent(plan, said(one), said(two))
    sent(plan, said(one, Standing.DONE), resting_on=1)
    card = queries.returns(plan, TODAY)[FIRST_QUARTER]
    assert [card.lines[key].standing for key in (one, two)] == [Standing.DONE, Standing.ON_TRACK]


def test_the_second_return_of_two_at_once_is_refused(plan: Plan) -> None:
    key = added(plan)
    sent(plan, said(key))
    with pytest.raises(Refused, match="Someone else sent a return"):
        sent(plan, said(key))


@pytest.mark.parametrize("reached", [1, 5])
def test_a_count_that_could_point_at_a_child_is_refused(plan: Plan, reached: int) -> None:
    with pytest.raises(Refused, match="fewer than six children"):
        sent(plan, said(added(plan), reached=reached))


def test_a_row_at_risk_says_why(plan: Plan) -> None:
    with pytest.raises(Refused, match="Say why “A youth café on Fridays” is at risk"):
        sent(plan, said(added(plan), Standing.AT_RISK))


@pytest.mark.parametrize("quarter", [date(2010, 7, 1), date(2009, 10, 1), date(2010, 1, 2)])
def test_a_quarter_that_is_not_the_plans_is_refused(plan: Plan, quarter: date) -> None:
    with pytest.raises(Refused, match="is not a quarter of this plan"):
        sent(plan, said(added(plan)), quarter=quarter)


def test_the_county_adds_up_what_was_said_and_names_the_silent(county: Plan, plan: Plan) -> None:
    silent = begun(county, "Hart")
    one = added(plan)
    actions.add_row(token=uuid4(), plan=silent, words=words(what="A bus"), **BY)
    sent(plan, said(one, reached=40))
    found = queries.roll_up(county, TODAY)
    own = found.contributions[-1]
    assert (own.sum.rows, own.sum.partnerships, own.sum.reached, own.sum.unsaid) == (2, 2, 40, 1)
    assert not own.complete
    names = {card.name: card for card in found.silent}
    assert names["Hart Local Children’s Partnership"].plan == silent.pk
    assert names["Fareham Local Children’s Partnership"].plan is None


def test_a_milestone_has_one_holder_and_the_second_is_told_who(town: str) -> None:
    live = queries.published(TODAY)
    assert live
    action = live.plan.priorities[0].actions[-1].id
    step: dict[str, Any] = {"action": action, "on": date(2010, 9, 1), "what": "Staff are in post"}
    held = actions.claim_milestone(**step, owner="Hart District Council", **BY)
    with pytest.raises(Refused, match="Hart District Council already holds “Staff are in post”"):
        actions.claim_milestone(**step | {"what": "staff are in POST"}, owner="Gosport Borough Council", **BY)
    actions.give_up_milestone(milestone=held.milestone_id, why="Gosport is nearer.", **BY)
    actions.claim_milestone(**step, owner="Gosport Borough Council", **BY)
    found = {one.id: one.owner for one in queries.milestones([action], TODAY)}
    assert found[held.milestone_id] == "Gosport Borough Council"


def lacking(plan: Plan, rule: str) -> str:
    return next(one.what_is_wrong for one in queries.check_plan(plan, TODAY) if one.rule == rule)


def test_a_local_plan_is_judged_by_its_rows(plan: Plan) -> None:
    assert lacking(plan, "C06") == "The plan has no action."
    assert lacking(plan, "C22") == "The plan has no priority."
    added(plan)
    assert lacking(plan, "C06") == "One action without a partner or a day."
    assert lacking(plan, "C22") == "Its one priority lacks it."
    whole: dict[str, Any] = {
        "owner": "Rushmoor Borough Council", "due": date(2011, 3, 31), "success": "More go",
        "baseline": "40", "baseline_period": "2009", "targets": (("2010", "60"),),
    }  # fmt: skip
    actions.reword_row(row=queries.published_rows(plan)[0].id, resting_on=1, words=words(**whole), **THEIRS)
    assert (lacking(plan, "C06"), lacking(plan, "C22")) == ("", "")
