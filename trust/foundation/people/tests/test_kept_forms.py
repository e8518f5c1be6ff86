"""What is being written when a session ends is given back to its writer, and to nobody else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from trust.foundation.people import makers
from trust.foundation.people.formats import new_key, seal, unseal
from trust.foundation.people.models import KeptForm, Sitting
from trust.foundation.people.rules import MOST_KEPT, worth_keeping
from trust.foundation.people.sessions import SessionStore
from trust.foundation.people.tests.conftest import COUNCIL, PLAN, Browser, as_owner, recorded

WORDS = "Fewer children wait, by March"
KEPT = "/sign-in/kept/"


@pytest.fixture
def away(priya_inside: Browser) -> Browser:
    """Somebody who wrote for longer than a session lasts."""
    Sitting.objects.update(quiet_until=timezone.now())
    priya_inside.posts(PLAN, aim=WORDS)
    return priya_inside


def comes_back(browser: Browser) -> None:
    browser.posts(f"/sign-in/?next={KEPT}", login=browser.worker.email, password=makers.PASSWORD)
    browser.gives_code()


def looks(browser: Browser) -> str:
    return browser.client.get(KEPT).content.decode()


def test_what_was_written_leads_to_the_page_of_signing_in(away: Browser) -> None:
    assert away.seen is not None
    assert away.seen["Location"] == "/sign-in/?next=%2Fsign-in%2Fkept%2F"
    assert "kept for an hour" in away.client.get(away.seen["Location"]).content.decode()


def test_it_is_given_back_after_both_factors_to_be_sent_as_it_was(away: Browser) -> None:
    comes_back(away)
    page = looks(away)
    assert WORDS in page
    assert f'action="{PLAN}"' in page
    assert 'name="aim"' in page


def test_a_password_alone_opens_nothing(away: Browser) -> None:
    away.posts(f"/sign-in/?next={KEPT}", login=away.worker.email, password=makers.PASSWORD)
    assert WORDS not in looks(away)


def test_another_worker_in_the_same_browser_sees_nothing(away: Browser) -> None:
    other = makers.a_worker("Tom Reed", "partnership-officer", COUNCIL)
    makers.sign_in(away.client, other)
    assert "Nothing is kept here" in looks(away)


def test_the_same_worker_in_another_browser_sees_nothing(away: Browser) -> None:
    del away.client.cookies["trust-kept"]
    comes_back(away)
    assert "Nothing is kept here" in looks(away)


def test_after_an_hour_it_is_gone(away: Browser) -> None:
    KeptForm.objects.update(until=timezone.now())
    comes_back(away)
    assert "Nothing is kept here" in looks(away)
    assert not KeptForm.objects.exists()


def test_the_table_cannot_be_read_and_no_address_carries_it(away: Browser) -> None:
    rows = as_owner("select people_keptform::text from people_keptform")
    key = away.client.cookies["trust-kept"].value
    assert WORDS not in str(rows)
    assert key not in str(rows)
    assert key not in str(away.seen)
    assert WORDS not in str(recorded("people.form.kept"))


def test_it_is_let_go_of_on_request(away: Browser) -> None:
    comes_back(away)
    away.posts(KEPT)
    assert not KeptForm.objects.exists()
    assert recorded("people.form.forgotten")


def test_nothing_is_kept_for_somebody_who_signed_out(priya_inside: Browser) -> None:
    priya_inside.posts("/sign-in/out/")
    priya_inside.posts(PLAN, aim=WORDS)
    assert not KeptForm.objects.exists()


def test_nothing_is_kept_for_a_stranger(priya: Browser) -> None:
    priya.posts(PLAN, aim=WORDS)
    assert not KeptForm.objects.exists()


def test_nothing_is_kept_of_a_session_that_ended_long_ago(priya_inside: Browser) -> None:
    Sitting.objects.update(quiet_until=timezone.now() - timedelta(hours=1))
    priya_inside.posts(PLAN, aim=WORDS)
    assert not KeptForm.objects.exists()


def test_somebody_else_signing_in_meanwhile_takes_nothing_away(priya_inside: Browser) -> None:
    Sitting.objects.update(quiet_until=timezone.now())
    SessionStore.clear_expired()
    priya_inside.posts(PLAN, aim=WORDS)
    assert KeptForm.objects.count() == 1


def test_a_sealed_form_opens_as_it_was() -> None:
    fields = [("aim", [WORDS]), ("place", ["E1", "E2"])]
    key = new_key()
    assert unseal(key, seal(key, PLAN, fields)) == (PLAN, fields)


def test_a_cookie_that_is_no_key_is_replaced_by_one(priya_inside: Browser) -> None:
    Sitting.objects.update(quiet_until=timezone.now())
    priya_inside.client.cookies["trust-kept"] = "chosen-by-somebody"
    priya_inside.posts(PLAN, aim=WORDS)
    assert priya_inside.client.cookies["trust-kept"].value != "chosen-by-somebody"


def test_secrets_and_what_is_too_long_are_not_kept() -> None:
    assert worth_keeping([("password", ["x"]), ("csrfmiddlewaretoken", ["y"])]) == []
    assert worth_keeping([("aim", ["x" * (MOST_KEPT + 1)])]) == []
