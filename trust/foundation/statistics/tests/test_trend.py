"""A trend is one line through five or more years, and is said only past the test."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.intervals import Tally
from trust.foundation.statistics.trend import trend_of_proportions, trend_of_rates, weighted_trend
from trust.foundation.statistics.words import Direction, Polarity

HALF, MORE = Tally(500, 1000), Tally(560, 1000)
RISING = [Tally(count, 1000) for count in (500, 515, 530, 545, 560)]
TALLIES = st.lists(
    st.tuples(st.integers(0, 50), st.integers(50, 400)).map(lambda pair: Tally(*pair)),
    min_size=5,
    max_size=12,
)


def test_the_published_example_of_drink_and_malformation() -> None:
    """Graubard and Korn 1987, as in Agresti 2002, table 3.7: trend 6.57 (p = 0.010) of 12.08 in all."""
    counts, without = (48, 38, 5, 1, 1), (17066, 14464, 788, 126, 37)
    groups = [Tally(x, x + y) for x, y in zip(counts, without, strict=True)]
    found = trend_of_proportions(groups, Polarity.LOW, at=(0, 0.5, 1.5, 4, 7))
    assert found.chi_squared == pytest.approx(6.57, abs=0.005)
    assert found.p == pytest.approx(0.0104, abs=5e-5)
    assert found.p_of_bends == pytest.approx(0.138, abs=5e-4)
    assert found.direction is Direction.WORSE


def test_better_or_worse_by_what_is_good_for_children() -> None:
    assert trend_of_proportions(RISING, Polarity.HIGH).direction is Direction.BETTER
    assert trend_of_proportions(RISING, Polarity.LOW).direction is Direction.WORSE
    assert trend_of_proportions([HALF] * 5, Polarity.HIGH).direction is Direction.NO_CLEAR_CHANGE


def test_the_change_is_so_much_a_year_in_the_unit_asked_for() -> None:
    found = trend_of_proportions(RISING, Polarity.HIGH, per=100)
    assert found.a_year.value == pytest.approx(1.5)
    assert found.value_at(0) == pytest.approx(50)
    assert found.value_at(4) == pytest.approx(56)
    assert found.is_clear
    assert found.is_steady
    assert found.a_year.excludes(0)


def test_two_groups_make_the_trend_test_the_two_proportion_test() -> None:
    """With everyone in the first and last years it is chi-squared on one degree of freedom: z = 2.6881."""
    nearly_two = [HALF, Tally(0, 1), Tally(1, 1), Tally(0, 1), MORE]
    assert trend_of_proportions(nearly_two, Polarity.HIGH).chi_squared == pytest.approx(2.6881**2, rel=5e-3)


def test_a_year_that_is_missing_leaves_its_place_empty() -> None:
    gap = trend_of_proportions(
        [*RISING[:2], *RISING[3:], Tally(575, 1000)], Polarity.HIGH, at=(0, 1, 3, 4, 5)
    )
    assert gap.a_year.value == pytest.approx(0.015)
    assert gap.is_steady


def test_what_rose_and_fell_is_not_steady() -> None:
    bent = [Tally(count, 1000) for count in (400, 480, 560, 600, 500, 470)]
    found = trend_of_proportions(bent, Polarity.HIGH)
    assert found.is_clear
    assert not found.is_steady


def test_rare_events_are_alike_as_a_share_and_as_a_rate() -> None:
    rare = [Tally(count, 100_000) for count in (20, 25, 31, 33, 41)]
    rate = trend_of_rates(rare, Polarity.LOW, per=1)
    share = trend_of_proportions(rare, Polarity.LOW)
    assert rate.chi_squared == pytest.approx(share.chi_squared, rel=1e-3)
    assert rate.a_year.value == pytest.approx(share.a_year.value)


def test_a_rate_may_be_of_more_events_than_children() -> None:
    often = [Tally(count, 100) for count in (150, 180, 200, 230, 260)]
    assert trend_of_rates(often, Polarity.LOW).direction is Direction.WORSE
    with pytest.raises(ValueError, match="must not be more than its denominator"):
        trend_of_proportions(often, Polarity.LOW)


def test_weights_give_the_very_line_that_numpy_fits() -> None:
    values, errors, years = [5.0, 5.4, 5.1, 6.0, 6.6, 6.3], [0.2, 0.3, 0.2, 0.1, 0.4, 0.2], [0, 1, 2, 4, 5, 6]
    [slope, start], spread = np.polyfit(years, values, 1, w=1 / np.array(errors), cov="unscaled")
    found = weighted_trend(values, errors, Polarity.HIGH, at=years)
    assert found.a_year.value == pytest.approx(slope)
    assert found.value_at(0) == pytest.approx(start)
    assert found.chi_squared == pytest.approx(slope**2 / spread[0, 0])


@given(TALLIES)
def test_backwards_is_the_same_line_the_other_way(years: list[Tally]) -> None:
    forth, back = (trend_of_proportions(some, Polarity.HIGH) for some in (years, years[::-1]))
    assert forth.a_year.value == pytest.approx(-back.a_year.value, abs=1e-12)
    assert forth.p == pytest.approx(back.p)
    assert forth.is_clear == forth.a_year.excludes(0)


@pytest.mark.parametrize("years", [0, 4])
def test_four_years_are_not_a_trend(years: int) -> None:
    for trend in (trend_of_proportions, trend_of_rates):
        with pytest.raises(ValueError, match="at least five years"):
            trend([HALF] * years, Polarity.HIGH)
    with pytest.raises(ValueError, match="at least five years"):
        weighted_trend([1.0] * years, [1.0] * years, Polarity.HIGH)


def test_a_trend_of_nobody_is_no_clear_change() -> None:
    for trend in (trend_of_proportions, trend_of_rates):
        found = trend([Tally(0, 10)] * 5, Polarity.LOW)
        assert found.direction is Direction.NO_CLEAR_CHANGE
        assert found.value_at(3) == 0


def test_years_out_of_order_and_errors_of_nought_are_refused() -> None:
    with pytest.raises(ValueError, match="the oldest first"):
        trend_of_rates(RISING, Polarity.LOW, at=(0, 1, 1, 2, 3))
    with pytest.raises(ValueError, match="more than nought"):
        weighted_trend([1, 2, 3, 4, 5], [1, 1, 0, 1, 1], Polarity.LOW)
