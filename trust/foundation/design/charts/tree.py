"""The family tree of bodies: solid is who answers to whom, dotted is a link."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.marks import Box, Dot, Drawing, Line, Linked, Mark, Simple, Spot, Words

WIDTH = 1120.0
CENTRE = WIDTH / 2


class Kind(StrEnum):
    """Where a body stands in the drawing."""

    APEX = "apex"
    UNDER = "under"
    GROUP = "group"
    CHAIRS = "chairs"
    STEERING = "steering"
    LOCAL = "local"
    LINKED = "linked"


@dataclass(frozen=True)
class Body:
    """A body to draw. `place` is the column of a local one; `sure` is False where no source names it."""

    name: str
    kind: Kind
    note: str = ""
    address: str = ""
    place: str = ""
    sure: bool = True
    solid: bool = True


@dataclass(frozen=True)
class Chair:
    name: str
    note: str = "co-chair"


@dataclass(frozen=True)
class Family:
    """The bodies of one day, with the words that stand over the parts of the drawing."""

    bodies: tuple[Body, ...]
    chairs: tuple[Chair, ...] = ()
    answers_to: str = ""
    answers_note: str = ""
    groups_word: str = "County groups"
    local_word: str = "Local children’s partnerships"
    local_note: str = ""

    def of(self, kind: Kind) -> list[Body]:
        return [body for body in self.bodies if body.kind == kind]

    @property
    def places(self) -> list[str]:
        return list(dict.fromkeys(body.place for body in self.bodies if body.kind == Kind.LOCAL))


def family_tree(family: Family, *, title: str, description: str) -> Drawing:
    """Draw the bodies of a day; each that has an address is a link. Errors: ValueError without an apex."""
    if not family.of(Kind.APEX):
        raise ValueError("A family tree needs a body at its top.")
    apex = [*_top(family), *_key(), *_linked(family)]
    row = _row_of_groups(family)
    under = [*_under(family, row), *_groups(family, row)]
    chairs_top = row + _groups_height(family) + 24
    local = [*_chairs_group(family, row, chairs_top), *_local(family, chairs_top + 124)]
    height = max(_bottom(mark) for mark in (*apex, *under, *local)) + 24
    return Drawing(WIDTH, height, title, description, tuple(sorted([*apex, *under, *local], key=_layer)))


def _layer(mark: Mark) -> int:
    """Lines lie beneath boxes and words."""
    return 0 if mark.kind == "line" else 1


def _bottom(mark: Mark) -> float:
    match mark:
        case Line() | marks.Area():
            return max(y for _, y in mark.spots)
        case Box():
            return mark.y + mark.height
        case Linked():
            return max(_bottom(inner) for inner in mark.marks)
        case Dot() | Words():
            return mark.y
        case _:
            return 0


def line(*spots: Spot, solid: bool = True) -> Line:
    if solid:
        return Line(spots, marks.SUBJECT, 2.5)
    return Line(spots, marks.CONTEXT, 2, dash="1 6")


def linked(body: Body, *drawn: Simple) -> Iterator[Mark]:
    """The marks of a body, as one link if it has a page."""
    if body.address:
        yield Linked(body.address, body.name, drawn)
    else:
        yield from drawn


def boxed(body: Body, left: float, top: float, width: float, *, dotted: bool = False) -> Iterator[Mark]:
    """A body in a box as high as its words need."""
    rows = box_rows(body, width)
    height = 18.0 * len(rows) + 22
    outline = (marks.CONTEXT, 1.5, "2 4") if dotted else (marks.SUBJECT, 2.0, "")
    box = Box(left, top, width, height, marks.PAPER, outline[0], outline[1], radius=3, dash=outline[2])
    middle = left + width / 2
    words = [
        Words(
            middle,
            top + 26 + 18 * n,
            text,
            14.5,
            weight,
            "middle",
            _ink(body, weight),
            "none",
            _leads(body, weight),
        )
        for n, (text, weight) in enumerate(rows)
    ]
    yield from linked(body, box, *words)


def box_rows(body: Body, width: float) -> list[tuple[str, int]]:
    names = scales.wrapped(body.name, size=14.5, weight=700, width=width - 16)
    notes = scales.wrapped(body.note, size=14.5, width=width - 16)
    return [*((text, 700) for text in names), *((text, 400) for text in notes)]


def _leads(body: Body, weight: int) -> bool:
    return bool(body.address) and weight >= 600


def _ink(body: Body, weight: int) -> str:
    return marks.SUBJECT if _leads(body, weight) else marks.INK


def _top(family: Family) -> Iterator[Mark]:
    """The apex, whom it answers to above it, and its chairs at the left."""
    apex = family.of(Kind.APEX)[0]
    if family.answers_to:
        yield Words(CENTRE, 28, family.answers_to, 15.5, 600, "middle", halo="none")
        yield line((CENTRE, 48), (CENTRE, 112))
        yield line((CENTRE - 7, 58), (CENTRE, 46), (CENTRE + 7, 58))
        yield Words(CENTRE + 14, 86, family.answers_note, 13.5, fill=marks.MUTED)
    yield from linked(apex, *_apex_box(apex))
    yield from _chairs(family)


def _apex_box(apex: Body) -> Iterator[Simple]:
    names = scales.wrapped(apex.name, size=20, weight=700, width=290)
    block = 23.0 * len(names) + (20 if apex.note else 0)
    height = max(84.0, block + 28)
    yield Box(CENTRE - 150, 112, 300, height, marks.SUBJECT, radius=3)
    first = 112 + (height - block) / 2 + 18
    leads = bool(apex.address)
    for n, text in enumerate(names):
        yield Words(CENTRE, first + 23 * n, text, 20, 700, "middle", marks.PAPER, "none", leads)
    if apex.note:
        below = first + 23 * len(names)
        yield Words(CENTRE, below, apex.note, 13.5, 400, "middle", marks.PAPER, "none")


def _key() -> Iterator[Mark]:
    yield line((24, 236), (76, 236))
    yield Words(86, 241, "answers to", 14, halo="none")
    yield line((184, 236), (236, 236), solid=False)
    yield Words(246, 241, "linked with", 14, halo="none")


def _chairs(family: Family) -> Iterator[Mark]:
    places = (154.0,) if len(family.chairs) == 1 else (128.0, 180.0)
    for chair, y in zip(family.chairs, places, strict=False):
        yield line((392, y), (CENTRE - 150, y))
        yield Dot(384, y, 7, marks.PAPER, marks.SUBJECT)
        yield Words(366, y - 2, chair.name, 14, 600, "end", halo="none")
        yield Words(366, y + 16, chair.note, 13.5, 400, "end", marks.MUTED, "none")


def _linked(family: Family) -> Iterator[Mark]:
    """Bodies beside the apex and not below it, at the right."""
    beside = family.of(Kind.LINKED)
    if not beside:
        return
    yield Words(878, 34, "Linked, not below", 14, 600, fill=marks.MUTED, halo="none")
    top, turn = 48.0, 824.0
    yield line((CENTRE + 150, 154), (turn, 154), solid=False)
    for body in beside:
        height = 18.0 * len(box_rows(body, 240)) + 22
        y = top + height / 2
        yield line((turn, 154), (turn, y), (878, y), solid=False)
        yield from boxed(body, 878, top, 240, dotted=True)
        top += height + 22


def _row_of_groups(family: Family) -> float:
    """Where the row of county groups begins: below a board that stands under the apex, if there is one."""
    return 318 + sum(18.0 * len(box_rows(body, 300)) + 60 for body in family.of(Kind.UNDER))


def _under(family: Family, row: float) -> Iterator[Mark]:
    top = 236.0
    yield line((CENTRE, 154), (CENTRE, row - 32))
    for body in family.of(Kind.UNDER):
        yield from boxed(body, CENTRE - 150, top, 300)
        top += 18.0 * len(box_rows(body, 300)) + 60


def _groups_height(family: Family) -> float:
    groups = family.of(Kind.GROUP)
    return 46 + sum(22.0 * len(_group_rows(group)) for group in groups) if groups else 0


def _group_rows(group: Body) -> tuple[str, ...]:
    return scales.wrapped(group.name, size=14.5, width=270)


def _groups(family: Family, row: float) -> Iterator[Mark]:
    groups = family.of(Kind.GROUP)
    if not groups:
        return
    yield line((CENTRE, row - 32), (184, row - 32), (184, row), solid=any(group.solid for group in groups))
    yield Box(24, row, 320, _groups_height(family) - 6, marks.PAPER, marks.SUBJECT, 2, radius=3)
    yield Words(44, row + 27, family.groups_word, 16, 700, halo="none")
    y = row + 50
    for group in groups:
        rows = _group_rows(group)
        dot = Dot(50, y - 5, 3, marks.SUBJECT if group.solid else marks.PAPER, marks.SUBJECT)
        ink = marks.SUBJECT if group.address else marks.INK
        words = [
            Words(64, y + 22 * n, text, 14.5, fill=ink, halo="none", underline=bool(group.address))
            for n, text in enumerate(rows)
        ]
        yield from linked(group, dot, *words)
        y += 22 * len(rows)


def _chairs_group(family: Family, row: float, top: float) -> Iterator[Mark]:
    """The chairs' group, or a plain line down where the local bodies answer straight to the top."""
    groups, locals_ = family.of(Kind.CHAIRS), family.of(Kind.LOCAL)
    if not (groups or locals_):
        return
    solid = all(body.solid for body in groups)
    yield line((CENTRE, row - 32), (CENTRE, top), solid=solid)
    if groups:
        yield from boxed(groups[0], CENTRE - 130, top, 260)
    if locals_:
        yield line((CENTRE, top + (58 if groups else 0)), (CENTRE, top + 124))


def _local(family: Family, top: float) -> Iterator[Mark]:
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
        y = max(y, max(_bottom(mark) for mark in drawn) + 22)
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
            underline=_leads(body, weight),
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
