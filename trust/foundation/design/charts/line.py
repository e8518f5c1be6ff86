"""Lines over time: bands and upright intervals, the path to a target, a bracket for a gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from trust.foundation.design.charts.scale import (
    COLOUR,
    LINE_HEIGHT,
    Point,
    Role,
    Scale,
    Series,
    Text,
    keep_apart,
    reach,
    steps_to,
    wrap,
    written,
)

TARGET = "#6b4fa0"


@dataclass(frozen=True)
class Target:
    """A straight path to what was promised; `x` counts points from the first, and may lie beyond the last."""

    label: str
    from_x: float
    from_value: float
    to_x: float
    to_value: float
    to_label: str = ""


@dataclass(frozen=True)
class Bracket:
    """The gap between the last points of two series."""

    label: str
    note: str = ""


@dataclass(frozen=True)
class Mark:
    """One figure as drawn: a round mark for all children, a diamond for those doing worst."""

    x: float
    y: float
    top: float | None
    bottom: float | None
    now: bool
    diamond: str


@dataclass(frozen=True)
class Line:
    colour: str
    paths: tuple[str, ...]
    bands: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Path:
    x1: float
    y1: float
    x2: float
    y2: float
    diamond: str
    colour: str = TARGET


@dataclass(frozen=True)
class Drawing:
    """One picture, with the place of everything on it."""

    width: int
    height: int
    lines: tuple[Line, ...]
    grid: tuple[tuple[float, float, float, str], ...]
    texts: tuple[Text, ...]
    target: Path | None
    bracket: str


@dataclass(frozen=True)
class LineChart:
    """The same figures drawn for the desk and for the phone, with the rows of their table."""

    title: str
    description: str
    wide: Drawing
    narrow: Drawing
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Frame:
    """How much room a drawing has."""

    width: int
    height: int
    left: float
    right: float
    top: float
    bottom: float
    labels: float


WIDE = Frame(760, 392, 48, 532, 20, 340, 216)
NARROW = Frame(340, 330, 34, 236, 16, 280, 100)


def line_chart(
    series: Sequence[Series],
    *,
    title: str,
    description: str,
    unit: str = "",
    target: Target | None = None,
    bracket: Bracket | None = None,
) -> LineChart:
    """Up to three series over the same labels, from nought."""
    first = series[0].points if series else ()
    head = ("", *(name for one in series for name in (one.name, "Very probably between")))
    return LineChart(
        title,
        description,
        draw(series, WIDE, unit, target, bracket),
        draw(series, NARROW, unit, target, bracket),
        head,
        tuple(table_row(series, place, point.label, unit) for place, point in enumerate(first)),
    )


def table_row(series: Sequence[Series], place: int, label: str, unit: str) -> tuple[str, ...]:
    return (label, *(cell for one in series for cell in cells(one.points[place], unit)))


def cells(point: Point, unit: str) -> tuple[str, str]:
    if point.value is None:
        return ("not published", "")
    if point.lower is None or point.upper is None:
        return (written(point.value, unit), "no interval")
    return (written(point.value, unit), f"{written(point.lower)} and {written(point.upper)}")


def draw(
    series: Sequence[Series], frame: Frame, unit: str, target: Target | None, bracket: Bracket | None
) -> Drawing:
    ends = (target.from_value, target.to_value) if target else ()
    ticks = steps_to(max(reach(series, ends), default=1.0))
    last = max([len(one.points) - 1 for one in series] + ([target.to_x] if target else []), default=0)
    across = Scale(0, max(last, 1), frame.left + 18, frame.right - 8)
    up = Scale(0, ticks[-1], frame.bottom, frame.top)
    labels = end_labels(series, frame, up, unit, target, bracket)
    return Drawing(
        frame.width,
        frame.height,
        tuple(line(one, across, up) for one in series),
        tuple((frame.left, frame.right, up.at(tick), "#1f1b16" if tick == 0 else "#d8d1c4") for tick in ticks),
        (*(tick_text(tick, frame, up, unit) for tick in ticks), *below(series, frame, across, target), *labels),
        path(target, across, up) if target else None,
        bracket_path(series, frame, up) if bracket else "",
    )


def line(one: Series, across: Scale, up: Scale) -> Line:
    runs = [list(run) for known, run in groupby(enumerate(one.points), lambda p: p[1].value is not None) if known]
    last = runs[-1][-1][0] if runs else -1
    marks = [mark(place, point, one.role, across, up, place == last) for run in runs for place, point in run]
    return Line(
        COLOUR[one.role],
        tuple(joined([(across.at(place), up.at(point.value or 0)) for place, point in run]) for run in runs),
        tuple(band(run, across, up) for run in runs if all(p.lower is not None for _, p in run) and len(run) > 1),
        tuple(marks),
    )


def mark(place: float, point: Point, role: Role, across: Scale, up: Scale, now: bool) -> Mark:
    x, y = across.at(place), up.at(point.value or 0)
    top = up.at(point.upper) if point.upper is not None else None
    bottom = up.at(point.lower) if point.lower is not None else None
    return Mark(x, y, top, bottom, now, diamond(x, y, 5) if role == "group" else "")


def diamond(x: float, y: float, size: float) -> str:
    return f"M{x} {y - size:.1f}L{x + size:.1f} {y}L{x} {y + size:.1f}L{x - size:.1f} {y}Z"


def joined(places: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in places)


def band(run: Sequence[tuple[int, Point]], across: Scale, up: Scale) -> str:
    over = [(across.at(place), up.at(point.upper or 0)) for place, point in run]
    under = [(across.at(place), up.at(point.lower or 0)) for place, point in reversed(run)]
    return joined([*over, *under]) + "Z"


def path(target: Target, across: Scale, up: Scale) -> Path:
    x, y = across.at(target.to_x), up.at(target.to_value)
    return Path(across.at(target.from_x), up.at(target.from_value), x, y, diamond(x, y, 6))


def tick_text(tick: float, frame: Frame, up: Scale, unit: str) -> Text:
    return Text(frame.left - 8, up.at(tick) + 5, written(tick, unit if tick else ""), "end")


def below(series: Sequence[Series], frame: Frame, across: Scale, target: Target | None) -> list[Text]:
    labels = dict(enumerate(point.label for point in series[0].points)) if series else {}
    if target and target.to_label and target.to_x not in labels:
        labels[round(target.to_x)] = target.to_label
    room = (frame.right - frame.left) / max(len(labels), 1)
    widest = max((len(label) for label in labels.values()), default=1) * 7.5 + 6
    every = max(1, -(-int(widest) // max(int(room), 1)))
    last = max(labels, default=0)
    shown = [place for place in labels if (last - place) % every == 0]
    return [Text(across.at(place), frame.bottom + 22, labels[place]) for place in shown]


@dataclass(frozen=True)
class Label:
    y: float
    lines: tuple[tuple[str, int, str], ...]


def end_labels(
    series: Sequence[Series],
    frame: Frame,
    up: Scale,
    unit: str,
    target: Target | None,
    bracket: Bracket | None,
) -> list[Text]:
    """Names at the ends of the lines, moved apart so that none touches another."""
    wanted = [label for one in series if (label := end_label(one, frame, up, unit))]
    if target:
        wanted.append(Label(up.at(target.to_value), worded(target.label, "", TARGET, frame)))
    if bracket:
        middle = sum(label.y for label in wanted[:2]) / max(len(wanted[:2]), 1)
        wanted.append(Label(middle, worded(bracket.label, bracket.note, "#1f1b16", frame)))
    return placed(wanted, frame, indent=bool(bracket))


def end_label(one: Series, frame: Frame, up: Scale, unit: str) -> Label | None:
    known = [point for point in one.points if point.value is not None]
    if not known or known[-1].value is None:
        return None
    name = f"{one.name} {written(known[-1].value, unit)}"
    return Label(up.at(known[-1].value), worded(name, one.end_note, COLOUR[one.role], frame))


def worded(strong: str, note: str, colour: str, frame: Frame) -> tuple[tuple[str, int, str], ...]:
    return (
        *((words, 600, colour) for words in wrap(strong, frame.labels, 14)),
        *((words, 400, "#5a534a") for words in wrap(note, frame.labels, 13)),
    )


def placed(labels: Sequence[Label], frame: Frame, *, indent: bool) -> list[Text]:
    rows: list[tuple[int, int]] = [(i, j) for i, label in enumerate(labels) for j in range(len(label.lines))]
    rows.sort(key=lambda row: (labels[row[0]].y, row[0], row[1]))
    ys = keep_apart(
        [labels[i].y + (j - (len(labels[i].lines) - 1) / 2) * LINE_HEIGHT + 5 for i, j in rows],
        height=LINE_HEIGHT,
        low=frame.top,
        high=frame.bottom + 4,
    )
    x = frame.right + (22 if indent else 12)
    return [
        Text(x, y, labels[i].lines[j][0], "start", 14 if labels[i].lines[j][1] == 600 else 13, *labels[i].lines[j][1:])
        for (i, j), y in zip(rows, ys, strict=True)
    ]


def bracket_path(series: Sequence[Series], frame: Frame, up: Scale) -> str:
    ends = [known[-1] for one in series[:2] if (known := [p.value for p in one.points if p.value is not None])]
    if len(ends) < 2:
        return ""
    x, (one, other) = frame.right + 4, (up.at(ends[0]), up.at(ends[1]))
    return f"M{x} {one}H{x + 8}V{other}H{x}"
