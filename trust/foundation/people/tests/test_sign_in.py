from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connections
from django.test import Client

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.people import actions, makers, queries
from trust.foundation.people.models import Worker
from trust.foundation.people.tests.conftest import COUNCIL, Browser, now, recorded

WRONG = "The email address or the password is wrong. Check both and try again."
WRONG_CODE = "That code is wrong or already used. Wait for the next one and enter it."


def test_an_officer_signs_in_with_password_and_code_and_returns_to_the_page_she_asked_for(
    priya: Browser,
) -> None:
    assert priya.opens_the_plan().headers["Location"].startswith("/sign-in/?next=")
    assert priya.gives_password().headers["Location"] == "/sign-in/code/"
    assert priya.gives_code().headers["Location"] == "/for-tests/plan/"
    priya.opens_the_plan()
    assert priya.sees("Open to Priya Nair")
    assert recorded("people.worker.signed-in") == [(str(priya.worker.pk), "{}")]


def test_a_password_alone_opens_nothing(priya: Browser) -> None:
    priya.gives_password()
    assert priya.opens_the_plan().headers["Location"].startswith("/sign-in/")


def test_a_wrong_password_and_an_unknown_address_read_the_same(priya: Browser) -> None:
    priya.gives_password("not hers")
    assert priya.sees(WRONG)
    priya.posts("/sign-in/", login="nobody@hampshire.example", password=makers.PASSWORD)
    assert priya.sees(WRONG)


def test_empty_fields_are_named_one_by_one(priya: Browser) -> None:
    priya.posts("/sign-in/", login="", password="")
    assert priya.sees('<a href="#id_login">Enter your email address</a>')
    assert priya.sees('<a href="#id_password">Enter your password</a>')


def test_a_wrong_code_is_refused_and_recorded_by_worker_without_the_address(priya: Browser) -> None:
    priya.gives_password()
    priya.gives_code("000000")
    assert priya.sees(WRONG_CODE)
    assert recorded("people.second-factor.refused") == [(str(priya.worker.pk), "{}")]


def test_a_code_that_was_used_is_refused_in_another_browser(priya: Browser) -> None:
    code = makers.code_for(priya.worker)
    priya.gives_password()
    priya.gives_code(code)
    stranger = Browser(Client(), priya.worker)
    stranger.gives_password()
    stranger.gives_code(code)
    assert stranger.sees(WRONG_CODE)


def test_one_code_at_one_moment_lets_in_one_of_two_browsers(priya: Browser) -> None:
    code = makers.code_for(priya.worker)
    browsers = [Browser(Client(), priya.worker) for _ in range(2)]
    for browser in browsers:
        browser.gives_password()
    with ThreadPoolExecutor() as both:
        answers = list(both.map(lambda browser: in_a_thread(browser, code), browsers))
    assert sorted(answers) == [200, 302]


def in_a_thread(browser: Browser, code: str) -> int:
    try:
        return browser.gives_code(code).status_code
    finally:
        connections.close_all()


def test_after_five_wrong_passwords_the_right_one_must_wait(priya: Browser) -> None:
    for attempt in range(5):
        priya.gives_password(f"guess {attempt}")
    priya.gives_password()
    assert priya.sees("Too many attempts. Wait five minutes and try again.")


def test_five_wrong_codes_close_the_door_too(priya: Browser) -> None:
    priya.gives_password()
    for attempt in range(5):
        priya.gives_code(f"00000{attempt}")
    priya.gives_code()
    assert priya.sees("Too many attempts. Wait five minutes and try again.")


def test_signing_out_ends_the_session_and_is_recorded(priya_inside: Browser) -> None:
    priya_inside.posts("/sign-in/out/")
    assert priya_inside.opens_the_plan().status_code == 302
    assert recorded("people.worker.signed-out") == [(str(priya_inside.worker.pk), "{}")]


def test_whoever_took_the_wrong_account_may_start_again(priya: Browser) -> None:
    priya.gives_password()
    priya.posts("/sign-in/out/", next="/sign-in/")
    assert priya.client.get("/sign-in/").status_code == 200


def test_a_worker_without_a_second_factor_does_not_get_in(priya: Browser) -> None:
    factor = queries.second_factor_of(priya.worker)
    assert factor is not None
    factor.delete()
    assert priya.gives_password().status_code == 403
    assert priya.sees("Your account has no six-digit code yet. Nothing was opened.")
    assert priya.opens_the_plan().status_code == 302


def lapse_of_training(worker: Worker, day: date) -> None:
    actions.renew_training(worker=worker, until=day, by=SYSTEM, at=now())


def lapse_of_vetting(worker: Worker, day: date) -> None:
    actions.renew_vetting(worker=worker, until=day, by=SYSTEM, at=now())


def closing(worker: Worker, day: date) -> None:
    actions.close_account(worker=worker, by=SYSTEM, at=now())


GATES = pytest.mark.parametrize(
    ("shut", "sentence"),
    [
        (lapse_of_training, "Your training lapsed on "),
        (lapse_of_vetting, "Your vetting lapsed on "),
        (closing, "Your account is closed."),
    ],
)


@GATES
def test_a_gate_that_shuts_ends_an_open_session_at_its_next_page(
    priya_inside: Browser, yesterday: date, shut: object, sentence: str
) -> None:
    assert callable(shut)
    shut(priya_inside.worker, yesterday)
    assert priya_inside.opens_the_plan().status_code == 403
    assert priya_inside.sees(sentence)
    assert priya_inside.opens_the_plan().status_code == 302
    assert len(recorded("people.session.ended")) == 1


@GATES
def test_a_gate_that_is_shut_lets_nobody_sign_in(
    priya: Browser, yesterday: date, shut: object, sentence: str
) -> None:
    assert callable(shut)
    shut(priya.worker, yesterday)
    assert priya.gives_password().status_code == 403
    assert priya.sees(sentence)


def test_a_worker_whose_role_does_not_open_a_page_is_told_so(priya: Browser) -> None:
    robert = Browser(Client(), makers.a_worker("Robert Ellery", "auditor", COUNCIL))
    makers.sign_in(robert.client, robert.worker)
    assert robert.opens_the_plan().status_code == 403
    assert robert.sees("Your role does not open this page.")


def test_nobody_can_sign_up_or_ask_for_a_new_password(priya: Browser) -> None:
    for address in ("/sign-in/signup/", "/sign-in/password/reset/", "/accounts/signup/"):
        assert priya.client.get(address).status_code == 404
