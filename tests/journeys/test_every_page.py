"""Each public page at the desk and on the phone: nothing in the way, and nothing wider than the screen."""

from urllib.parse import urljoin

import pytest

from tests.journeys.conftest import Person
from trust.demo.keys import same

KEY = same("Children and Young People’s Plan 2009 to 2012")
PLAN, DRAFT = f"/plans/{KEY}/", f"/office/plans/{KEY}/"
PAGES = [
    "/",
    "/demo/",
    "/plan/",
    "/plans/",
    f"{PLAN}",
    f"{PLAN}versions/",
    f"{PLAN}version/2/difference/",
    f"{PLAN}schools/",
    f"{PLAN}timeline/",
    "/who/",
    "/who/board-check/",
    "/who/partners/",
    "/decisions/",
    "/outcomes/",
    "/outcomes/ni-112/",
    "/outcomes/ni-112/gap/",
    "/outcomes/ni-112/map/?show=significance",
    "/outcomes/ni-112/map/?by=locality",
    "/outcomes/ni-112/map/?by=authority",
    "/outcomes/ni-112/goals/",
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
OFFICE = [
    "/office/",
    "/office/plan/",
    "/office/plans/",
    *(DRAFT + page for page in ("publish/", "check/", "life/", "statements/", "statement/vision/")),
    *(DRAFT + page for page in ("alignments/", "alignments/add/", "groups/")),
    "/office/comments/",
    "/office/findings/add/",
]
PRIORITY = ["./", "words/", "findings/", "action/", "pledge/", "measure/"]


def test_at_the_desk_and_on_the_phone(at_a_desk: Person) -> None:
    for address in PAGES:
        at_a_desk.visits(address).finds_nothing_in_the_way()


def test_on_the_narrowest_screen(on_the_narrowest: Person) -> None:
    for address in PAGES:
        on_the_narrowest.visits(address).finds_nothing_in_the_way()


def test_the_office_on_the_narrowest_screen(on_the_narrowest: Person) -> None:
    officer = on_the_narrowest.signs_in_as("Priya Nair")
    for address in OFFICE:
        officer.visits(address).finds_nothing_in_the_way()
    officer.visits("/office/plan/").page.get_by_role("link", name="1. Fewer").click()
    for step in PRIORITY:
        officer.page.goto(urljoin(officer.page.url, step))
        officer.finds_nothing_in_the_way()
        officer.page.go_back()


def test_no_two_pages_share_a_title(at_a_desk: Person) -> None:
    # The plan that runs is read at two addresses: its own, and that of whichever plan runs.
    titles = [at_a_desk.visits(address).page.title() for address in PAGES if address != PLAN]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("day", ["2006-03-20", "2012-03-01"])
def test_on_another_day(at_a_desk: Person, day: str) -> None:
    at_a_desk.visits("/").page.locator("#choose-day").select_option(day)
    at_a_desk.presses("Show this day")
    for address in ("/", "/plan/", "/who/", "/who/board-check/", "/outcomes/", "/needs/"):
        at_a_desk.visits(address).finds_nothing_in_the_way()
