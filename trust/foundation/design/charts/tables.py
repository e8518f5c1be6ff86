"""The same figures as a table, which every chart carries."""

from collections.abc import Sequence
from dataclasses import dataclass

from trust.foundation.design.charts import scales
from trust.foundation.design.charts.bars import pounds
from trust.foundation.design.charts.given import Pledged, Point, Row, Series, in_order

NOT_PUBLISHED = "not published"


@dataclass(frozen=True)
class Table:
    """A caption, the heads of the columns, and rows whose first cell is their head."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def table_of_lines(series: Sequence[Series], *, unit: str, caption: str, first: str = "Period") -> Table:
    """A row for each period, a column for each line; a missing figure is words."""
    labels = list(dict.fromkeys(point.label for line in series for point in line.points))
    rows = tuple((label, *(_cell(line, label, unit) for line in series)) for label in labels)
    return Table(caption, (first, *(line.name for line in series)), rows)


def table_of_rows(rows: Sequence[Row], *, unit: str, caption: str, first: str = "Place") -> Table:
    cells = tuple((row.label, _of_row(row, unit)) for row in in_order(rows))
    return Table(caption, (first, "Figure (interval)"), cells)


def table_of_pledges(pledges: Sequence[Pledged], *, caption: str) -> Table:
    rows = tuple((p.partner, _promised(p), _paid(p)) for p in pledges)
    return Table(caption, ("Partner", "Promised", "Paid"), rows)


def said(point: Point, unit: str) -> str:
    """
    >>> said(Point("2008", 48.25, 41.0, 56.1), "%")
    '48.3% (41 to 56.1)'
    """
    if point.value is None:
        return NOT_PUBLISHED
    figure = scales.with_unit(float(point.value), unit)
    held = point.interval
    return f"{figure} ({scales.in_figures(held[0])} to {scales.in_figures(held[1])})" if held else figure


def _of_row(row: Row, unit: str) -> str:
    return row.missing if row.value is None else said(Point("", row.value, row.lower, row.upper), unit)


def _cell(line: Series, label: str, unit: str) -> str:
    found = next((point for point in line.points if point.label == label), None)
    return said(found, unit) if found else NOT_PUBLISHED


def _promised(pledge: Pledged) -> str:
    return pounds(pledge.amount) if pledge.amount else pledge.in_kind or pledge.note


def _paid(pledge: Pledged) -> str:
    if not pledge.amount:
        return "–"
    return "not told" if pledge.paid is None else pounds(pledge.paid)
