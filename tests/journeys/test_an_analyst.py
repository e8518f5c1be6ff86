"""A data analyst with a file as it was downloaded: what is in it, what would change, and then it is held."""

from pathlib import Path

from openpyxl import Workbook

from tests.journeys.conftest import Person

# The first lines of a published layout, with bare figures.
HEAD = "indicator_id,indicator_label,area_code,area_name,area_type,sex,age,year,value,lower_ci,upper_ci"
FILE = f"""{HEAD},count,denominator
20401,Under 18s conception rate,E07000088,Gosport,district,Female,<18 yrs,2012,33.1,24.5,43.7,50,1511
20401,Under 18s conception rate,E07000090,Havant,district,Female,<18 yrs,2012,26.8,20.5,34.4,61,2276
20401,Under 18s conception rate,E07000090,Havant,district,Female,<18 yrs,next year,26.8,20.5,34.4,61,2276
"""


def test_an_official_file_is_seen_before_it_is_loaded(at_a_desk: Person, tmp_path: Path) -> None:
    analyst = at_a_desk.signs_in_as("Mei Tan").visits("/office/figures/")
    analyst.finds_nothing_in_the_way()
    (tmp_path / "download.csv").write_text(FILE, encoding="utf-8")
    analyst.page.set_input_files("input[type=file]", tmp_path / "download.csv")
    analyst.page.locator("main button[type=submit]").first.click()
    analyst.page.wait_for_url("**/office/figures/*/")
    read = analyst.reads()
    assert "Nothing is loaded yet" in read
    assert "next year" in read
    analyst.finds_nothing_in_the_way()
    analyst.presses("Load it").page.wait_for_load_state()
    analyst.finds_nothing_in_the_way()
    analyst.visits("/open-data/")
    assert "download" in analyst.reads().lower()


def test_a_spreadsheet_is_read_with_what_it_does_not_say(at_a_desk: Person, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Seen", 0)
    sheet.append(["Children seen at a centre"])
    sheet.append(["indicator", "area", "period", "value"])
    sheet.append(["seen at a centre", "Gosport", 2009, 120])
    book.save(tmp_path / "centre.xlsx")
    analyst = at_a_desk.signs_in_as("Mei Tan").visits("/office/figures/")
    analyst.page.set_input_files("input[type=file]", tmp_path / "centre.xlsx")
    analyst.page.locator("main button[type=submit]").first.click()
    analyst.page.wait_for_url("**/office/figures/*/")
    assert "The figures are those of the sheet “Seen”" in analyst.reads()
    analyst.page.get_by_label("When was it published?").fill("1 March 2010")
    analyst.page.get_by_label("Under which licence?").fill("Ours: not for publication")
    analyst.finds_nothing_in_the_way()
    analyst.presses("Load it").page.wait_for_load_state()
    assert "Ours: not for publication" in analyst.reads()


def test_somebody_who_waits_for_an_answer_is_told_so(at_a_desk: Person) -> None:
    visitor = at_a_desk.visits("/tell-us/")
    # A server that takes its time looks from the page like a form that is sent and not yet answered.
    visitor.page.evaluate("document.addEventListener('submit', sent => sent.preventDefault())")
    visitor.fills(text="Two buses.").page.locator("main form[method=post] button").first.click()
    visitor.page.get_by_text("Still working, 2 seconds so far").wait_for()
    visitor.finds_nothing_in_the_way()
