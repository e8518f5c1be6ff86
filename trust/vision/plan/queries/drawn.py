"""A measure as a chart: its figures with their intervals, on the path that was promised."""

from collections.abc import Sequence

from trust.foundation.design.charts import Chart, Point, Series, Table, Target, line_chart, table_of_lines
from trust.foundation.design.charts.given import Role
from trust.foundation.kernel.english import exactly
from trust.foundation.kernel.rounding import to_places
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.queries import Figure, IndicatorCard
from trust.vision.plan.queries.progress import Reading


def path_of(reading: Reading, *, role: Role = "subject") -> Chart | None:
    """The figures known and the path from baseline to target; nothing where no figure is known."""
    if reading.latest is None:
        return None
    measure, unit = reading.measure, unit_of(reading.card)
    line = line_of(measure.about, reading.series, role=role)
    target = Target(
        f"Target: {exactly(measure.target)}{unit} {or_better(reading.card)}",
        from_x=year_of(measure.baseline_period),
        from_value=measure.baseline,
        to_x=year_of(measure.target_period),
        to_value=measure.target,
        by=measure.target_period,
        through=tuple((year_of(period), value) for period, value in measure.yearly_targets),
    )
    way = f", by {measure.on_the_way}" if measure.on_the_way else ""
    description = (
        f"{course_of(line)}. The path goes from {exactly(measure.baseline)} in {measure.baseline_period} "
        f"to {exactly(measure.target)} in {measure.target_period}{way}."
    )
    return line_chart([line], unit=unit, title=measure.title, description=description, target=target)


def table_of_path(reading: Reading) -> Table | None:
    if reading.latest is None:
        return None
    line = line_of(reading.measure.about, reading.series)
    caption = f"{reading.measure.title}, {reading.measure.about}"
    return table_of_lines([line], unit=unit_of(reading.card), caption=caption)


def line_of(name: str, figures: Sequence[Figure], *, role: Role = "subject", end_label: str = "") -> Series:
    """Figures as a line of a chart, with how many out of how many the last one counts."""
    last = next((figure for figure in reversed(figures) if figure.value is not None), None)
    counted = f"{last.numerator:,} of {last.denominator:,}" if last and last.tally else ""
    return Series(name, tuple(points_of(figures)), role, end_label, counted)


def points_of(figures: Sequence[Figure]) -> list[Point]:
    return [
        Point(figure.period, figure.value, figure.lower, figure.upper, x=year_of(figure.period))
        for figure in figures
    ]


def year_of(period: str) -> float:
    """The year a published period begins: enough to place it, for a chart never mixes kinds of period."""
    return float(period[:4])


def unit_of(card: IndicatorCard) -> str:
    return "%" if card.unit == "%" else ""


def or_better(card: IndicatorCard) -> str:
    return "or more" if card.polarity is Polarity.HIGH else "or fewer"


def course_of(line: Series) -> str:
    known = [f"{to_places(p.value)} in {p.label}" for p in line.points if p.value is not None]
    return f"{line.name}: {known[0]}, {known[-1]}" if known else f"{line.name}: no figure"
