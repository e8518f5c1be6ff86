"""The family tree of bodies: solid is who answers to whom, dotted is a link."""

from collections.abc import Iterator

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.bodies import (
    CENTRE,
    WIDTH,
    Body,
    Chair,
    Family,
    Kind,
    box_rows,
    boxed,
    line,
    linked,
    lowest,
)
from trust.foundation.design.charts.columns import columns
from trust.foundation.design.charts.marks import Box, Dot, Drawing, Mark, Simple, Words

__all__ = ["Body", "Chair", "Family", "Kind", "family_tree"]


def family_tree(family: Family, *, title: str, description: str) -> Drawing:
    """Draw the bodies of a day; each that has an address is a link. Errors: ValueError without an apex."""
    if not family.of(Kind.APEX):
        raise ValueError("A family tree needs a body at its top.")
    apex = [*_top(family), *_key(), *_linked(family)]
    row = _row_of_groups(family)
    under = [*_under(family, row), *_groups(family, row)]
    chairs_top = row + _groups_height(family) + 24
    local = [*_chairs_group(family, row, chairs_top), *columns(family, chairs_top + 124)]
    height = max(lowest(mark) for mark in (*apex, *under, *local)) + 24
    return Drawing(WIDTH, height, title, description, tuple(sorted([*apex, *under, *local], key=_layer)))


def _layer(mark: Mark) -> int:
    """Lines lie beneath boxes and words."""
    return 0 if mark.kind == "line" else 1


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
