"""The foot of a family tree: a column for each place, with its local bodies one under the other."""

from collections.abc import Iterator, Sequence

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.bodies import (
    CENTRE,
    WIDTH,
    Body,
    Family,
    Kind,
    leads,
    line,
    linked,
    lowest,
)
from trust.foundation.design.charts.marks import Box, Dot, Line, Mark, Words


def columns(family: Family, top: float) -> Iterator[Mark]:
    """A column for each place, its bodies one under the other, the place's name at the foot."""
    places = family.places
    if not places:
        return
    column = (WIDTH - 20) / len(places)
    centres = [10 + column * (n + 0.5) for n in range(len(places))]
    yield Words(10, top - 16, family.local_word, 16, 700)
    yield Words(CENTRE + 14, top - 16, family.local_note, 13.5, fill=marks.MUTED)
    deepest = top + 86
    drawn: list[Mark] = []
    for place, x in zip(places, centres, strict=True):
        marks_, foot = _column(family, place, x, column - 6, top)
        drawn, deepest = drawn + marks_, max(deepest, foot)
    yield from _rail(family, places, centres, top)
    yield from drawn
    for place, x in zip(places, centres, strict=True):
        yield from _place(place, x, column, deepest + 26)


def _rail(family: Family, places: Sequence[str], centres: Sequence[float], top: float) -> Iterator[Mark]:
    """The line that the columns hang from: solid as far as sources go, dashed beyond."""
    sure = [x for place, x in zip(places, centres, strict=True) if _is_sure(family, place)]
    reach = [CENTRE, *sure]
    yield Line(((min(reach), top), (max(reach), top)), marks.SUBJECT, 2.5)
    for place, x in zip(places, centres, strict=True):
        if not _is_sure(family, place):
            near = (
                max([r for r in reach if r < x], default=x) if x > CENTRE else min(r for r in reach if r > x)
            )
            yield Line(((near, top), (x, top)), marks.CONTEXT, 2, dash="8 6")


def _is_sure(family: Family, place: str) -> bool:
    return any(body.sure for body in family.of(Kind.LOCAL) if body.place == place)


def _column(family: Family, place: str, x: float, width: float, top: float) -> tuple[list[Mark], float]:
    bodies = [body for body in family.of(Kind.LOCAL) if body.place == place]
    steering = next((body for body in family.of(Kind.STEERING) if body.place == place), None)
    drawn: list[Mark] = []
    y = top + 86
    if steering:
        drawn += _steering(steering, x, min(width, 130), top + 20)
        y = max(y, max(lowest(mark) for mark in drawn) + 22)
    for body in bodies:
        start = top if body is bodies[0] else y - 14
        drawn.append(_drop(x, start, y, body))
        drawn += list(_knot(body, x, y, width))
        y += 18.0 * len(_knot_rows(body, width)) + 34
    return drawn, y - 20


def _drop(x: float, start: float, end: float, body: Body) -> Line:
    if body.sure:
        return line((x, start), (x, end), solid=body.solid)
    return Line(((x, start), (x, end)), marks.CONTEXT, 2, dash="8 6")


def _steering(body: Body, x: float, width: float, top: float) -> list[Mark]:
    rows = scales.wrapped(body.name, size=13, weight=600, width=width - 8)
    box = Box(x - width / 2, top, width, 17.0 * len(rows) + 10, marks.PAPER, marks.SUBJECT, 2, radius=3)
    ink = marks.SUBJECT if body.address else marks.INK
    words = [
        Words(x, top + 18 + 16 * n, text, 13, 600, "middle", ink, "none", bool(body.address))
        for n, text in enumerate(rows)
    ]
    return list(linked(body, box, *words))


def _knot(body: Body, x: float, y: float, width: float) -> Iterator[Mark]:
    stroke = marks.SUBJECT if body.sure else marks.CONTEXT
    ink = marks.MUTED if not body.sure else marks.SUBJECT if body.address else marks.INK
    words = [
        Words(
            x,
            y + 26 + 17 * n,
            text,
            13.5,
            weight,
            "middle",
            ink if weight == 600 else marks.MUTED,
            underline=leads(body, weight),
        )
        for n, (text, weight) in enumerate(_knot_rows(body, width))
    ]
    yield from linked(body, Dot(x, y, 7, marks.PAPER, stroke), *words)


def _knot_rows(body: Body, width: float) -> list[tuple[str, int]]:
    names = scales.wrapped(body.name, size=13.5, weight=600, width=width)
    notes = scales.wrapped(body.note, size=13, width=width)
    return [*((text, 600 if body.sure else 400) for text in names), *((text, 400) for text in notes)]


def _place(place: str, x: float, column: float, top: float) -> Iterator[Mark]:
    yield Line(((x - column / 2 + 8, top), (x + column / 2 - 8, top)), marks.INK, 1.5)
    for n, text in enumerate(scales.wrapped(place, size=14, weight=600, width=column - 4)):
        yield Words(x, top + 19 + 17 * n, text, 14, 600, "middle", halo="none")
