"""What a drawing is made of. Templates draw these as SVG with presentation attributes only."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from math import isfinite
from typing import ClassVar

INK, MUTED, PAPER = "#1f1b16", "#5a534a", "#ffffff"
SUBJECT, GROUP, CONTEXT, TARGET = "#0e4f5a", "#b1440e", "#8b8378", "#6b4fa0"
HAIRLINE, FAINT, WASH, PLAIN = "#d8d1c4", "#c9c2b6", "#e7f0f0", "#6e675e"

type Spot = tuple[float, float]


def in_attribute(spots: tuple[Spot, ...]) -> str:
    """
    >>> in_attribute(((1, 2.25), (3, 4)))
    '1.0,2.2 3.0,4.0'
    """
    # A browser leaves out a shape with one bad point and says nothing.
    if not all(isfinite(x) and isfinite(y) for x, y in spots):
        raise ValueError("A drawing has a point that is no number.")
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in spots)


def in_short(spots: tuple[Spot, ...], *, closed: bool = True) -> str:
    """A path as steps of tenths from one spot to the next, and nothing where it stands still.

    >>> in_short(((1, 2.26), (3, 4), (3.01, 4), (0, 4))), in_short(((1, 1), (1, 0)), closed=False)
    ('M1 2.3l2 1.7-3 0z', 'M1 1l0-1')
    """
    if not all(isfinite(x) and isfinite(y) for x, y in spots):
        raise ValueError("A drawing has a point that is no number.")
    tenths = [(round(x * 10), round(y * 10)) for x, y in spots]
    steps = [(x - before_x, y - before_y) for (before_x, before_y), (x, y) in pairwise(tenths)]
    taken = "".join(f" {x / 10:g} {y / 10:g}" for x, y in steps if x or y).replace(" -", "-").lstrip()
    end = "z" if closed else ""
    return f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l{taken}{end}" if taken else ""


@dataclass(frozen=True)
class Line:
    """A line through points; a dash makes it a target or a link."""

    kind: ClassVar[str] = "line"
    spots: tuple[Spot, ...]
    colour: str
    width: float = 1
    dash: str = ""

    @property
    def points(self) -> str:
        return in_attribute(self.spots)


@dataclass(frozen=True)
class Area:
    """A filled shape: the band of an interval, or the diamond of a group or a target."""

    kind: ClassVar[str] = "area"
    spots: tuple[Spot, ...]
    fill: str
    opacity: float = 1
    stroke: str = "none"

    @property
    def points(self) -> str:
        return in_attribute(self.spots)


@dataclass(frozen=True)
class Dot:
    kind: ClassVar[str] = "dot"
    x: float
    y: float
    radius: float
    fill: str
    stroke: str


@dataclass(frozen=True)
class Box:
    kind: ClassVar[str] = "box"
    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str = "none"
    stroke_width: float = 1
    opacity: float = 1
    radius: float = 0
    dash: str = ""


@dataclass(frozen=True)
class Words:
    """One line of text; the halo keeps it readable where a line runs beneath it."""

    kind: ClassVar[str] = "words"
    x: float
    y: float
    text: str
    size: float = 13
    weight: int = 400
    anchor: str = "start"
    fill: str = INK
    halo: str = PAPER
    underline: bool = False


@dataclass(frozen=True)
class Outline:
    """A place on a map: rings of points, a ring within a ring being a hole."""

    kind: ClassVar[str] = "outline"
    rings: tuple[tuple[Spot, ...], ...]
    fill: str
    stroke: str
    dash: str = ""
    width: float = 1

    @property
    def path(self) -> str:
        return "".join("M" + in_attribute(ring).replace(" ", "L") + "Z" for ring in self.rings)


@dataclass(frozen=True)
class Strokes:
    """Many straight lines drawn as one: what hatches a place."""

    kind: ClassVar[str] = "strokes"
    stretches: tuple[tuple[Spot, Spot], ...]
    colour: str

    @cached_property
    def path(self) -> str:
        return "".join(in_short(ends, closed=False) for ends in self.stretches)


type Simple = Line | Area | Dot | Box | Words | Outline | Strokes


@dataclass(frozen=True)
class Linked:
    """Marks that lead somewhere: a body of the family tree."""

    kind: ClassVar[str] = "linked"
    address: str
    label: str
    marks: tuple[Simple, ...]


@dataclass(frozen=True)
class Place:
    """Marks that the keyboard reaches and a screen reader names, such as a place on a map."""

    kind: ClassVar[str] = "place"
    label: str
    marks: tuple[Simple, ...]
    address: str = ""


@dataclass(frozen=True)
class Tract:
    """One place of very many: an outline written short, its hatching if it has one, and its label."""

    label: str
    path: str
    fill: str
    strokes: Strokes | None = None
    dash: str = ""
    edge: str = ""


@dataclass(frozen=True)
class Tracts:
    """Very many places on one sheet, drawn without a template for each."""

    kind: ClassVar[str] = "tracts"
    tracts: tuple[Tract, ...]
    stroke: str
    width: float


@dataclass(frozen=True)
class Silent:
    """Marks that a screen reader passes over, for a label near by says the same."""

    kind: ClassVar[str] = "silent"
    marks: tuple[Simple, ...]


type Mark = Simple | Linked | Place | Silent | Tracts


@dataclass(frozen=True)
class Drawing:
    """A finished drawing with what a screen reader says of it."""

    width: float
    height: float
    title: str
    description: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Chart:
    """One chart drawn twice, for desk and phone, so that text never shrinks."""

    wide: Drawing
    narrow: Drawing


def diamond(x: float, y: float, reach: float, *, fill: str, stroke: str) -> Area:
    return Area(((x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)), fill, stroke=stroke)
