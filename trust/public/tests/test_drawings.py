from datetime import date
from uuid import UUID

import pytest

from trust.public import queries
from trust.public.queries import Thread
from trust.vision.plan.queries import published

JUNE = date(2010, 6, 8)

pytestmark = pytest.mark.usefixtures("town")


def thread(words: str, *, on: date = JUNE) -> Thread:
    found = published(on)
    assert found
    key: UUID = next(p.id for p in found.plan.priorities if words in p.title)
    return queries.thread(key, on=on)


def test_the_gap_is_drawn_for_desk_and_phone_with_words_for_who_cannot_see_it() -> None:
    need = thread("pregnant").needs[0]
    assert need.chart
    assert need.chart.wide.width > need.chart.narrow.width
    assert need.story
    assert need.story.sentence in need.chart.wide.description
    assert "in 2008" in need.chart.wide.description


def test_a_need_with_nothing_beside_it_is_not_drawn_as_a_gap() -> None:
    assert thread("sent home").needs[0].chart is None


def test_those_doing_worst_have_diamonds_and_all_children_rounds() -> None:
    everyone, worst = thread("pregnant").changed
    assert (everyone.of_group, worst.of_group) == (False, True)


def test_a_path_is_told_from_its_baseline_to_its_target() -> None:
    chart = thread("pregnant").changed[0].chart
    assert chart
    assert "from 35.9 in 1998 to 18 in 2010" in chart.wide.description


def test_gifts_in_kind_alone_have_no_bars() -> None:
    assert thread("pregnant").bars
    in_kind = thread("our poorest places", on=date(2008, 6, 8))
    assert {line.given for line in in_kind.pledges} == {"goods or services", "people"}
    assert in_kind.bars is None


def test_every_letter_beside_a_figure_is_explained_once() -> None:
    marks = [mark.value for mark in thread("pregnant").needs[0].marks]
    assert marks == sorted(set(marks))
    assert "r" in marks
