"""What was promised is changed with its reason, and nothing that it said is lost."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest

from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.plan import actions, queries
from trust.vision.plan.models import ActionEdition, Measure, Plan
from trust.vision.plan.queries.changing import action_form, measure_path, other_actions, taken_back
from trust.vision.plan.tests.known import BY
from trust.vision.plan.words import Given, MeasureKind

SAYS: dict[str, Any] = {
    "what": "A break",
    "owner": "Gosport Borough Council",
    "due": date(2011, 3, 31),
    "how_we_will_know": "We count.",
}
PATH: dict[str, Any] = {"baseline_period": "2008", "baseline": Decimal(40), "target_period": "2011"}
PATH |= {"yearly_targets": (("2009", Decimal(42)),), "tolerance": Decimal(2)}
WHY = "The clinic opens later."


@pytest.fixture
def action(priority: UUID) -> UUID:
    return actions.add_action(token=uuid4(), priority=priority, **SAYS, **BY).pk


@pytest.fixture
def pledge(priority: UUID) -> UUID:
    facts: dict[str, Any] = {"partner": "Hampshire County Council", "what": "A room", "amount": None}
    facts |= {"given": Given.PREMISES, "agreed_by": "The Director", "agreed_on": date(2010, 5, 1)}
    return actions.record_pledge(token=uuid4(), priority=priority, **facts, **BY).pk


@pytest.fixture
def measure(priority: UUID) -> UUID:
    facts: dict[str, Any] = {"kind": MeasureKind.POPULATION, "title": "Breaks", "areas": ["E10000014"]}
    facts |= {
        "indicator_code": "ni-112",
        "about": "Hampshire",
        "owner": "Hampshire County Council",
    }
    return actions.add_measure(token=uuid4(), priority=priority, **facts, **PATH, target=Decimal(50), **BY).pk


def reworded(action: UUID, resting_on: int = 1, why: str = WHY, **other: Any) -> ActionEdition:
    return actions.reword_action(action=action, resting_on=resting_on, words=SAYS | other, why=why, **BY)


def test_an_action_is_worded_again_and_its_first_words_stay(action: UUID) -> None:
    reworded(action, what="A longer break", prevention="It helps early.")
    assert action_form(action)[1] | {"what": "A longer break"} == action_form(action)[1]
    assert list(
        ActionEdition.objects.filter(action=action).order_by("edition").values_list("what", flat=True)
    ) == [
        "A break",
        "A longer break",
    ]


def test_the_second_of_two_editors_is_told(action: UUID) -> None:
    reworded(action)
    with pytest.raises(Refused, match="Someone else saved a newer wording"):
        reworded(action)


def test_a_reason_is_asked_for(action: UUID) -> None:
    with pytest.raises(Refused, match="Say why"):
        reworded(action, why=" ")


def test_the_board_still_owns_no_action(action: UUID) -> None:
    with pytest.raises(Refused):
        reworded(action, owner="Hampshire Children’s Trust Board")


def test_an_action_that_ended_keeps_its_words(action: UUID) -> None:
    actions.end_action(action=action, because="Paid for elsewhere.", **BY)
    with pytest.raises(Refused, match="has ended"):
        reworded(action, resting_on=2)
    with pytest.raises(NotFound):
        action_form(action)


def test_what_is_taken_back_is_shown_with_its_reason(priority: UUID, action: UUID, pledge: UUID) -> None:
    actions.end_action(action=action, because="Paid for elsewhere.", **BY)
    actions.withdraw_pledge(pledge=pledge, because="The room is sold.", said_by="The Director", **BY)
    assert {row.because for row in taken_back(priority)} == {"Paid for elsewhere.", "The room is sold."}


def test_a_pledge_that_is_withdrawn_leaves_the_draft(plan: Plan, priority: UUID, pledge: UUID) -> None:
    actions.withdraw_pledge(pledge=pledge, because="The room is sold.", said_by="The Director", **BY)
    found = next(one for one in queries.draft(plan).plan.priorities if one.id == priority)
    assert found.pledges == ()


def test_a_pledge_is_withdrawn_once_and_with_a_reason(pledge: UUID) -> None:
    said: dict[str, Any] = {"pledge": pledge, "said_by": "The Director", **BY}
    with pytest.raises(Refused, match="Say why"):
        actions.withdraw_pledge(because="", **said)
    actions.withdraw_pledge(because="The room is sold.", **said)
    with pytest.raises(Refused, match="withdrawn already"):
        actions.withdraw_pledge(because="The room is sold.", **said)


def test_two_actions_do_not_wait_for_each_other(priority: UUID, action: UUID) -> None:
    second = actions.add_action(token=uuid4(), priority=priority, **SAYS, depends_on=str(action), **BY).pk
    assert str(second) in dict(other_actions(action))
    with pytest.raises(Refused, match="wait for each other"):
        reworded(action, depends_on=str(second))


def test_readers_are_told_what_an_action_waits_for(plan: Plan, priority: UUID, action: UUID) -> None:
    actions.add_action(
        token=uuid4(), priority=priority, **(SAYS | {"what": "Two"}), depends_on=str(action), **BY
    )
    found = next(one for one in queries.draft(plan).plan.priorities if one.id == priority)
    (two,) = (one for one in found.actions if one.what == "Two")
    assert ("What it waits for", "A break") in two.more


def test_a_measure_gets_a_new_path_and_the_old_one_stays(measure: UUID) -> None:
    new: dict[str, Any] = PATH | {"target": Decimal(45), "because": "The count changed."}
    made = actions.replace_measure(token=uuid4(), measure=measure, **new, **BY)
    assert measure_path(made.pk)[2]["target"] == "45"
    assert Measure.objects.get(pk=measure).target == Decimal(50)
    with pytest.raises(Refused, match="just before you"):
        actions.replace_measure(token=uuid4(), measure=measure, **new, **BY)


def test_a_baseline_after_its_target_is_refused(measure: UUID) -> None:
    wrong: dict[str, Any] = PATH | {"baseline_period": "2012", "target": Decimal(45), "because": WHY}
    with pytest.raises(Refused):
        actions.replace_measure(token=uuid4(), measure=measure, **wrong, **BY)
