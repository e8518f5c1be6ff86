"""Which figures a pack has, and what is said to have changed in them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.words import Direction
from trust.vision.outcomes.rules.figures import Figure
from trust.vision.outcomes.words import Mark
from trust.vision.plan.rules.packs import Candidate, Why, changes, chosen, overdue

BETTER, SAME = Direction.BETTER, Direction.NO_CLEAR_CHANGE
KEYS = st.integers(0, 40).map(lambda n: f"ni-{n}@E10000014")
CANDIDATES = st.builds(Candidate, KEYS, st.text(max_size=5), st.sampled_from(Why), st.floats(0, 9))


def figure(year: int, value: float | None) -> Figure:
    return Figure(
        area="E10000014", period=str(year), order=year * 12 + 11, first_month=year * 12, numerator=None,
        denominator=None, value=value, lower=None, upper=None, mark=Mark.FINAL, published_on=None,
        known_on=date(year + 1, 6, 1), source="a source",
    )  # fmt: skip


def of(why: Why, *keys: str) -> list[Candidate]:
    return [Candidate(key, key, why) for key in keys]


def test_the_plan_comes_first_then_what_changed_then_what_is_worse() -> None:
    found = chosen([*of(Why.WORSE, "c"), *of(Why.KEPT, "d"), *of(Why.TURNED, "b"), *of(Why.PLAN, "a")])
    assert [one.key for one in found] == ["a", "b", "c", "d"]


def test_of_two_that_are_worse_the_one_further_behind_comes_first() -> None:
    near, far = Candidate("near", "a", Why.WORSE, 0.1), Candidate("far", "b", Why.WORSE, 0.4)
    assert [one.key for one in chosen([near, far])] == ["far", "near"]


def test_what_is_left_out_by_hand_makes_room() -> None:
    found = chosen(of(Why.KEPT, *"abcd"), dropped={"b"}, length=3)
    assert [one.key for one in found] == ["a", "c", "d"]


def test_what_is_put_in_by_hand_and_the_plan_are_never_crowded_out() -> None:
    found = chosen([*of(Why.PLAN, *"abc"), *of(Why.HAND, "z"), *of(Why.TURNED, "t")], length=2)
    assert [one.key for one in found] == ["a", "b", "c", "z"]


@given(st.lists(CANDIDATES, max_size=80), st.sets(KEYS, max_size=10))
def test_no_figure_comes_twice_or_against_a_choice_and_the_rest_are_twenty(
    candidates: list[Candidate], dropped: set[str]
) -> None:
    keys = [one.key for one in chosen(candidates, dropped=dropped)]
    must = {one.key for one in candidates if one.why in {Why.PLAN, Why.HAND}} - dropped
    assert len(keys) == len(set(keys))
    assert not dropped & set(keys)
    assert must <= set(keys)
    assert len(keys) == min(max(20, len(must)), len({one.key for one in candidates} - dropped))


def test_a_new_figure_is_told_beside_the_one_before() -> None:
    told = changes([figure(2007, 30.9)], [figure(2007, 30.9), figure(2008, 33.2)], said=(None, None))
    assert told == ("New figure for 2008: 33.2. Before that we had 30.9, for 2007.",)


def test_a_first_figure_is_told_as_one() -> None:
    assert changes([], [figure(2008, 33.2)], said=(None, SAME)) == ("First figure, for 2008: 33.2.",)


def test_a_period_that_was_published_empty_is_no_new_figure() -> None:
    assert changes([figure(2007, 30.9)], [figure(2007, 30.9), figure(2008, None)], said=(None, None)) == ()


def test_corrections_are_told_the_latest_two_and_the_rest_counted() -> None:
    before = [figure(year, 30.0) for year in range(2004, 2009)]
    now = [figure(year, 31.0) for year in range(2004, 2009)]
    assert changes(before, now, said=(None, None)) == (
        "The figure for 2007 was corrected from 30.0 to 31.0.",
        "The figure for 2008 was corrected from 30.0 to 31.0.",
        "Three earlier figures were corrected too.",
    )


def test_a_correction_too_small_to_print_is_not_told() -> None:
    assert changes([figure(2008, 30.01)], [figure(2008, 30.02)], said=(None, None)) == ()


def test_a_verdict_that_turned_is_told_only_where_both_were_tested() -> None:
    same = [figure(2008, 30.0)]
    assert changes(same, same, said=(BETTER, SAME)) == (
        "What can be said turned from “better” to “no clear change”.",
    )
    assert changes(same, same, said=(None, SAME)) == ()
    assert changes(same, same, said=(SAME, SAME)) == ()


# Of 2008, with a lag of 14 months: the next is of December 2009, out in February 2011 and missed from June.
@pytest.mark.parametrize(("day", "late"), [(date(2011, 5, 31), False), (date(2011, 6, 1), True)])
def test_a_yearly_figure_is_overdue_a_quarter_after_its_usual_lag(day: date, late: bool) -> None:
    assert overdue(figure(2008, 30.0), lag_months=14, frequency="yearly", on=day) is late


def test_a_figure_of_every_few_years_or_of_no_known_lag_is_never_overdue() -> None:
    old, day = figure(1998, 30.0), date(2011, 6, 1)
    assert not overdue(old, lag_months=14, frequency="every few years", on=day)
    assert not overdue(old, lag_months=None, frequency="yearly", on=day)
    assert not overdue(None, lag_months=14, frequency="yearly", on=day)
