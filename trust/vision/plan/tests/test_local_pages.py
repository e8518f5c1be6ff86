"""The pages of local plans: the chair’s desk, the county’s view, and what anyone may read."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.actor import SYSTEM, Actor
from trust.foundation.people.makers import a_worker, sign_in
from trust.governance.board.queries import bodies
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.tests.known import NOW, TODAY
from trust.vision.plan.tests.people import reads

BY: dict[str, Any] = {"by": Actor(SYSTEM.name, duties=frozenset({"plan.write"})), "at": NOW}


@pytest.fixture
def plan(town: str) -> Plan:
    county = queries.plan_on(TODAY)
    body = next(one for one in bodies(TODAY) if one.name.startswith("Rushmoor"))
    facts: dict[str, Any] = {"kind": "local-delivery", "body": body.id, "under": county}
    days: dict[str, Any] = {"first": date(2010, 1, 1), "last": date(2011, 3, 31)}
    return actions.begin_plan(token=uuid4(), title="Rushmoor local plan", **days, **facts, **BY)


@pytest.fixture
def chair(plan: Plan) -> Client:
    worker = a_worker("Ruth Calder", "local-chair", "rushmoor")
    assert plan.body_id
    actions.give_pen(body=plan.body_id, worker=worker.pk, name=worker.name, **BY)
    client = Client()
    sign_in(client, worker)
    return client


@pytest.fixture
def officer(plan: Plan) -> Client:
    client = Client()
    sign_in(client, a_worker("Olive Marsh", "partnership-officer", "hampshire-county-council"))
    return client


def sends(client: Client, address: str, **facts: Any) -> Any:
    return client.post(address, facts)


def row(**other: Any) -> dict[str, Any]:
    facts = {"token": str(uuid4()), "own_priority": "Somewhere to go", "what": "A youth café on Fridays"}
    return facts | {"state": "provisional", "targets": "2010/11: 40 young people"} | other


def wrote(client: Client, plan: Plan, **other: Any) -> Any:
    answer = sends(client, f"/office/plans/{plan.pk}/rows/add/", **row(**other))
    assert answer.status_code == 302, answer.content.decode()
    return next(one for one in queries.narrowed_rows(plan) if one.what == row(**other)["what"])


def test_an_empty_plan_says_what_to_do_first(chair: Client, plan: Plan) -> None:
    assert "No row yet. Add the first" in reads(chair, f"/office/plans/{plan.pk}/rows/")


def test_the_chair_goes_straight_to_the_plan(chair: Client, plan: Plan) -> None:
    assert chair.get("/office/local/")["Location"] == f"/office/plans/{plan.pk}/rows/"


def test_the_chair_adds_a_row_and_reads_it(chair: Client, plan: Plan) -> None:
    wrote(chair, plan)
    page = reads(chair, f"/office/plans/{plan.pk}/rows/")
    assert "One row." in page
    assert "2010/11: 40 young people" in page
    assert "Provisional" in page


def test_a_target_that_cannot_be_read_is_told_at_its_box(chair: Client, plan: Plan) -> None:
    facts = row(targets="forty")
    page = sends(chair, f"/office/plans/{plan.pk}/rows/add/", **facts).content.decode()
    assert "“forty” is not a target" in page


def test_the_second_to_save_sees_both(chair: Client, officer: Client, plan: Plan) -> None:
    address = f"/office/row/{wrote(chair, plan).row_id}/"
    first = row(what="A café on Saturdays", edition=1)
    assert sends(officer, address, **first).status_code == 302
    answer = sends(chair, address, **row(what="A café on Sundays", edition=1))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "A café on Saturdays" in page
    assert "A café on Sundays" in page


def test_rows_are_narrowed_and_taken_away(chair: Client, plan: Plan) -> None:
    wrote(chair, plan)
    wrote(chair, plan, what="A bus", state="to be confirmed")
    page = reads(chair, f"/office/plans/{plan.pk}/rows/?words=bus")
    assert "Two rows, of which one fits what you asked for" in page
    assert "No row fits that" in reads(chair, f"/office/plans/{plan.pk}/rows/?words=zebra")
    lines = chair.get(f"/office/plans/{plan.pk}/rows/?format=csv").content.decode().splitlines()
    assert len(lines) == 3
    assert chair.get(f"/office/plans/{plan.pk}/rows/?format=xlsx").content.startswith(b"PK")


def test_a_row_is_moved_and_ended(chair: Client, plan: Plan) -> None:
    wrote(chair, plan)
    key = wrote(chair, plan, what="A bus").row_id
    assert sends(chair, f"/office/row/{key}/move/", way="up").status_code == 302
    assert [one.what for one in queries.narrowed_rows(plan)] == ["A bus", "A youth café on Fridays"]
    assert sends(chair, f"/office/row/{key}/move/", way="up").status_code == 409
    assert sends(chair, f"/office/row/{key}/end/", because="No driver.").status_code == 302
    assert len(queries.published_rows(plan)) == 1


def test_another_partnerships_plan_looks_absent(chair: Client, plan: Plan) -> None:
    county = queries.plan_on(TODAY)
    assert county
    reads(chair, f"/office/plans/{county.pk}/rows/", 404)
    reads(chair, f"/office/plans/{uuid4()}/rows/", 404)


def test_the_chair_publishes_from_the_life_of_the_plan_and_of_no_other(
    chair: Client, officer: Client, plan: Plan
) -> None:
    life, publish = (f"/office/plans/{plan.pk}/{page}/" for page in ("life", "rows/publish"))
    assert "Write at least one row first" in reads(chair, life)
    wrote(chair, plan)
    page = reads(chair, life)
    assert f'href="{publish}" role="button" draggable="false">Publish it</a>' in page
    assert "people need something to answer. Ask the partnership officer." in page
    assert sends(officer, life, to="published")["Location"] == publish
    assert officer.get(f"/office/plans/{plan.pk}/publish/")["Location"] == publish
    assert sends(chair, publish, why="The first.").status_code == 302
    assert "The plan is published" in reads(chair, life)
    gosport = next(one for one in queries.local_plans(TODAY).values() if one.pk != plan.pk)
    county = queries.plan_on(TODAY)
    assert county
    for other in (gosport.pk, county.pk):
        reads(chair, f"/office/plans/{other}/life/", 404)
        assert sends(chair, f"/office/plans/{other}/life/", to="ended").status_code == 404


def test_published_and_reported_it_is_read_by_anyone(chair: Client, plan: Plan, visitor: Client) -> None:
    key = wrote(chair, plan).row_id
    reads(visitor, f"/plans/{plan.pk}/local/", 404)
    assert sends(chair, f"/office/plans/{plan.pk}/rows/publish/", why="The first.").status_code == 302
    said = {f"standing-{key}": "on track", f"words-{key}": "Open since March.", f"reached-{key}": "40"}
    answer = sends(
        chair, f"/office/plans/{plan.pk}/return/", token=uuid4(), resting_on=0, words="Well.", **said
    )
    assert answer.status_code == 302, answer.content.decode()
    page = reads(visitor, f"/plans/{plan.pk}/local/")
    assert "A youth café on Fridays" in page
    assert "Open since March." in page
    assert "To be confirmed" in page


def test_the_county_sees_who_spoke_and_who_was_silent(chair: Client, officer: Client, plan: Plan) -> None:
    key = wrote(chair, plan).row_id
    said = {f"standing-{key}": "done", f"reached-{key}": "40"}
    sends(chair, f"/office/plans/{plan.pk}/return/", token=uuid4(), resting_on=0, **said)
    page = reads(officer, f"/office/plans/{plan.under_id}/roll-up/")
    assert "spoke of January to March 2010" in page
    assert "said nothing" in page
    assert "incomplete" in page
    text = officer.get(f"/office/plans/{plan.under_id}/roll-up/?format=csv").content.decode()
    assert "Hart Local Children’s Partnership" in text


def test_anyone_reads_what_happens_near_them(plan: Plan, visitor: Client) -> None:
    page = reads(visitor, f"/plans/{plan.under_id}/local/")
    assert "What happens near you" in page
    assert "said nothing" in page


def test_what_a_county_plan_has_not_published_is_shown_to_nobody(plan: Plan, visitor: Client) -> None:
    visitor.cookies["day"] = "2006-03-20"
    reads(visitor, f"/plans/{plan.under_id}/local/", 404)


def test_a_priority_that_is_only_a_draft_is_not_in_the_publics_sum(plan: Plan, visitor: Client) -> None:
    county = queries.the_plan(plan.under_id) if plan.under_id else plan
    words = {"title": "A secret of the draft", "aim_for_all": "More.", "group": "Boys", "comparator": "girls"}
    actions.add_priority(token=uuid4(), plan=county, words=words | {"aim_for_group": "More."}, **BY)
    assert "A secret of the draft" not in reads(visitor, f"/plans/{county.pk}/local/")


def test_the_officer_says_who_writes(officer: Client, plan: Plan) -> None:
    worker = a_worker("Sam Field", "local-chair", "rushmoor")
    address = f"/office/plans/{plan.pk}/pen/"
    assert "Nobody but the partnership officer writes it yet" in reads(officer, address)
    sends(officer, address, worker=worker.pk)
    assert plan.body_id
    (held,) = queries.pens_for(plan.body_id, TODAY)
    sends(officer, address, pen=held.id)
    assert queries.pens_for(plan.body_id, TODAY) == []


def test_the_officer_begins_a_plan_of_any_kind(officer: Client, plan: Plan) -> None:
    facts = {"token": uuid4(), "kind": "play", "title": "Play strategy", "first": "1 April 2010"}
    answer = sends(officer, "/office/plans/begin/", **facts, last="31 March 2012")
    assert answer.status_code == 302, answer.content.decode()
    assert "Play strategy" in reads(officer, "/office/plans/")


def test_every_way_to_a_local_plan_leads_to_its_rows(officer: Client, plan: Plan) -> None:
    rows = f"/office/plans/{plan.pk}/rows/"
    assert officer.get(f"/office/plans/{plan.pk}/")["Location"] == rows
    assert f'href="/office/plans/{plan.pk}/check/">What it lacks</a>' in reads(officer, rows)


def test_a_local_plan_says_whose_it_is(officer: Client, plan: Plan) -> None:
    facts = {"token": uuid4(), "kind": "local-delivery", "title": "Nobody’s", "first": "1 April 2010"}
    page = sends(officer, "/office/plans/begin/", **facts, last="31 March 2012").content.decode()
    assert "Say whose plan it is" in page


def test_a_gap_in_our_sources_is_no_body_whose_plan_it_could_be(officer: Client) -> None:
    page = reads(officer, "/office/plans/begin/")
    assert "Rushmoor" in page
    assert "not found in our sources" not in page
