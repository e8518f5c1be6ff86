"""Outlines made simpler keep the borders that they share; several places become one."""

from itertools import pairwise
from math import cos, pi, sin

from hypothesis import given
from hypothesis import strategies as st

from trust.vision.outcomes.formats.borders import Ring, Shape, Spot, points_of, simplified, united

WAVE = tuple((0.5 + 0.01 * sin(n), n / 200) for n in range(1, 200))


def ring_of(*spots: Spot) -> Shape:
    return (((*spots, spots[0]),),)


def two_beside_a_wave() -> dict[str, Shape]:
    """West and east of one wavy border, each told from its own side."""
    west = ring_of((0, 0), (0.5, 0), *WAVE, (0.5, 1), (0, 1))
    east = ring_of((0.5, 0), (1, 0), (1, 1), (0.5, 1), *reversed(WAVE))
    return {"west": west, "east": east}


def edges(shape: Shape) -> set[tuple[Spot, Spot]]:
    return {edge for polygon in shape for ring in polygon for edge in pairwise(ring)}


def area(rings: list[Ring]) -> float:
    pairs = [pair for ring in rings for pair in pairwise(ring)]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs) / 2


def test_a_border_that_two_places_share_stays_shared() -> None:
    found = simplified(two_beside_a_wave(), most=60)
    assert points_of(found.values()) <= 60
    shared = {(b, a) for a, b in edges(found["west"])} & edges(found["east"])
    assert len(shared) == len(found["west"][0][0]) - 4


def test_no_place_is_lost_however_few_points_are_allowed() -> None:
    islet = ring_of((5, 5), (5.0001, 5), (5.0001, 5.0001), (5, 5.0001))
    found = simplified({**two_beside_a_wave(), "islet": islet}, most=10)
    assert found["islet"] == islet
    assert all(len(shape[0][0]) >= 4 for shape in found.values())


def test_what_is_simple_already_is_left_alone() -> None:
    shapes = two_beside_a_wave()
    assert simplified(shapes, most=10_000) == shapes


@given(st.integers(8, 200), st.integers(4, 40))
def test_a_ring_without_corners_is_the_same_for_what_is_in_it_and_around_it(spots: int, most: int) -> None:
    lake = tuple((cos(2 * pi * n / spots), sin(2 * pi * n / spots)) for n in range(spots))
    inner, hole = (*lake, lake[0]), (lake[3], *reversed(lake[:3]), *reversed(lake[3:]))
    outer = ((-2, -2), (2, -2), (2, 2), (-2, 2), (-2, -2))
    found = simplified({"town": ((inner,),), "country": ((outer, hole),)}, most=most)
    [town], country = found["town"][0], found["country"][0]
    assert len(country) == 1 or edges(((country[1],),)) == {(b, a) for a, b in edges(((town,),))}


def test_two_places_as_one_have_the_area_of_both_and_no_border_between() -> None:
    shapes = two_beside_a_wave()
    [(whole,)] = united(shapes.values())
    assert round(area([whole]), 9) == 1
    assert not {*WAVE} & {*whole}


def test_places_apart_stay_apart_and_a_hole_stays_a_hole() -> None:
    ringed = (((0, 0), (4, 0), (4, 4), (0, 4), (0, 0)), ((1, 1), (1, 2), (2, 2), (2, 1), (1, 1)))
    far = ring_of((9, 9), (10, 9), (10, 10), (9, 10))
    assert len(united([(ringed,), far])) == 3
    filled = ring_of((1, 1), (2, 1), (2, 2), (1, 2))
    assert len(united([(ringed,), filled])) == 1
