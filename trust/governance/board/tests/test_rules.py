"""Is the Board properly made up? Each rule by itself, without a database."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statute.findings import Result
from trust.foundation.statute.law import Force
from trust.governance.board.queries.composition import composition_law
from trust.governance.board.rules import check, urgency
from trust.governance.board.tests.boards import (
    ACORNBURY,
    BREAKS,
    BY_SEAT,
    CHAIR,
    COUNTY,
    DAY,
    LEAFHAM,
    a_full_board,
    change_member,
    change_seat,
    empty_seat,
    judged,
)
from trust.governance.board.words import Composition, Owned, Party

NOBODY = Composition(seats=(), partners=())
SCHOOLS = {"B12", "B13", "B14", "B15"}
DAYS = st.dates(date(2004, 1, 1), date(2030, 12, 31))


def missing(board: Composition, on: date = DAY) -> set[str]:
    return {rule for rule, one in judged(board, on).items() if one.result is Result.MISSING}


def test_a_full_board_breaks_no_rule_and_leaves_none_untold() -> None:
    results = {rule: one.result for rule, one in judged(a_full_board()).items()}
    assert {rule for rule, result in results.items() if result is not Result.MET} == {"B11", "B25"}
    assert results["B11"] is results["B25"] is Result.DOES_NOT_APPLY


@pytest.mark.parametrize("rule", BREAKS)
def test_a_rule_broken_alone_is_the_only_failure(rule: str) -> None:
    assert missing(BREAKS[rule](a_full_board())) == {rule}


@given(st.sets(st.sampled_from(sorted(BREAKS))))
def test_rules_broken_together_fail_together_and_no_others(broken: set[str]) -> None:
    board = a_full_board()
    for rule in sorted(broken):
        board = BREAKS[rule](board)
    # Whoever nobody speaks for needs no letter; with no member from any school there is no choice to record.
    moot = ({"B02m"} if "B02" in broken else set()) | ({"B12m"} if broken >= SCHOOLS else set())
    assert missing(board) == broken - moot


@given(DAYS)
def test_on_any_day_every_rule_is_told_once_and_failures_come_first(day: date) -> None:
    found = check(a_full_board(), law=composition_law(), on=day)
    assert sorted(one.rule for one in found) == sorted(composition_law().rules())
    assert [urgency(one) for one in found] == sorted(urgency(one) for one in found)


@given(st.dates(date(2004, 1, 1), date(2010, 3, 31)))
def test_before_april_2010_even_an_empty_board_breaks_no_law(day: date) -> None:
    found = check(NOBODY, law=composition_law(), on=day)
    assert not [one for one in found if one.force is Force.STATUTORY and one.result is Result.MISSING]


@given(DAYS, st.sampled_from(sorted(BREAKS)))
def test_a_failure_says_what_is_wrong_what_to_do_and_which_law(day: date, rule: str) -> None:
    one = judged(BREAKS[rule](a_full_board()), day)[rule]
    if one.result is Result.MISSING:
        assert one.what_is_wrong.endswith(".")
        assert one.ask
        assert one.law
        assert one.where


def test_what_is_law_is_urgent_before_what_is_unknown_before_what_is_only_good() -> None:
    board = BREAKS["B18"](BREAKS["B04"](a_full_board()))
    board = replace(board, partners=tuple(one for one in board.partners if one.kind != "connexions"))
    assert [one.rule for one in check(board, law=composition_law(), on=DAY)[:3]] == ["B04", "B10", "B18"]


def test_one_person_may_speak_for_several() -> None:
    assert judged(a_full_board())["B02"].who == ("Member B02, Head",)


def test_a_letter_alone_is_enough_to_be_spoken_for() -> None:
    board = change_seat("B02", lambda seat: replace(seat, represents=()))(a_full_board())
    assert judged(board)["B02"].result is Result.MET


def test_the_districts_that_nobody_speaks_for_are_named() -> None:
    one = judged(BREAKS["B02"](a_full_board()))["B02"]
    assert one.what_is_wrong == "One of two are there. Nobody speaks for Leafham."


def test_an_empty_seat_speaks_for_nobody() -> None:
    one = judged(empty_seat("B02")(a_full_board()))["B02"]
    assert one.what_is_wrong == "Nobody speaks for Acornbury or Leafham."


def test_the_chief_constable_does_not_stand_for_the_police_authority() -> None:
    assert missing(empty_seat("B04")(a_full_board())) == {"B04"}


def test_a_district_with_its_own_member_needs_no_letter() -> None:
    own = replace(BY_SEAT["B02"], key="leafham", name="Leafham")
    assert own == LEAFHAM
    board = change_member("local", employer=LEAFHAM)(change_member("B02", mandates_from=())(a_full_board()))
    assert judged(board)["B02m"].result is Result.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("kind", "rule", "result"),
    [
        ("connexions", "B10", Result.CANNOT_TELL),
        ("jobcentre_plus", "B16", Result.CANNOT_TELL),
        ("special_school_nm", "B13", Result.DOES_NOT_APPLY),
        ("academy_ctc", "B14", Result.DOES_NOT_APPLY),
        ("district_council", "B02", Result.DOES_NOT_APPLY),
    ],
)
def test_what_we_hold_none_of_is_never_taken_for_missing(kind: str, rule: str, result: Result) -> None:
    board = a_full_board()
    without = replace(board, partners=tuple(one for one in board.partners if one.kind != kind))
    assert judged(without)[rule].result is result


def test_one_school_may_speak_for_many() -> None:
    others = tuple(Party(f"school-{n}", f"School {n}", "maintained_school") for n in range(500))
    board = a_full_board()
    assert "B12" not in missing(replace(board, partners=(*board.partners, *others)))


def test_each_district_counts_but_not_each_school() -> None:
    third = Party("mossley", "Mossley", "district_council")
    board = a_full_board()
    assert missing(replace(board, partners=(*board.partners, third))) == {"B02"}


def test_the_learning_and_skills_council_is_asked_for_until_it_closed() -> None:
    lsc = Party("lsc", "Learning and Skills Council", "lsc")
    board = replace(a_full_board(), partners=(lsc,))
    assert judged(board, date(2010, 3, 31))["B11"].result is Result.MISSING
    assert judged(board, DAY)["B11"].what_is_wrong == "It ended on 31 March 2010."


def test_an_nhs_commissioner_is_good_practice_and_never_law() -> None:
    icb = Party("icb", "Oakland Integrated Care Board", "icb")
    one = judged(replace(a_full_board(), partners=(icb,)), date(2023, 1, 1))["B25"]
    assert (one.result, one.by_law) == (Result.MISSING, False)
    assert judged(a_full_board())["B25"].what_is_wrong == "It begins on 1 April 2013."


def test_a_lead_gp_without_the_trusts_letter_is_named_but_not_enough() -> None:
    one = judged(BREAKS["B09"](a_full_board()))["B09"]
    assert one.who == ("Member B09, Head",)
    assert "primary care trust" in one.what_is_wrong


def test_no_seat_and_an_empty_seat_are_told_apart() -> None:
    board = a_full_board()
    none = replace(board, seats=tuple(seat for seat in board.seats if "B18" not in seat.answers))
    assert judged(none)["B18"].what_is_wrong == "There is no seat for them."
    assert judged(empty_seat("B18")(board))["B18"].what_is_wrong == "The seat is empty."


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"mandate": ""}, "no mandate on file"),
        ({"employer": None}, "no employer on file"),
        ({"since": None}, "no start date on file"),
        ({"deputy": ""}, "no deputy named"),
    ],
)
def test_what_is_not_on_file_is_counted_and_named(values: dict[str, object], words: str) -> None:
    one = judged(change_member("local", **values)(a_full_board()))["B23"]
    assert one.what_is_wrong == f"One of {len(BY_SEAT)}: {words}."
    assert one.who == (f"{words.capitalize()}: Member local",)


@pytest.mark.parametrize(
    ("employer", "post", "result"),
    [
        (None, "Independent chair", Result.MET),
        (ACORNBURY, "Chair", Result.MET),
        (None, "Chair", Result.CANNOT_TELL),
        (COUNTY, "Independent chair", Result.MISSING),
    ],
)
def test_the_safeguarding_boards_chair_does_not_work_for_the_council(
    employer: Party | None, post: str, result: Result
) -> None:
    board = replace(a_full_board(), safeguarding_chairs=(replace(CHAIR, employer=employer, post=post),))
    assert judged(board)["B24"].result is result


def test_with_no_chair_on_record_we_cannot_tell() -> None:
    assert judged(replace(a_full_board(), safeguarding_chairs=()))["B24"].result is Result.CANNOT_TELL


def test_the_top_the_independent_and_the_outside_answer_to_nobody() -> None:
    assert judged(a_full_board())["G01"].result is Result.MET


@pytest.mark.parametrize("kind", ["", "board", "local-partnership", "group", "safeguarding-board"])
def test_no_body_owns_an_action(kind: str) -> None:
    board = replace(a_full_board(), actions=(Owned("Explore options", "Somebody", kind),))
    assert judged(board)["G06"].what_is_wrong == "No partner owns “Explore options” (Somebody)."


def test_a_youth_offending_team_may_own_an_action() -> None:
    board = replace(a_full_board(), actions=(Owned("Mentor young people", "The team", "yot"),))
    assert judged(board)["G06"].result is Result.MET


def test_without_actions_the_check_says_so() -> None:
    assert (
        judged(replace(a_full_board(), actions=None))["G06"].what_is_wrong
        == "No actions were given to this check."
    )
