"""A needs assessment: an officer writes, a partner comments, it is frozen, and anyone reads and prints it."""

from tests.journeys.conftest import Person

POVERTY = "Child poverty in Hampshire"


def test_an_officer_writes_a_partner_comments_and_anyone_reads_and_prints(
    at_a_desk: Person, another: Person, on_a_phone: Person
) -> None:
    officer = at_a_desk.signs_in_as("Priya Nair")
    an_officer_begins(officer)
    an_officer_writes_and_cites(officer)
    an_officer_asks_partners(officer)
    a_partner_comments(another.signs_in_as("Ian Colebrook"))
    an_officer_answers_and_freezes(officer)
    anyone_reads_on_a_phone(on_a_phone)


def an_officer_begins(officer: Person) -> None:
    officer.visits("/needs/").presses("Write an assessment").presses("Begin an assessment")
    officer.fills(title="Getting about in the country").ticks("Local needs assessment")
    officer.chooses(
        leads=officer.page.locator("select[name=leads] option").first.get_attribute("value") or ""
    )
    officer.finds_nothing_in_the_way()
    officer.presses("Begin it")
    assert officer.sees("It is begun, with the sections that it follows.")


def an_officer_writes_and_cites(officer: Person) -> None:
    for section in range(3):
        officer.page.get_by_role("link", name="Write a passage", exact=True).nth(section).click()
        officer.fills(words="The last bus leaves before the youth club shuts.").presses("Keep it")
    officer.follows("Cite a figure").chooses(indicator="ni-112")
    officer.page.locator("[name=places][value=E10000014]").check()
    officer.presses("Show what it says")
    assert officer.sees("In Hampshire it was 33.2 per 1,000 in 2008.")
    officer.finds_nothing_in_the_way()
    officer.presses("Cite it")
    officer.follows("Add a finding").fills(statement="Buses stop too early", group_label="Young people")
    officer.ticks("We are not sure yet: too few figures, or none").presses("Keep this finding")
    officer.finds_nothing_in_the_way()


def an_officer_asks_partners(officer: Person) -> None:
    officer.presses("Ask partners for comment").ticks("Hampshire Primary Care Trust")
    officer.fills(answer_by="30 June 2010").presses("Send it to them")
    assert officer.sees("It is open for comment, and anyone can read it now.")


def a_partner_comments(partner: Person) -> None:
    partner.visits("/needs/").follows("Assessments to comment on").follows("Getting about in the country")
    partner.page.locator("a", has_text="Comment on this: Buses stop too early").click()
    partner.fills(words="The clinic shuts before them too.")
    partner.finds_nothing_in_the_way()
    partner.presses("Send it")
    assert partner.sees("The clinic shuts before them too.")


def an_officer_answers_and_freezes(officer: Person) -> None:
    officer.visits("/office/needs/").follows("Getting about in the country")
    officer.follows("Answer Hampshire Primary Care Trust").fills(words="We have said so.").presses("Answer")
    officer.presses("Freeze it for the Board").presses("Freeze it")
    assert officer.sees("It is frozen, with every figure as it is known today.")
    officer.finds_nothing_in_the_way()


def anyone_reads_on_a_phone(reader: Person) -> None:
    reader.visits("/needs/").follows("Getting about in the country").finds_nothing_in_the_way()
    assert reader.sees("Frozen, for the Board to agree")
    for name in ("Print the whole (PDF)", "Summary in two pages (PDF)"):
        address = reader.page.get_by_role("button", name=name).get_attribute("href") or ""
        answer = reader.page.request.get(f"{reader.server.address}{address}")
        assert answer.body().startswith(b"%PDF-")
    reader.follows("Buses stop too early").finds_nothing_in_the_way()


def test_the_demonstrations_child_poverty_assessment_on_three_days(on_a_phone: Person) -> None:
    reader = on_a_phone.visits("/needs/").follows(POVERTY)
    assert "By 8 June 2010 no figure had been published" in reader.reads()
    assert reader.sees("In 2007 it ran from 0.0% in six of them to 23.1% in Havant.")
    for day, figure in (("2012-03-01", "28.2% in Havant"), ("", "In Hampshire it was 11.3% in 2024/25")):
        reader.page.locator("#choose-day").select_option(index=2 if day else 3)
        reader.presses("Show this day").finds_nothing_in_the_way()
        assert figure in reader.reads()
        assert "should be looked at again" in reader.reads()
    reader.follows("See which, and why").finds_nothing_in_the_way()
    reader.page.go_back()
    reader.follows("This measure").finds_nothing_in_the_way()
