"""Recording what the Board decided: on its day, in one plain line, corrected by a new row, never lost."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named
from trust.governance.board import actions, queries
from trust.governance.board.models import Decision, Meeting

NOW = datetime(2010, 6, 8, 11, tzinfo=LONDON)
TODAY = NOW.date()
PRIYA = Actor("Priya Nair", uuid4(), duties=frozenset({"board.record"}))
BY: dict[str, Any] = {"by": PRIYA, "at": NOW}
LINE = "A clinic for young people opens in Havant."


def signed_in(name: str) -> Client:
    client = Client()
    sign_in(client, worker_named(name), password=shared_password(settings.STATE))
    return client


def reads(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def board() -> UUID:
    found = queries.the_board(TODAY)
    assert found
    return found.id


def recorded(**other: Any) -> UUID:
    facts: dict[str, Any] = {"token": uuid4(), "body": board(), "day": date(2010, 6, 3)}
    facts |= {"text": "Agreed to open a clinic in Havant.", "public_line": LINE}
    return actions.record_decision(**facts | other, **BY)


def corrected(decision: UUID, at: datetime = NOW, **other: Any) -> UUID:
    facts: dict[str, Any] = {"token": uuid4(), "text": "Agreed to open two clinics in Havant."}
    facts |= {"public_line": "Two clinics open in Havant.", "because": "The notes left out the second."}
    return actions.correct_decision(decision=decision, **facts | other, by=PRIYA, at=at)


def lines(on: date = TODAY) -> list[str]:
    return [one.public_line for one in queries.decisions(on)]


def test_a_form_sent_twice_makes_one_and_so_does_its_meeting(database: str) -> None:
    token = uuid4()
    assert recorded(token=token) == recorded(token=token)
    recorded()
    assert Meeting.objects.filter(body=board(), day=date(2010, 6, 3)).count() == 1


@pytest.mark.parametrize(
    ("facts", "because"),
    [
        ({"day": date(2010, 6, 9)}, "has not come yet"),
        ({"day": date(1999, 6, 9)}, "There was no"),
        ({"public_line": " "}, "one plain line for the public"),
        ({"text": ""}, "Write what was decided"),
        ({"due": date(2010, 7, 1)}, "which partner"),
        ({"owner": "hampshire-pct", "due": date(2010, 6, 1)}, "choose a day after it"),
        ({"owner": "the Board"}, "cannot own an action"),
    ],
)
def test_what_cannot_be_recorded_is_refused_in_a_sentence(
    database: str, facts: dict[str, Any], because: str
) -> None:
    with pytest.raises(Refused, match=because):
        recorded(**facts)
    assert LINE not in lines()


def test_a_correction_takes_its_place_and_says_what_it_said_before(database: str) -> None:
    corrected(recorded())
    assert LINE not in lines()
    card = next(one for one in queries.decisions(TODAY) if one.public_line == "Two clinics open in Havant.")
    assert (card.said_before, card.corrected_because) == (LINE, "The notes left out the second.")


def test_as_of_a_day_before_the_correction_it_still_says_the_first(database: str) -> None:
    corrected(recorded(), at=datetime(2010, 6, 10, 11, tzinfo=LONDON))
    assert LINE in lines()
    assert LINE not in lines(date(2010, 6, 10))


def test_as_of_a_day_before_it_was_recorded_it_is_not_there(database: str) -> None:
    recorded()
    assert LINE not in lines(date(2010, 6, 5))


def test_the_second_of_two_who_correct_it_is_told_and_a_reason_is_asked_for(database: str) -> None:
    kept = recorded()
    with pytest.raises(Refused, match="Say why it is corrected"):
        corrected(kept, because=" ")
    corrected(kept)
    with pytest.raises(Refused, match="Someone else corrected this decision"):
        corrected(kept)
    assert Decision.objects.filter(replaces=kept).count() == 1


def test_what_is_not_there_cannot_be_corrected(database: str) -> None:
    with pytest.raises(NotFound):
        corrected(uuid4())


def test_the_list_takes_as_many_queries_whatever_its_length(database: str) -> None:
    def counted() -> int:
        with CaptureQueriesContext(connection) as found:
            queries.decisions(TODAY)
        return len(found)

    before = counted()
    for _ in range(8):
        corrected(recorded())
    assert counted() == before


def test_the_officer_records_one_and_the_public_reads_its_plain_line(town: str, visitor: Client) -> None:
    officer = signed_in("Priya Nair")
    assert "Record a decision" in reads(officer, "/office/decisions/record/")
    said = {"token": uuid4(), "body": board(), "day": "3 June 2010", "public_line": LINE, "text": "Agreed."}
    empty = officer.post("/office/decisions/record/", said | {"public_line": ""})
    assert "Say it in one plain line" in empty.content.decode()
    assert officer.post("/office/decisions/record/", said).status_code == 302
    assert LINE in reads(visitor, "/decisions/")
    assert LINE in reads(officer, "/office/decisions/?words=Havant")
    assert "No decision fits" in reads(officer, "/office/decisions/?words=zebra")


def test_the_officer_corrects_one_and_says_that_it_is_done(town: str, visitor: Client) -> None:
    officer, kept = signed_in("Priya Nair"), recorded(owner="hampshire-pct", due=date(2010, 9, 1))
    said = {"token": uuid4(), "public_line": "It opens in May.", "text": "Agreed.", "because": "A slip."}
    said |= {"owner": "Hampshire Primary Care Trust", "due": "1 October 2010"}
    assert officer.post(f"/office/decisions/{kept}/", said).status_code == 302
    assert "It said before: “A clinic for young people opens in Havant.”" in reads(visitor, "/decisions/")
    new = next(one.id for one in queries.decisions(TODAY) if one.public_line == "It opens in May.")
    assert officer.post(f"/office/decisions/{new}/done/", {"done": "8 June 2010"}).status_code == 302
    assert "Done on 8 June 2010" in reads(visitor, "/decisions/")
    assert officer.get(f"/office/decisions/{kept}/").status_code == 404


def test_who_may_not_record_is_told_so(town: str, visitor: Client) -> None:
    assert visitor.get("/office/decisions/").status_code == 302
    assert signed_in("Ian Colebrook").get("/office/decisions/").status_code == 403


@pytest.mark.parametrize(
    ("then", "goes"),
    [("/office/plans/", "/office/plans/"), ("https://bad.example/", "/office/decisions/")],
)
def test_after_it_they_go_back_to_where_they_came_from_and_nowhere_else(
    town: str, then: str, goes: str
) -> None:
    said = {"token": uuid4(), "body": board(), "day": "3 June 2010", "public_line": LINE, "text": "Agreed."}
    answer = signed_in("Priya Nair").post(f"/office/decisions/record/?then={then}", said)
    assert answer["Location"] == goes
