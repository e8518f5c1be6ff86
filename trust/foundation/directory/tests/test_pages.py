"""Choosing the day as of which the pages are looked at."""

from datetime import UTC, date, datetime
from typing import cast

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.urls import reverse

from trust.foundation.design.pages import Asked
from trust.foundation.directory.middleware import know_the_day
from trust.foundation.kernel.time import london_day


def days_of(cookie: str) -> tuple[date, date]:
    """What a page is told: the installation's day, and the day looked at."""
    seen: list[tuple[date, date]] = []

    def page(request: HttpRequest) -> HttpResponse:
        asked = cast(Asked, request)
        seen.append((asked.today, asked.day))
        return HttpResponse()

    request = RequestFactory().get("/")
    request.COOKIES["day"] = cookie
    know_the_day(page)(request)
    return seen[0]


def choose(visitor: Client, day: str, back: str = "/who/") -> HttpResponse:
    return cast(HttpResponse, visitor.post(reverse("choose-day"), {"day": day, "next": back}))


@pytest.mark.parametrize("cookie", ["2006-03-20", "2012-03-01"])
def test_a_chosen_day_is_looked_at_while_today_stays(database: str, cookie: str) -> None:
    assert days_of(cookie) == (date(2010, 6, 8), date.fromisoformat(cookie))


def test_today_in_the_demonstration_is_the_real_day(database: str) -> None:
    assert days_of("today") == (date(2010, 6, 8), london_day(datetime.now(tz=UTC)))


@pytest.mark.parametrize("cookie", ["", "2007-01-01", "../../etc", "2010-06-08T00:00"])
def test_any_other_cookie_looks_at_the_installations_day(database: str, cookie: str) -> None:
    assert days_of(cookie) == (date(2010, 6, 8), date(2010, 6, 8))


def test_choosing_a_day_remembers_it_and_goes_back(database: str, visitor: Client) -> None:
    answer = choose(visitor, "2006-03-20")
    assert (answer.status_code, answer["Location"]) == (302, "/who/")
    assert visitor.cookies["day"].value == "2006-03-20"
    assert visitor.cookies["day"]["httponly"]


def test_a_day_that_may_not_be_chosen_forgets_the_choice(database: str, visitor: Client) -> None:
    choose(visitor, "2006-03-20")
    choose(visitor, "1066-10-14")
    assert visitor.cookies["day"].value == ""


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "javascript:alert(1)", ""])
def test_the_way_back_never_leaves_the_site(database: str, visitor: Client, back: str) -> None:
    assert choose(visitor, "2006-03-20", back)["Location"] == "/"


def test_a_day_is_chosen_by_a_form_and_not_by_a_link(database: str, visitor: Client) -> None:
    assert visitor.get(reverse("choose-day")).status_code == 405


def test_choosing_needs_the_forms_own_token(database: str) -> None:
    assert (
        Client(enforce_csrf_checks=True).post(reverse("choose-day"), {"day": "2006-03-20"}).status_code == 403
    )
