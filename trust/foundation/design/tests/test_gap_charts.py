"""The gap, who closed it, and a map that the keyboard reaches: shapes that say what colour alone would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.design.charts.gap import gap_chart
from trust.foundation.design.charts.given import Series
from trust.foundation.design.charts.hatching import hatching
from trust.foundation.design.charts.marks import Area, Chart, Drawing, Outline, Place, Strokes
from trust.foundation.design.charts.places import PATTERNS, Look, Region, map_of_places, swatch
from trust.foundation.design.charts.split import Pull, split_bars
from trust.foundation.design.examples import SQUARES, boundaries
from trust.foundation.design.tests.drawings import collisions, course, of, off_the_paper, sheets, text_of

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))
SAND = "#f1ece1"


def a_gap(group: tuple[float | None, ...], others: tuple[float | None, ...]) -> Chart:
    sides = Series("Havant", course(*group), "group"), Series("Hart", course(*others))
    return gap_chart(*sides, unit="%", title="Gap", description="", first="gap 9.3")


def sand(drawing: Drawing) -> list[Area]:
    return [area for area in of(drawing, Area) if area.fill == SAND]


def test_the_space_between_the_lines_is_shaded_and_named() -> None:
    drawing = a_gap((17, 20, 24), (8, 8, 9)).wide
    assert len(sand(drawing)) == 1
    assert "gap 9.3" in text_of(drawing)


def test_a_missing_side_breaks_the_gap() -> None:
    assert len(sand(a_gap((17, 20, None, 22, 24), (8, 8, 9, 9, 9)).wide)) == 2
    assert sand(a_gap((17, None), (None, 9)).wide) == []


PULLS = st.floats(-50, 50).map(lambda value: round(value, 1))


@given(PULLS, PULLS)
def test_the_bars_of_a_split_stay_on_the_paper(one: float, other: float) -> None:
    pulls = [
        Pull(label, "improved by 3.1", value, value - 3, value + 3)
        for label, value in (
            ("Basingstoke and Deane", one),
            ("the rest of Hampshire", other),
            ("Both together", one + other),
        )
    ]
    for drawing in sheets(split_bars(pulls, title="Who moved", description="")):
        assert off_the_paper(drawing) == []
        assert collisions(drawing) == []


def test_lines_at_an_angle_stay_within_the_shape_and_out_of_its_hole() -> None:
    hole = ((4.0, 4.0), (6.0, 4.0), (6.0, 6.0), (4.0, 6.0))
    stretches = list(hatching([SQUARE, hole], angle=0, apart=2.5))
    middle = [stretch for stretch in stretches if stretch[0][1] == pytest.approx(5.0)]
    assert len(middle) == 2
    for angle in (0, 45, -45, 90):
        for start, end in hatching([SQUARE], angle=angle, apart=1.5):
            assert all(-1e-6 <= place <= 10 + 1e-6 for spot in (start, end) for place in spot)


def test_no_two_looks_of_a_finding_are_told_apart_by_hue_alone() -> None:
    findings = (Look.BETTER, Look.WORSE, Look.HIGHER, Look.LOWER, Look.SIMILAR, Look.WITHHELD, Look.NO_FIGURE)
    drawn = [(PATTERNS[look].angles, PATTERNS[look].broken) for look in findings if look is not Look.LOWER]
    assert len(set(drawn)) == len(drawn)
    assert all(of(swatch(look), Outline) for look in Look)


def test_places_are_reached_in_the_order_given_with_their_words() -> None:
    order = list(SQUARES)[::-1]
    regions = [Region(code, Look.WORSE, "W 9", f"{code}: 9%", f"/{code}/") for code in order]
    for drawing in sheets(map_of_places(boundaries(), regions, title="Map", description="")):
        places = of(drawing, Place)
        assert [place.label for place in places] == [f"{code}: 9%" for code in order]
        assert all(any(isinstance(mark, Strokes) for mark in place.marks) for place in places)
