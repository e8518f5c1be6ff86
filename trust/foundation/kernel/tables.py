"""Tables to take away, safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

# What a spreadsheet may take for the start of a formula.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What no spreadsheet's file may hold.
NOT_TEXT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NARROWEST, WIDEST = 10, 60
HEAD, WRAPPED = Font(bold=True), Alignment(wrap_text=True, vertical="top")


def as_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """The table as CSV; nothing is an empty cell, and a text that would run as a formula is quoted."""
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return text.getvalue()


def safe(cell: object) -> object:
    """
    >>> safe("=1+1"), safe(-2.5), safe(None)
    ("'=1+1", -2.5, '')
    """
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(STARTS_A_FORMULA) else cell


def as_xlsx(
    columns: Sequence[str],
    rows: Iterable[Sequence[object]],
    *,
    about: Sequence[tuple[str, str]] = (),
    name: str = "Figures",
) -> bytes:
    """The table as a spreadsheet: numbers and days as themselves, a text always as text, the head in sight.

    A second sheet says what the figures are about, if there is anything to say.
    """
    book = Workbook()
    for sheet in book.worksheets:
        book.remove(sheet)
    _fill(book.create_sheet(name), columns, rows)
    if about:
        _fill(book.create_sheet("About"), ("What", "Said"), about)
    whole = BytesIO()
    book.save(whole)
    return whole.getvalue()


def _fill(sheet: Worksheet, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    sheet.append(list(columns))
    widths = [len(name) for name in columns]
    for line, row in enumerate(rows, start=2):
        for place, value in enumerate(row):
            _write(sheet.cell(line, place + 1), value)
            widths[place] = max(widths[place], 0 if value is None else len(str(value)))
    for place, width in enumerate(widths, start=1):
        sheet.cell(1, place).font = HEAD
        sheet.column_dimensions[get_column_letter(place)].width = min(max(width + 2, NARROWEST), WIDEST)
    sheet.freeze_panes = "A2"


def _write(cell: Cell | MergedCell, value: object) -> None:
    """A number or a day as itself; anything else as text that can never run, however it begins."""
    if value is None or isinstance(value, int | float | Decimal | date):
        cell.value = value
        return
    text = NOT_TEXT.sub("", str(value))
    cell.value = text
    if text.startswith(STARTS_A_FORMULA):
        cell.data_type = "s"
        cell.quotePrefix = True
    if len(text) > WIDEST:
        cell.alignment = WRAPPED
