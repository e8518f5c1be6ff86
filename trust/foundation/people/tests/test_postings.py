from datetime import date

import pytest
from django.db import IntegrityError

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import Span
from trust.foundation.people import actions, makers
from trust.foundation.people.models import Posting, Worker
from trust.foundation.people.tests.conftest import COUNCIL, now

HEALTH = "hampshire-pct"


@pytest.fixture
def mei(database: str) -> Worker:
    return makers.a_worker("Mei Tan", "data-analyst", COUNCIL)


def post(worker: Worker, role: str, organisation: str, span: Span) -> Posting:
    return actions.give_posting(
        worker=worker,
        role=role,
        organisation=organisation_by_key(organisation).id,
        span=span,
        by=SYSTEM,
        at=now(),
    )


def test_a_second_role_for_the_same_organisation_is_given(mei: Worker) -> None:
    post(mei, "partner-lead", COUNCIL, Span(date(2010, 1, 1)))
    assert Posting.objects.filter(worker=mei).count() == 2


def test_two_organisations_at_a_time_are_refused(mei: Worker) -> None:
    with pytest.raises(Refused, match="Mei Tan works for another organisation in that time"):
        post(mei, "partner-lead", HEALTH, Span(date(2010, 1, 1)))


def test_the_same_role_twice_is_refused(mei: Worker) -> None:
    with pytest.raises(Refused, match="already holds that role"):
        post(mei, "data-analyst", COUNCIL, Span(date(2010, 1, 1)))


def test_a_role_that_is_not_in_the_list_is_refused(mei: Worker) -> None:
    with pytest.raises(Refused, match="There is no role “superuser”"):
        post(mei, "superuser", COUNCIL, Span(date(2010, 1, 1)))


@pytest.mark.parametrize(("role", "organisation"), [("data-analyst", COUNCIL), ("partner-lead", HEALTH)])
def test_the_database_refuses_what_a_careless_deed_would_write(
    mei: Worker, role: str, organisation: str
) -> None:
    with pytest.raises(IntegrityError):
        Posting.objects.create(
            worker=mei,
            role=role,
            organisation_id=organisation_by_key(organisation).id,
            first=date(2010, 1, 1),
        )


def test_an_address_in_use_is_refused_in_any_case_of_letters(mei: Worker) -> None:
    with pytest.raises(Refused, match=r"Somebody already signs in as mei.tan@hampshire.example"):
        actions.add_worker(
            name="Another",
            email="MEI.TAN@hampshire.example",
            job_title="Analyst",
            password="unused",
            trained_until=date(2011, 1, 1),
            vetted_until=date(2011, 1, 1),
            by=SYSTEM,
            at=now(),
        )


def test_a_new_second_factor_takes_the_place_of_the_old(mei: Worker) -> None:
    before = makers.code_for(mei)
    actions.enrol_second_factor(worker=mei, by=SYSTEM, at=now())
    assert makers.code_for(mei) != before
