import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.intervals import Interval, Tally
from trust.foundation.statistics.proportions import proportion, wilson
from trust.foundation.statistics.rates import exact_poisson, rate, rates
from trust.foundation.statistics.words import Polarity, Standing

sizes = st.integers(1, 1_000_000)


@st.composite
def tallies(draw: st.DrawFn) -> Tally:
    out_of = draw(sizes)
    return Tally(draw(st.integers(0, out_of)), out_of)


@given(tallies())
def test_a_proportion_lies_within_its_limits(tally: Tally) -> None:
    found = proportion(tally)
    assert 0 <= found.lower <= found.value <= found.upper <= 1


@given(tallies())
def test_those_who_do_and_those_who_do_not_mirror_each_other(tally: Tally) -> None:
    did, did_not = proportion(tally), proportion(Tally(tally.out_of - tally.count, tally.out_of))
    assert did.lower == pytest.approx(1 - did_not.upper, abs=1e-12)
    assert did.upper == pytest.approx(1 - did_not.lower, abs=1e-12)


@given(tallies(), st.integers(2, 50))
def test_more_children_make_a_proportion_surer(tally: Tally, times: int) -> None:
    few, many = proportion(tally), proportion(Tally(tally.count * times, tally.out_of * times))
    assert many.upper - many.lower < few.upper - few.lower


@given(st.integers(0, 100_000), sizes)
def test_a_rate_lies_within_its_limits(count: int, out_of: int) -> None:
    found = rate(Tally(count, out_of))
    assert 0 <= found.lower <= found.value <= found.upper


@given(st.integers(0, 10_000), sizes, st.integers(2, 50))
def test_more_children_make_a_rate_surer(count: int, out_of: int, times: int) -> None:
    few, many = rate(Tally(count, out_of)), rate(Tally(count * times, out_of * times))
    assert many.upper - many.lower < few.upper - few.lower


def test_the_worked_proportion() -> None:
    found = proportion(Tally(30, 200))
    assert (found.value, found.lower, found.upper) == pytest.approx((0.15, 0.1071359, 0.2060558), abs=5e-8)


def test_the_worked_rate() -> None:
    found = rate(Tally(25, 10_000), per=10_000)
    assert (found.value, found.lower, found.upper) == pytest.approx((25.0, 16.174, 36.906), abs=5e-4)


def test_no_events_can_still_have_a_rate_above_nought() -> None:
    found = rate(Tally(0, 1000))
    assert (found.lower, found.upper) == pytest.approx((0, -math.log(0.025)))


def test_limits_are_exact_below_ten_events_and_approximate_from_ten() -> None:
    nine_exact, ten_exact = exact_poisson([9, 10])[1]
    nine, ten = rates([9, 10], [1, 1], per=1).upper
    assert nine == nine_exact
    assert ten != ten_exact
    assert ten == pytest.approx(ten_exact, rel=1e-3)


def test_a_missing_figure_stays_missing_among_others() -> None:
    found = wilson([5, np.nan, 7], [10, 10, np.nan])
    assert np.isnan(found.lower).tolist() == [False, True, True]


def test_columns_keep_their_shape() -> None:
    assert wilson(np.ones((2, 3)), 4).upper.shape == (2, 3)


@pytest.mark.parametrize(
    ("count", "out_of", "sentence"),
    [
        (-1, 10, "A numerator must be nought or more."),
        (1, 0, "A denominator must be more than nought."),
        (1, -5, "A denominator must be more than nought."),
        (1.5, 10, "Children are counted in whole numbers."),
        (math.nan, 10, "Children are counted in whole numbers."),
        (math.inf, 10, "Children are counted in whole numbers."),
    ],
)
def test_what_cannot_be_counted_is_refused(count: int, out_of: int, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        Tally(count, out_of)


def test_an_endless_count_is_refused() -> None:
    with pytest.raises(ValueError, match="endless"):
        rates([math.inf], [1])


def test_more_than_all_of_them_is_refused() -> None:
    with pytest.raises(ValueError, match="must not be more than its denominator"):
        proportion(Tally(11, 10))


def test_two_districts_add_up() -> None:
    assert Tally(3, 10) + Tally(4, 20) == Tally(7, 30)


@pytest.mark.parametrize(
    ("benchmark", "polarity", "standing"),
    [
        (5, Polarity.HIGH, Standing.BETTER),
        (5, Polarity.LOW, Standing.WORSE),
        (25, Polarity.LOW, Standing.BETTER),
        (25, Polarity.ZERO, Standing.BETTER),
        (25, Polarity.HIGH, Standing.WORSE),
        (10, Polarity.HIGH, Standing.SIMILAR),
        (25, Polarity.NEUTRAL, Standing.LOWER),
        (5, Polarity.BAND, Standing.HIGHER),
    ],
)
def test_an_area_is_set_beside_a_benchmark(benchmark: float, polarity: Polarity, standing: Standing) -> None:
    assert Interval(15, 10, 20).standing(benchmark, polarity) is standing
