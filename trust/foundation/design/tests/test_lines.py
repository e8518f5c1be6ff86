"""Lines over time: whatever the figures, nothing leaves the paper and nothing missing is drawn as nought."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trust.foundation.design.charts import (
    Bracket,
    Chart,
    Point,
    Series,
    Target,
    line_chart,
    marks,
    straight_line,
)
from trust.foundation.design.charts.given import Role
from trust.foundation.design.tests.drawings import (
    COURSES,
    LEVELS,
    collisions,
    course,
    of,
    off_the_paper,
    sheets,
    text_of,
)


def line(
    *values: float | Decimal | None, name: str = "Hampshire", role: Role = "subject", margin: float = 0
) -> Series:
    return Series(name, course(*values, margin=margin), role)


def chart_of(*series: Series, target: Target | None = None, bracket: Bracket | None = None) -> Chart:
    return line_chart(series, unit="%", title="A", description="B", target=target, bracket=bracket)


@settings(max_examples=60, deadline=None)
@given(COURSES, COURSES, st.floats(0, 50))
def test_two_lines_of_any_figures_stay_on_the_paper_and_their_words_apart(
    one: list[float | None], other: list[float | None], margin: float
) -> None:
    group = line(*one, name="Those doing worst", role="group", margin=margin)
    for drawing in sheets(chart_of(group, line(*other), bracket=Bracket("Gap 19.4", "(12.5 to 27.9)"))):
        assert not off_the_paper(drawing)
        assert not collisions(drawing)


@settings(max_examples=60, deadline=None)
@given(COURSES, LEVELS, LEVELS, st.integers(1, 8), LEVELS)
def test_a_path_to_any_target_stays_on_the_paper(
    values: list[float | None], start: float, end: float, years: int, between: float
) -> None:
    last = len(values) - 1 + years
    target = Target("Target: 15", 0, start, last, end, by="2012", through=((last / 2, between),))
    timed = tuple(Point(p.label, p.value, x=float(n)) for n, p in enumerate(course(*values)))
    for drawing in sheets(chart_of(Series("Hampshire", timed), target=target)):
        assert not off_the_paper(drawing)


@settings(max_examples=60, deadline=None)
@given(COURSES, st.floats(0, 50))
def test_a_line_alone_keeps_its_words_apart(values: list[float | None], margin: float) -> None:
    for drawing in sheets(chart_of(line(*values, margin=margin))):
        assert not off_the_paper(drawing)
        assert not collisions(drawing)


def test_a_missing_figure_breaks_the_line() -> None:
    strokes = [m for m in of(chart_of(line(5, 6, None, 7, 8)).wide, marks.Line) if m.width == 2.5]
    assert [len(stroke.spots) for stroke in strokes] == [2, 2]


def test_a_missing_figure_is_never_drawn_as_nought() -> None:
    drawing = chart_of(line(5, None, 7)).wide
    nought = max(stroke.spots[0][1] for stroke in of(drawing, marks.Line) if stroke.colour == marks.INK)
    assert len(of(drawing, marks.Dot)) == 2
    assert all(dot.y < nought for dot in of(drawing, marks.Dot))


@pytest.mark.parametrize("values", [(3.2, 3.3), (90, 91), (0, 0), (1_200, 1_900)])
def test_the_axis_starts_at_nought(values: tuple[float, float]) -> None:
    assert text_of(chart_of(line(*values)).wide)[0] == "0"


def test_one_figure_is_a_mark_without_a_line() -> None:
    drawing = chart_of(line(5)).wide
    assert len(of(drawing, marks.Dot)) == 1
    assert not [stroke for stroke in of(drawing, marks.Line) if stroke.width == 2.5]


def test_no_figure_at_all_leaves_the_axis_and_the_periods() -> None:
    drawing = chart_of(line(None, None)).wide
    assert not of(drawing, marks.Dot)
    assert {"0", "2000", "2001"} <= set(text_of(drawing))


def test_nothing_at_all_can_still_be_drawn() -> None:
    assert not off_the_paper(chart_of().wide)


def test_the_newest_figure_is_filled_and_the_others_hollow() -> None:
    dots = of(chart_of(line(5, 6, 7, None)).wide, marks.Dot)
    assert [dot.fill for dot in dots] == [marks.PAPER, marks.PAPER, marks.SUBJECT]


def test_those_doing_worst_are_diamonds_and_never_round() -> None:
    drawing = chart_of(line(20, 21, role="group")).wide
    assert not of(drawing, marks.Dot)
    assert len([area for area in of(drawing, marks.Area) if area.stroke == marks.GROUP]) == 2


def test_the_band_covers_only_figures_that_carry_an_interval() -> None:
    points = (*course(20, 21, margin=3), Point("2002", 22), *course(23, margin=2))
    bands = [a for a in of(chart_of(Series("A", points)).wide, marks.Area) if a.opacity < 1]
    assert [len(band.spots) for band in bands] == [4]


def test_the_upright_of_a_point_runs_from_its_lower_to_its_upper_limit() -> None:
    drawing = chart_of(line(20, margin=4)).wide
    (upright,) = [m for m in of(drawing, marks.Line) if m.width == 1.5]
    (dot,) = of(drawing, marks.Dot)
    (_, low), (_, high) = upright.spots
    assert high < dot.y < low
    assert low - dot.y == pytest.approx(dot.y - high, abs=0.2)


def test_a_target_is_dashed_and_ends_in_an_open_diamond() -> None:
    timed = tuple(Point(str(2000 + n), value, x=float(n)) for n, value in enumerate((27, 24, 22)))
    drawing = chart_of(Series("A", timed), target=Target("Target: 15", 0, 27, 4, 15, by="2004")).wide
    (path,) = [stroke for stroke in of(drawing, marks.Line) if stroke.colour == marks.TARGET]
    (end,) = [area for area in of(drawing, marks.Area) if area.stroke == marks.TARGET]
    assert path.dash
    assert end.fill == marks.PAPER
    assert {"Target: 15", "by 2004", "2004"} <= set(text_of(drawing))


def test_a_path_bends_at_what_it_goes_through_and_marks_it() -> None:
    timed = tuple(Point(str(2000 + n), value, x=float(n)) for n, value in enumerate((27, 24, 22)))
    target = Target("Target: 15", 0, 27, 4, 15, by="2004", through=((2, 26), (3, 20)))
    drawing = chart_of(Series("A", timed), target=target).wide
    (path,) = [stroke for stroke in of(drawing, marks.Line) if stroke.colour == marks.TARGET]
    assert len(path.spots) == 4
    assert len([area for area in of(drawing, marks.Area) if area.stroke == marks.TARGET]) == 3


def test_the_gap_is_bracketed_only_where_both_lines_have_a_level() -> None:
    gap = Bracket("Gap 19")
    both = chart_of(line(24, role="group"), line(5), bracket=gap)
    alone = chart_of(line(24, role="group"), line(None), bracket=gap)
    assert "Gap 19" in text_of(both.wide)
    assert "Gap 19" not in text_of(alone.wide)


def test_a_line_alone_says_its_figures_and_the_newest_with_its_name() -> None:
    drawing = chart_of(line(5.2, 6.4)).wide
    assert "5.2" in text_of(drawing)
    assert "Hampshire 6.4%" in text_of(drawing)


def test_of_two_lines_only_the_newest_figures_are_written() -> None:
    assert "5.2" not in text_of(chart_of(line(5.2, 6.4), line(20, role="group")).wide)


def test_context_lies_beneath_and_carries_no_marks() -> None:
    drawing = chart_of(line(5, 6), line(7, 8, name="Kent", role="context")).wide
    strokes = [m.colour for m in of(drawing, marks.Line) if m.colour in {marks.SUBJECT, marks.FAINT}]
    assert strokes == [marks.FAINT, marks.SUBJECT]
    assert len(of(drawing, marks.Dot)) == 2


def test_points_stand_where_their_time_is_not_where_their_turn_is() -> None:
    points = tuple(Point(str(x), 5, x=x) for x in (2004.0, 2005.0, 2009.0))
    one, two, three = [dot.x for dot in of(chart_of(Series("A", points)).wide, marks.Dot)]
    assert three - two == pytest.approx(4 * (two - one), abs=0.5)


def test_a_decimal_is_drawn_where_its_float_would_be() -> None:
    assert chart_of(line(Decimal("5.25"), Decimal(6))) == chart_of(line(5.25, 6))


def test_on_the_phone_years_are_shortened_and_none_runs_into_the_next() -> None:
    points = tuple(Point(f"{year}–{year % 100 + 1:02}", 5) for year in range(2001, 2011))
    drawing = chart_of(Series("A", points)).narrow
    assert "’10–11" in text_of(drawing)
    assert not collisions(drawing)


def test_a_straight_line_lies_dashed_beneath_the_figures() -> None:
    drawn = line_chart(
        [line(10, 30, 20)], unit="%", title="A", description="B", beneath=straight_line((0, 10), (2, 20))
    )
    for drawing in sheets(drawn):
        first = drawing.marks[0]
        assert isinstance(first, marks.Line)
        assert first.dash
        assert not off_the_paper(drawing)
