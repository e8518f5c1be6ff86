"""How a milestone stands on a day, and what may be said of it."""

from datetime import date

import pytest

from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.rules.milestones import (
    Telling,
    check_moved,
    check_reached,
    check_step_day,
    check_telling,
    stands,
)
from trust.vision.plan.words import StepState, StepTold

DUE, TODAY = date(2010, 3, 31), date(2010, 6, 8)
MOVED = Telling(StepTold.MOVED, date(2010, 9, 30), "Frost.")
REACHED = Telling(StepTold.REACHED, date(2010, 5, 3), "The list.")
GONE = Telling(StepTold.WITHDRAWN, date(2010, 5, 4), "Not needed.")


@pytest.mark.parametrize(
    ("told", "state", "words"),
    [
        ([], StepState.LATE, "Late since 31 March 2010"),
        ([MOVED], StepState.COMING, "Coming"),
        ([REACHED], StepState.REACHED, "Reached on 3 May 2010"),
        ([MOVED, REACHED], StepState.REACHED, "Reached on 3 May 2010"),
        ([REACHED, MOVED], StepState.COMING, "Coming"),
        ([GONE], StepState.WITHDRAWN, "Withdrawn"),
    ],
)
def test_what_was_said_last_tells_how_it_stands(told: list[Telling], state: StepState, words: str) -> None:
    found = stands(DUE, told, on=TODAY)
    assert (found.state, found.in_words) == (state, words)


def test_on_its_own_day_it_is_not_late() -> None:
    assert stands(DUE, [], on=DUE).state is StepState.COMING


def test_a_day_that_moved_is_kept_and_counted() -> None:
    found = stands(DUE, [MOVED, REACHED], on=TODAY)
    assert (found.due, found.day, found.moved) == (MOVED.on, REACHED.on, 1)


@pytest.mark.parametrize(
    ("last", "what", "because"),
    [
        (StepTold.REACHED, StepTold.WITHDRAWN, "is reached already"),
        (StepTold.WITHDRAWN, StepTold.REACHED, "is withdrawn already"),
    ],
)
def test_what_is_over_is_opened_again_first(last: StepTold, what: StepTold, because: str) -> None:
    with pytest.raises(Refused, match=because):
        check_telling(what, "Words.", last=last)
    check_telling(StepTold.MOVED, "It was not reached after all.", last=last)


@pytest.mark.parametrize("what", list(StepTold))
def test_nothing_is_said_without_words(what: StepTold) -> None:
    with pytest.raises(Refused, match="people will read it|is published"):
        check_telling(what, " ", last=None)


def test_days_that_cannot_be() -> None:
    with pytest.raises(Refused, match="has not come yet"):
        check_reached(date(2010, 6, 9), today=TODAY)
    with pytest.raises(Refused, match="cannot come after that"):
        check_step_day(date(2010, 6, 9), due=TODAY)
    with pytest.raises(Refused, match="choose another"):
        check_moved(DUE, now=DUE, held_back=False)
    check_moved(DUE, now=DUE, held_back=True)
