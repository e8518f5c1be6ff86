"""The figures of a page as charts: a course over time, a ranked list, and the small line of a row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from trust.foundation.design.charts import (
    Chart,
    Comparator,
    Drawing,
    Point,
    Row,
    Series,
    line_chart,
    ranked_list,
    small_map,
    sparkline,
)
from trust.vision.outcomes.queries.explore_portrait import Portrait
from trust.vision.outcomes.queries.listing import Line, latest_of
from trust.vision.outcomes.queries.pages import Ranked
from trust.vision.outcomes.rules.figures import Figure


def course_chart(found: Portrait) -> Chart | None:
    """The place and England over time; nothing where no figure is known."""
    # A line alone writes its own figures beside its marks, so its name needs none.
    months = found.card.new_ways
    subject = Series(found.name, tuple(_course(found.course, months)), "subject", found.name)
    lines = (subject, _beside("England", found.england, months))
    series = [line for line in lines if line.last]
    if not series:
        return None
    return line_chart(
        series,
        unit=found.card.unit,
        title=f"{found.card.plain_title}, {found.card.unit}",
        description=f"{found.sentence} {found.beside_england}".strip(),
    )


def _beside(name: str, figures: Sequence[Figure], months: Sequence[int]) -> Series:
    newest = latest_of(figures)
    points = tuple(_course(figures, months))
    return Series(name, points, "context", f"{name} {newest.said}" if newest else name)


def _course(figures: Sequence[Figure], months: Sequence[int]) -> Iterator[Point]:
    """The figures as points; where one is counted in a new way, nothing joins it to the one before."""
    for before, figure in zip([None, *figures], figures, strict=False):
        if before and any(before.order < month <= figure.order for month in months):
            yield Point(figure.period, None, x=figure.in_years)
        yield _point(figure)


def ranked_chart(
    found: Portrait, rows: Sequence[Ranked], benchmark: Figure | None, *, name: str
) -> Chart | None:
    """The places in order of their figure, with the benchmark as a dotted line."""
    if not any(row.figure and row.figure.value is not None for row in rows):
        return None
    comparator = Comparator(name, benchmark.value) if benchmark and benchmark.value is not None else None
    return ranked_list(
        [_row(row) for row in rows],
        unit=found.card.unit,
        title=f"{found.card.plain_title}, highest first",
        description="The table below gives the same figures in the same order.",
        comparator=comparator,
    )


def map_chart(found: Portrait, outlines: Mapping[str, Any]) -> Chart | None:
    """The districts shaded by their figure; nothing where fewer than two have both outline and figure."""
    values = {row.code: row.figure.value for row in found.districts if row.figure}
    shapes = [shape for shape in outlines["features"] if shape["properties"]["code"] in values]
    if len([value for value in values.values() if value is not None]) < 2 or not shapes:
        return None
    return small_map(
        {"features": shapes},
        values,
        unit=_short(found.card.unit),
        title=f"{found.card.plain_title} by district, {found.districts_period}",
        description="Darker is a larger figure. The list beside gives the same figures in order.",
    )


def _short(unit: str) -> str:
    """The unit as far as it fits on a map: the heading says the rest."""
    return "%" if unit.startswith("%") else ""


def spark(line: Line) -> Drawing:
    return sparkline(
        [_point(figure) for figure in line.course],
        title=line.card.plain_title,
        description=f"From {line.course[0].period} to {line.course[-1].period}. {_became(line)}",
    )


def _became(line: Line) -> str:
    return f"{line.since.sentence}." if line.since else "One figure only."


def _point(figure: Figure) -> Point:
    return Point(figure.period, figure.value, figure.lower, figure.upper, figure.in_years)


def _row(row: Ranked) -> Row:
    figure = row.figure
    role: Literal["subject", "plain"] = "subject" if row.is_subject else "plain"
    if figure is None or figure.value is None:
        return Row(row.name, None, role=role, missing=figure.said if figure else "not published")
    return Row(row.name, figure.value, figure.lower, figure.upper, role)
