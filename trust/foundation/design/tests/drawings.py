"""What can be asked of any drawing: what is on it, whether words touch, whether anything is off the paper."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from hypothesis import strategies as st

from trust.foundation.design.charts import Chart, Drawing, Point, marks, scales

LEVELS = st.floats(0, 9_000).map(lambda value: round(value, 2))
FIGURES = st.none() | LEVELS
COURSES = st.lists(FIGURES, min_size=1, max_size=12)

type Extent = tuple[float, float, float, float]


def course(*values: float | Decimal | None, margin: float = 0) -> tuple[Point, ...]:
    return tuple(
        Point(
            str(2000 + n),
            value,
            *((float(value) - margin, float(value) + margin) if margin and value else ()),
        )
        for n, value in enumerate(values)
    )


def extent(words: marks.Words) -> Extent:
    width = scales.width_of(words.text, words.size, words.weight)
    left = words.x - {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
    return left, words.y - words.size * 0.75, left + width, words.y + words.size * 0.2


def text_of(drawing: Drawing) -> list[str]:
    return [words.text for words in drawing.marks if isinstance(words, marks.Words)]


def of[M](drawing: Drawing, kind: type[M]) -> list[M]:
    return [mark for mark in drawing.marks if isinstance(mark, kind)]


def collisions(drawing: Drawing) -> list[tuple[str, str]]:
    placed = [(words.text, extent(words)) for words in of(drawing, marks.Words)]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(placed, 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def corners(mark: marks.Mark) -> Iterator[marks.Spot]:
    match mark:
        case marks.Line() | marks.Area():
            yield from mark.spots
        case marks.Dot():
            yield from ((mark.x - mark.radius, mark.y), (mark.x + mark.radius, mark.y))
        case marks.Box():
            yield from ((mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height))
        case marks.Words():
            left, top, right, bottom = extent(mark)
            yield from ((left, top), (right, bottom))
        case _:
            raise AssertionError(mark)


def off_the_paper(drawing: Drawing, slack: float = 1) -> list[marks.Mark]:
    return [
        mark
        for mark in drawing.marks
        for x, y in corners(mark)
        if not (-slack <= x <= drawing.width + slack and -slack <= y <= drawing.height + slack)
    ]


def sheets(chart: Chart) -> tuple[Drawing, Drawing]:
    return chart.wide, chart.narrow
