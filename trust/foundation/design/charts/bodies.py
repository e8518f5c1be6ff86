"""The bodies of a family tree, and how one of them is drawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from trust.foundation.design.charts import marks, scales
from trust.foundation.design.charts.marks import Box, Dot, Line, Linked, Mark, Simple, Spot, Words

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


def lowest(mark: Mark) -> float:
    match mark:
        case Line() | marks.Area():
            return max(y for _, y in mark.spots)
        case Box():
            return mark.y + mark.height
        case Linked():
            return max(lowest(inner) for inner in mark.marks)
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
            ink_of(body, weight),
            "none",
            leads(body, weight),
        )
        for n, (text, weight) in enumerate(rows)
    ]
    yield from linked(body, box, *words)


def box_rows(body: Body, width: float) -> list[tuple[str, int]]:
    names = scales.wrapped(body.name, size=14.5, weight=700, width=width - 16)
    notes = scales.wrapped(body.note, size=14.5, width=width - 16)
    return [*((text, 700) for text in names), *((text, 400) for text in notes)]


def leads(body: Body, weight: int) -> bool:
    return bool(body.address) and weight >= 600


def ink_of(body: Body, weight: int) -> str:
    return marks.SUBJECT if leads(body, weight) else marks.INK
