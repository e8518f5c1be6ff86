"""The figures of one promise as a table that a spreadsheet or a program can read."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any

from trust.public.queries import Thread
from trust.vision.outcomes.queries import Figure, GapPoint

COLUMNS = (
    "step", "what", "indicator", "who", "period", "numerator", "denominator", "value", "lower", "upper",
    "unit", "mark", "published_on", "source", "licence", "invented",
)  # fmt: skip


def as_csv(thread: Thread) -> str:
    """Every figure of the thread, a row each; a cell that a spreadsheet would run as a formula is quoted."""
    written = StringIO()
    writer = csv.DictWriter(written, COLUMNS, restval="")
    writer.writeheader()
    for row in rows(thread):
        writer.writerow({name: safe(value) for name, value in row.items()})
    return written.getvalue()


def safe(cell: object) -> object:
    """
    >>> safe("=1+1"), safe(-2.5), safe(None)
    ("'=1+1", -2.5, '')
    """
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@")) else cell


def rows(thread: Thread) -> Iterator[dict[str, Any]]:
    for need in thread.needs:
        if need.story and need.card:
            about = {
                "step": "need",
                "what": need.card.title,
                "indicator": need.card.code,
                "unit": need.card.unit,
            }
            for point in need.story.points:
                yield {**about, "who": need.story.group_name, **_figure(point.group)}
                yield {**about, "who": need.story.others_name, **_figure(point.others)}
                yield {**about, "who": "gap", **_gap(point)}
    for reading in thread.readings:
        about = {"step": "changed", "what": reading.measure.title, "indicator": reading.card.code}
        about |= {"unit": reading.card.unit, "who": reading.measure.about}
        yield from ({**about, **_figure(figure)} for figure in reading.series)
        yield {
            **about,
            "who": "target",
            "period": reading.measure.target_period,
            "value": reading.measure.target,
        }
    for line in thread.pledges:
        yield {
            "step": "in", "what": line.what, "who": line.partner, "value": line.amount, "unit": "£",
            "published_on": line.agreed_on, "source": line.agreed_by,
            "invented": "yes" if line.invented else "no",
        }  # fmt: skip


def _figure(figure: Figure) -> dict[str, Any]:
    names = (
        "period",
        "numerator",
        "denominator",
        "value",
        "lower",
        "upper",
        "published_on",
        "source",
        "licence",
    )
    return {**{name: getattr(figure, name) for name in names}, "mark": figure.mark.label, "invented": "no"}


def _gap(point: GapPoint) -> dict[str, Any]:
    if point.gap is None:
        return {"period": point.period, "mark": "cannot be calculated"}
    return {
        "period": point.period,
        "value": point.gap.value,
        "lower": point.gap.lower,
        "upper": point.gap.upper,
    }
