"""The Director's assistant makes the pack for Thursday, and a partner's lead reads its own."""

from tests.journeys.conftest import Person

DIRECTOR, PARTNER = "Judith Amery", "Ian Colebrook"


def at_the_pack_for(person: Person, name: str) -> Person:
    person.visits("/office/packs/")
    person.page.get_by_label("Who or where it is for").select_option(label=name)
    return person.presses("Show the pack")


def test_a_pack_is_made_by_rule_then_by_hand_and_kept(at_a_desk: Person) -> None:
    director = at_the_pack_for(at_a_desk.signs_in_as(DIRECTOR), "Gosport")
    director.finds_nothing_in_the_way()
    read = director.reads()
    assert "need a decision" in read
    assert "What changed since 15 April 2010" in read
    director.page.get_by_label("A figure to put in").select_option(label="Average GCSE score")
    director.presses("Put it in")
    assert "added by hand" in director.reads()
    director.page.get_by_role("button", name="Children in Year 6 who are very overweight").click()
    assert "Left out by hand" in director.reads()
    director.finds_nothing_in_the_way()
    director.presses("Keep this pack")
    assert "The pack is kept. It will not change." in director.reads()
    assert "Made by Judith Amery" in director.reads()
    director.finds_nothing_in_the_way()
    director.page.go_back()


def test_a_kept_pack_goes_on_paper_and_into_a_table(at_a_desk: Person) -> None:
    director = at_a_desk.signs_in_as(DIRECTOR).visits("/office/packs/")
    director.follows("Hampshire Children’s Trust Board for 15 April 2010")
    assert "two figures changed" in director.reads()
    assert "New figure for 2008: 33.2" in director.reads()
    director.finds_nothing_in_the_way()
    address = director.page.url.rstrip("/")
    pdf = director.page.request.get(f"{address}.pdf")
    assert pdf.headers["content-type"] == "application/pdf"
    assert b"/MarkInfo" in pdf.body()
    assert b"pdfuaid" in pdf.body()
    table = director.page.request.get(f"{address}.csv").text()
    assert "as_of=2010-04-13" in table
    assert director.page.request.get(f"{address}.xlsx").body().startswith(b"PK")


def test_a_figure_of_a_pack_leads_to_it_as_of_the_packs_day(at_a_desk: Person) -> None:
    director = at_a_desk.signs_in_as(DIRECTOR).visits("/office/packs/")
    director.follows("Hampshire Children’s Trust Board for 11 February 2010")
    director.page.locator("main table a").first.click()
    assert "as_of=2010-02-09" in director.page.url
    assert "2007" in director.page.locator(".lede").first.inner_text()


def test_a_partners_lead_reads_its_own_pack_and_no_other(on_a_phone: Person) -> None:
    lead = on_a_phone.signs_in_as(PARTNER).visits("/office/packs/")
    assert "Here are the packs about Hampshire Primary Care Trust" in lead.reads()
    assert "Keep this pack" not in lead.reads()
    lead.finds_nothing_in_the_way()
    lead.follows("Look at your pack").finds_nothing_in_the_way()
    assert "Hampshire Primary Care Trust" in lead.reads()
    assert lead.page.get_by_role("button", name="Keep this pack").count() == 0
    answer = lead.page.request.get(f"{lead.server.address}/office/packs/today/?for=place:E07000090")
    assert answer.status == 404


def test_a_pack_fits_the_narrowest_screen(on_the_narrowest: Person) -> None:
    director = on_the_narrowest.signs_in_as(DIRECTOR).visits("/office/packs/")
    director.finds_nothing_in_the_way()
    director.follows("Havant for 10 June 2010").finds_nothing_in_the_way()
