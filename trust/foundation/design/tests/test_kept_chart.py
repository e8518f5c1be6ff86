"""Promises as one mark each."""

from trust.foundation.design.charts.kept import KEY, SIDE, STEP, Promised, kept_chart
from trust.foundation.design.charts.marks import Box, Words

ROWS = [
    Promised("Hart", ("done", "partly", "not done", "no evidence", "to come", "withdrawn"), "1 of 4"),
    Promised("A partner whose name does not fit on one line at all", ("done",) * 30, "30 of 30"),
]


def test_every_promise_has_a_mark_beside_those_of_the_key() -> None:
    chart = kept_chart(ROWS, title="Kept", description="One mark each.")
    for drawing in (chart.wide, chart.narrow):
        squares = [mark for mark in drawing.marks if isinstance(mark, Box) and mark.width == SIDE]
        assert len(squares) == 4 + 30 + 4
        words = {mark.text for mark in drawing.marks if isinstance(mark, Words)}
        assert {word for _, word in KEY} <= words
        assert {"1 of 4", "30 of 30"} <= words


def test_marks_wrap_and_stay_within_the_sheet() -> None:
    for drawing in (
        kept_chart(ROWS, title="", description="").wide,
        kept_chart(ROWS, title="", description="").narrow,
    ):
        boxes = [mark for mark in drawing.marks if isinstance(mark, Box)]
        assert max(mark.x + mark.width for mark in boxes) <= drawing.width
        assert max(mark.y + mark.height for mark in boxes) <= drawing.height
        assert drawing.height < 40 * STEP


def test_nobody_promised_anything() -> None:
    assert kept_chart([], title="", description="").wide.height < 60
