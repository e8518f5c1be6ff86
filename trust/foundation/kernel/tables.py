"""Tables to take away, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

# What a spreadsheet may take for the start of a formula.
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


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
