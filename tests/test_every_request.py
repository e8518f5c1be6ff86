"""What holds of every request, whichever room answers it."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


@pytest.mark.parametrize("address", ["/?q=%00", "/%00/", "/tell-us/?about=%00"])
def test_an_unreadable_address_is_refused_in_a_sentence(database: str, visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 400
    assert b"send it again" in answer.content


def test_an_over_long_address_is_refused_in_its_own_sentence(database: str, visitor: Client) -> None:
    answer = visitor.get("/?" + "a" * 3000)
    assert answer.status_code == 400
    assert b"The address of that page is too long" in answer.content


def test_a_nul_in_a_form_is_refused(database: str, visitor: Client) -> None:
    assert visitor.post("/tell-us/", {"text": "hello\x00"}).status_code == 400


def test_an_over_long_answer_is_refused(database: str, visitor: Client) -> None:
    answer = visitor.post("/tell-us/", {"text": "x" * 20_001})
    assert answer.status_code == 400
    assert b"too long" in answer.content
    assert b"Go back in your browser, where what you wrote still stands" in answer.content


def test_a_form_without_its_token_is_refused(database: str) -> None:
    assert Client(enforce_csrf_checks=True).post("/tell-us/", {"text": "hello"}).status_code == 403


def test_every_page_has_a_strict_policy(database: str, visitor: Client) -> None:
    policy = visitor.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


@pytest.mark.parametrize("address", ["/office/", "/office/plan/", "/office/briefing/", "/office/plans/"])
def test_an_office_page_sends_a_stranger_to_sign_in(database: str, visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("address", ["/", "/outcomes/", "/outcomes/ni-112/", "/who/", "/needs/", "/plan/"])
def test_a_page_reads_the_calendar_and_the_area_once(town: str, visitor: Client, address: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert visitor.get(address).status_code == 200
    tables = ("directory_calendar", "directory_loadedpack")
    assert [sum(f'FROM "{table}"' in query["sql"] for query in asked) for table in tables] == [1, 1]


def test_the_next_page_reads_them_afresh(town: str, visitor: Client) -> None:
    for _ in range(2):
        with CaptureQueriesContext(connection) as asked:
            visitor.get("/accessibility/")
        assert any('FROM "directory_loadedpack"' in query["sql"] for query in asked)
