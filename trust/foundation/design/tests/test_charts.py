"""What holds of every chart: nothing off the paper, no words over words, nothing missing drawn as nought."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trust.foundation.design.charts import (
    Bracket,
    Chart,
    Comparator,
    Drawing,
    Pledged,
    Point,
    Row,
    Series,
    Target,
    bars,
    card_line,
    line_chart,
    marks,
    ranked_list,
    scales,
    sparkline,
)
from trust.foundation.design.charts.given import Role

LEVELS = st.floats(0, 9_000).map(lambda value: round(value, 2))
FIGURES = st.none() | LEVELS
COURSES = st.lists(FIGURES, min_size=1, max_size=12)

type Extent = tuple[float, float, float, float]


def course(*values: float | Decimal | None, margin: float = 0) -> tuple[Point, ...]:
    return tuple(
        Point(
            str(2000 + n),
            value,
            *((float(value) - margin, float(value) + margin) if margin and value else ()),
        )
        for n, value in enumerate(values)
    )


def line(
    *values: float | Decimal | None, name: str = "Hampshire", role: Role = "subject", margin: float = 0
) -> Series:
    return Series(name, course(*values, margin=margin), role)


def chart_of(*series: Series, target: Target | None = None, bracket: Bracket | None = None) -> Chart:
    return line_chart(series, unit="%", title="A", description="B", target=target, bracket=bracket)


def extent(words: marks.Words) -> Extent:
    width = scales.width_of(words.text, words.size, words.weight)
    left = words.x - {"start": 0.0, "middle": width / 2, "end": width}[words.anchor]
    return left, words.y - words.size * 0.75, left + width, words.y + words.size * 0.2


def text_of(drawing: Drawing) -> list[str]:
    return [words.text for words in drawing.marks if isinstance(words, marks.Words)]


def of[M](drawing: Drawing, kind: type[M]) -> list[M]:
    return [mark for mark in drawing.marks if isinstance(mark, kind)]


def collisions(drawing: Drawing) -> list[tuple[str, str]]:
    placed = [(words.text, extent(words)) for words in of(drawing, marks.Words)]
    return [
        (one, other)
        for (one, a), (other, b) in combinations(placed, 2)
        if a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
    ]


def corners(mark: marks.Mark) -> Iterator[marks.Spot]:
    match mark:
        case marks.Line() | marks.Area():
            yield from mark.spots
        case marks.Dot():
            yield from ((mark.x - mark.radius, mark.y), (mark.x + mark.radius, mark.y))
        case marks.Box():
            yield from ((mark.x, mark.y), (mark.x + mark.width, mark.y + mark.height))
        case marks.Words():
            left, top, right, bottom = extent(mark)
            yield from ((left, top), (right, bottom))
        case _:
            raise AssertionError(mark)


def off_the_paper(drawing: Drawing, slack: float = 1) -> list[marks.Mark]:
    return [
        mark
        for mark in drawing.marks
        for x, y in corners(mark)
        if not (-slack <= x <= drawing.width + slack and -slack <= y <= drawing.height + slack)
    ]


def sheets(chart: Chart) -> tuple[Drawing, Drawing]:
    return chart.wide, chart.narrow


# Lines over time


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
@given(COURSES, LEVELS, LEVELS, st.integers(1, 8))
def test_a_path_to_any_target_stays_on_the_paper(
    values: list[float | None], start: float, end: float, years: int
) -> None:
    target = Target("Target: 15", 0, start, len(values) - 1 + years, end, by="2012")
    timed = tuple(Point(p.label, p.value, x=float(n)) for n, p in enumerate(course(*values)))
    for drawing in sheets(chart_of(Series("Hampshire", timed), target=target)):
        assert not off_the_paper(drawing)


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


# Cards and sparklines


def card(*values: float | None, margin: float = 0) -> Drawing:
    return card_line(course(*values, margin=margin), unit="%", title="A", description="B")


def spark(*values: float | None, target: float | None = None) -> Drawing:
    return sparkline(course(*values), title="A", description="B", target=target)


@settings(max_examples=60, deadline=None)
@given(COURSES, st.floats(0, 50))
def test_a_card_of_any_figures_stays_on_its_paper_and_its_words_apart(
    values: list[float | None], margin: float
) -> None:
    assert not off_the_paper(card(*values, margin=margin), slack=3)
    assert not collisions(card(*values, margin=margin))


@settings(max_examples=60, deadline=None)
@given(COURSES, FIGURES)
def test_a_sparkline_of_any_figures_stays_on_its_paper(
    values: list[float | None], target: float | None
) -> None:
    assert not off_the_paper(spark(*values, target=target))


def test_a_card_writes_each_figure_above_its_mark() -> None:
    drawing = card(5.4, 5.1, 5.6, 5.2)
    tops = {words.text: words.y for words in of(drawing, marks.Words)}
    assert [
        tops[text] < dot.y
        for text, dot in zip(("5.4", "5.1", "5.6", "5.2"), of(drawing, marks.Dot), strict=True)
    ]


def test_equal_figures_make_a_level_line_in_the_middle() -> None:
    (stroke,) = of(spark(7, 7, 7), marks.Line)
    assert {y for _, y in stroke.spots} == {26.0}


def test_a_sparkline_carries_no_words_and_marks_only_the_newest() -> None:
    drawing = spark(7, 8, 9)
    assert not text_of(drawing)
    assert len(of(drawing, marks.Dot)) == 1


@pytest.mark.parametrize("draw", [card, spark])
def test_small_lines_without_a_figure_have_no_mark(draw: object) -> None:
    assert callable(draw)
    assert not of(draw(None, None), marks.Dot)
    assert not of(draw(), marks.Dot)


# Places in order

PLACES = (Row("Hart", 8.6), Row("Gosport", 21.8), Row("Winchester", None), Row("Havant", 24.5))


def ranked(*rows: Row, comparator: Comparator | None = None) -> Chart:
    return ranked_list(rows, unit="%", title="A", description="B", comparator=comparator)


def test_the_largest_comes_first_and_what_is_missing_last_in_words() -> None:
    words = sorted(of(ranked(*PLACES).wide, marks.Words), key=lambda word: word.y)
    names = [word.text for word in words if word.anchor == "end"]
    assert names == ["Havant", "Gosport", "Hart", "Winchester"]
    assert "not published" in text_of(ranked(*PLACES).wide)


def test_the_box_of_a_place_is_its_interval_and_the_upright_stands_in_it() -> None:
    drawing = ranked(Row("Havant", 24.5, 23, 26)).wide
    (box,) = of(drawing, marks.Box)
    (upright,) = [m for m in of(drawing, marks.Line) if m.width == 3]
    assert box.x < upright.spots[0][0] < box.x + box.width


def test_the_comparator_stands_between_the_places_it_divides() -> None:
    drawing = ranked(*PLACES, comparator=Comparator("county", 14.6)).wide
    uprights = sorted(m.spots[0][0] for m in of(drawing, marks.Line) if m.width == 3)
    (divide,) = [m.spots[0][0] for m in of(drawing, marks.Line) if m.dash]
    assert uprights[0] < divide < uprights[1]
    assert "county 14.6" in text_of(drawing)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(FIGURES, min_size=1, max_size=11),
    FIGURES,
)
def test_ranked_places_stay_on_the_paper_and_their_words_apart(
    values: list[float | None], comparator: float | None
) -> None:
    rows = [Row(f"Basingstoke and Deane {n}", value) for n, value in enumerate(values)]
    beside = None if comparator is None else Comparator("county", comparator)
    for drawing in sheets(ranked(*rows, comparator=beside)):
        assert not off_the_paper(drawing)
        assert not collisions(drawing)


def test_no_place_at_all_can_still_be_drawn() -> None:
    assert not off_the_paper(ranked().wide)


# What partners put in

PLEDGES = (
    Pledged("Hampshire County Council", 180_000, 140_000),
    Pledged("Hampshire Primary Care Trust", 90_000, None),
    Pledged("Jobcentre Plus", in_kind="1.5 advisers, since June"),
)


def pledged(*pledges: Pledged) -> Chart:
    return bars(pledges, title="A", description="B")


def test_the_outline_is_what_was_promised_and_the_fill_what_is_paid() -> None:
    boxes = of(pledged(*PLEDGES).wide, marks.Box)
    outlines = [box.width for box in boxes if box.fill == "none"]
    fills = [box.width for box in boxes if box.fill != "none"]
    assert outlines[1] == pytest.approx(outlines[0] / 2, abs=0.2)
    assert fills == [pytest.approx(outlines[0] * 140 / 180, abs=0.2)]


def test_paid_and_not_told_are_said_apart_and_a_gift_in_kind_has_no_bar() -> None:
    said = " | ".join(text_of(pledged(*PLEDGES).wide))
    assert "£180,000 promised, £140,000 paid" in said
    assert "£90,000 promised, paid not told" in said
    assert "1.5 advisers, since June" in said


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 9_999_999), st.none() | st.integers(0, 9_999_999)), min_size=1, max_size=8
    )
)
def test_any_pledges_stay_on_the_paper_and_their_words_apart(amounts: list[tuple[int, int | None]]) -> None:
    made = [Pledged("Hampshire Primary Care Trust", amount, paid) for amount, paid in amounts]
    for drawing in sheets(pledged(*made)):
        assert not off_the_paper(drawing)
        assert not collisions(drawing)


# Scales


@given(st.floats(0.001, 1e7), st.integers(4, 7))
def test_ticks_start_at_nought_reach_the_highest_and_stay_few(highest: float, most: int) -> None:
    steps = scales.ticks(0, highest, most=most)
    assert steps[0] == 0
    assert steps[-1] >= highest * (1 - 1e-9)
    assert len(steps) <= most


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(10, 60)), max_size=6))
def test_blocks_that_are_spread_never_lie_over_each_other(blocks: list[tuple[float, float]]) -> None:
    centres, heights = [centre for centre, _ in blocks], [height for _, height in blocks]
    tops = scales.spread(centres, heights, top=0, bottom=400)
    laid = sorted(zip(tops, heights, strict=True))
    assert all(
        top + height <= after + 1e-6 for (top, height), (after, _) in zip(laid, laid[1:], strict=False)
    )
