"""Errands by the keyboard alone: the focus is seen at each stop, goes where it should, is never held."""

from playwright.sync_api import Page

from tests.journeys.conftest import Person
from tests.journeys.keyboard import Keyboard
from tests.journeys.test_an_update_by_link import HEALTH, OFFICER, asks, link_for
from trust.foundation.directory.queries import organisation_by_key
from trust.vision.plan import queries
from trust.vision.plan.tests.known import TODAY

IDEA = "Buses that run until ten on Fridays."


def arrives(page: Page, address: str) -> Keyboard:
    """Comes to a page that can be left by Tab, and past what stands above its main part."""
    hands = Keyboard(page)
    page.wait_for_url(f"**{address}**")
    hands.comes_round()
    page.reload()
    return hands.skips_to_main()


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


def test_a_member_of_the_public_comments(at_a_desk: Person) -> None:
    page = at_a_desk.visits("/tell-us/").page
    hands = arrives(page, "/tell-us/").goes("Send")
    hands.lands_on_what_is_wrong("This is not sent yet")
    hands.goes_to_its_answer().types(IDEA).goes("Send")
    assert "reference" in at_a_desk.reads()
    assert page.locator("h1").count() == 1
    hands.comes_round()
    at_a_desk.finds_nothing_in_the_way()


def test_a_partner_says_how_it_goes_by_a_link(at_a_desk: Person, another: Person) -> None:
    link = link_for(asks(at_a_desk.signs_in_as(OFFICER)), HEALTH)
    hands = arrives(another.visits(link).page, link)
    first = another.page.locator("main li a").first.inner_text()
    hands.goes(first)
    assert heading(another.page) == first
    hands.comes_round()
    hands.goes("Save and go on").lands_on_what_is_wrong("This is not saved yet")
    hands.goes_to_its_answer()
    says_it_goes(hands)
    assert "Sent" in another.reads()
    another.finds_nothing_in_the_way()


def says_it_goes(hands: Keyboard) -> None:
    """The first of the states that are offered, and why; or the figure that is asked for."""
    hands.presses("Space").to("", kind="textarea").types("As we said it would.").goes("Save and go on")


def test_a_partner_signs(at_a_desk: Person) -> None:
    plan = queries.plan_on(TODAY)
    assert plan
    address = f"/office/plans/{plan.pk}/signatures/{organisation_by_key('hampshire-pct').id}/"
    page = at_a_desk.signs_in_as("Ian Colebrook").visits(address).page
    hands = arrives(page, address)
    hands.to("Who signs?").types("Chief Executive").goes("Sign", kind="submit")
    hands.lands_on_what_is_wrong("It is not signed yet")
    hands.goes_to_its_answer().presses("Space").goes("Sign", kind="submit")
    assert "has signed. What was signed is sealed." in at_a_desk.reads()
    at_a_desk.finds_nothing_in_the_way()


def test_somebody_looks_at_a_figure_in_other_ways(at_a_desk: Person) -> None:
    page = at_a_desk.visits("/outcomes/ni-112/").page
    hands = arrives(page, "/outcomes/ni-112/").goes("Every district over time")
    assert "/places/" in page.url
    hands.comes_round()
    hands.goes("Which places stand out").to("The figures as a table").presses("Enter")
    assert "above the outer limit" in at_a_desk.reads()
    hands.comes_round()
    at_a_desk.finds_nothing_in_the_way()
