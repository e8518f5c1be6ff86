"""A parent, on a phone, with nothing to sign in to."""

import re

from tests.journeys.conftest import Person


def test_what_was_promised_near_me_and_did_it_happen(on_a_phone: Person) -> None:
    on_a_phone.visits("/demo/").finds_nothing_in_the_way()
    on_a_phone.visits("/your-area/").fills(postcode="po9 1aa").presses("Show my area")
    assert on_a_phone.sees("Havant Local Children’s Partnership")
    assert "PO9" not in on_a_phone.page.url
    on_a_phone.finds_nothing_in_the_way()
    on_a_phone.follows("Fewer young women become pregnant before they are 18")
    read = on_a_phone.reads()
    assert "A trained youth worker at every youth club in Havant" in read
    assert "Late since 30 April 2010" in read
    on_a_phone.finds_nothing_in_the_way()


def test_a_parent_tells_us_and_gets_a_reference(on_a_phone: Person) -> None:
    on_a_phone.visits("/tell-us/").fills(text="The clinic was shut on Thursday.")
    on_a_phone.finds_nothing_in_the_way()
    on_a_phone.presses("Send")
    assert re.search(r"[2-9B-Z]{3}-[2-9B-Z]{3}-[2-9B-Z]{3}", on_a_phone.reads())
    on_a_phone.finds_nothing_in_the_way()


def test_an_empty_answer_is_a_sentence_beside_the_box(on_a_phone: Person) -> None:
    on_a_phone.visits("/tell-us/").presses("Send")
    assert on_a_phone.page.get_by_role("alert").is_visible()
    on_a_phone.finds_nothing_in_the_way()


def test_a_postcode_of_another_county(on_a_phone: Person) -> None:
    on_a_phone.visits("/your-area/").fills(postcode="PO1 2AL").presses("Show my area")
    assert on_a_phone.sees("Portsmouth, which has its own Children’s Trust")
    assert on_a_phone.page.locator("[name=postcode]").first.input_value() == "PO1 2AL"
    on_a_phone.finds_nothing_in_the_way()


def test_as_of_an_earlier_day_nothing_published_later_shows(on_a_phone: Person) -> None:
    on_a_phone.visits("/").page.locator("#choose-day").select_option("2006-03-20")
    on_a_phone.presses("Show this day").visits("/plan/")
    assert "Nothing had been published by 20 March 2006" in on_a_phone.reads()
    on_a_phone.visits("/outcomes/ni-112/")
    read = on_a_phone.reads()
    assert "2004" in read
    assert "2008" not in read
    on_a_phone.finds_nothing_in_the_way()


TWO_MINUTES_AT_200_WORDS = 400
PROMISED, DONE, HELPED = "What we promised", "Is it being done?", "Did it help?"


def reads_to(parent: Person, link: str) -> int:
    """Taps a link; the number of words that stood before it."""
    before, _, _ = parent.page.locator("main").inner_text().partition(link)
    parent.page.locator("main").get_by_role("link", name=link).first.click()
    return len(before.split())


def finds_the_answer(parent: Person) -> int:
    read = parent.page.locator("main").inner_text()
    short = read[: read.index("The need")]
    assert all(asked in short for asked in (PROMISED, DONE, HELPED))
    return len(short.split())


def test_on_a_phone_in_two_taps_and_two_minutes_what_was_promised_and_whether_it_happened(
    on_a_phone: Person,
) -> None:
    """The newest figure is one tap from the front; any promise is two, by the menu and the plan."""
    parent = on_a_phone.visits("/")
    words = reads_to(parent, "Follow this promise") + finds_the_answer(parent)
    assert words < TWO_MINUTES_AT_200_WORDS
    parent.finds_nothing_in_the_way()
    parent.visits("/").follows("Menu").page.locator("#menu").get_by_role("link", name="Our plan").click()
    words = reads_to(parent, "Fewer pupils are sent home from school") + finds_the_answer(parent)
    assert words < TWO_MINUTES_AT_200_WORDS
    assert "One is done." in parent.reads()
    parent.finds_nothing_in_the_way()
