from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.rules.lifecycle import (
    GATES,
    Readiness,
    as_diagram,
    check_move,
    may_publish,
    next_stages,
    next_step,
    ways_on,
)
from trust.vision.plan.words import MOVES, Mend, Stage

READY = Readiness(
    priorities=1,
    has_vision=True,
    consultations_closed=1,
    decided=True,
    review_published=True,
    year_to_review=date(2010, 3, 31),
    review_may_begin=True,
    later_first=date(2012, 4, 1),
    later_runs=True,
    over=True,
    local=True,
    rows=1,
)
SHUT: dict[tuple[Stage, Stage], tuple[dict[str, Any], str]] = {
    (Stage.DRAFT, Stage.CONSULTING): ({"has_vision": False}, "Write the vision"),
    (Stage.DRAFT, Stage.PUBLISHED): ({"local": False}, "Only a local partnership"),
    (Stage.CONSULTING, Stage.FINAL_DRAFT): (
        {"unanswered": ("buses",)},
        "Answer what people said first: buses",
    ),
    (Stage.FINAL_DRAFT, Stage.AGREED): ({"decided": False}, "Name the decision"),
    (Stage.AGREED, Stage.SIGNED): ({"unsigned": ("Hart",)}, "reason from Hart"),
    (Stage.SIGNED, Stage.PUBLISHED): ({"stops": ("C01",)}, "The law asks for more"),
    (Stage.UNDER_REVIEW, Stage.PUBLISHED): ({"review_published": False}, "not published yet"),
    (Stage.PUBLISHED, Stage.UNDER_REVIEW): (
        {"review_may_begin": False},
        "year to 31 March 2010 may begin from 1 January 2010",
    ),
    (Stage.PUBLISHED, Stage.SUPERSEDED): ({"later_first": None}, "No later plan"),
    (Stage.PUBLISHED, Stage.ENDED): ({"over": False}, "last day"),
}


@pytest.mark.parametrize("move", MOVES)
def test_every_move_is_open_to_a_plan_that_is_ready(move: tuple[Stage, Stage]) -> None:
    check_move(*move, READY)


@pytest.mark.parametrize(("move", "shut"), SHUT.items())
def test_a_gate_refuses_with_a_sentence(move: tuple[Stage, Stage], shut: tuple[dict[str, Any], str]) -> None:
    with pytest.raises(Refused, match=shut[1]):
        check_move(*move, replace(READY, **shut[0]))


@given(st.sampled_from(Stage), st.sampled_from(Stage))
def test_no_move_outside_the_table_is_made(was: Stage, to: Stage) -> None:
    if (was, to) in MOVES:
        return
    with pytest.raises(Refused, match="cannot become"):
        check_move(was, to, READY)


def test_consultation_must_have_ended_and_there_must_have_been_one() -> None:
    move = (Stage.CONSULTING, Stage.FINAL_DRAFT)
    with pytest.raises(Refused, match="still open"):
        check_move(*move, replace(READY, consultations_open=1))
    with pytest.raises(Refused, match="Nobody has been consulted"):
        check_move(*move, replace(READY, consultations_closed=0))


def test_a_rule_that_is_not_law_may_be_unmet_with_a_reason() -> None:
    short = replace(READY, unmet=("a statement on safeguarding",))
    with pytest.raises(Refused, match="Say why"):
        check_move(Stage.SIGNED, Stage.PUBLISHED, short)
    check_move(Stage.SIGNED, Stage.PUBLISHED, replace(short, why="It follows in May."))


def test_a_gate_names_a_few_and_counts_many() -> None:
    move = (Stage.AGREED, Stage.SIGNED)
    with pytest.raises(Refused, match="a reason from 27 partners."):
        check_move(*move, replace(READY, unsigned=("Hart",) * 27))
    move = (Stage.SIGNED, Stage.PUBLISHED)
    with pytest.raises(Refused, match="asks for more before it is published: the vision and a date."):
        check_move(*move, replace(READY, stops=("The vision", "A date")))
    with pytest.raises(Refused, match="without seven things that it should have:"):
        check_move(*move, replace(READY, unmet=("A date",) * 7))


def test_every_stage_can_be_reached_and_two_are_the_end() -> None:
    assert {to for _, to in GATES} == set(Stage) - {Stage.DRAFT}
    assert [stage for stage in Stage if not next_stages(stage)] == [Stage.SUPERSEDED, Stage.ENDED]


def test_the_diagram_is_made_from_the_table() -> None:
    lines = as_diagram().splitlines()
    assert sum("-->" in line for line in lines) == len(MOVES) + 1
    assert "    final_draft --> agreed" in lines


def test_a_plan_is_superseded_from_the_first_day_of_the_later_one() -> None:
    move = (Stage.PUBLISHED, Stage.SUPERSEDED)
    with pytest.raises(Refused, match="takes its place on 1 April 2012, its first day"):
        check_move(*move, replace(READY, later_runs=False))
    check_move(*move, READY)


@pytest.mark.parametrize(
    ("move", "known", "mend"),
    [
        ((Stage.DRAFT, Stage.CONSULTING), {}, Mend.VISION),
        ((Stage.DRAFT, Stage.CONSULTING), {"has_vision": True}, Mend.PRIORITY),
        ((Stage.DRAFT, Stage.PUBLISHED), {"local": True}, Mend.ROW),
        ((Stage.CONSULTING, Stage.FINAL_DRAFT), {"consultations_open": 1}, Mend.CONSULTING),
        ((Stage.CONSULTING, Stage.FINAL_DRAFT), {}, Mend.CONSULT),
        (
            (Stage.CONSULTING, Stage.FINAL_DRAFT),
            {"consultations_closed": 1, "unanswered": ("buses",)},
            Mend.ANSWER,
        ),
        ((Stage.FINAL_DRAFT, Stage.AGREED), {}, Mend.DECISION),
        ((Stage.AGREED, Stage.SIGNED), {"unsigned": ("Hart",)}, Mend.SIGNATURES),
        ((Stage.SIGNED, Stage.PUBLISHED), {"stops": ("C01",)}, Mend.CHECK),
        ((Stage.SIGNED, Stage.PUBLISHED), {"unmet": ("a statement",)}, Mend.REASON),
        ((Stage.UNDER_REVIEW, Stage.PUBLISHED), {}, Mend.REVIEW),
        ((Stage.PUBLISHED, Stage.SUPERSEDED), {}, Mend.EVERY_PLAN),
        ((Stage.PUBLISHED, Stage.SUPERSEDED), {"later_first": date(2012, 4, 1)}, None),
        ((Stage.PUBLISHED, Stage.ENDED), {}, None),
        ((Stage.PUBLISHED, Stage.UNDER_REVIEW), {}, None),
        ((Stage.PUBLISHED, Stage.UNDER_REVIEW), {"year_to_review": date(2010, 3, 31)}, None),
    ],
)
def test_what_a_gate_waits_for_leads_to_where_it_is_put_right(
    move: tuple[Stage, Stage], known: dict[str, Any], mend: Mend | None
) -> None:
    shut = GATES[move](Readiness(**known))
    assert shut
    assert shut.mend is mend


def test_only_a_partnerships_own_plan_goes_from_a_draft_to_the_public() -> None:
    assert ways_on(Stage.DRAFT, local=False) == [Stage.CONSULTING]
    assert ways_on(Stage.DRAFT, local=True) == [Stage.PUBLISHED, Stage.CONSULTING]


def test_the_way_that_is_meant_comes_first_and_a_local_plan_has_no_review() -> None:
    assert ways_on(Stage.FINAL_DRAFT, local=False) == [Stage.AGREED, Stage.CONSULTING]
    assert ways_on(Stage.PUBLISHED, local=False)[0] is Stage.UNDER_REVIEW
    assert ways_on(Stage.PUBLISHED, local=True) == [Stage.SUPERSEDED, Stage.ENDED]
    assert next_step(Stage.PUBLISHED, replace(READY, later_runs=False, over=False)) is None


@pytest.mark.parametrize(
    ("stage", "local", "changed", "may"),
    [
        (Stage.DRAFT, False, False, False),
        (Stage.DRAFT, True, False, True),
        (Stage.FINAL_DRAFT, False, False, False),
        (Stage.SIGNED, False, False, True),
        (Stage.SIGNED, True, False, False),
        (Stage.PUBLISHED, False, True, True),
        (Stage.PUBLISHED, False, False, False),
        (Stage.UNDER_REVIEW, True, True, True),
        (Stage.SUPERSEDED, False, True, False),
        (Stage.ENDED, False, True, False),
    ],
)
def test_publishing_is_offered_where_the_life_has_it(
    stage: Stage, local: bool, changed: bool, may: bool
) -> None:
    assert may_publish(stage, local=local, changed=changed) is may


@pytest.mark.parametrize("stage", Stage)
def test_a_plan_that_lives_has_a_next_step_and_it_is_a_move_of_its_life(stage: Stage) -> None:
    step = next_step(stage, replace(READY, local=False))
    assert (step is None) == (not next_stages(stage))
    assert step is None or (step.says and not step.waits and step.mend)


def test_the_next_step_says_what_it_waits_for() -> None:
    step = next_step(Stage.DRAFT, Readiness())
    assert step
    assert (step.says, step.mend) == ("put it to everyone", Mend.VISION)
    assert step.waits.startswith("Write the vision")
    own = next_step(Stage.DRAFT, Readiness(local=True))
    assert own
    assert (own.says, own.mend) == ("publish it", Mend.ROW)


def test_a_decision_is_named_where_the_plan_is_moved_on() -> None:
    step = next_step(Stage.FINAL_DRAFT, Readiness())
    assert step
    assert (step.says, step.mend) == ("have the Board agree it", Mend.MOVE)


def test_what_a_published_plan_does_next_depends_on_the_day() -> None:
    running = replace(READY, later_runs=False, over=False, local=False)
    told = [next_step(Stage.PUBLISHED, known) for known in (running, replace(running, over=True), READY)]
    assert [step.says.split()[0] for step in told if step] == ["review", "end", "let"]


def test_a_review_is_next_only_once_it_may_begin() -> None:
    running = replace(READY, later_runs=False, over=False, local=False)
    assert next_step(Stage.PUBLISHED, replace(running, review_may_begin=False)) is None
    assert next_step(Stage.PUBLISHED, replace(running, year_to_review=None)) is None
