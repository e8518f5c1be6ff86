"""Parallel lines within a shape: a pattern that needs no colour, and no definition shared by two drawings."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, cos, radians, sin

from trust.foundation.design.charts.marks import Spot

type Ring = Sequence[Spot]
type Stretch = tuple[Spot, Spot]


def hatching(rings: Sequence[Ring], *, angle: float, apart: float) -> Iterator[Stretch]:
    """The lines at an angle (0 lies flat) inside rings, a ring within a ring being a hole."""
    turned = [[_turned(spot, -angle) for spot in ring] for ring in rings]
    heights = [y for ring in turned for _, y in ring]
    if not heights:
        return
    for n in range(ceil(min(heights) / apart), ceil(max(heights) / apart)):
        crossings = sorted(_crossings(turned, n * apart))
        for start, end in zip(crossings[::2], crossings[1::2], strict=False):
            yield _turned((start, n * apart), angle), _turned((end, n * apart), angle)


def _turned(spot: Spot, angle: float) -> Spot:
    x, y, turn = *spot, radians(angle)
    return x * cos(turn) - y * sin(turn), x * sin(turn) + y * cos(turn)


def _crossings(rings: Sequence[Ring], height: float) -> Iterator[float]:
    """Where the edges cross a level; an edge holds its lower end and not its upper, so none counts twice."""
    for ring in rings:
        for (x1, y1), (x2, y2) in pairwise([*ring, *ring[:1]]):
            if min(y1, y2) <= height < max(y1, y2):
                yield x1 + (height - y1) / (y2 - y1) * (x2 - x1)
