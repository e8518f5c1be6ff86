"""Milestones: two partners claim one, it is reached with evidence, moved and withdrawn, and shown."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from trust.foundation.directory.queries import organisation_called
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.foundation.letters.queries import link_of
from trust.vision.plan import actions, queries
from trust.vision.plan.actions import following
from trust.vision.plan.models import MilestoneTold, UpdateLink, UpdateRequest
from trust.vision.plan.queries.following import OPENS, items_of
from trust.vision.plan.queries.milestones import MilestoneCard, milestone
from trust.vision.plan.tests.known import BY, NOW, OFFICER, TODAY
from trust.vision.plan.tests.people import reads, signed_in
from trust.vision.plan.words import StepState

HART, GOSPORT = "Hart District Council", "Gosport Borough Council"


@pytest.fixture
def action(town: str) -> UUID:
    """Rooms for young parents, which Gosport promised by March 2011."""
    live = queries.published(TODAY)
    assert live
    rows = (row for one in live.plan.priorities for row in one.actions)
    return next(row.id for row in rows if row.what.startswith("Rooms for young parents"))


@pytest.fixture
def step(action: UUID) -> UUID:
    facts: dict[str, Any] = {"action": action, "on": date(2010, 9, 1), "what": "Staff are in post"}
    return actions.claim_milestone(**facts, owner=HART, **BY).milestone_id


def card(step: UUID, on: date = TODAY) -> MilestoneCard:
    return milestone(step, on)[1]


def lead(name: str) -> Actor:
    found = organisation_called(name)
    assert found
    return Actor("a lead", uuid4(), organisation=found.id, duties=frozenset({"partner.report"}))


def test_a_partner_claims_for_itself_alone(action: UUID) -> None:
    facts: dict[str, Any] = {"action": action, "on": date(2010, 9, 1), "what": "A bus", "at": NOW}
    with pytest.raises(Refused, match="your own organisation"):
        actions.claim_milestone(**facts, owner=GOSPORT, by=lead(HART))
    assert actions.claim_milestone(**facts, owner=HART, by=lead(HART)).number == 1


def test_of_two_partners_who_claim_it_the_second_is_told_and_nothing_is_lost(
    action: UUID, step: UUID
) -> None:
    with pytest.raises(Refused, match=f"{HART} already holds “Staff are in post”"):
        actions.take_milestone(milestone=step, owner=GOSPORT, by=lead(GOSPORT), at=NOW)
    assert card(step).owner == HART


def test_one_that_was_let_go_is_claimed_by_another(step: UUID) -> None:
    actions.give_up_milestone(milestone=step, why="Gosport is nearer.", **BY)
    assert card(step).owner == ""
    actions.take_milestone(milestone=step, owner=GOSPORT, **BY)
    assert card(step).owner == GOSPORT


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"on": date(2011, 4, 1)}, "cannot come after that"),
        ({"what": " "}, "Say what the milestone is"),
        ({"owner": "the Board"}, "cannot hold a milestone"),
        ({"on": date(2013, 1, 1)}, "choose a day within it"),
    ],
)
def test_a_claim_that_cannot_be(action: UUID, facts: dict[str, Any], because: str) -> None:
    said: dict[str, Any] = {"action": action, "on": date(2010, 9, 1), "what": "A bus", "owner": HART}
    with pytest.raises(Refused, match=because):
        actions.claim_milestone(**said | facts, **BY)


def test_it_is_reached_with_what_shows_it_and_a_form_sent_twice_makes_one(step: UUID) -> None:
    said: dict[str, Any] = {"token": uuid4(), "milestone": step, "on": TODAY, "evidence": "The contracts."}
    actions.reach_milestone(**said, by=lead(HART), at=NOW)
    actions.reach_milestone(**said, by=lead(HART), at=NOW)
    assert MilestoneTold.objects.filter(milestone=step).count() == 1
    assert card(step).stands.state is StepState.REACHED
    assert card(step, date(2010, 6, 8)).stands.words == "The contracts."


def test_only_its_holder_and_the_owner_of_the_action_say_so(step: UUID) -> None:
    said: dict[str, Any] = {"milestone": step, "on": TODAY, "evidence": "The contracts.", "at": NOW}
    with pytest.raises(Refused, match="Only the partner that holds"):
        actions.reach_milestone(token=uuid4(), **said, by=lead("Havant Borough Council"))
    actions.reach_milestone(token=uuid4(), **said, by=lead(GOSPORT))


def test_it_moves_with_a_reason_and_a_day_before_it_moved_still_tells_the_old_one(step: UUID) -> None:
    later = datetime(2010, 6, 10, 10, tzinfo=LONDON)
    actions.move_milestone(
        token=uuid4(), milestone=step, to=date(2010, 12, 1), why="Frost.", by=OFFICER, at=later
    )
    assert card(step).on == date(2010, 9, 1)
    assert card(step, later.date()).on == date(2010, 12, 1)


def test_one_that_is_withdrawn_is_not_claimed_again_until_it_is_opened(action: UUID, step: UUID) -> None:
    actions.withdraw_milestone(token=uuid4(), milestone=step, why="Not needed.", **BY)
    with pytest.raises(Refused, match="was withdrawn"):
        actions.claim_milestone(
            action=action, on=date(2010, 9, 1), what="staff are in post", owner=HART, **BY
        )
    actions.move_milestone(
        token=uuid4(), milestone=step, to=date(2010, 9, 1), why="It is needed after all.", **BY
    )
    assert card(step).stands.state is StepState.COMING


def test_a_milestone_that_is_not_there(town: str) -> None:
    with pytest.raises(NotFound):
        actions.withdraw_milestone(token=uuid4(), milestone=uuid4(), why="Not needed.", **BY)


def test_the_public_reads_it_under_its_promise(action: UUID, step: UUID, visitor: Client) -> None:
    live = queries.published(TODAY)
    assert live
    priority = next(one for one in live.plan.priorities if any(row.id == action for row in one.actions))
    page = visitor.get(f"/promise/{priority.id}/").content.decode()
    assert "Staff are in post" in page
    assert "milestones on the way" in page


def test_the_number_of_queries_does_not_grow(action: UUID) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as found:
            queries.milestones([action], TODAY)
        return len(found)

    before = counted()
    for n in range(12):
        actions.claim_milestone(action=action, on=date(2010, 9, 1), what=f"Room {n}", owner=HART, **BY)
    assert counted() == before


def test_the_office_adds_reaches_and_moves_one(action: UUID) -> None:
    officer, address = signed_in("Priya Nair"), f"/office/action/{action}/milestones/"
    officer.post(address, {"what": "A key for each group", "on": "30 September 2010", "owner": GOSPORT})
    assert "A key for each group" in reads(officer, address)
    key = next(one.id for one in queries.milestones([action], TODAY) if one.what == "A key for each group")
    move = f"/office/milestone/{key}/move/"
    refused = officer.post(move, {"token": uuid4(), "to": "1 May 2012", "why": "Frost."})
    assert "choose a day within it" in refused.content.decode()
    officer.post(move, {"token": uuid4(), "to": "1 October 2010", "why": "Frost."})
    done = {"token": uuid4(), "on": "8 June 2010", "evidence": "The list of keys."}
    officer.post(f"/office/milestone/{key}/reached/", done)
    assert "Reached on 8 June 2010" in reads(officer, address)


def test_the_second_partner_reads_on_the_page_who_has_it(action: UUID, step: UUID) -> None:
    page = signed_in("Priya Nair").post(f"/office/milestone/{step}/claim/", {"owner": GOSPORT})
    assert f"{HART} already holds" in page.content.decode()
    assert GOSPORT in page.content.decode()


def test_who_has_no_account_is_asked_to_sign_in(action: UUID, visitor: Client) -> None:
    assert visitor.get(f"/office/action/{action}/milestones/").status_code == 302


@pytest.mark.parametrize("page", ["reached", "move", "withdraw", "give-up", "claim"])
def test_each_page_opens_and_one_that_is_not_there_is_not_found(page: str, step: UUID) -> None:
    officer = signed_in("Priya Nair")
    assert "Staff are in post" in reads(officer, f"/office/milestone/{step}/{page}/")
    assert officer.get(f"/office/milestone/{uuid4()}/{page}/").status_code == 404


def test_a_partner_is_asked_by_link_of_a_step_that_is_due(action: UUID) -> None:
    facts: dict[str, Any] = {"action": action, "what": "The keys are cut"}
    actions.claim_milestone(**facts, on=date(2010, 6, 1), owner=HART, **BY)
    hart = lead(HART).organisation
    assert hart
    following.keep_contact(partner=hart, post="Head of play", address="play@hart.example", **BY)
    following.ask_for_updates(**BY)
    asked = UpdateRequest.objects.get(organisation=hart)
    (item,) = items_of(asked.pk)
    address = link_of(OPENS, UpdateLink.objects.get(request=asked).pk)
    visitor = Client()
    assert "The keys are cut" in reads(visitor, address)
    assert "A milestone on the way to" in reads(visitor, f"{address}{item.id}/")
    said = {"token": uuid4(), "how": "reached", "on": "3 June 2010", "words": "All forty are here."}
    assert "That was everything" in visitor.post(f"{address}{item.id}/", said).content.decode()
    assert "Reached on 3 June 2010" in [c.stands.in_words for c in queries.milestones([action], TODAY)]


def test_a_deed_knows_only_what_was_said_by_its_own_moment(step: UUID) -> None:
    facts: dict[str, Any] = {"milestone": step, "by": OFFICER}
    later = datetime(2010, 8, 2, 10, tzinfo=LONDON)
    actions.reach_milestone(token=uuid4(), on=later.date(), evidence="A list.", at=later, **facts)
    actions.move_milestone(token=uuid4(), to=date(2010, 9, 2), why="A day later.", at=NOW, **facts)
    assert card(step).on == date(2010, 9, 2)
    assert card(step).stands.state is StepState.COMING
