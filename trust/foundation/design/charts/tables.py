"""The same figures as a table, which every chart carries."""

from collections.abc import Sequence
from dataclasses import dataclass

from trust.foundation.design.charts.bars import pounds
from trust.foundation.design.charts.given import Pledged, Point, Row, Series, in_order
from trust.foundation.kernel.rounding import half_up, to_places

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
    places = places_of([point for line in series for point in line.points])
    rows = tuple((label, *(_cell(line, label, unit, places) for line in series)) for label in labels)
    return Table(caption, (first, *(line.name for line in series)), rows)


def table_of_rows(rows: Sequence[Row], *, unit: str, caption: str, first: str = "Place") -> Table:
    places = places_of([_point(row) for row in rows])
    cells = tuple((row.label, _of_row(row, unit, places)) for row in in_order(rows))
    return Table(caption, (first, "Figure (interval)"), cells)


def table_of_pledges(pledges: Sequence[Pledged], *, caption: str) -> Table:
    rows = tuple((p.partner, _promised(p), _paid(p)) for p in pledges)
    return Table(caption, ("Partner", "Promised", "Paid"), rows)


def places_of(points: Sequence[Point]) -> int:
    """One decimal in a whole table where any of its figures has one, so that its columns can be read down."""
    figures = [float(point.value) for point in points if point.value is not None]
    limits = [limit for point in points for limit in point.interval or ()]
    return int(any(half_up(figure, 1) % 1 for figure in (*figures, *limits)))


def said(point: Point, unit: str, places: int) -> str:
    """
    >>> said(Point("2008", 48.25, 41.0, 56.1), "%", 1), said(Point("2008", 48, None, None), "", 0)
    ('48.3% (41.0 to 56.1)', '48')
    """
    if point.value is None:
        return NOT_PUBLISHED
    figure = f"{to_places(float(point.value), places)}{'%' if unit == '%' else ''}"
    held = point.interval
    return f"{figure} ({to_places(held[0], places)} to {to_places(held[1], places)})" if held else figure


def _point(row: Row) -> Point:
    return Point("", row.value, row.lower, row.upper)


def _of_row(row: Row, unit: str, places: int) -> str:
    return row.missing if row.value is None else said(_point(row), unit, places)


def _cell(line: Series, label: str, unit: str, places: int) -> str:
    found = next((point for point in line.points if point.label == label), None)
    return said(found, unit, places) if found else NOT_PUBLISHED


def _promised(pledge: Pledged) -> str:
    return pounds(pledge.amount) if pledge.amount else pledge.in_kind or pledge.note


def _paid(pledge: Pledged) -> str:
    if not pledge.amount:
        return "–"
    return "not told" if pledge.paid is None else pounds(pledge.paid)
