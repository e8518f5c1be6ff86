"""A half goes away from nought, by the digits that people read."""

from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.rounding import half_up, to_figures, to_places


@pytest.mark.parametrize(
    ("value", "places", "rounded"),
    [
        (0.25, 1, "0.3"),
        (12.25, 1, "12.3"),
        (2.675, 2, "2.68"),
        (-12.25, 1, "-12.3"),
        (1e-9, 1, "0.0"),
        (5, 0, "5"),
    ],
)
def test_a_half_goes_away_from_nought(value: float, places: int, rounded: str) -> None:
    assert str(half_up(value, places)) == rounded


def test_what_is_published_in_tenths_is_not_a_fraction_of_a_machine() -> None:
    assert half_up(Decimal("0.15"), 1) == half_up(0.15, 1) == half_up(np.float64(0.15), 1) == Decimal("0.2")


@given(st.integers(-(10**9), 10**9))
def test_a_figure_of_one_place_stays_what_it_is(tenths: int) -> None:
    assert Decimal(to_places(tenths / 10).replace(",", "")) == Decimal(tenths) / 10


@given(st.floats(1e-6, 1, exclude_max=True))
def test_two_figures_are_near_enough(value: float) -> None:
    assert abs(float(to_figures(value)) - value) <= 0.05 * value * 1.0001


def test_a_small_figure_is_not_written_as_a_power_of_ten() -> None:
    assert to_figures(0.000012) == "0.000012"
    assert to_places(-0.01) == "0.0"
