"""What the charts of the public pages are given: figures in time, and words for who cannot see them."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from trust.foundation.design.charts.bars import bars
from trust.foundation.design.charts.given import Bracket, Pledged, Point, Role, Series, Target
from trust.foundation.design.charts.lines import line_chart
from trust.foundation.design.charts.marks import Chart, Drawing
from trust.foundation.design.charts.small import card_line
from trust.foundation.kernel.english import opened
from trust.foundation.statistics.intervals import Interval
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.queries import Figure, GapStory, IndicatorCard
from trust.vision.outcomes.words import Mark
from trust.vision.plan.queries import PledgeLine, Reading


def of_gap(story: GapStory, card: IndicatorCard) -> Chart:
    """The group and the others year by year, with the last gap as a bracket."""
    group = _line(story.group_name, [point.group for point in story.points], role="group")
    others = _line(opened(story.others_name), [point.others for point in story.points])
    gap = story.last.gap if story.last else None
    return line_chart(
        [group, others],
        unit=_unit(card),
        title=card.plain_title,
        description=f"{_course(group)}. {_course(others)}. {story.sentence}",
        bracket=Bracket(f"Gap {gap.value:.1f}", _between(gap)) if gap else None,
    )


def of_path(reading: Reading, *, role: Role) -> Chart:
    """A measure's figures, and the straight path from its baseline to its target."""
    measure = reading.measure
    line = replace(_line(measure.about, reading.series, role=role), end_label="")
    target = Target(
        f"Target: {_plain(measure.target)}{_unit(reading.card)} {or_better(reading.card)}",
        from_x=_year(measure.baseline_period),
        from_value=measure.baseline,
        to_x=_year(measure.target_period),
        to_value=measure.target,
        by=measure.target_period,
    )
    description = (
        f"{_course(line)}. The path goes from {_plain(measure.baseline)} in {measure.baseline_period} to "
    )
    description += f"{_plain(measure.target)} in {measure.target_period}."
    return line_chart(
        [line], unit=_unit(reading.card), title=measure.title, description=description, target=target
    )


def of_card(card: IndicatorCard, figures: Sequence[Figure]) -> Drawing:
    points = _points(figures)
    course = ", ".join(f"{point.label}: {point.value:.1f}" for point in points if point.value is not None)
    return card_line(points, unit=_unit(card), title=card.plain_title, description=course)


def of_pledges(lines: Sequence[PledgeLine]) -> Chart:
    pledges = [
        Pledged(line.partner, line.amount, line.paid, line.what if line.amount else "", line.what)
        for line in lines
    ]
    told = "; ".join(
        f"{line.partner}: {f'£{line.amount:,.0f}' if line.amount else line.what}" for line in lines
    )
    return bars(pledges, title="What each partner pledged", description=told)


def marks_of(figures: Sequence[Figure]) -> list[Mark]:
    """The letters that stand beside these figures, for the key below them."""
    return sorted({figure.mark for figure in figures if figure.mark and figure.value is not None})


def _line(name: str, figures: Sequence[Figure], *, role: Role = "subject") -> Series:
    known = [figure for figure in figures if figure.value is not None]
    last = known[-1] if known else None
    counted = f"{last.numerator:,} of {last.denominator:,}" if last and last.tally else ""
    label = f"{name} {last.value:.1f}" if last else name
    return Series(name, tuple(_points(figures)), role, label, counted)


def _points(figures: Sequence[Figure]) -> list[Point]:
    return [
        Point(figure.period, figure.value, figure.lower, figure.upper, x=_year(figure.period))
        for figure in figures
    ]


def _year(period: str) -> float:
    """The year a published period begins: enough to place it, for a chart never mixes kinds of period."""
    return float(period[:4])


def _unit(card: IndicatorCard) -> str:
    return "%" if card.unit == "%" else ""


def _plain(number: Decimal) -> str:
    """
    >>> _plain(Decimal("18.0000")), _plain(Decimal("5.5"))
    ('18', '5.5')
    """
    return f"{number.normalize():f}"


def or_better(card: IndicatorCard) -> str:
    return "or more" if card.polarity is Polarity.HIGH else "or fewer"


def _course(line: Series) -> str:
    known = [point for point in line.points if point.value is not None]
    if not known:
        return f"{line.name}: no figure"
    first, last = known[0], known[-1]
    return f"{line.name}: {first.value:.1f} in {first.label}, {last.value:.1f} in {last.label}"


def _between(gap: Interval) -> str:
    return f"(between {gap.lower:.1f} and {gap.upper:.1f})"
