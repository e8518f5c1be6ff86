"""A promise passes on when its owner ends, and never to a partner that will not be there."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connections

from trust.foundation.directory.queries import organisation_called
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.vision.plan.actions import report, reword_action
from trust.vision.plan.actions.succession import pass_on_action
from trust.vision.plan.queries import (
    chasing,
    decisions_needed,
    draft,
    how_it_stands,
    milestones,
    plan_on,
    published,
)
from trust.vision.plan.queries.chasing import ENDS
from trust.vision.plan.queries.succession import orphans
from trust.vision.plan.rules.succession import outlives
from trust.vision.plan.tests.known import BY, NOW
from trust.vision.plan.tests.people import reads, signed_in
from trust.vision.plan.words import Standing

WHY = "Havant takes over the rooms."
DUE = date(2011, 6, 30)


@pytest.fixture
def rooms(town: str) -> UUID:
    """The promise of rooms for young parents, in the demonstration's running plan."""
    live = published(NOW.date())
    assert live
    promised = (action for priority in live.plan.priorities for action in priority.actions)
    return next(action.id for action in promised if action.what.startswith("Rooms for young parents"))


def test_it_has_a_new_owner_and_day_and_keeps_its_words(rooms: UUID) -> None:
    passed = pass_on_action(action=rooms, to="Havant Borough Council", due=DUE, why=WHY, **BY)
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
        pass_on_action(action=rooms, to=to, due=due, why=WHY, **BY)


def test_an_action_that_is_not_there(town: str) -> None:
    missing: UUID = uuid4()
    with pytest.raises(NotFound):
        pass_on_action(action=missing, to="Havant Borough Council", due=DUE, why=WHY, **BY)


FIRST_OF_JULY = date(2010, 7, 1)


@pytest.fixture
def ending(rooms: UUID) -> UUID:
    """The owner of the rooms ends at the end of this month."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "update directory_organisation set last = '2010-06-30' where name = 'Gosport Borough Council'"
        )
    return rooms


def passed_on(action: UUID, **other: Any) -> Any:
    facts: dict[str, Any] = {"to": "Havant Borough Council", "due": DUE, "why": WHY}
    return pass_on_action(action=action, **facts | other, **BY)


def test_who_ends_before_it_is_due_is_flagged_to_everyone_who_must_know(ending: UUID) -> None:
    plan = plan_on(NOW.date())
    live = published(NOW.date())
    assert plan
    assert live
    assert [one.action for one in orphans([plan.pk], NOW.date())] == [ending]
    assert [row.action for row in chasing([live], NOW.date()) if row.why == ENDS] == [ending]
    headings = [one.heading for one in decisions_needed(how_it_stands(NOW.date()))]
    assert "Gosport Borough Council ends on 30 June 2010: who takes over two promises?" in headings


@pytest.mark.parametrize(
    ("due", "ends", "so"),
    [
        (date(2010, 9, 1), date(2010, 6, 30), True),
        (date(2010, 6, 1), date(2010, 6, 30), True),
        (date(2010, 6, 1), date(2010, 3, 31), True),
        (date(2010, 6, 1), date(2011, 3, 31), False),
        (date(2010, 6, 20), date(2010, 6, 30), False),
    ],
)
def test_what_is_late_outlives_an_owner_that_has_ended_or_soon_will(due: date, ends: date, so: bool) -> None:
    assert outlives(due, ends, on=NOW.date()) is so


def test_once_it_is_passed_on_the_flag_is_gone_and_the_old_owner_is_in_its_history(ending: UUID) -> None:
    passed_on(ending, starts=FIRST_OF_JULY)
    plan = plan_on(NOW.date())
    assert plan
    assert orphans([plan.pk], NOW.date()) == []
    rows = (row for one in draft(plan).plan.priorities for row in one.actions)
    more = dict(next(row for row in rows if row.id == ending).more)
    assert more["Who had it before"] == f"Gosport Borough Council, until 30 June 2010. {WHY}"


def test_new_words_keep_who_had_it_before(ending: UUID) -> None:
    passed_on(ending, starts=FIRST_OF_JULY)
    words = {"what": "Rooms", "owner": "Havant Borough Council", "due": DUE, "how_we_will_know": "We count."}
    said = reword_action(action=ending, resting_on=2, words=words, why="Shorter.", **BY)
    assert said.passed_from
    assert (said.passed_from.name, said.owned_from) == ("Gosport Borough Council", FIRST_OF_JULY)


def test_until_that_day_the_old_owner_answers_for_it(ending: UUID) -> None:
    first = organisation_called("Gosport Borough Council")
    passed_on(ending, starts=FIRST_OF_JULY)
    assert first
    by = Actor("a lead", organisation=first.id)
    said: dict[str, Any] = {"action": ending, "standing": Standing.ON_TRACK, "words": "", "by": by}
    assert report(token=uuid4(), said_on=NOW.date(), at=NOW, **said)
    with pytest.raises(Refused, match="Only Havant Borough Council"):
        report(token=uuid4(), said_on=FIRST_OF_JULY, at=datetime(2010, 7, 1, 10, tzinfo=LONDON), **said)


def test_milestones_still_to_come_go_with_it(rooms: UUID) -> None:
    passed_on(rooms)
    assert {one.owner for one in milestones([rooms], NOW.date()) if one.open} == {"Havant Borough Council"}


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"starts": date(2010, 7, 2)}, "nobody would answer for it"),
        ({"starts": date(2011, 7, 1)}, "It passes on between"),
        ({"why": " "}, "Say why it passes on"),
        ({"resting_on": 9}, "Someone else changed this action"),
    ],
)
def test_it_passes_on_without_a_gap_and_with_a_reason(
    ending: UUID, facts: dict[str, Any], because: str
) -> None:
    with pytest.raises(Refused, match=because):
        passed_on(ending, **facts)


def test_the_officer_passes_it_on_from_the_list(ending: UUID) -> None:
    officer, address = signed_in("Priya Nair"), f"/office/action/{ending}/pass-on/"
    assert address in reads(officer, "/office/")
    plan = plan_on(NOW.date())
    assert plan
    assert address in reads(officer, f"/office/plans/{plan.pk}/check/")
    assert "ends on 30 June 2010, before this is due" in reads(officer, address)
    said = {"edition": 1, "to": "the Board", "starts": "1 July 2010", "due": "31 March 2011", "why": WHY}
    assert "cannot own an action" in officer.post(address, said).content.decode()
    assert officer.post(address, said | {"to": "Havant Borough Council"}).status_code == 302
    assert officer.post(address, said | {"to": "Fareham Borough Council"}).status_code == 409


def test_the_day_that_is_offered_is_one_that_can_be_taken(rooms: UUID) -> None:
    assert 'value="8 June 2010"' in reads(signed_in("Priya Nair"), f"/office/action/{rooms}/pass-on/")


def test_a_partner_lead_does_not_pass_on(rooms: UUID) -> None:
    assert signed_in("Ian Colebrook").get(f"/office/action/{rooms}/pass-on/").status_code == 403
