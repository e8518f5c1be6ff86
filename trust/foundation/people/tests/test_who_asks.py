"""What the database itself knows of who is asking."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.utils import timezone

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.people import actions
from trust.foundation.people.models import Posting, Sitting, Worker
from trust.foundation.people.tests.conftest import Browser, as_owner, now
from trust.foundation.people.tests.test_sessions import cookie


@contextmanager
def asking_with(token: str) -> Iterator[None]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("select set_config('trust.token', %s, true)", [token])
        yield


def who_asks(token: str) -> UUID | None:
    with asking_with(token), connection.cursor() as cursor:
        cursor.execute("select asking_worker()")
        answer: UUID | None = cursor.fetchone()[0]
        return answer


def test_the_token_of_an_open_session_names_its_worker(priya_inside: Browser) -> None:
    assert who_asks(cookie(priya_inside)) == priya_inside.worker.pk


@pytest.mark.parametrize("token", ["", "made-up", "0" * 64])
def test_any_other_token_names_nobody(priya_inside: Browser, token: str) -> None:
    assert who_asks(token) is None
    assert who_asks(str(priya_inside.worker.pk)) is None


def test_without_a_transaction_of_its_own_nobody_asks(priya_inside: Browser) -> None:
    who_asks(cookie(priya_inside))
    with connection.cursor() as cursor:
        cursor.execute("select asking_worker()")
        assert cursor.fetchone() == (None,)


def test_a_session_with_a_password_alone_names_nobody(priya: Browser) -> None:
    priya.gives_password()
    assert who_asks(cookie(priya)) is None


@pytest.mark.parametrize("limit", ["quiet_until", "expires"])
def test_a_session_that_is_over_names_nobody(priya_inside: Browser, limit: str) -> None:
    Sitting.objects.update(**{limit: timezone.now()})
    assert who_asks(cookie(priya_inside)) is None


@pytest.mark.parametrize("gate", ["trained_until", "vetted_until"])
def test_a_lapse_bites_at_the_next_statement_of_the_same_day(
    priya_inside: Browser, yesterday: date, gate: str
) -> None:
    with asking_with(cookie(priya_inside)), connection.cursor() as cursor:
        Worker.objects.update(**{gate: yesterday + timedelta(days=1)})
        cursor.execute("select asking_worker()")
        assert cursor.fetchone() == (priya_inside.worker.pk,)
        Worker.objects.update(**{gate: yesterday})
        cursor.execute("select asking_worker()")
        assert cursor.fetchone() == (None,)


def test_a_post_that_ended_yesterday_names_nobody(priya_inside: Browser, yesterday: date) -> None:
    Posting.objects.update(last=yesterday)
    assert who_asks(cookie(priya_inside)) is None


def test_a_closed_account_names_nobody(priya_inside: Browser) -> None:
    actions.close_account(worker=priya_inside.worker, by=SYSTEM, at=now())
    assert who_asks(cookie(priya_inside)) is None


def test_the_record_says_who_asked_whatever_the_application_says(priya_inside: Browser) -> None:
    with asking_with(cookie(priya_inside)):
        actions.renew_training(worker=priya_inside.worker, until=date(2011, 3, 31), by=SYSTEM, at=now())
    row = as_owner("""select "by", asked_by from audit_event where verb = 'people.training.renewed'""")
    assert row == [(SYSTEM.name, priya_inside.worker.pk)]
