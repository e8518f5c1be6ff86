"""A promise passes on when its owner ends, and never to a partner that will not be there."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.vision.plan.actions.succession import pass_on_action
from trust.vision.plan.queries import published

NOW = datetime(2010, 6, 8, 10, tzinfo=LONDON)
BY: dict[str, Any] = {"by": Actor("Priya Nair", uuid4(), duties=frozenset({"plan.write"})), "at": NOW}
DUE = date(2011, 6, 30)


@pytest.fixture
def rooms(town: str) -> UUID:
    """The promise of rooms for young parents, in the demonstration's running plan."""
    live = published(NOW.date())
    assert live
    promised = (action for priority in live.plan.priorities for action in priority.actions)
    return next(action.id for action in promised if action.what.startswith("Rooms for young parents"))


def test_it_has_a_new_owner_and_day_and_keeps_its_words(rooms: UUID) -> None:
    passed = pass_on_action(action=rooms, to="Havant Borough Council", due=DUE, **BY)
    assert (passed.edition, passed.owner.name, passed.due) == (2, "Havant Borough Council", DUE)
    assert passed.what == "Rooms for young parents’ groups at no charge"


@pytest.mark.parametrize(
    ("to", "due", "because"),
    [
        ("Gosport Borough Council", DUE, "owns it already"),
        ("Havant Borough Council", date(2012, 4, 1), "choose a day within it"),
        ("the Board", DUE, "cannot own an action"),
    ],
)
def test_it_is_refused(rooms: UUID, to: str, due: date, because: str) -> None:
    with pytest.raises(Refused, match=because):
        pass_on_action(action=rooms, to=to, due=due, **BY)


def test_an_action_that_is_not_there(town: str) -> None:
    missing: UUID = uuid4()
    with pytest.raises(NotFound):
        pass_on_action(action=missing, to="Havant Borough Council", due=DUE, **BY)
