"""The second lock: what the database itself keeps from an open page, whatever the page's code does."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import DatabaseError, connection, connections
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.urls import include, path

from trust.foundation.kernel.side import Side, on_side
from trust.processes.child_index.queries import canary_sings

ROADS = [
    "select * from child_index_canary",
    "select set_config('role', 'trust_closed', false); select * from child_index_canary",
    "select 1 union select length(set_config('role', 'trust_owner', true)); select * from child_index_canary",
    "set role trust_closed; select * from child_index_canary",
    "set session authorization trust_closed; select * from child_index_canary",
    "copy child_index_canary to stdout",
    "create view peep as select * from child_index_canary",
    "create function peep() returns text language sql as 'select song from child_index_canary'",
    "grant select on child_index_canary to trust_open",
    "alter table child_index_canary owner to trust_open",
]


@contextmanager
def the_open_role() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("select current_user")
        assert cursor.fetchone() == ("trust_open",)
    yield


@pytest.mark.parametrize("road", ROADS)
def test_raw_sql_from_the_open_side_cannot_read_the_canary(database: str, road: str) -> None:
    with the_open_role(), pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(road)


def peeping_page(request: HttpRequest) -> HttpResponse:
    """A page as a thief would write it: it runs whatever SQL it is sent, and shows what comes back."""
    with connection.cursor() as cursor:
        cursor.execute(request.POST["road"])
        return HttpResponse(str(cursor.fetchall()))


urlpatterns = [path("", include("trust.config.urls")), path("peep/", peeping_page)]


@pytest.mark.parametrize("road", ROADS)
def test_an_open_page_that_runs_anything_cannot_show_the_canary(database: str, road: str) -> None:
    with override_settings(ROOT_URLCONF=__name__):
        answer = Client(raise_request_exception=False).post("/peep/", {"road": road})
    assert answer.status_code == 500
    assert b"canary" not in answer.content


def test_an_open_page_still_runs_what_it_may(database: str) -> None:
    with override_settings(ROOT_URLCONF=__name__):
        answer = Client().post("/peep/", {"road": "select current_user"})
    assert answer.content == b"[('trust_open',)]"


def test_the_closed_side_reads_its_own_canary(database: str) -> None:
    with on_side(Side.CLOSED):
        assert canary_sings()


def test_the_closed_role_cannot_read_the_plan(database: str) -> None:
    with pytest.raises(DatabaseError), connections["closed"].cursor() as cursor:
        cursor.execute("select * from plan_plan")


def test_a_query_of_a_closed_table_in_an_open_request_fails(database: str) -> None:
    with pytest.raises(DatabaseError):
        canary_sings()


@pytest.mark.parametrize(
    "statement",
    [
        "update plan_planversion set snapshot = ''",
        "delete from plan_planversion",
        "truncate plan_planversion",
        "update plan_actionedition set what = ''",
        "select * from audit_event",
        "update audit_event set verb = ''",
        "delete from audit_event",
        "update directory_calendar set demonstration = false",
        "create table mine (x int)",
    ],
)
def test_what_was_written_stays(database: str, statement: str) -> None:
    with the_open_role(), pytest.raises(DatabaseError), connection.cursor() as cursor:
        cursor.execute(statement)
