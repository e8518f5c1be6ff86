"""The officer asks how a quarter went; a partner answers on a phone without an account; the officer sees."""

from tests.journeys.conftest import Person

OFFICER = "Priya Nair"
HEALTH = "Hampshire Primary Care Trust"


def asks(officer: Person) -> Person:
    officer.visits("/office/").follows("Ask partners how it is going")
    officer.finds_nothing_in_the_way()
    return officer.presses("Ask for updates")


def link_for(officer: Person, post: str) -> str:
    officer.follows("Letters").finds_nothing_in_the_way()
    letter = officer.page.locator("main li", has_text=post).first
    letter.locator("summary").click()
    return str(letter.get_by_role("link", name="Open its link").get_attribute("href"))


def answers(partner: Person) -> None:
    """Each thing in turn, until nothing is left to say."""
    while partner.page.get_by_text("Not said yet").count():
        partner.page.locator("li", has_text="Not said yet").first.get_by_role("link").click()
        partner.finds_nothing_in_the_way()
        if partner.page.get_by_label("On track").count():
            partner.ticks("On track")
        elif partner.page.get_by_label("Not yet").count():
            partner.ticks("Not yet")
        partner.fills(words="It goes as we said it would.").presses("Save and go on")


def test_an_update_by_link(at_a_desk: Person, on_a_phone: Person) -> None:
    officer = asks(at_a_desk.signs_in_as(OFFICER))
    assert "Partners are asked." in officer.reads()
    officer.finds_nothing_in_the_way()
    link = link_for(officer, HEALTH)
    partner = on_a_phone.visits(link)
    assert "How did it go, January to March 2010?" in partner.reads()
    partner.finds_nothing_in_the_way()
    answers(partner)
    assert "Thank you. That was everything." in partner.reads()
    partner.finds_nothing_in_the_way()
    partner.visits(link)
    assert "This link does not open" in partner.reads()
    partner.finds_nothing_in_the_way()
    officer.visits("/office/").follows("Ask partners how it is going")
    row = officer.page.locator("tr", has_text=HEALTH).first
    assert "Answered" in row.inner_text()


def test_what_was_typed_is_not_lost_when_something_is_missing(at_a_desk: Person, on_a_phone: Person) -> None:
    officer = asks(at_a_desk.signs_in_as(OFFICER))
    partner = on_a_phone.visits(link_for(officer, HEALTH))
    partner.page.locator("li", has_text="clinic").first.get_by_role("link").click()
    partner.ticks("At risk").presses("Save and go on")
    assert "Say why, and what would put it right" in partner.reads()
    assert partner.page.get_by_label("At risk", exact=True).is_checked()
    partner.finds_nothing_in_the_way()


def test_everyone_follows_the_plan_on_a_phone(on_a_phone: Person) -> None:
    parent = on_a_phone.visits("/plan/").follows("How it is going")
    parent.finds_nothing_in_the_way()
    parent.follows("Show it without colours and drawings").finds_nothing_in_the_way()
    parent.visits("/plan/progress/place/E07000090/").finds_nothing_in_the_way()
    parent.visits("/plan/progress/").page.locator("tr.grp a").first.click()
    assert "How are all children doing?" in parent.reads()
    parent.finds_nothing_in_the_way()
