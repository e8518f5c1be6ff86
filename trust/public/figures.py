"""The figures of one promise as a table that a spreadsheet or a program can read."""

from collections.abc import Iterator
from typing import Any

from trust.foundation.kernel import tables
from trust.public.queries import Thread
from trust.vision.outcomes.queries import Figure, GapPoint

COLUMNS = (
    "step", "what", "indicator", "who", "period", "numerator", "denominator", "value", "lower", "upper",
    "unit", "mark", "published_on", "source", "licence", "invented",
)  # fmt: skip


def as_csv(thread: Thread) -> str:
    """Every figure of the thread, a row each; what a row does not tell is an empty cell."""
    return tables.as_csv(COLUMNS, ([row.get(name) for name in COLUMNS] for row in rows(thread)))


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
        goal = (reading.measure.target_period, reading.measure.target)
        for period, value in (*reading.measure.yearly_targets, goal):
            yield {**about, "who": "target", "period": period, "value": value}
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
