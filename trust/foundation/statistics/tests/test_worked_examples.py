"""Worked examples as their papers print them, to the places printed; and figures that are not there."""

import numpy as np
import pytest

from trust.foundation.statistics.funnels import funnel_of_proportions, funnel_of_ratios
from trust.foundation.statistics.gaps import gap_of_proportions
from trust.foundation.statistics.intervals import Tally
from trust.foundation.statistics.proportions import wilson
from trust.foundation.statistics.quantiles import quantile_groups
from trust.foundation.statistics.rates import byars, exact_poisson, rates
from trust.foundation.statistics.words import Polarity


@pytest.mark.parametrize(
    ("count", "out_of", "lower", "upper"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_newcombe_s_table_of_one_proportion(count: int, out_of: int, lower: float, upper: float) -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3."""
    found = wilson(count, out_of).only()
    assert (found.lower, found.upper) == pytest.approx((lower, upper), abs=5e-5)


@pytest.mark.parametrize(
    ("counts", "apart", "lower", "upper"),
    [
        ((56, 70, 48, 80), 0.2, 0.0524, 0.3339), ((9, 10, 3, 10), 0.6, 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.5714, 0.0582, 0.8062), ((5, 56, 0, 29), 0.0893, -0.0381, 0.1926),
        ((0, 10, 0, 20), 0, -0.1611, 0.2775), ((0, 10, 0, 10), 0, -0.2775, 0.2775),
        ((10, 10, 0, 20), 1, 0.6791, 1), ((10, 10, 0, 10), 1, 0.6075, 1),
    ],
)  # fmt: skip
def test_newcombe_s_table_of_differences(
    counts: tuple[int, int, int, int], apart: float, lower: float, upper: float
) -> None:
    """R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10."""
    group, others = Tally(*counts[:2]), Tally(*counts[2:])
    found = gap_of_proportions(group=group, others=others, polarity=Polarity.LOW, per=1)
    assert (found.value, found.lower, found.upper) == pytest.approx((apart, lower, upper), abs=5e-5)


@pytest.mark.parametrize(
    ("count", "lower", "upper"),
    [(0, 0, 3.689), (1, 0.0253, 5.572), (5, 1.623, 11.668), (10, 4.795, 18.390), (30, 20.241, 42.827)],
)
def test_garwood_s_table_of_counts(count: int, lower: float, upper: float) -> None:
    """F. Garwood, Biometrika 28 (1936) 437-442, as tables of the Poisson distribution print it."""
    assert tuple(float(side) for side in exact_poisson(count)) == pytest.approx((lower, upper), abs=6e-4)


def test_four_deaths_where_3_3_were_expected() -> None:
    """The example of OpenEpi's documentation of the standardised mortality ratio."""
    assert [float(side) / 3.3 for side in byars(4)] == pytest.approx([0.3258, 3.103], abs=5e-4)
    assert [float(side) / 3.3 for side in exact_poisson(4)] == pytest.approx([0.3303, 3.104], abs=5e-4)


def test_no_limit_of_a_funnel_is_on_the_wrong_side_of_its_target() -> None:
    share, ratio = funnel_of_proportions(0.01, [1, 2, 3, 500]), funnel_of_ratios([0.001, 0.01, 1])
    assert (share.upper >= 0.01).all()
    assert (ratio.upper >= 1).all()
    assert (funnel_of_proportions(0.99, [1, 2, 3]).lower <= 0.99).all()


def test_what_is_masked_or_none_is_missing_and_no_figure() -> None:
    masked = np.ma.MaskedArray([1, 2], mask=[True, False])
    assert np.isnan(wilson(masked, [4, 4]).value).tolist() == [True, False]
    assert np.isnan(rates(np.array([None, 2], dtype=object), [4, 4]).upper).tolist() == [True, False]
    assert quantile_groups(np.ma.MaskedArray([9.0, 1, 2], mask=[True, False, False]), 2).tolist() == [0, 1, 2]
