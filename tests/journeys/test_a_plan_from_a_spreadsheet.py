"""An officer brings in the table that an area keeps, mends it on the page, and takes the plan away."""

from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.journeys.conftest import Person
from tests.journeys.keyboard import Keyboard
from trust.vision.plan import queries
from trust.vision.plan.formats import PublishedPlan
from trust.vision.plan.models import Plan
from trust.vision.plan.tests.known import TODAY

OFFICER = "Priya Nair"
PRIORITY = "More young carers get a break"
HEAD = ("Priority", "Action", "Lead agency", "Timescale", "Success measure", "RAG")
GOOD, IN_MARCH = "A break every month", "A group in each town"
NO_SUCH_DAY = "There is no such day as “30 February 2011”"
NO_DAY, NO_OWNER = "A card for young carers", "Ask them each year"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A title, a priority merged over its rows, one day that is none and one owner that cannot own."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Delivery plan 2010"])
    sheet.append([])
    sheet.append(HEAD)
    sheet.append([PRIORITY, GOOD, "Hampshire PCT", date(2011, 3, 31), "Breaks are counted", "Green"])
    sheet.append([None, IN_MARCH, "Gosport BC", "Mar-11", "Eleven groups meet"])
    sheet.append([None, NO_DAY, "HCC", "31 February 2011", "Cards are counted"])
    sheet.append([None, NO_OWNER, "the Board", "31 March 2011", "A report each year"])
    sheet.merge_cells("A4:A7")
    sheet.append(["Total", 4])
    file = tmp_path / "delivery plan.xlsx"
    book.save(file)
    return file


@pytest.fixture
def plan(town: str) -> Plan:
    found = queries.plan_on(TODAY)
    assert found
    return found


def as_it_stands(plan: Plan) -> PublishedPlan:
    return queries.draft(plan).plan


def comes_to_it(officer: Person, plan: Plan) -> Person:
    return officer.visits(f"/office/plans/{plan.pk}/").follows("The plan as a spreadsheet")


def drops(officer: Person, file: Path) -> Person:
    officer.page.locator("[name=file]").set_input_files(file)
    return officer.presses("See what is in it")


def row(officer: Person, words: str) -> str:
    said = officer.page.locator("tr", has_text=words).first.inner_text()
    return " ".join(said.replace("\xa0", " ").split())


def mends(officer: Person, what: str, **cells: str) -> None:
    officer.follows(what).finds_nothing_in_the_way()
    officer.fills(**cells).presses("Load this row")


def test_from_a_table_with_faults_to_the_same_plan_as_a_spreadsheet(
    at_a_desk: Person, plan: Plan, table: Path
) -> None:
    officer = comes_to_it(at_a_desk.signs_in_as(OFFICER), plan)
    before = as_it_stands(plan)
    officer.finds_nothing_in_the_way()
    sees_it_row_by_row(drops(officer, table))
    assert as_it_stands(plan) == before
    officer.presses("Load two rows")
    assert "Two rows loaded. Two rows wait to be mended." in officer.reads()
    officer.finds_nothing_in_the_way()
    mends_both(officer)
    new = as_it_stands(plan).priorities[-1]
    assert (new.title, {one.what for one in new.actions}) == (PRIORITY, {GOOD, IN_MARCH, NO_DAY, NO_OWNER})
    takes_it_away_and_brings_it_back(officer, plan)


def sees_it_row_by_row(officer: Person) -> None:
    assert "Two rows can be loaded. Two rows cannot" in officer.reads()
    assert "New priority and action" in row(officer, GOOD)
    assert "“Mar-11” is read as 31 March 2011." in row(officer, IN_MARCH)
    assert "Column D, Timescale: There is no such day as “31 February 2011”" in row(officer, NO_DAY)
    assert "The Board cannot own an action" in row(officer, NO_OWNER)
    officer.finds_nothing_in_the_way()


def mends_both(officer: Person) -> None:
    mends(officer, NO_DAY, due="30 February 2011")
    assert "This row still waits" in officer.reads()
    officer.finds_nothing_in_the_way()
    officer.fills(due="28 February 2011").presses("Load this row")
    assert "The row is mended, and is in the plan." in officer.reads()
    mends(officer, NO_OWNER, owner="Hampshire County Council")
    assert "No row waits" in officer.reads()
    officer.finds_nothing_in_the_way()


def takes_it_away_and_brings_it_back(officer: Person, plan: Plan) -> None:
    before = as_it_stands(plan)
    comes_to_it(officer, plan)
    with officer.page.expect_download() as taken:
        officer.follows("The plan as it stands now (XLSX)")
    drops(officer, Path(taken.value.path()))
    assert "Nothing in it is new." in officer.reads()
    assert "Refused" not in officer.reads()
    assert not officer.page.get_by_role("button", name="Load").count()
    officer.finds_nothing_in_the_way()
    officer.presses("Look again with these answers")
    assert as_it_stands(plan) == before


def test_the_same_by_the_keyboard_alone(at_a_desk: Person, plan: Plan, table: Path) -> None:
    comes_to_it(at_a_desk.signs_in_as(OFFICER), plan)
    hands = Keyboard(at_a_desk.page)
    hands.skips_to_main()
    chooses(hands, table)
    hands.comes_round()
    hands.goes("Load two rows")
    assert "Two rows wait to be mended." in at_a_desk.reads()
    hands.goes(NO_DAY)
    hands.to("By when").types("30 February 2011").goes("Load this row")
    hands.lands_on_what_is_wrong("This row still waits")
    hands.goes_to_its_answer(NO_SUCH_DAY).types("28 February 2011").goes("Load this row")
    hands.goes(NO_OWNER).to("Who leads").types("Hampshire County Council").goes("Load this row")
    assert "No row waits" in at_a_desk.reads()
    assert len(as_it_stands(plan).priorities[-1].actions) == 4
    hands.goes("As a spreadsheet")
    comes_back(hands, plan)


def chooses(hands: Keyboard, file: Path) -> None:
    # Who would have the file asks before the way to it: told at the key, a browser may have opened its own.
    with hands.page.expect_file_chooser() as asked:
        hands.to("Which file holds the plan?").presses("Space")
    asked.value.set_files(file)
    hands.goes("See what is in it")


def comes_back(hands: Keyboard, plan: Plan) -> None:
    before = as_it_stands(plan)
    hands.to("The plan as it stands now (XLSX)")
    with hands.page.expect_download() as taken:
        hands.presses("Enter")
    chooses(hands, Path(taken.value.path()))
    assert hands.page.get_by_text("Nothing in it is new.").is_visible()
    assert as_it_stands(plan) == before
