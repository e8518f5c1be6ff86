from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.rules.lifecycle import GATES, Readiness, as_diagram, check_move, next_stages
from trust.vision.plan.words import MOVES, Stage

READY = Readiness(
    priorities=1,
    has_vision=True,
    consultations_closed=1,
    decided=True,
    review_published=True,
    later_published=True,
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
    (Stage.UNDER_REVIEW, Stage.PUBLISHED): ({"review_published": False}, "Publish the annual review"),
    (Stage.PUBLISHED, Stage.SUPERSEDED): ({"later_published": False}, "No later plan"),
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


def test_every_stage_can_be_reached_and_two_are_the_end() -> None:
    assert {to for _, to in GATES} == set(Stage) - {Stage.DRAFT}
    assert [stage for stage in Stage if not next_stages(stage)] == [Stage.SUPERSEDED, Stage.ENDED]


def test_the_diagram_is_made_from_the_table() -> None:
    lines = as_diagram().splitlines()
    assert sum("-->" in line for line in lines) == len(MOVES) + 1
    assert "    final_draft --> agreed" in lines
