import csv
import io
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from trust.foundation.kernel.tables import STARTS_A_FORMULA, as_csv, as_xlsx


def read_back(cell: object) -> str:
    return list(csv.reader(io.StringIO(as_csv(("cell",), [(cell,)]), newline="")))[1][0]


@pytest.mark.parametrize("start", STARTS_A_FORMULA)
def test_a_cell_of_a_download_can_never_be_a_formula(start: str) -> None:
    assert read_back(f"{start}cmd()") == f"'{start}cmd()"


@pytest.mark.parametrize(("cell", "told"), [(-2.5, "-2.5"), (0, "0"), ("Hart, Havant", "Hart, Havant")])
def test_a_number_below_nought_and_an_ordinary_text_stay_as_they_are(cell: object, told: str) -> None:
    assert read_back(cell) == told


def test_what_is_not_known_is_an_empty_cell_and_not_nought() -> None:
    assert as_csv(("place", "figure"), [("Hart", None)]).splitlines()[1] == "Hart,"


# Spreadsheets


def book(*rows: tuple[object, ...], about: tuple[tuple[str, str], ...] = ()) -> Workbook:
    return load_workbook(io.BytesIO(as_xlsx(("place", "figure"), rows, about=about)))


def test_a_spreadsheet_holds_numbers_and_days_as_themselves_under_a_head_that_stays() -> None:
    sheet = book(("Hart", 20.25), ("Havant", None), (date(2010, 6, 8), 3))["Figures"]
    assert [cell.value for cell in sheet["B"]] == ["figure", 20.25, None, 3]
    assert sheet["A4"].is_date
    assert sheet.freeze_panes == "A2"
    assert sheet["A1"].font.b


@pytest.mark.parametrize("start", STARTS_A_FORMULA)
def test_a_cell_of_a_spreadsheet_can_never_be_a_formula(start: str) -> None:
    cell = book((f"{start}cmd()", 1))["Figures"]["A2"]
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_a_second_sheet_says_what_the_figures_are() -> None:
    about = book(("Hart", 1), about=(("Licence", "OGL v3"), ("Finding", "=1+1")))["About"]
    assert [cell.value for cell in about["B"]] == ["Said", "OGL v3", "=1+1"]
    assert about["B3"].data_type == "s"
    assert book(("Hart", 1)).sheetnames == ["Figures"]


def test_what_no_spreadsheet_may_hold_is_left_out() -> None:
    assert book(("Ha\x00rt\x0b", 1))["Figures"]["A2"].value == "Hart"
