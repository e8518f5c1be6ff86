import json
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from trust.vision.plan import queries
from trust.vision.plan.formats import hash_of
from trust.vision.plan.tests.known import TODAY
from trust.vision.plan.tests.people import reads


def test_the_plan_shows_every_promise_with_its_owner_and_its_day(town: str, visitor: Client) -> None:
    page = reads(visitor, "/plan/")
    assert "Late since 30 April 2010" in page
    assert "Wessex Youth Offending Team" in page
    assert "hosted by Hampshire County Council" in page


def test_the_open_data_is_the_text_that_was_hashed(town: str, visitor: Client) -> None:
    live = queries.published(TODAY)
    assert live
    text = visitor.get(f"/plans/{live.id}/version/2.json").content.decode()
    assert hash_of(text) == live.sha256
    assert json.loads(text)["schema"] == "childrens-trust/plan/2"


def test_before_the_first_version_there_is_nothing(town: str, visitor: Client) -> None:
    visitor.cookies["day"] = "2006-03-20"
    assert "Nothing had been published by 20 March 2006" in reads(visitor, "/plan/")


@pytest.mark.parametrize(
    "address", ["version/9/", "version/1/difference/", "version/0.json", "version/9/difference/"]
)
def test_a_version_that_is_not_there(town: str, visitor: Client, address: str) -> None:
    live = queries.published(TODAY)
    assert live
    assert visitor.get(f"/plans/{live.id}/{address}").status_code == 404
    assert visitor.get(f"/plans/{uuid4()}/{address}").status_code == 404


def test_a_difference_reads(town: str, visitor: Client) -> None:
    live = queries.published(TODAY)
    assert live
    page = reads(visitor, f"/plans/{live.id}/version/2/difference/")
    assert "Conceptions under 18 in Gosport and Havant" in page
    assert "Fewer pupils are sent home from school" in page


def test_the_officer_sees_what_is_late_first(officer: Client) -> None:
    page = reads(officer, "/office/")
    assert "Three things need chasing" in page
    assert page.index("Sexual health advice") < page.index("A young people’s clinic")


def test_a_refused_action_keeps_what_was_typed(officer: Client) -> None:
    live = queries.published(TODAY)
    assert live
    address = f"/office/priority/{live.plan.priorities[0].id}/action/"
    form = {"token": "5f0c7d9e-35b8-4f3a-9a57-7a3b6d0c2f10", "what": "Do more", "owner": "the Board"}
    answer = officer.post(address, form | {"due": "31 March 2011", "how_we_will_know": "We look."})
    page = answer.content.decode()
    assert "The Board cannot own an action: choose the partner that will do it." in page
    assert 'value="Do more"' in page


def test_what_is_written_in_a_demonstration_is_marked_invented(officer: Client) -> None:
    live = queries.published(TODAY)
    assert live
    address = f"/office/priority/{live.plan.priorities[0].id}/action/"
    form = {"token": "5f0c7d9e-35b8-4f3a-9a57-7a3b6d0c2f12", "what": "Do more", "due": "31 March 2011"}
    form |= {"owner": "Gosport Borough Council", "how_we_will_know": "We look."}
    assert officer.post(address, form).status_code == 302
    plan = queries.plan_on(TODAY)
    assert plan
    written = [row for p in queries.draft(plan).plan.priorities for row in p.actions if row.what == "Do more"]
    assert [row.invented for row in written] == [True]


def test_an_unreadable_day_is_an_error_of_its_own_box(officer: Client) -> None:
    live = queries.published(TODAY)
    assert live
    answer = officer.post(f"/office/priority/{live.plan.priorities[0].id}/action/", {"due": "soon"})
    assert "“soon” is not a day we can read" in answer.content.decode()


def test_an_owner_reports_in_one_form(officer: Client) -> None:
    live = queries.published(TODAY)
    assert live
    row = queries.chasing([live], TODAY)[0]
    form = {"token": "5f0c7d9e-35b8-4f3a-9a57-7a3b6d0c2f11", "standing": "done", "words": "All eleven."}
    assert officer.post(f"/office/action/{row.action}/report/", form).status_code == 302
    assert "Two things need chasing" in reads(officer, "/office/")


def test_a_plan_is_read_in_a_fixed_number_of_queries(town: str) -> None:
    plan = queries.plan_on(TODAY)
    assert plan
    with CaptureQueriesContext(connection) as asked:
        queries.draft(plan)
    assert len(asked) <= 17


@pytest.mark.parametrize(
    "address",
    [
        "/office/priority/00000000-0000-4000-8000-000000000000/",
        "/office/pledge/00000000-0000-4000-8000-000000000000/",
    ],
)
def test_what_is_not_there_is_not_found(officer: Client, address: str) -> None:
    assert officer.get(address).status_code == 404
