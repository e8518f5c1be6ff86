"""Official spreadsheets by a few rows of their own; every figure is invented."""

from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.official.assemble import Reading, Told, read_official
from trust.vision.outcomes.formats.official.registry import FAMILIES

HEAD = ("indicator", "area", "period", "value")


def read(folder: Path, sheets: dict[str, list[tuple[Any, ...]]], told: Told | None = None) -> Reading:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(folder / "as-downloaded.xlsx")
    return read_official(folder / "as-downloaded.xlsx", FAMILIES, {}, told or Told())


def test_titles_above_and_notes_below_are_passed_over_and_told(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("Children seen this year",), (), HEAD, ("seen", "Gosport", 2010, 12), ("seen", "Havant", 2010, 7),
        ("Source: the area’s own register",),
    ]  # fmt: skip
    reading = read(tmp_path, {"Data": rows})
    assert [(row.area, row.value) for row in reading.rows] == [("E07000088", 12), ("E07000090", 7)]
    assert reading.faults == []
    assert any("Children seen this year" in note for note in reading.notes)
    assert any("Line 6 is a note and no figure" in note for note in reading.notes)


def test_the_sheet_of_figures_is_found_among_others(tmp_path: Path) -> None:
    reading = read(
        tmp_path, {"Cover": [("About these figures",)], "Data": [HEAD, ("seen", "Gosport", 2010, 12)]}
    )
    assert reading.sheets == ("Data",)
    assert reading.notes[0] == "The figures are those of the sheet “Data”."
    assert len(reading.rows) == 1


def test_of_several_sheets_of_figures_one_is_chosen(tmp_path: Path) -> None:
    sheets = {str(year): [HEAD, ("seen", "Gosport", year, 12)] for year in (2009, 2010)}
    assert read(tmp_path, sheets).rows[0].period == "2009"
    chosen = read(tmp_path, sheets, Told(sheet="2010"))
    assert (chosen.sheets, chosen.rows[0].period) == (("2009", "2010"), "2010")


def test_a_formula_without_its_result_waits_and_says_what_to_do(tmp_path: Path) -> None:
    [fault] = read(tmp_path, {"Data": [HEAD, ("seen", "Gosport", 2010, "=6+6")]}).faults
    assert fault.sentence.startswith("This cell is a formula whose result the file does not keep.")
    assert (fault.line, fault.field) == (2, "value")


def test_a_header_of_two_merged_lines_is_read_as_one(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.create_sheet("Data")
    for row in (("Area", "FYE", None), ("code", "2015", "2016"), ("E07000088", 2875, 2910)):
        sheet.append(row)
    sheet.merge_cells("B1:C1")
    book.save(tmp_path / "merged.xlsx")
    reading = read_official(tmp_path / "merged.xlsx", FAMILIES, {})
    assert [(row.period, row.value) for row in reading.rows] == [("FYE 2015", 2875), ("FYE 2016", 2910)]


def test_a_workbook_without_figures_says_what_can_be_read(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="We do not know this layout"):
        read(tmp_path, {"Cover": [("About", "this"), ("and", "that")]})
