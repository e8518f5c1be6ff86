import numpy as np
import pytest
from scipy.stats import binom

from trust.foundation.statistics.funnels import (
    VERY_UNUSUAL,
    funnel_of_proportions,
    funnel_of_rates,
    funnel_of_ratios,
)

Z = 1.959963984540054


def test_a_large_area_has_the_normal_limits() -> None:
    found = funnel_of_proportions(0.5, 100_000).only()
    reach = Z * (0.25 / 100_000) ** 0.5
    # The smoothing of whole counts leaves half a child's width.
    assert (found.lower, found.upper) == pytest.approx((0.5 - reach, 0.5 + reach), abs=1e-5)


def test_the_steps_of_whole_children_are_smoothed() -> None:
    """Of 20 at a half, P(R <= 5) = 0.0207 and P(R <= 6) = 0.0577, so the limit lies between 5 and 6."""
    found = funnel_of_proportions(0.5, 20).only()
    below, at = binom.cdf(5, 20, 0.5), binom.cdf(6, 20, 0.5)
    assert found.lower * 20 == pytest.approx(6 - (at - 0.025) / (at - below))
    assert 5 < found.lower * 20 < 6


def test_a_funnel_narrows_as_areas_grow_and_widens_as_we_ask_more() -> None:
    sizes = [30, 100, 300, 1000]
    wide, wider = (funnel_of_proportions(0.2, sizes, confidence=c) for c in (0.95, VERY_UNUSUAL))
    assert (np.diff(wide.upper - wide.lower) < 0).all()
    assert (wider.upper > wide.upper).all()


def test_limits_stay_within_the_possible() -> None:
    tiny = funnel_of_proportions(0.02, [1, 2, 5])
    assert (tiny.lower >= 0).all()
    assert (funnel_of_proportions(0.98, [1, 2, 5]).upper <= 1).all()
    assert (funnel_of_rates(1, [10, 50], per=1000).lower == 0).all()


def test_a_rate_and_a_ratio_are_one_funnel() -> None:
    ratio = funnel_of_ratios(40, per=100).only()
    rate = funnel_of_rates(10, 4000, per=1000).only()
    assert (ratio.lower / 100, ratio.upper / 100) == pytest.approx((rate.lower / 10, rate.upper / 10))
    assert ratio.value == 100


def test_a_large_ratio_has_the_normal_limits() -> None:
    found = funnel_of_ratios(1_000_000).only()
    assert (found.lower, found.upper) == pytest.approx((1 - Z / 1000, 1 + Z / 1000), abs=2e-6)


@pytest.mark.parametrize("target", [0, 1, 1.2, float("nan")])
def test_a_target_must_be_a_proportion(target: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        funnel_of_proportions(target, 100)


def test_a_funnel_needs_a_rate_and_people() -> None:
    with pytest.raises(ValueError, match="more than nought"):
        funnel_of_rates(0, 100)
    with pytest.raises(ValueError, match="more than nobody"):
        funnel_of_rates(5, [100, 0])
    with pytest.raises(ValueError, match="between 0.9 and 1"):
        funnel_of_rates(5, 100, confidence=0.5)


def test_half_a_child_is_in_no_proportion() -> None:
    with pytest.raises(ValueError, match="whole numbers of children"):
        funnel_of_proportions(0.2, [100, 100.5])
