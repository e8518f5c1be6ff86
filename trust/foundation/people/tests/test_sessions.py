import pickle
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.utils import timezone

from trust.foundation.people import makers
from trust.foundation.people.models import Remembered, Sitting
from trust.foundation.people.sessions import SessionStore, hash_of
from trust.foundation.people.tests.conftest import Browser, as_owner


def cookie(browser: Browser) -> str:
    return browser.client.cookies["trust"].value


def test_the_table_holds_a_hash_and_never_the_key(priya_inside: Browser) -> None:
    rows = as_owner("select people_sitting::text from people_sitting")
    assert [hash_of(cookie(priya_inside)) in row for (row,) in rows] == [True]
    assert cookie(priya_inside) not in str(rows)


def test_what_the_table_holds_opens_no_session(priya_inside: Browser) -> None:
    priya_inside.client.cookies["trust"] = hash_of(cookie(priya_inside))
    assert priya_inside.opens_the_plan().status_code == 302


def test_the_key_changes_when_somebody_signs_in(priya: Browser) -> None:
    priya.gives_password()
    before = cookie(priya)
    priya.gives_code()
    assert cookie(priya) != before
    assert not SessionStore().exists(before)


def test_a_quarter_of_an_hour_of_quiet_ends_the_session(priya_inside: Browser) -> None:
    Sitting.objects.update(quiet_until=timezone.now())
    assert priya_inside.opens_the_plan().status_code == 302


def test_a_request_keeps_the_session_awake(priya_inside: Browser) -> None:
    Sitting.objects.update(quiet_until=timezone.now() + timedelta(minutes=1))
    priya_inside.opens_the_plan()
    assert Sitting.objects.get().quiet_until > timezone.now() + timedelta(minutes=14)


def test_ten_hours_end_the_session_however_busy(priya_inside: Browser) -> None:
    sitting = Sitting.objects.get()
    assert sitting.expires - sitting.started == timedelta(hours=10)
    Sitting.objects.update(expires=timezone.now())
    assert priya_inside.opens_the_plan().status_code == 302


def test_a_request_does_not_move_the_ten_hours(priya_inside: Browser) -> None:
    before = Sitting.objects.get().expires
    priya_inside.opens_the_plan()
    assert Sitting.objects.get().expires == before


def test_signing_in_sweeps_away_what_has_ended(priya: Browser) -> None:
    ended = timezone.now() - timedelta(days=1)
    Sitting.objects.create(token_hash="0" * 64, contents="", started=ended, quiet_until=ended, expires=ended)
    makers.sign_in(priya.client, priya.worker)
    assert not Sitting.objects.filter(token_hash="0" * 64).exists()


def test_a_code_is_remembered_once_until_its_time_is_over(database: str) -> None:
    assert cache.add("code", "yes", timeout=60)
    assert not cache.add("code", "yes", timeout=60)
    Remembered.objects.update(until=timezone.now())
    assert cache.get("code") is None
    assert cache.add("code", "yes", timeout=60)


def test_what_is_remembered_can_be_changed_prolonged_and_forgotten(database: str) -> None:
    cache.set("attempts", [1.5], timeout=60)
    cache.set("attempts", [2.5, 1.5], timeout=60)
    assert cache.get("attempts") == [2.5, 1.5]
    assert cache.touch("attempts", 120)
    assert cache.delete("attempts")
    assert not cache.delete("attempts")
    cache.set("attempts", [1.5])
    cache.clear()
    assert cache.get("attempts", "none") == "none"


def test_it_remembers_no_address_and_nothing_that_runs(database: str) -> None:
    cache.set("failed:priya.nair@hampshire.example", [1.5], timeout=60)
    assert "priya" not in str(list(Remembered.objects.values()))
    with pytest.raises(TypeError):
        cache.set("code", pickle.PickleBuffer(b"run me"), timeout=60)
