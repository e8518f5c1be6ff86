"""Bars in parts: on one scale, told apart without colour, with every figure in words."""

import pytest

from trust.foundation.design.charts.marks import Box, Drawing, Line, Words
from trust.foundation.design.charts.stacks import Stack, stacked_bars

PARTS = ("single agency", "aligned", "pooled")
STACKS = (
    Stack("County Council", (180_000, 95_000, 0)),
    Stack("Primary Care Trust", (0, 0, 60_000), "one gift of rooms"),
    Stack("Jobcentre Plus", (0, 0, 0), "two gifts of staff time"),
)


def both() -> tuple[Drawing, Drawing]:
    chart = stacked_bars(STACKS, PARTS, title="Who puts in what", description="£335,000 in all")
    return chart.wide, chart.narrow


def bars(drawing: Drawing) -> list[Box]:
    """The bars themselves, below the key."""
    return [mark for mark in drawing.marks if isinstance(mark, Box) and mark.height == 20]


def words(drawing: Drawing) -> str:
    return " ".join(mark.text for mark in drawing.marks if isinstance(mark, Words))


def test_the_widths_are_on_one_scale_and_the_parts_follow_each_other() -> None:
    for drawing in both():
        first, second, third = bars(drawing)
        assert first.width / second.width == pytest.approx(180 / 95, rel=0.01)
        assert first.width / third.width == pytest.approx(3, rel=0.01)
        assert second.x == pytest.approx(first.x + first.width, abs=0.2)
        assert second.x + second.width <= drawing.width


def test_every_figure_and_every_gift_is_in_words() -> None:
    for drawing in both():
        for told in ("£180,000 single agency", "£95,000 aligned", "£60,000 pooled", "two gifts"):
            assert told in words(drawing)


def test_the_third_part_is_hatched() -> None:
    wide, _ = both()
    assert [mark for mark in wide.marks if isinstance(mark, Line)]


def test_who_gives_no_money_has_no_bar() -> None:
    wide, _ = both()
    assert len(bars(wide)) == 3


def test_a_fourth_part_could_not_be_told_apart() -> None:
    with pytest.raises(ValueError, match="at most three"):
        stacked_bars(STACKS, ("a", "b", "c", "d"), title="", description="")
