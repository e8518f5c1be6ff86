"""Spreadsheets made here and read back: what a reader is told, and what is not opened at all."""

from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import iterparse

from trust.foundation.kernel import workbooks
from trust.foundation.kernel.workbooks import NotASpreadsheet, Sheet, is_spreadsheet, sheets_of

BOMB = """<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>
<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets>&b;</sheets></workbook>"""


def first(made: Workbook) -> Worksheet:
    sheet = made.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def book(folder: Path, *rows: tuple[Any, ...]) -> tuple[Workbook, Path]:
    made = Workbook()
    for row in rows:
        first(made).append(row)
    first(made).title = "Figures"
    return made, folder / "made.xlsx"


def saved(made: tuple[Workbook, Path]) -> list[Sheet]:
    workbook, file = made
    workbook.save(file)
    return list(sheets_of(file))


def test_cells_are_text_as_a_csv_would_have_them(tmp_path: Path) -> None:
    made = book(tmp_path, ("area", "day", "share", "n"), ("Gosport", date(2010, 6, 1), 0.1 + 0.2, 12.0))
    [sheet] = saved(made)
    assert sheet.rows == [(1, ["area", "day", "share", "n"]), (2, ["Gosport", "2010-06-01", "0.3", "12"])]


def test_a_share_that_is_shown_as_a_percentage_is_one(tmp_path: Path) -> None:
    made = book(tmp_path, (0.234,))
    first(made[0])["A1"].number_format = "0.0%"
    assert saved(made)[0].rows == [(1, ["23.4%"])]


def test_a_day_that_is_shown_as_a_month_is_one_where_months_are_asked_for(tmp_path: Path) -> None:
    made, file = book(tmp_path, (date(2011, 3, 1), date(2011, 3, 1)))
    first(made)["A1"].number_format = "mmm-yy"
    made.save(file)
    assert [cells for _, cells in next(sheets_of(file, months=True)).rows] == [["March 2011", "2011-03-01"]]
    assert [cells for _, cells in next(sheets_of(file)).rows] == [["2011-03-01", "2011-03-01"]]


def test_no_more_columns_are_read_than_were_asked_for(tmp_path: Path) -> None:
    made, file = book(tmp_path, ("a", "b", "c"), ("d",))
    made.save(file)
    assert [cells for _, cells in next(sheets_of(file, columns=2)).rows] == [["a", "b"], ["d", ""]]


def test_merged_cells_all_say_what_the_first_says(tmp_path: Path) -> None:
    made = book(tmp_path, ("area", "2009", None), ("Gosport", 1, 2), (None, 3, 4))
    first(made[0]).merge_cells("B1:C1")
    first(made[0]).merge_cells("A2:A3")
    assert [cells for _, cells in saved(made)[0].rows] == [
        ["area", "2009", "2009"], ["Gosport", "1", "2"], ["Gosport", "3", "4"],
    ]  # fmt: skip


def test_a_formula_without_its_result_is_marked_and_told(tmp_path: Path) -> None:
    [sheet] = saved(book(tmp_path, ("n",), ("=1+1",)))
    assert sheet.rows[1] == (2, ["=?"])
    assert sheet.notes == ("Formulas of the sheet “Figures” without a result: 1.",)


def test_hidden_rows_are_read_and_told(tmp_path: Path) -> None:
    made = book(tmp_path, ("n",), (1,), (2,))
    first(made[0]).row_dimensions[2].hidden = True
    [sheet] = saved(made)
    assert len(sheet.rows) == 3
    assert sheet.notes == ("Hidden rows of the sheet “Figures” were read like the rest: 2.",)


def test_every_sheet_that_holds_something_is_given(tmp_path: Path) -> None:
    made = book(tmp_path, ("n",))
    made[0].create_sheet("Empty")
    made[0].create_sheet("Second")["B2"] = "x"
    assert [(sheet.name, len(sheet.rows)) for sheet in saved(made)] == [("Figures", 1), ("Second", 2)]


def test_what_begins_like_a_spreadsheet_is_known() -> None:
    assert all(map(is_spreadsheet, (b"PK\x03\x04....", b"\xd0\xcf\x11\xe0")))
    assert not is_spreadsheet(b"area,n\n")


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"PK\x03\x04 cut short", "damaged"),
        (b"\xd0\xcf\x11\xe0 from 1997", "old spreadsheet"),
    ],
)
def test_what_cannot_be_opened_is_refused_in_a_sentence(tmp_path: Path, content: bytes, says: str) -> None:
    (tmp_path / "other.xlsx").write_bytes(content)
    with pytest.raises(NotASpreadsheet, match=says):
        list(sheets_of(tmp_path / "other.xlsx"))


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (["mimetype", "content.xml"], "spreadsheet of another kind"),
        (["data/absence.csv", "data-guidance.txt"], "several files packed as one"),
        (["[Content_Types].xml", "word/document.xml"], "damaged or is not one"),
    ],
)
def test_what_is_packed_as_a_spreadsheet_is_says_what_it_is(
    tmp_path: Path, parts: list[str], says: str
) -> None:
    with ZipFile(tmp_path / "sent.csv", "w") as packed:
        for part in parts:
            packed.writestr(part, "a,b")
    with pytest.raises(NotASpreadsheet, match=says):
        list(sheets_of(tmp_path / "sent.csv"))


def test_a_spreadsheet_that_is_called_otherwise_is_read(tmp_path: Path) -> None:
    workbook, file = book(tmp_path, ("area", "n"))
    workbook.save(file)
    assert [sheet.rows for sheet in sheets_of(file.rename(tmp_path / "made.csv"))] == [[(1, ["area", "n"])]]


def test_a_bomb_of_zeroes_is_not_unpacked(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "bomb.xlsx", "w", ZIP_DEFLATED) as parts:
        parts.writestr("xl/worksheets/sheet1.xml", b"\x00" * 50_000_000)
    with pytest.raises(NotASpreadsheet, match="unpacks to far more"):
        list(sheets_of(tmp_path / "bomb.xlsx"))


def test_a_bomb_of_entities_is_not_set_off(tmp_path: Path) -> None:
    workbook, file = book(tmp_path, ("n",))
    workbook.save(file)
    with ZipFile(file) as parts:
        held = {part: parts.read(part) for part in parts.namelist()}
    with ZipFile(tmp_path / "entities.xlsx", "w") as parts:
        for part, content in held.items():
            parts.writestr(part, BOMB if part == "xl/workbook.xml" else content)
    with pytest.raises(NotASpreadsheet, match="damaged"):
        list(sheets_of(tmp_path / "entities.xlsx"))


def test_openpyxl_reads_by_the_guarded_parser() -> None:
    assert iterparse.__module__.startswith("defusedxml")


def test_a_merged_range_of_a_million_cells_is_let_be(tmp_path: Path) -> None:
    made = book(tmp_path, ("n", "m"))
    first(made[0]).merged_cells.add("A2:ZZ5000")
    assert saved(made)[0].rows == [(1, ["n", "m"])]
    assert workbooks.MOST_MERGED < 702 * 4999
