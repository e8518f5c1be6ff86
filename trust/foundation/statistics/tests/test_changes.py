import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.changes import (
    ChangeInGap,
    Period,
    change_in_gap_of_proportions,
    change_in_gap_of_rates,
)
from trust.foundation.statistics.intervals import Tally
from trust.foundation.statistics.words import Direction, Polarity, Verdict

BEHIND = Period(group=Tally(200, 500), others=Tally(600, 1000))


def then(group: int, others: int) -> ChangeInGap:
    """What became of 40 per cent of the group and 60 per cent of the others."""
    later = Period(group=Tally(group, 500), others=Tally(others, 1000))
    return change_in_gap_of_proportions(before=BEHIND, after=later, polarity=Polarity.HIGH)


def test_a_gap_narrows_because_the_group_did_better() -> None:
    change = then(group=260, others=600)
    assert change.verdict is Verdict.NARROWED
    assert change.group_improved
    assert not change.others_worsened
    assert not change.levelled_down


def test_a_gap_narrowed_only_because_the_others_fell_is_levelling_down() -> None:
    change = then(group=200, others=480)
    assert change.verdict is Verdict.NARROWED
    assert change.levelled_down
    assert change.others_worsened
    assert change.group.direction is Direction.NO_CLEAR_CHANGE


def test_a_gap_narrowed_while_both_fell_is_levelling_down() -> None:
    change = then(group=190, others=440)
    assert change.verdict is Verdict.NARROWED
    assert change.levelled_down


def test_a_gap_widens() -> None:
    assert then(group=200, others=720).verdict is Verdict.WIDENED


def test_a_small_change_is_no_clear_change() -> None:
    change = then(group=215, others=600)
    assert change.verdict is Verdict.NO_CLEAR_CHANGE
    assert change.change.value == pytest.approx(-3)
    assert not change.change.excludes(0)
    assert not change.levelled_down


def test_a_group_that_overtakes_has_not_just_narrowed_the_gap() -> None:
    assert then(group=400, others=600).verdict is Verdict.REVERSED


def test_a_group_that_draws_level_has_narrowed_the_gap() -> None:
    assert then(group=302, others=600).verdict is Verdict.NARROWED


def test_a_lead_that_shrinks_is_a_gap_that_narrows() -> None:
    ahead = Period(group=Tally(400, 500), others=Tally(500, 1000))
    level = Period(group=Tally(260, 500), others=Tally(500, 1000))
    change = change_in_gap_of_proportions(before=ahead, after=level, polarity=Polarity.HIGH)
    assert change.verdict is Verdict.NARROWED
    assert change.levelled_down


def test_the_test_is_of_the_change_with_the_published_error() -> None:
    change = then(group=260, others=600)
    error = 100 * math.sqrt(0.6 * 0.4 / 1000 + 0.4 * 0.6 / 500 + 0.6 * 0.4 / 1000 + 0.52 * 0.48 / 500)
    assert change.z == pytest.approx(-12 / error)
    assert change.change.upper == pytest.approx(-12 + 1.959963984540054 * error)


def test_the_worked_standard_error_of_one_gap() -> None:
    """SE 2.6833 points for 600/1000 and 200/500, so root two times that where nothing has changed."""
    change = then(group=200, others=600)
    assert change.change.upper / 1.959963984540054 == pytest.approx(2.6833 * math.sqrt(2), abs=1e-4)
    assert change.p == 1


def test_five_children_do_not_make_us_sure() -> None:
    before = Period(group=Tally(0, 5), others=Tally(5, 5))
    after = Period(group=Tally(4, 4), others=Tally(5, 5))
    assert change_in_gap_of_proportions(before=before, after=after, polarity=Polarity.HIGH).p > 1e-6


def test_more_than_all_of_a_group_is_refused() -> None:
    with pytest.raises(ValueError, match="must not be more than its denominator"):
        then(group=501, others=600)


def test_rates_where_fewer_is_better() -> None:
    before = Period(group=Tally(250, 5000), others=Tally(600, 20_000))
    after = Period(group=Tally(180, 5000), others=Tally(590, 20_000))
    change = change_in_gap_of_rates(before=before, after=after, polarity=Polarity.LOW)
    error = 1000 * math.sqrt(250 / 5000**2 + 600 / 20_000**2 + 180 / 5000**2 + 590 / 20_000**2)
    assert change.before.value == pytest.approx(20)
    assert change.after.value == pytest.approx(6.5)
    assert change.z == pytest.approx(-13.5 / error)
    assert change.verdict is Verdict.NARROWED
    assert change.group_improved


def test_no_events_at_all_is_no_clear_change() -> None:
    none = Period(group=Tally(0, 50), others=Tally(0, 500))
    change = change_in_gap_of_rates(before=none, after=none, polarity=Polarity.LOW)
    assert change.verdict is Verdict.NO_CLEAR_CHANGE


@given(st.integers(0, 500), st.integers(0, 1000))
def test_narrowed_and_widened_are_only_said_past_the_test(group: int, others: int) -> None:
    change = then(group, others)
    assert change.p < 0.05 or change.verdict is Verdict.NO_CLEAR_CHANGE
    assert change.change.lower < change.change.value < change.change.upper


@given(st.integers(0, 500), st.integers(0, 1000))
def test_levelling_down_is_never_said_where_the_group_rose(group: int, others: int) -> None:
    assert not (then(group, others).levelled_down and group > 200)
