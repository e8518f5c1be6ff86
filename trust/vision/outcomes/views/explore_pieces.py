"""What every picture of a figure is made of: its heading, its points, its cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from trust.foundation.design.charts import Chart, Point, Row, Table
from trust.vision.outcomes.queries.explore_figures import Company
from trust.vision.outcomes.queries.listing import latest_of
from trust.vision.outcomes.rules.figures import Figure

NONE = "not published"


@dataclass(frozen=True)
class Picture:
    """A chart under its heading with the same figures as a table; no chart where one would mislead."""

    key: str
    heading: str
    sub: str
    chart: Chart | None
    table: Table


def about_it(company: Company, when: str = "") -> str:
    card = company.card
    return f"{card.plain_title}, {card.unit}{f', {when}' if when else ''}."


def table_over_time(company: Company, lines: Sequence[tuple[str, Sequence[Figure]]]) -> Table:
    """A row for each period, the latest first; a column for each line."""
    by_line = [(name, {(f.order, f.period): f for f in figures}) for name, figures in lines]
    periods = sorted({when for _, figures in by_line for when in figures}, reverse=True)
    rows = tuple(
        (period, *(said_of(figures.get((order, period))) for _, figures in by_line))
        for order, period in periods
    )
    caption = f"{company.card.plain_title}, {company.card.unit}, by period"
    return Table(caption, ("Period", *(name for name, _ in by_line)), rows)


def row_of(name: str, figure: Figure | None, *, subject: bool = False) -> Row:
    drawn: Literal["subject", "plain"] = "subject" if subject else "plain"
    if figure is None or figure.value is None:
        return Row(name, None, role=drawn, missing=figure.said if figure else NONE)
    return Row(name, figure.value, figure.lower, figure.upper, drawn)


def cells_of(figure: Figure | None) -> tuple[str, str]:
    tally = figure.tally if figure else None
    return f"{tally.count:,} of {tally.out_of:,}" if tally else NONE, said_of(figure)


def said_of(figure: Figure | None) -> str:
    if figure is None:
        return NONE
    return f"{figure.said} ({figure.between})" if figure.between else figure.said


def points_of(figures: Iterable[Figure]) -> tuple[Point, ...]:
    return tuple(Point(f.period, f.value, f.lower, f.upper, f.in_years) for f in figures)


def ended_at(name: str, figures: Sequence[Figure]) -> str:
    newest = latest_of(figures)
    return f"{name} {newest.said}" if newest else name


def short_unit(unit: str) -> str:
    return "%" if unit.startswith("%") else unit
