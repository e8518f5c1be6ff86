from dataclasses import replace
from datetime import date

import pytest

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import Span
from trust.foundation.statute.law import Force
from trust.foundation.statute.register import Confidence
from trust.governance.partnership.queries import owner_law, partner_kinds, partner_law
from trust.governance.partnership.rules import (
    Capability,
    Standing,
    capability,
    check_may_hold_money,
    check_may_own_action,
    refuse_stranger,
)

DAY = date(2010, 6, 8)
BEFORE, BOARDS_BEGIN = date(2010, 3, 31), date(2010, 4, 1)
PCT = Standing("Hampshire Primary Care Trust", "pct", Span(date(2006, 10, 1), date(2013, 3, 31)), True, "")
YOT = Standing(
    "Wessex Youth Offending Team", "yot", Span(date(2000, 4, 1)), False, "Hampshire County Council"
)
VOICES = Standing("Young Voices", "other_body", Span(date(2007, 9, 1)), False, "Hampshire County Council")


def law_says(kind: str, on: date) -> Capability | None:
    return capability(kind, on=on, law=partner_law())


def must_sit(kind: str, on: date) -> bool:
    found = law_says(kind, on)
    return bool(found and found.board_seat_required)


def check(owner: Standing, on: date = DAY) -> None:
    check_may_own_action(owner, on=on, partners=partner_law(), owners=owner_law())


REQUIRED = [
    "local_authority",
    "district_council",
    "police_authority",
    "chief_officer_police",
    "probation_provider",
    "yot",
    "sha",
    "pct",
]
SINCE_2010 = ["maintained_school", "special_school_nm", "academy_ctc", "fe_institution", "jobcentre_plus"]


@pytest.mark.parametrize("kind", [*REQUIRED, "connexions", *SINCE_2010])
def test_a_seat_became_law_on_1_april_2010(kind: str) -> None:
    assert not must_sit(kind, BEFORE)
    assert must_sit(kind, BOARDS_BEGIN)


@pytest.mark.parametrize("kind", SINCE_2010)
def test_schools_colleges_and_jobcentres_became_partners_in_january_2010(kind: str) -> None:
    before, since = law_says(kind, date(2010, 1, 11)), law_says(kind, date(2010, 1, 12))
    assert before
    assert since
    assert (before.duty_to_cooperate, since.duty_to_cooperate) == (False, True)
    assert before.force is Force.GOOD_PRACTICE


@pytest.mark.parametrize(
    ("kind", "last"),
    [
        ("lsc", date(2010, 3, 31)),
        ("probation_board", date(2010, 3, 31)),
        ("police_authority", date(2012, 11, 21)),
        ("pct", date(2013, 3, 31)),
        ("sha", date(2013, 3, 31)),
        ("ccg", date(2022, 6, 30)),
    ],
)
def test_a_kind_that_was_reorganised_ends_on_its_day(kind: str, last: date) -> None:
    assert law_says(kind, last)
    assert law_says(kind, date.fromordinal(last.toordinal() + 1)) is None


@pytest.mark.parametrize("kind", ["nhs_england", "icb"])
def test_the_nhs_of_today_must_cooperate_and_need_not_sit(kind: str) -> None:
    found = law_says(kind, date(2026, 1, 1))
    assert found
    assert found.duty_to_cooperate
    assert found.may_pool_s10
    assert not found.board_seat_required


def test_the_learning_agency_is_held_as_not_verified() -> None:
    found = law_says("ypla", DAY)
    assert found
    assert (found.confidence, found.force, found.board_seat_required) == (Confidence.LOW, Force.LOCAL, False)


def test_those_who_are_only_invited_have_neither_the_duty_nor_the_power() -> None:
    found = law_says("other_body", DAY)
    assert found
    assert (found.duty_to_cooperate, found.may_pool_s10, found.must_have_regard) == (False, False, False)


def test_every_row_answers_every_question() -> None:
    rows = partner_law().provisions
    assert [
        row.rule for row in rows if capability(row.rule, on=row.span.first, law=partner_law()) is None
    ] == []
    assert len(partner_kinds()) == 23


@pytest.mark.parametrize("owner", [PCT, YOT])
def test_a_partner_and_a_youth_offending_team_may_own_an_action(owner: Standing) -> None:
    check(owner)


def test_an_organisation_that_has_ended_may_not() -> None:
    with pytest.raises(
        Refused, match="^Hampshire Primary Care Trust ended on 31 March 2013, so it cannot own"
    ):
        check(PCT, on=date(2013, 4, 1))


def test_one_that_has_not_begun_or_is_of_no_kind_may_not() -> None:
    with pytest.raises(Refused, match="is not a partner on 1 January 2006"):
        check(PCT, on=date(2006, 1, 1))
    with pytest.raises(Refused, match="is not a partner on 8 June 2010"):
        check(replace(PCT, kind="guild"))


def test_a_group_without_legal_capacity_may_not_unless_the_law_names_its_kind() -> None:
    with pytest.raises(Refused, match="without legal capacity"):
        check(VOICES)


def test_money_and_contracts_need_legal_capacity() -> None:
    check_may_hold_money(PCT)
    with pytest.raises(Refused, match="its host, Hampshire County Council, does"):
        check_may_hold_money(YOT)


@pytest.mark.parametrize(
    ("typed", "called"),
    [
        ("the Board", "The Board"),
        ("BOARD", "The Board"),
        ("Hampshire Children's Trust Board", "The Board"),
        ("the Trust", "The Trust"),
        ("Hampshire Children’s Trust", "The Trust"),
        ("Havant Local Children’s Partnership", "A partnership"),
        ("CAMHS Commissioning Group", "A group"),
        ("the Standing Conference", "A conference"),
        ("Hampshire Safeguarding Children Board", "The safeguarding board"),
    ],
)
def test_those_who_only_come_together_are_refused_by_name(typed: str, called: str) -> None:
    said = str(refuse_stranger(typed, on=DAY))
    assert said == f"{called} cannot own an action: choose the partner that will do it."


def test_the_refusal_names_the_deed_that_was_tried() -> None:
    said = str(refuse_stranger("the Board", on=DAY, deed="make a pledge"))
    assert said == "The Board cannot make a pledge: choose the partner that will do it."


def test_a_name_that_nobody_has_is_refused_as_a_stranger() -> None:
    said = str(refuse_stranger("Atlantis Council", on=DAY))
    assert said.startswith(
        "“Atlantis Council” is not a partner organisation on 8 June 2010: choose the partner"
    )
