"""The plan for young people is written beside the draft, before the plan is published."""

from datetime import date
from uuid import uuid4

import pytest
from django.test import Client

from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.young import seen_now
from trust.vision.plan.tests.known import BY, TODAY
from trust.vision.plan.tests.people import reads
from trust.vision.plan.tests.test_lives import NEXT, WORDS

ABOUT = {"text": "We will help you.", "edition": "0"}


@pytest.fixture
def coming(town: str) -> Plan:
    plan = actions.begin_plan(token=uuid4(), **NEXT, **BY)
    actions.add_priority(token=uuid4(), plan=plan, words=WORDS, **BY)
    return plan


def test_an_officer_reads_the_draft_for_young_people(officer: Client, coming: Plan) -> None:
    page = reads(officer, f"/office/plans/{coming.pk}/young/")
    assert "1. More young carers get a break" in page
    assert "nobody outside reads this" in page
    assert "Read it as young people do" not in page


def test_a_part_is_written_before_the_plan_is_published(officer: Client, coming: Plan) -> None:
    whole = queries.draft(coming).plan
    part = f"priority-{whole.priorities[0].id}"
    assert "We promised: More young carers get a break." in reads(
        officer, f"/office/plans/{coming.pk}/young/{part}/"
    )
    saved = officer.post(f"/office/plans/{coming.pk}/young/{part}/", ABOUT, follow=True)
    assert "as soon as it is published with the plan" in saved.content.decode()
    assert "Shown once the plan is published with it" in saved.content.decode()
    reads(officer, f"/plans/{coming.pk}/young/", 404)


def test_a_priority_added_after_the_plan_was_published_waits_for_the_next_version(
    officer: Client, town: str
) -> None:
    plan = queries.plan_on(TODAY)
    assert plan
    added = actions.add_priority(token=uuid4(), plan=plan, words=WORDS, **BY)
    address = f"/office/plans/{plan.pk}/young/priority-{added.pk}/"
    assert "as soon as it is published" in officer.post(address, ABOUT, follow=True).content.decode()
    assert "We will help you." not in reads(officer, f"/plans/{plan.pk}/young/")
    assert "about" in seen_now(plan, TODAY)
    assert not seen_now(plan, date(2006, 1, 1))


def test_the_office_page_of_a_draft_has_its_name_for_a_title(officer: Client, coming: Plan) -> None:
    assert f"<title>{coming.title}: the plan we are writing" in reads(officer, f"/office/plans/{coming.pk}/")
