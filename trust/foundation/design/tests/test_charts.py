"""Small lines, places in order and pledges: nothing off the paper, no words over words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trust.foundation.design.charts import (
    Chart,
    Comparator,
    Drawing,
    Pledged,
    Row,
    bars,
    card_line,
    marks,
    ranked_list,
    scales,
    sparkline,
)
from trust.foundation.design.tests.drawings import (
    COURSES,
    FIGURES,
    collisions,
    course,
    of,
    off_the_paper,
    sheets,
    text_of,
)

# Cards and sparklines


def card(*values: float | None, margin: float = 0) -> Drawing:
    return card_line(course(*values, margin=margin), title="A", description="B")


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


def test_why_a_figure_is_withheld_is_said_in_full_on_the_phone() -> None:
    why = "withheld so that nobody can be recognised"
    drawing = ranked(Row("Hart", None, missing=why), Row("Gosport", None, missing=why)).narrow
    assert " ".join(text_of(drawing)).count(why) == 2
    assert not collisions(drawing)
    assert not off_the_paper(drawing)


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
