"""What is refused centrally, before any room sees it."""

import pytest
from django.test import Client


@pytest.mark.parametrize("address", ["/?q=%00", "/%00/", "/tell-us/?about=%00", "/?" + "a" * 3000])
def test_an_unreadable_address_is_refused_in_a_sentence(database: str, visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 400
    assert b"send it again" in answer.content


def test_a_nul_in_a_form_is_refused(database: str, visitor: Client) -> None:
    assert visitor.post("/tell-us/", {"text": "hello\x00"}).status_code == 400


def test_an_over_long_answer_is_refused(database: str, visitor: Client) -> None:
    answer = visitor.post("/tell-us/", {"text": "x" * 20_001})
    assert answer.status_code == 400
    assert b"too long" in answer.content


def test_a_form_without_its_token_is_refused(database: str) -> None:
    assert Client(enforce_csrf_checks=True).post("/tell-us/", {"text": "hello"}).status_code == 403


def test_every_page_has_a_strict_policy(database: str, visitor: Client) -> None:
    policy = visitor.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src 'self'" in policy


@pytest.mark.parametrize(
    "address", ["/office/", "/office/plan/", "/office/briefing/", "/office/plan/publish/"]
)
def test_an_office_page_sends_a_stranger_to_sign_in(database: str, visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/")
