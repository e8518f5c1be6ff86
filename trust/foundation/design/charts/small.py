"""Small pictures: the line on a figure card, and the sparkline in a table."""

from dataclasses import dataclass

from trust.foundation.design.charts.line import Line, diamond, line
from trust.foundation.design.charts.scale import Scale, Series, Text, reach, written


@dataclass(frozen=True)
class Small:
    """A small picture; it has no axis, so its table or its card prints the numbers."""

    title: str
    description: str
    width: int
    height: int
    line: Line
    texts: tuple[Text, ...]
    base: float | None
    target: float | None
    target_mark: str


def card_line(series: Series, *, title: str, description: str, unit: str = "") -> Small:
    """The line on a figure card: every point named and numbered."""
    values = reach([series]) or [0.0, 1.0]
    across = Scale(0, max(len(series.points) - 1, 1), 30, 310)
    up = Scale(min(values), max(values), 66, 34)
    drawn = line(series, across, up)
    texts = [text for place, point in enumerate(shown(series)) for text in card_texts(place, point, across, up, unit)]
    return Small(title, description, 340, 104, drawn, tuple(texts), 78.0, None, "")


def shown(series: Series) -> list[tuple[str, float | None, float | None, bool]]:
    """What is written at each point: of a long line, the first, the middle and the last."""
    count = len(series.points)
    named = {0, count - 1} if count > 5 else set(range(count))
    return [(p.label, p.value, p.upper, place in named) for place, p in enumerate(series.points)]


def card_texts(
    place: int, point: tuple[str, float | None, float | None, bool], across: Scale, up: Scale, unit: str
) -> list[Text]:
    label, value, upper, named = point
    if not named:
        return []
    x = across.at(place)
    over = up.at(upper if upper is not None else value or 0) - 8
    number = [Text(x, over, written(value, unit), size=14, weight=600, fill="#1f1b16")] if value is not None else []
    return [Text(x, 98, label), *number]


def sparkline(series: Series, *, title: str, description: str, target: float | None = None) -> Small:
    """A line without an axis, for a table that prints the number beside it."""
    values = reach([series], [target] if target is not None else []) or [0.0, 1.0]
    across = Scale(0, max(len(series.points) - 1, 1), 8, 176 if target is not None else 208)
    up = Scale(min(values), max(values), 44, 8)
    level = up.at(target) if target is not None else None
    return Small(
        title,
        description,
        220,
        52,
        line(series, across, up),
        (),
        None,
        level,
        diamond(200, level, 5) if level is not None else "",
    )
