import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.gaps import (
    gap_of_proportions,
    gap_of_rates,
    gaps_of_proportions,
    ratio_of_proportions,
    ratio_of_rates,
)
from trust.foundation.statistics.intervals import Interval, Tally
from trust.foundation.statistics.words import Polarity

GROUP, OTHERS = Tally(200, 500), Tally(600, 1000)
counts = st.integers(0, 500)


def test_the_worked_gap() -> None:
    gap = gap_of_proportions(group=GROUP, others=OTHERS, polarity=Polarity.HIGH)
    assert gap.value == pytest.approx(20.0)
    assert (gap.lower, gap.upper) == pytest.approx((14.6726, 25.1588), abs=1e-4)


def test_newcombes_own_example() -> None:
    """Newcombe 1998, table II, row (a): 56/70 less 48/80, method 10: 0.0524 to 0.3339."""
    gap = gap_of_proportions(group=Tally(48, 80), others=Tally(56, 70), polarity=Polarity.HIGH, per=1)
    assert (gap.value, gap.lower, gap.upper) == pytest.approx((0.2, 0.0524, 0.3339), abs=5e-5)


def test_newcombes_example_with_nobody() -> None:
    """Newcombe 1998, table II, row (h): 10/10 less 0/10, method 10: 0.6075 to 1."""
    gap = gap_of_proportions(group=Tally(0, 10), others=Tally(10, 10), polarity=Polarity.HIGH, per=1)
    assert (gap.value, gap.lower, gap.upper) == pytest.approx((1, 0.6075, 1), abs=5e-5)


def test_above_nought_always_means_the_group_does_worse() -> None:
    more_is_worse = gap_of_proportions(group=OTHERS, others=GROUP, polarity=Polarity.LOW)
    more_is_better = gap_of_proportions(group=GROUP, others=OTHERS, polarity=Polarity.HIGH)
    assert more_is_worse == more_is_better
    assert more_is_better.value > 0


@pytest.mark.parametrize("polarity", [Polarity.NEUTRAL, Polarity.BAND])
def test_a_gap_needs_a_better_direction(polarity: Polarity) -> None:
    with pytest.raises(ValueError, match="no better direction"):
        gap_of_rates(group=GROUP, others=OTHERS, polarity=polarity)


@given(counts, counts)
def test_swapping_the_groups_turns_the_gap_round(one: int, other: int) -> None:
    forth = gap_of_proportions(group=Tally(one, 500), others=Tally(other, 500), polarity=Polarity.HIGH)
    back = gap_of_proportions(group=Tally(other, 500), others=Tally(one, 500), polarity=Polarity.HIGH)
    assert (forth.lower, forth.upper) == pytest.approx((-back.upper, -back.lower))


@given(counts, counts)
def test_a_gap_lies_within_its_limits_and_they_within_the_possible(one: int, other: int) -> None:
    gap = gap_of_proportions(group=Tally(one, 500), others=Tally(other, 500), polarity=Polarity.LOW)
    assert -100.0000001 <= gap.lower <= gap.value <= gap.upper <= 100.0000001


@given(counts, counts)
def test_a_gap_of_rates_lies_within_its_limits(one: int, other: int) -> None:
    gap = gap_of_rates(group=Tally(one, 500), others=Tally(other, 900), polarity=Polarity.LOW)
    assert gap.lower <= gap.value <= gap.upper


def test_gaps_of_many_districts_at_once() -> None:
    together = gaps_of_proportions(([200, 48], [500, 80]), ([600, 56], [1000, 70]), Polarity.HIGH)
    assert together[0] == gap_of_proportions(group=GROUP, others=OTHERS, polarity=Polarity.HIGH)
    assert len(together) == 2


def test_a_ratio_and_its_limits() -> None:
    ratio = ratio_of_proportions(group=GROUP, others=OTHERS)
    spread = 1.959963984540054 * math.sqrt(1 / 200 - 1 / 500 + 1 / 600 - 1 / 1000)
    expected = (2 / 3, 2 / 3 * math.exp(-spread), 2 / 3 * math.exp(spread))
    assert (ratio.value, ratio.lower, ratio.upper) == pytest.approx(expected)


def test_a_ratio_of_rates_is_less_sure_than_one_of_proportions() -> None:
    of_rates = ratio_of_rates(group=GROUP, others=OTHERS)
    of_proportions = ratio_of_proportions(group=GROUP, others=OTHERS)
    assert of_rates.value == pytest.approx(of_proportions.value)
    assert of_rates.upper > of_proportions.upper


@pytest.mark.parametrize("ratio", [ratio_of_rates, ratio_of_proportions])
@pytest.mark.parametrize(("group", "others"), [(Tally(0, 9), Tally(3, 9)), (Tally(3, 9), Tally(0, 9))])
def test_a_ratio_of_none_is_refused(ratio: Callable[..., Interval], group: Tally, others: Tally) -> None:
    with pytest.raises(ValueError, match="show the gap instead"):
        ratio(group=group, others=others)


def test_a_ratio_of_two_whole_groups_is_one() -> None:
    assert ratio_of_proportions(group=Tally(9, 9), others=Tally(7, 7)).value == 1
