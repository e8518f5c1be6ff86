"""The course of a measure as the small line of its row."""

from trust.foundation.design.charts import Drawing, Point, sparkline
from trust.vision.plan.queries import Reading


def course(reading: Reading) -> Drawing | None:
    """The figures known, and the target as a dashed line; nothing where no figure is known."""
    known = [figure for figure in reading.series if figure.value is not None]
    if not known:
        return None
    return sparkline(
        [Point(f.period, f.value, f.lower, f.upper, f.in_years) for f in known],
        title=reading.measure.title,
        description=f"From {known[0].period} to {known[-1].period}. {reading.sentence}",
        target=reading.measure.target,
    )
