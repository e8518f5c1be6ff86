"""Each public page at the desk and on the phone: nothing in the way, and nothing wider than the screen."""

import pytest

from tests.journeys.conftest import Person

PAGES = [
    "/",
    "/demo/",
    "/plan/",
    "/plan/versions/",
    "/plan/version/2/difference/",
    "/who/",
    "/who/board-check/",
    "/who/partners/",
    "/decisions/",
    "/outcomes/",
    "/outcomes/ni-112/",
    "/outcomes/method/",
    "/open-data/",
    "/needs/",
    "/your-area/",
    "/tell-us/",
    "/find-help/",
    "/accessibility/",
    "/who-may-see-what/",
    "/sign-in/",
    "/design/",
    "/nothing-here/",
]


def test_at_the_desk(at_a_desk: Person) -> None:
    for address in PAGES:
        at_a_desk.visits(address).finds_nothing_in_the_way()


def test_on_the_phone(on_a_phone: Person) -> None:
    for address in PAGES:
        on_a_phone.visits(address).finds_nothing_in_the_way()


@pytest.mark.parametrize("day", ["2006-03-20", "2012-03-01"])
def test_on_another_day(at_a_desk: Person, day: str) -> None:
    at_a_desk.visits("/").page.locator("#choose-day").select_option(day)
    at_a_desk.presses("Show this day")
    for address in ("/", "/plan/", "/who/", "/who/board-check/", "/outcomes/", "/needs/"):
        at_a_desk.visits(address).finds_nothing_in_the_way()
