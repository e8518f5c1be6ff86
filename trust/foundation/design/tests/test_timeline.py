"""The drawing of promised days: a shape for each state, reached by the keyboard, on the paper."""

from trust.foundation.design.charts.marks import Area, Box, Dot, Drawing, Line, Place, Silent, Words
from trust.foundation.design.charts.timeline import Cell, Lane, Span, timeline

QUARTERS = tuple(f"Q{n}" for n in range(12))
CELLS = (
    Cell(0, "reached", 1, "First quarter, one reached: a room"),
    Cell(4, "late", 3, "Fifth quarter, three late"),
    Cell(4, "coming", 2, "Fifth quarter, two to come", "/promise/1/"),
)
LANES = (Lane("Fewer young women become pregnant before they are 18", CELLS), Lane("Nothing yet", ()))


def both(now: float | None = 4.5) -> tuple[Drawing, Drawing]:
    chart = timeline(LANES, Span(QUARTERS, now, "8 June 2010"), title="When", description="Six days")
    return chart.wide, chart.narrow


def places(drawing: Drawing) -> list[Place]:
    return [mark for mark in drawing.marks if isinstance(mark, Place)]


def still(drawing: Drawing) -> list[object]:
    return [mark for one in drawing.marks if isinstance(one, Silent) for mark in one.marks]


def test_every_cell_is_reached_by_the_keyboard_and_says_what_is_in_it() -> None:
    for drawing in both():
        assert [place.label for place in places(drawing)] == [cell.says for cell in CELLS]
        assert places(drawing)[2].address == "/promise/1/"


def test_each_state_has_a_shape_of_its_own() -> None:
    for drawing in both():
        assert [type(place.marks[0]) for place in places(drawing)] == [Box, Area, Dot]


def test_more_than_one_is_told_in_figures() -> None:
    wide, _ = both()
    told = [[m.text for m in place.marks if isinstance(m, Words)] for place in places(wide)]
    assert told == [[], ["3"], ["2"]]


def test_two_states_of_one_period_stand_below_each_other() -> None:
    wide, _ = both()
    late, coming = places(wide)[1].marks[0], places(wide)[2].marks[0]
    assert isinstance(late, Area)
    assert isinstance(coming, Dot)
    assert coming.y > late.spots[0][1] + 16


def test_no_word_leaves_the_paper_and_no_name_runs_into_the_next() -> None:
    for drawing in both():
        for mark in still(drawing):
            if isinstance(mark, Words):
                assert 0 <= mark.x <= drawing.width
                assert mark.y <= drawing.height


def test_the_day_is_a_dashed_line_and_outside_the_plan_there_is_none() -> None:
    wide, _ = both()
    assert [mark.dash for mark in still(wide) if isinstance(mark, Line) and mark.dash] == ["4 4", "4 4"]
    wide, _ = both(now=None)
    assert not [mark for mark in still(wide) if isinstance(mark, Line) and mark.dash]


def test_a_plan_without_a_lane_is_still_a_drawing() -> None:
    chart = timeline((), Span(QUARTERS), title="When", description="None")
    assert chart.wide.height > 0


def test_on_the_phone_no_line_runs_through_a_name() -> None:
    _, narrow = both()
    marks = still(narrow)
    names = [mark.y for mark in marks if isinstance(mark, Words) and mark.size == 14]
    uprights = [m.spots for m in marks if isinstance(m, Line) and m.spots[0][0] == m.spots[1][0]]
    assert names
    assert not [y for y in names for top, end in uprights if top[1] <= y - 5 <= end[1]]
