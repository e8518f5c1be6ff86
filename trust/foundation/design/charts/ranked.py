"""Places in order, each with its interval, against one comparator; and what partners put in."""

from collections.abc import Sequence
from dataclasses import dataclass

from trust.foundation.design.charts.scale import Point, Scale, Text, reach, Series, steps_to, wrap, written

ROW = 34


@dataclass(frozen=True)
class Row:
    """One place: its mark, and the shaded box where the true figure very probably lies."""

    y: float
    x: float | None
    box: tuple[float, float] | None
    name: Text
    number: Text


@dataclass(frozen=True)
class Ranking:
    width: int
    height: int
    rows: tuple[Row, ...]
    ticks: tuple[tuple[float, Text], ...]
    line: float | None
    line_text: Text | None
    bottom: float


@dataclass(frozen=True)
class RankedChart:
    title: str
    description: str
    wide: Ranking
    narrow: Ranking
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def ranked_list(
    rows: Sequence[Point], *, comparator: Point | None, title: str, description: str, unit: str = ""
) -> RankedChart:
    """The highest first; a place with no figure comes last and says so."""
    order = sorted(rows, key=lambda row: -1.0 if row.value is None else row.value, reverse=True)
    table = [(row.label, *said(row, unit)) for row in (*order, *((comparator,) if comparator else ()))]
    return RankedChart(
        title,
        description,
        draw(order, comparator, unit, width=760, left=190, right=690),
        draw(order, comparator, unit, width=340, left=112, right=292),
        ("Place", "Figure", "Very probably between"),
        tuple(table),
    )


def said(row: Point, unit: str) -> tuple[str, str]:
    if row.value is None:
        return ("not published", "")
    if row.lower is None or row.upper is None:
        return (written(row.value, unit), "no interval")
    return (written(row.value, unit), f"{written(row.lower)} and {written(row.upper)}")


def draw(rows: Sequence[Point], comparator: Point | None, unit: str, *, width: int, left: float, right: float) -> Ranking:
    extra = [comparator.value] if comparator and comparator.value is not None else []
    ticks = steps_to(max(reach([Series("", tuple(rows))], extra), default=1.0))
    ticks = ticks if width > 500 else [ticks[0], ticks[-1]]
    across = Scale(0, ticks[-1], left, right)
    bottom = 34.0 + ROW * len(rows)
    line = across.at(extra[0]) if extra else None
    return Ranking(
        width,
        round(bottom + 30),
        tuple(row_of(point, 34.0 + ROW * (n + 0.5), across, unit, left, width) for n, point in enumerate(rows)),
        tuple((across.at(t), Text(across.at(t), bottom + 20, written(t, unit if t else ""))) for t in ticks),
        line,
        over(comparator, line, unit, width) if comparator and line is not None else None,
        bottom,
    )


def over(comparator: Point, line: float, unit: str, width: int) -> Text:
    words = f"{comparator.label} {written(comparator.value or 0, unit)}"
    half = len(words) * 3.8
    return Text(round(min(max(line, half), width - half), 1), 20, words, weight=600, fill="#1f1b16")


def row_of(point: Point, y: float, across: Scale, unit: str, left: float, width: int) -> Row:
    name = Text(left - 12, y + 5, wrap(point.label, left - 12, 13)[0] if left < 150 else point.label, "end", 14, 400, "#1f1b16")
    if point.value is None:
        return Row(y, None, None, name, Text(left + 6, y + 5, "not published", "start"))
    box = None
    if point.lower is not None and point.upper is not None:
        box = (across.at(point.lower), round(across.at(point.upper) - across.at(point.lower), 1))
    return Row(y, across.at(point.value), box, name, Text(width, y + 5, written(point.value, unit), "end", 14, 600, "#1f1b16"))


@dataclass(frozen=True)
class Bar:
    """What one partner put in: money as a bar, and anything else in words."""

    name: str
    note: str = ""
    promised: float | None = None
    paid: float | None = None
    words: str = ""


@dataclass(frozen=True)
class DrawnBar:
    y: float
    x: float
    promised: float | None
    paid: float | None
    texts: tuple[Text, ...]


@dataclass(frozen=True)
class Bars:
    width: int
    height: int
    rows: tuple[DrawnBar, ...]


@dataclass(frozen=True)
class BarChart:
    title: str
    description: str
    wide: Bars
    narrow: Bars
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def bars(rows: Sequence[Bar], *, title: str, description: str) -> BarChart:
    """Filled: paid. Outline: promised. What is not money has no bar."""
    table = [(row.name, pounds(row.promised), pounds(row.paid), row.words or row.note) for row in rows]
    return BarChart(
        title,
        description,
        Bars(760, 52 * len(rows) + 8, tuple(wide_bar(row, n, rows) for n, row in enumerate(rows))),
        Bars(340, 84 * len(rows) + 8, tuple(narrow_bar(row, n, rows) for n, row in enumerate(rows))),
        ("Partner", "Promised", "Paid so far", "What"),
        tuple(table),
    )


def pounds(amount: float | None) -> str:
    return "" if amount is None else f"£{amount:,.0f}"


def money_scale(rows: Sequence[Bar], width: float) -> Scale:
    return Scale(0, max((row.promised or 0 for row in rows), default=1) or 1, 0, width)


def in_words(row: Bar) -> str:
    if row.promised is None:
        return row.words
    return f"{pounds(row.promised)} promised, {pounds(row.paid or 0)} paid"


def wide_bar(row: Bar, place: int, rows: Sequence[Bar]) -> DrawnBar:
    y, scale = 52.0 * place + 8, money_scale(rows, 250)
    name = wrap(row.name, 236, 15)
    texts = [Text(0, y + 16 + 17 * n, words, "start", 15, 600, "#1f1b16") for n, words in enumerate(name)]
    if row.promised is None:
        return DrawnBar(y, 252, None, None, (*texts, Text(252, y + 16, row.words, "start", 14, 400, "#1f1b16")))
    end = 252 + scale.at(row.promised) + 10
    said_at = Text(round(end, 1), y + 16, in_words(row), "start", 14, 400, "#1f1b16")
    return DrawnBar(y, 252, scale.at(row.promised), scale.at(row.paid or 0), (*texts, said_at))


def narrow_bar(row: Bar, place: int, rows: Sequence[Bar]) -> DrawnBar:
    y, scale = 84.0 * place + 40, money_scale(rows, 330)
    name = Text(0, y - 22, row.name, "start", 15, 600, "#1f1b16")
    words = Text(0, y - 5, in_words(row), "start", 13, 400, "#5a534a")
    if row.promised is None:
        return DrawnBar(y, 0, None, None, (name, words))
    return DrawnBar(y, 0, scale.at(row.promised), scale.at(row.paid or 0), (name, words))
