"""Outlines with fewer points whose shared borders stay shared, and several places as one.

Neighbours of an official file have the very same points along their border. A border is made simpler once
for both, whichever of them is asked, so that no gap opens and none lies over the other.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import cos, hypot, radians

type Spot = tuple[float, float]
type Ring = tuple[Spot, ...]
type Polygon = tuple[Ring, ...]
type Shape = tuple[Polygon, ...]

# A degree of latitude is about 111 km: the first step is about 15 m, each next one a quarter more.
FINEST, STEP = 0.000_14, 1.25
FEWEST = 4


def simplified(shapes: Mapping[str, Shape], *, most: int) -> dict[str, Shape]:
    """The shapes with no more than `most` points in all, as long as each place keeps an outline."""
    found, tolerance = dict(shapes), FINEST
    squeeze = squeeze_of(shapes.values())
    corners = _corners(shapes.values())
    while points_of(found.values()) > most and tolerance < 1:
        found = {code: _simpler(shape, corners, tolerance, squeeze) for code, shape in shapes.items()}
        tolerance *= STEP
    return found


def points_of(shapes: Iterable[Shape]) -> int:
    return sum(len(ring) for shape in shapes for polygon in shape for ring in polygon)


def squeeze_of(shapes: Iterable[Shape]) -> float:
    """How much shorter a degree of longitude is than one of latitude, half way up."""
    heights = [y for shape in shapes for polygon in shape for ring in polygon for _, y in ring]
    return cos(radians((min(heights) + max(heights)) / 2)) if heights else 1.0


def _corners(shapes: Iterable[Shape]) -> frozenset[Spot]:
    """The spots where borders meet: each has more, or fewer, than two others beside it."""
    beside: defaultdict[Spot, set[Spot]] = defaultdict(set)
    for shape in shapes:
        for one, other in _edges(ring for polygon in shape for ring in polygon):
            beside[one].add(other)
            beside[other].add(one)
    return frozenset(spot for spot, others in beside.items() if len(others) != 2)


def _edges(rings: Iterable[Ring]) -> Iterable[tuple[Spot, Spot]]:
    return ((one, other) for ring in rings for one, other in pairwise(ring) if one != other)


def _simpler(shape: Shape, corners: frozenset[Spot], tolerance: float, squeeze: float) -> Shape:
    polygons = []
    for polygon in shape:
        rings = [_ring(ring, corners, tolerance, squeeze) for ring in polygon]
        if len(rings[0]) >= FEWEST:
            polygons.append((rings[0], *(ring for ring in rings[1:] if len(ring) >= FEWEST)))
    # A place smaller than the tolerance is still a place: its largest part stays as it is.
    return tuple(polygons) or (max(shape, key=lambda polygon: len(polygon[0])),)


def _ring(ring: Ring, corners: frozenset[Spot], tolerance: float, squeeze: float) -> Ring:
    """One ring, border by border; each border is taken from the same end by both of its places."""
    spots = ring[:-1]
    cuts = [place for place, spot in enumerate(spots) if spot in corners]
    start = cuts[0] if cuts else spots.index(min(spots))
    turned = (*spots[start:], *spots[:start], spots[start])
    ends = [place for place, spot in enumerate(turned) if spot in corners] if cuts else [0, len(turned) - 1]
    found: list[Spot] = [turned[0]]
    for first, last in pairwise(ends):
        found += _border(turned[first : last + 1], tolerance, squeeze)[1:]
    return tuple(found)


def _border(spots: Sequence[Spot], tolerance: float, squeeze: float) -> Sequence[Spot]:
    forwards = tuple(spots) <= tuple(reversed(spots))
    kept = _fewer(spots if forwards else spots[::-1], tolerance, squeeze)
    return kept if forwards else kept[::-1]


def _fewer(spots: Sequence[Spot], tolerance: float, squeeze: float) -> Sequence[Spot]:
    """The spots without which a line would stray further than the tolerance.

    Source: Douglas and Peucker (1973), in degrees of latitude.
    """
    kept = {0, len(spots) - 1}
    waiting = [(0, len(spots) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, place = _furthest(spots, first, last, squeeze)
        if far > tolerance:
            kept.add(place)
            waiting += [(first, place), (place, last)]
    return [spots[place] for place in sorted(kept)]


def _furthest(spots: Sequence[Spot], first: int, last: int, squeeze: float) -> tuple[float, int]:
    """How far the spot is that strays most from the straight line between two, and where it stands."""
    (x1, y1), (x2, y2) = spots[first], spots[last]
    across, up = (x2 - x1) * squeeze, y2 - y1
    long = hypot(across, up)
    far, place = 0.0, first
    for n in range(first + 1, last):
        right, above = (spots[n][0] - x1) * squeeze, spots[n][1] - y1
        stray = abs(across * above - up * right) / long if long else hypot(right, above)
        if stray > far:
            far, place = stray, n
    return far, place


def united(shapes: Iterable[Shape]) -> Shape:
    """Several places as one: a border between two of them is no border of the whole.

    >>> west = (((0, 0), (1, 0), (1, 1), (0, 1), (0, 0)),)
    >>> east = (((1, 0), (2, 0), (2, 1), (1, 1), (1, 0)),)
    >>> united([(west,), (east,)])
    ((((0, 0), (1, 0), (2, 0), (2, 1), (1, 1), (0, 1), (0, 0)),),)
    """
    edges: dict[tuple[Spot, Spot], None] = {}
    for one, other in _edges(ring for shape in shapes for polygon in shape for ring in polygon):
        if (other, one) in edges:
            del edges[other, one]
        else:
            edges[one, other] = None
    return tuple((ring,) for ring in _closed(edges))


def _closed(edges: Iterable[tuple[Spot, Spot]]) -> Iterable[Ring]:
    onward: defaultdict[Spot, list[Spot]] = defaultdict(list)
    for one, other in edges:
        onward[one].append(other)
    for start in list(onward):
        while onward[start]:
            ring = [start]
            while onward[ring[-1]]:
                ring.append(onward[ring[-1]].pop())
            if len(ring) >= FEWEST:
                yield tuple(ring)
