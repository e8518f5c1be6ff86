"""The pages of an annual review: the public’s, and the office’s where it is written and published."""

import csv
import hashlib
import io
import re
from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.conf import settings
from django.test import Client

from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named
from trust.vision.plan import queries
from trust.vision.plan.tests.known import TODAY
from trust.vision.plan.tests.people import reads


@pytest.fixture
def officer(moved_to: Callable[[date], None]) -> Client:
    """An officer in the last quarter of the year that is reviewed next."""
    moved_to(date(2012, 1, 10))
    client = Client()
    sign_in(client, worker_named("Priya Nair"), password=shared_password(settings.STATE))
    return client


def test_the_public_reads_what_was_said_and_done(visitor: Client, key: UUID) -> None:
    page = reads(visitor, f"/plans/{key}/reviews/2010/")
    assert "that were due" in page
    assert "All nine clubs have a trained worker." in page
    assert "Are gaps narrower?" in page
    assert "What the records alone say" in page
    assert re.search(r'href="/tell-us/\?about=', page)
    assert 'href="/promise/' in page


def test_a_word_a_partner_and_a_status_narrow_it(visitor: Client, key: UUID) -> None:
    address = f"/plans/{key}/reviews/2010/"
    assert "One promise found" in reads(
        visitor, f"{address}?q=youth+clubs&partner=Havant+Borough+Council&status=delivered"
    )
    assert "No promise in this review matches that" in reads(visitor, f"{address}?q=unicorn")
    assert "Are outcomes better?" in reads(visitor, f"{address}?status=delivered")


def test_each_commitment_is_in_the_table_to_take_away(visitor: Client, key: UUID) -> None:
    text = visitor.get(f"/plans/{key}/reviews/2010.csv").content.decode()
    rows = list(csv.DictReader(io.StringIO(text)))
    assert {row["kind"] for row in rows} == {"action", "pledge", "measure"}
    assert all(row["status"] and row["did"] and row["next"] for row in rows)


def test_the_open_data_has_the_hash_that_the_page_shows(visitor: Client, key: UUID) -> None:
    data = visitor.get(f"/plans/{key}/reviews/2010.json").content
    assert hashlib.sha256(data).hexdigest() in reads(visitor, f"/plans/{key}/reviews/2010/")


def test_it_prints_as_an_accessible_document(visitor: Client, key: UUID) -> None:
    pdf = visitor.get(f"/plans/{key}/reviews/2010.pdf").content
    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf


def test_young_people_have_their_own_page_with_pictures(visitor: Client, key: UUID) -> None:
    page = reads(visitor, f"/plans/{key}/reviews/2010/young/")
    assert re.search(r"You can read this at about age (\d+)", page)
    assert page.count("young__picture") == 3


def test_the_plan_for_young_people_reads_at_eleven_or_below(visitor: Client, key: UUID) -> None:
    page = reads(visitor, f"/plans/{key}/young/")
    age = re.search(r"You can read this at about age (\d+)", page)
    assert age
    assert int(age.group(1)) <= 11
    assert page.count("young__picture") == 3


def test_before_anybody_wrote_for_young_people_nothing_is_found(visitor: Client, key: UUID) -> None:
    visitor.cookies["day"] = "2006-03-20"
    reads(visitor, f"/plans/{key}/young/", 404)


def test_the_list_of_reviews(visitor: Client, key: UUID) -> None:
    assert "The year to 31 March 2010" in reads(visitor, f"/plans/{key}/reviews/")


def test_no_review_is_asked_for_after_the_plan_has_ended(visitor: Client, town: str) -> None:
    ended = next(one.id for one in queries.plans_on(TODAY) if one.title.endswith("2006 to 2009"))
    assert "A review is late" not in reads(visitor, f"/plans/{ended}/reviews/")


def test_before_a_plan_was_published_it_has_no_review(visitor: Client, key: UUID) -> None:
    visitor.cookies["day"] = "2006-03-20"
    reads(visitor, f"/plans/{key}/reviews/", 404)
    reads(visitor, f"/plans/{key}/reviews/2010/", 404)


@pytest.mark.parametrize("year", ["1999", "2011", "2012"])
def test_a_year_without_a_review_is_not_found(visitor: Client, key: UUID, year: str) -> None:
    for ending in ("/", ".csv", ".json", ".pdf", "/young/"):
        reads(visitor, f"/plans/{key}/reviews/{year}{ending}", 404)


def begins(officer: Client, key: UUID, day: str = "31 March 2012") -> str:
    form = {"token": str(uuid4()), "year_ending": day}
    return officer.post(f"/office/plans/{key}/reviews/", form, follow=True).content.decode()


def test_a_review_is_offered_once_its_last_quarter_has_begun(
    officer: Client, key: UUID, moved_to: Callable[[date], None]
) -> None:
    reviews = f"/office/plans/{key}/reviews/"
    moved_to(date(2011, 12, 31))
    page = reads(officer, reviews)
    assert "The review of the year to 31 March 2012 may begin from 1 January 2012" in page
    assert "Begin it" not in page
    moved_to(date(2012, 1, 10))
    assert 'value="31 March 2012"' in reads(officer, reviews)
    begins(officer, key)
    assert "Begin it" not in reads(officer, reviews)


def test_a_review_is_begun_and_has_written_its_first_draft(officer: Client, key: UUID) -> None:
    page = begins(officer, key)
    assert "Still as drafted" in page
    assert "Nobody has written it yet" in page
    assert "begun already" in begins(officer, key)


def test_a_review_begun_too_soon_says_from_which_day(officer: Client, key: UUID) -> None:
    page = begins(officer, key, "31 March 2013")
    assert "The review is not begun" in page
    assert "begin its review from 1 January 2013" in page


def office_address(officer: Client, key: UUID) -> str:
    begins(officer, key)
    found = re.search(r"/office/review/[0-9a-f-]+/", reads(officer, f"/office/plans/{key}/reviews/"))
    assert found
    return found.group(0)


def test_a_part_is_written_beside_its_draft_with_help(officer: Client, key: UUID) -> None:
    part = f"{office_address(officer, key)}part/safeguarding/"
    assert "As it was drafted" in reads(officer, part)
    hard = {"text": "Robust governance for the LAC cohort.", "edition": "0"}
    checked = officer.post(part, hard | {"check": "yes"}).content.decode()
    assert "children in care" in checked
    assert officer.post(part, hard).status_code == 302
    late = officer.post(part, hard)
    assert late.status_code == 409
    assert "What somebody else wrote meanwhile" in late.content.decode()


def test_a_part_of_no_kind_is_not_found(officer: Client, key: UUID) -> None:
    reads(officer, f"{office_address(officer, key)}part/unicorns/", 404)


def test_it_is_not_published_without_a_decision_or_a_young_version(
    officer: Client, key: UUID, moved_to: Callable[[date], None]
) -> None:
    address = f"{office_address(officer, key)}publish/"
    assert "it can be published from 1 April 2012" in reads(officer, address)
    moved_to(date(2012, 4, 1))
    page = officer.post(address, {"decision": "", "why": "The review."}).content.decode()
    assert "Name the decision of the Board" in page
    decision = re.search(r'<option value="([0-9a-f-]{36})"', page)
    assert decision
    answer = officer.post(address, {"decision": decision.group(1), "why": "The review."})
    assert "Write the young people’s version first" in answer.content.decode()


def test_what_is_too_hard_for_young_people_is_not_saved(officer: Client, key: UUID) -> None:
    address = f"/office/plans/{key}/young/about/"
    hard = "Considerable organisational reconfiguration necessitated institutional delay. " * 9
    answer = officer.post(address, {"text": hard, "edition": "1"})
    assert "Bring it to 11 or below" in answer.content.decode()
    assert officer.post(address, {"text": "We will help you.", "edition": "1"}).status_code == 302
    assert officer.post(address, {"text": "We will help.", "edition": "1"}).status_code == 409
    assert "We will help you." in reads(officer, f"/plans/{key}/young/")
    reads(officer, f"/office/plans/{key}/young/unicorns/", 404)


def test_a_statement_is_written_with_the_same_help(officer: Client, key: UUID) -> None:
    address = f"/office/plans/{key}/statement/safeguarding/"
    form = {"text": "A robust cohort.", "edition": "1", "check": "yes"}
    assert "“cohort”: group" in officer.post(address, form).content.decode()


@pytest.mark.parametrize("page", ["reviews/", "young/", "young/about/"])
def test_the_offices_pages_are_closed_to_the_public(visitor: Client, key: UUID, page: str) -> None:
    assert visitor.get(f"/office/plans/{key}/{page}").status_code == 302
