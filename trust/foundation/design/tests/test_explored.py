"""Funnels, slopes and small multiples: nothing off the paper, no words over words, every place told."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trust.foundation.design.charts import Chart, Point, marks
from trust.foundation.design.charts.funnel import Limits, Spot, funnel_plot, steps_between
from trust.foundation.design.charts.multiples import Panel, small_multiples
from trust.foundation.design.charts.slope import Fitted, Step, slope_chart
from trust.foundation.design.tests.drawings import COURSES, collisions, of, off_the_paper, sheets, text_of

NAMES = ["Basingstoke and Deane", "East Hampshire", "Gosport", "Hart", "Havant", "New Forest", "Winchester"]
SIZES = (400.0, 1000.0, 3000.0)


def panels(*courses: list[float | None]) -> Chart:
    shown = [
        Panel(
            NAMES[n % len(NAMES)],
            tuple(Point(str(2000 + i), value, x=2000 + i) for i, value in enumerate(course)),
        )
        for n, course in enumerate(courses)
    ]
    return small_multiples(shown, unit="%", title="A", description="B")


def funnel(*values: float, outside: tuple[int, ...] = ()) -> Chart:
    spots = [
        Spot(NAMES[n % len(NAMES)], 500 + 300 * n, value, n in outside) for n, value in enumerate(values)
    ]
    inner = ((10.0, 14.0, 17.0), (30.0, 26.0, 23.0))
    outer = ((5.0, 11.0, 15.0), (35.0, 29.0, 25.0))
    return funnel_plot(
        spots, Limits(SIZES, (inner, outer)), target=20, target_name="all together 20", unit="%",
        size_name="Children counted", title="A", description="B",
    )  # fmt: skip


def slope(*values: float) -> Chart:
    steps = [
        Step(NAMES[n % len(NAMES)], 1 / len(values), value, value * 0.9, value * 1.1)
        for n, value in enumerate(values)
    ]
    return slope_chart(steps, Fitted(values[0], values[-1]), unit="%", title="A", description="B")


@settings(max_examples=40, deadline=None)
@given(st.lists(COURSES, min_size=1, max_size=7))
def test_small_multiples_of_any_figures_stay_on_their_paper_and_their_words_apart(
    courses: list[list[float | None]],
) -> None:
    for drawing in sheets(panels(*courses)):
        assert not off_the_paper(drawing, slack=3)
        assert not collisions(drawing)


def test_a_panel_without_figures_says_so_and_a_missing_year_breaks_its_line() -> None:
    chart = panels([None, None], [1.0, 2.0, None, 3.0, 4.0])
    assert "not published" in text_of(chart.wide)
    assert len([line for line in of(chart.wide, marks.Line) if line.width == 2.2]) == 2


def test_every_panel_has_one_scale() -> None:
    low, high = (panels([value, value], [100.0, 100.0]).wide for value in (1.0, 99.0))
    ends = [[line.spots[-1][1] for line in of(one, marks.Line) if line.width == 2.2] for one in (low, high)]
    assert ends[0][0] > ends[1][0]
    assert ends[0][1] == ends[1][1]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 60), min_size=1, max_size=7), st.sets(st.integers(0, 6)))
def test_a_funnel_of_any_places_stays_on_its_paper(values: list[float], outside: set[int]) -> None:
    for drawing in sheets(funnel(*values, outside=tuple(outside))):
        assert not off_the_paper(drawing, slack=8)


def test_a_funnel_names_what_lies_outside_and_nothing_else() -> None:
    words = " ".join(text_of(funnel(20.0, 50.0, 21.0, outside=(1,)).wide))
    assert "East Hampshire 50" in words
    assert "Gosport" not in words
    assert not collisions(funnel(20.0, 50.0, 21.0, outside=(1,)).wide)


@pytest.mark.parametrize(("low", "high"), [(12.4, 31.0), (0.0, 0.4), (40.0, 41.0), (5.0, 5.0)])
def test_a_funnels_scale_holds_its_figures(low: float, high: float) -> None:
    steps = steps_between(low, high)
    assert steps[0] <= low
    assert steps[-1] >= high
    assert steps == sorted(set(steps))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0.1, 90), min_size=5, max_size=7))
def test_a_slope_of_any_places_stays_on_its_paper(values: list[float]) -> None:
    for drawing in sheets(slope(*values)):
        assert not off_the_paper(drawing, slack=8)


def test_a_slope_says_both_its_ends() -> None:
    words = " ".join(text_of(slope(46.8, 40, 35, 30, 19.7).wide))
    assert "46.8% most deprived" in words
    assert "19.7% least deprived" in words
