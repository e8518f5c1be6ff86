"""Two lines and the space between them, which is the gap: shaded, and measured at both of its ends."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from trust.foundation.design.charts import marks
from trust.foundation.design.charts.given import Bracket, Point, Series
from trust.foundation.design.charts.lines import Course, line_chart
from trust.foundation.design.charts.marks import Area, Chart, Line, Mark, Spot, Words
from trust.foundation.design.charts.paper import Plot

SAND = "#f1ece1"
ROOM_FOR_WORDS = 22.0

type Pair = tuple[Point, Point]


def gap_chart(
    group: Series,
    others: Series,
    *,
    unit: str,
    title: str,
    description: str,
    first: str = "",
    last: Bracket | None = None,
) -> Chart:
    """Draw the group and the others; `first` names the gap where it begins, `last` where it ends."""

    def beneath(course: Course, plot: Plot) -> Iterator[Mark]:
        found = pairs(group.points, others.points)
        for run in runs(found):
            yield from _space(run, course, plot)
        known = [pair for pair in found if both_known(pair)]
        yield from _ends(known, course, plot, first)

    return line_chart(
        [group, others], unit=unit, title=title, description=description, bracket=last, beneath=beneath
    )


def pairs(group: Sequence[Point], others: Sequence[Point]) -> list[Pair]:
    """Both figures of each period that both lines have."""
    theirs = {point.label: point for point in others}
    return [(point, theirs[point.label]) for point in group if point.label in theirs]


def both_known(pair: Pair) -> bool:
    return pair[0].value is not None and pair[1].value is not None


def runs(found: Sequence[Pair]) -> list[list[Pair]]:
    """The stretches in which both figures are known: a missing side breaks the gap."""
    return [list(stretch) for known, stretch in groupby(found, key=both_known) if known]


def _spots(pair: Pair, course: Course, plot: Plot) -> tuple[Spot, Spot]:
    x = plot.x(course.moment(pair[0]))
    return (x, plot.y(float(pair[0].value or 0))), (x, plot.y(float(pair[1].value or 0)))


def _space(run: Sequence[Pair], course: Course, plot: Plot) -> Iterator[Mark]:
    spots = [_spots(pair, course, plot) for pair in run]
    if len(spots) > 1:
        yield Area((*(one for one, _ in spots), *(other for _, other in reversed(spots))), SAND)


def _ends(known: Sequence[Pair], course: Course, plot: Plot, first: str) -> Iterator[Mark]:
    """A dotted upright at the first and the last gap, the first with its words."""
    for pair in (known[0], known[-1]) if len(known) > 1 else known:
        yield Line(_spots(pair, course, plot), marks.INK, 1.2, dash="2 3")
    if not known or not first:
        return
    (x, one), (_, other) = _spots(known[0], course, plot)
    if abs(one - other) >= ROOM_FOR_WORDS:
        yield Words(x + 7, (one + other) / 2 + 5, first, 13, 600)
