"""What the charts of the public pages are given: figures in time, and words for who cannot see them."""

from collections.abc import Sequence

from trust.foundation.design.charts.bars import bars
from trust.foundation.design.charts.given import Bracket, Pledged, Role, Series
from trust.foundation.design.charts.lines import line_chart
from trust.foundation.design.charts.marks import Chart, Drawing
from trust.foundation.design.charts.small import card_line
from trust.foundation.kernel.english import opened
from trust.foundation.kernel.rounding import to_places
from trust.foundation.statistics.intervals import Interval
from trust.vision.outcomes.queries import Figure, GapStory, IndicatorCard
from trust.vision.outcomes.words import Mark
from trust.vision.plan.queries import PledgeLine
from trust.vision.plan.queries.drawn import course_of, line_of, points_of, unit_of


def of_gap(story: GapStory, card: IndicatorCard) -> Chart:
    """The group and the others year by year, with the last gap as a bracket."""
    group = _line(story.group_name, [point.group for point in story.points], role="group")
    others = _line(opened(story.others_name), [point.others for point in story.points])
    gap = story.last.gap if story.last else None
    return line_chart(
        [group, others],
        unit=unit_of(card),
        title=card.plain_title,
        description=f"{course_of(group)}. {course_of(others)}. {story.sentence}",
        bracket=Bracket(f"Gap {to_places(gap.value)}", _between(gap)) if gap else None,
    )


def of_card(card: IndicatorCard, figures: Sequence[Figure]) -> Drawing:
    points = points_of(figures)
    course = ", ".join(
        f"{point.label}: {to_places(point.value)}" for point in points if point.value is not None
    )
    return card_line(points, title=card.plain_title, description=course)


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
    last = next((figure for figure in reversed(figures) if figure.value is not None), None)
    label = f"{name} {last.said}" if last else name
    return line_of(name, figures, role=role, end_label=label)


def _between(gap: Interval) -> str:
    return f"(between {to_places(gap.lower)} and {to_places(gap.upper)})"
