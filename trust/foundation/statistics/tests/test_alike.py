"""The nearest places are those that differ least, whatever unit each measure is in."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.spatial.distance import cdist

from trust.foundation.statistics.alike import distances, nearest

PLACES = [[10.0, 200.0], [11.0, 210.0], [30.0, 900.0], [31.0, 880.0], [12.0, 215.0]]
TABLES = st.lists(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3), min_size=2, max_size=12)


def test_the_nearest_come_first_and_nobody_is_like_itself() -> None:
    assert nearest(PLACES, 2).tolist() == [[1, 4], [4, 0], [3, 4], [2, 4], [1, 0]]


def test_a_distance_is_that_of_scipy_in_standard_deviations() -> None:
    table = np.array(PLACES)
    assert distances(PLACES) == pytest.approx(cdist(table, table, "seuclidean", V=table.var(axis=0)))


def test_a_measure_that_is_alike_everywhere_says_nothing() -> None:
    assert distances([[1, 5], [2, 5]]) == pytest.approx(distances([[1], [2]]))


@given(TABLES, st.floats(0.01, 1000))
def test_the_unit_of_a_measure_does_not_matter(table: list[list[float]], unit: float) -> None:
    scaled = [[unit * first, *rest] for first, *rest in table]
    spread = np.std([first for first, *_ in table])
    if spread > 1e-3:
        assert distances(scaled) == pytest.approx(distances(table), rel=1e-4, abs=1e-4)


@pytest.mark.parametrize("measures", [[[1.0, np.nan], [2, 3]], [1.0, 2.0]])
def test_what_cannot_be_compared_is_refused(measures: Any) -> None:
    with pytest.raises(ValueError, match="a figure of every measure"):
        nearest(measures, 1)
