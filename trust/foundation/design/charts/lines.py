"""A line chart: one to three series with intervals, the gap between two of them, or a path to a target."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trust.foundation.design.charts import marks, paper, scales
from trust.foundation.design.charts.endings import endings
from trust.foundation.design.charts.given import Bracket, Point, Series, Target, all_numbers
from trust.foundation.design.charts.marks import Area, Chart, Dot, Drawing, Line, Mark, Spot, Words
from trust.foundation.design.charts.paper import Paper, Plot
from trust.foundation.design.charts.scales import Scale

COLOURS = {"subject": marks.SUBJECT, "group": marks.GROUP, "context": marks.FAINT}
FEW = 5


@dataclass(frozen=True)
class Course:
    """All that one chart shows, with a moment for every period."""

    series: tuple[Series, ...]
    unit: str
    target: Target | None
    bracket: Bracket | None
    moments: dict[float, str]

    def moment(self, point: Point) -> float:
        if point.x is not None:
            return point.x
        return next(moment for moment, label in self.moments.items() if label == point.label)

    @property
    def alone(self) -> bool:
        return len([line for line in self.series if line.role != "context"]) == 1


type Beneath = Callable[[Course, Plot], Iterator[Mark]]


def nothing(_course: Course, _plot: Plot) -> Iterator[Mark]:
    yield from ()


def straight_line(start: Spot, end: Spot) -> Beneath:
    """A dashed line through the figures, from one moment and value to another."""

    def beneath(_course: Course, plot: Plot) -> Iterator[Mark]:
        spots = tuple((plot.x(moment), plot.y(value)) for moment, value in (start, end))
        yield Line(spots, marks.PLAIN, 2, dash="7 4")

    return beneath


def line_chart(
    series: Sequence[Series],
    *,
    unit: str,
    title: str,
    description: str,
    target: Target | None = None,
    bracket: Bracket | None = None,
    height: float = 0,
    beneath: Beneath = nothing,
) -> Chart:
    """Draw up to three lines from nought, with bands and uprights where the intervals are known.

    `beneath` draws what lies under the lines, such as the space between two of them.
    """
    course = Course(tuple(series), unit, target, bracket, moments_of(series))
    height = height or (300 if target else 392)
    sheets = (paper.wide(height), paper.narrow(height))
    wide, narrow = (
        Drawing(sheet.width, height, title, description, tuple(_draw(course, sheet, beneath)))
        for sheet in sheets
    )
    return Chart(wide, narrow)


def moments_of(series: Sequence[Series]) -> dict[float, str]:
    """Each period's place in time: as given, or its turn in the order of first mention."""
    points = [point for line in series for point in line.points]
    if any(point.x is not None for point in points):
        return {point.x: point.label for point in points if point.x is not None}
    labels = dict.fromkeys(point.label for point in points)
    return {float(turn): label for turn, label in enumerate(labels)}


def _draw(course: Course, sheet: Paper, beneath: Beneath) -> Iterator[Mark]:
    plot, steps = _plot(course, sheet)
    yield from beneath(course, plot)
    yield from paper.grid(plot, steps)
    yield from paper.periods(plot, _written(course))
    order = sorted(course.series, key=lambda line: line.role != "context")
    for draw in (_bands, _uprights, _strokes):
        for line in order:
            yield from draw(course, plot, line)
    yield from _path(course, plot)
    for line in order:
        yield from _points(course, plot, line)
    yield from _values(course, plot)
    yield from endings(course.series, plot, course.target, course.bracket)


def _plot(course: Course, sheet: Paper) -> tuple[Plot, list[float]]:
    numbers = all_numbers(course.series) or [0.0]
    moments = list(course.moments) or [0.0]
    if course.target:
        numbers += [value for _, value in course.target.course]
        moments += [course.target.from_x, course.target.to_x]
    steps = scales.ticks(min(numbers), max(numbers))
    sheet = paper.with_room_for(steps, course.unit, sheet)
    across = Scale(min(moments), max(moments), sheet.left + 18, sheet.right - 8)
    return Plot(sheet, across, Scale(steps[0], steps[-1], sheet.bottom, sheet.top), course.unit), steps


def _written(course: Course) -> dict[float, str]:
    end = {course.target.to_x: course.target.by} if course.target and course.target.by else {}
    return {**end, **course.moments}


def stretches(points: Sequence[Point]) -> list[list[Point]]:
    """The runs of known figures: a missing one breaks the line, and is never drawn as nought."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if run]


def _bands(course: Course, plot: Plot, line: Series) -> Iterator[Mark]:
    if line.role == "context":
        return
    held = [p if p.interval else Point(p.label, None, x=p.x) for p in line.points]
    for run in stretches(held):
        upper = [(plot.x(course.moment(p)), plot.y(p.interval[1])) for p in run if p.interval]
        lower = [(plot.x(course.moment(p)), plot.y(p.interval[0])) for p in run if p.interval]
        if len(run) > 1:
            yield Area((*upper, *reversed(lower)), COLOURS[line.role], opacity=0.16)


def _uprights(course: Course, plot: Plot, line: Series) -> Iterator[Mark]:
    if line.role == "context":
        return
    for point in line.points:
        if point.interval:
            x, (low, high) = plot.x(course.moment(point)), point.interval
            yield Line(((x, plot.y(low)), (x, plot.y(high))), COLOURS[line.role], 1.5)


def _strokes(course: Course, plot: Plot, line: Series) -> Iterator[Mark]:
    width = 1.3 if line.role == "context" else 2.5
    for run in stretches(line.points):
        spots = tuple(_spot(course, plot, point) for point in run)
        if len(spots) > 1:
            yield Line(spots, COLOURS[line.role], width)
        elif line.role == "context":
            yield Dot(*spots[0], 2, marks.FAINT, marks.FAINT)


def _spot(course: Course, plot: Plot, point: Point) -> Spot:
    return plot.x(course.moment(point)), plot.y(float(point.value or 0))


def _points(course: Course, plot: Plot, line: Series) -> Iterator[Mark]:
    """A mark for each known figure; the newest is filled."""
    if line.role == "context":
        return
    colour = COLOURS[line.role]
    for point in (point for point in line.points if point.value is not None):
        x, y = _spot(course, plot, point)
        fill = colour if point is line.last else marks.PAPER
        if line.role == "group":
            yield marks.diamond(x, y, 5, fill=fill, stroke=colour)
        else:
            yield Dot(x, y, 4, fill, colour)


def _path(course: Course, plot: Plot) -> Iterator[Mark]:
    if not course.target:
        return
    spots = tuple((plot.x(x), plot.y(value)) for x, value in course.target.course)
    yield Line(spots, marks.TARGET, 2, dash="6 5")
    for spot in spots[1:-1]:
        yield marks.diamond(*spot, 4, fill=marks.PAPER, stroke=marks.TARGET)
    yield marks.diamond(*spots[-1], 6, fill=marks.PAPER, stroke=marks.TARGET)


def _values(course: Course, plot: Plot) -> Iterator[Mark]:
    """A line alone says its own figures: all of a few, else the first and the newest."""
    if not course.alone:
        return
    line = next(line for line in course.series if line.role != "context")
    known = [point for point in line.points if point.value is not None]
    said = known if len(known) <= FEW else [known[0], known[-1]]
    if not line.end_label and not course.target:
        said = said[:-1]
    figures = [scales.in_figures(float(point.value or 0)) for point in said]
    widths = [scales.width_of(figure, 14, 600) for figure in figures]
    clear = [plot.paper.left + width / 2 for width in widths]
    places = [max(_spot(course, plot, point)[0], least) for point, least in zip(said, clear, strict=True)]
    for i in scales.kept_apart(places, widths):
        yield Words(places[i], plot.y(max(said[i].numbers)) - 7, figures[i], 14, 600, "middle")
