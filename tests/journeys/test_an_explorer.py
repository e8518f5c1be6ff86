"""A performance officer at a desk, who must explain a figure, and a parent on a phone, who meets it once."""

from io import BytesIO

from openpyxl import load_workbook

from tests.journeys.conftest import Person

CARE = "/outcomes/children-looked-after/"
WAYS = ["neighbours", "england", "trend", "breakdown", "places", "funnel", "inequality"]


def test_an_officer_follows_one_figure_to_its_neighbours_and_takes_it_away(at_a_desk: Person) -> None:
    officer = at_a_desk.visits(f"{CARE}?as_of=2025-11-01")
    officer.page.get_by_role("link", name="Beside the places most like it").click()
    officer.page.wait_for_url("**/neighbours/**")
    assert "as_of=2025-11-01" in officer.page.url
    assert "Ten of ten had figures" in officer.reads()
    officer.finds_nothing_in_the_way()
    officer.page.get_by_label("List of like places").select_option("2021-04")
    officer.presses("Show").page.wait_for_url("**set=2021-04**")
    assert "Hertfordshire" in officer.reads()
    with officer.page.expect_download() as taken:
        officer.page.get_by_role("link", name="Spreadsheet (XLSX)").click()
    with open(taken.value.path(), "rb") as kept:
        assert load_workbook(BytesIO(kept.read())).sheetnames == ["Figures", "About"]


def test_an_officer_looks_in_every_way_as_of_two_days(at_a_desk: Person) -> None:
    for day in ("2010-06-08", "2025-11-01"):
        for code in ("ni-112", "ks2-expected"):
            for way in WAYS:
                at_a_desk.visits(f"/outcomes/{code}/{way}/?as_of={day}").finds_nothing_in_the_way()


def test_an_officer_reaches_a_way_by_the_keyboard_alone(at_a_desk: Person) -> None:
    page = at_a_desk.visits("/outcomes/ni-112/").page
    page.get_by_role("link", name="Which places stand out").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/funnel/**")
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert "above the outer limit" in at_a_desk.reads()


def test_a_parent_on_a_phone_gets_one_sentence_and_may_look_further(on_a_phone: Person) -> None:
    parent = on_a_phone.visits("/outcomes/ni-112/")
    parent.finds_nothing_in_the_way()
    assert "In Hampshire it was 33.2 per 1,000 in 2008" in parent.reads()
    parent.page.get_by_role("link", name="Every district over time").click()
    parent.page.wait_for_url("**/places/**")
    assert "From 20.3 in Hart to 53.7 in Gosport" in parent.reads()


def test_a_wrong_day_is_told_in_a_sentence(on_a_phone: Person) -> None:
    on_a_phone.visits("/outcomes/ni-112/?as_of=2999-01-01")
    assert "has not come yet" in on_a_phone.reads()
    on_a_phone.finds_nothing_in_the_way()
