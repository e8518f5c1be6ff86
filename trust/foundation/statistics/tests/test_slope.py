import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.quantiles import quantile_groups, shares
from trust.foundation.statistics.slope import relative_limits, slope_index, slope_limits

FIFTHS = [100, 100, 100, 100, 100]
VALUES = [40.0, 45.0, 50.0, 55.0, 60.0]
UNEVEN = [120, 95, 210, 60, 140]
values = st.lists(st.floats(0, 100), min_size=5, max_size=5)


def test_a_straight_line_is_found_exactly() -> None:
    """Fifths lie at 0.1, 0.3, ... 0.9: five points a fifth is 25 from end to end, from 37.5 to 62.5."""
    found = slope_index(VALUES, FIFTHS)
    assert found.slope == pytest.approx(25)
    assert (found.most_deprived, found.least_deprived) == pytest.approx((37.5, 62.5))
    assert found.relative == pytest.approx(62.5 / 37.5)


@given(values)
def test_it_is_the_regression_through_the_roots_of_the_shares(ys: list[float]) -> None:
    """Y root a on root a and b root a, with no intercept, as Mackenbach and Kunst's followers compute it."""
    a = np.array(UNEVEN) / sum(UNEVEN)
    b = a.cumsum() - a / 2
    root = np.sqrt(a)
    (start, slope), *_ = np.linalg.lstsq(np.column_stack([root, b * root]), np.array(ys) * root)
    found = slope_index(ys, UNEVEN)
    assert found.slope == pytest.approx(slope, abs=1e-8)
    assert found.most_deprived == pytest.approx(start, abs=1e-8)


def test_many_years_at_once() -> None:
    found = slope_index([VALUES, VALUES[::-1]], [FIFTHS, FIFTHS])
    assert found.slope.tolist() == pytest.approx([25, -25])


def test_limits_of_the_slope_are_what_simulation_tends_to() -> None:
    errors = [2.0, 1.5, 1.0, 2.5, 1.2]
    found = slope_limits(VALUES, errors, UNEVEN).only()
    drawn = np.random.default_rng(92).normal(VALUES, errors, size=(40_000, 5))
    low, high = np.quantile(slope_index(drawn, UNEVEN).slope, [0.025, 0.975])
    assert (found.lower, found.upper) == pytest.approx((low, high), abs=0.15)


def test_limits_of_the_relative_index_repeat_with_their_seed() -> None:
    first, again, other = (
        relative_limits(VALUES, [1.0] * 5, FIFTHS, seed=seed, draws=2000).only() for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other
    assert first.value == pytest.approx(62.5 / 37.5)
    assert first.lower < first.value < first.upper


def test_a_line_that_begins_at_nought_has_no_relative_index() -> None:
    assert np.isnan(slope_index([0.0] * 5, FIFTHS).relative)


@pytest.mark.parametrize(
    ("people", "sentence"),
    [
        ([1, 1, 1, 1], "at least five groups"),
        ([9, 0, 0, 0, 0], "people in more than one group"),
        ([0, 0, 0, 0, 0], "Nobody has no shares"),
        ([1, 1, -1, 1, 1], "none missing"),
    ],
)
def test_a_line_needs_people_along_it(people: list[int], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        slope_index(people, people)


def test_areas_fall_into_fifths() -> None:
    assert quantile_groups(range(10), 5).tolist() == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert quantile_groups([30, 10, 20], 2).tolist() == [2, 1, 1]


def test_areas_that_tie_are_never_parted() -> None:
    assert quantile_groups([1, 2, 2, 2, 3], 5).tolist() == [1, 2, 2, 2, 5]


def test_an_area_with_no_score_is_in_no_group() -> None:
    assert quantile_groups([5, np.nan, 7], 2).tolist() == [1, 0, 2]


def test_too_few_areas_make_no_groups() -> None:
    with pytest.raises(ValueError, match="2 areas with a score cannot make 5 groups"):
        quantile_groups([1, 2, np.nan], 5)
    with pytest.raises(ValueError, match="two groups or more"):
        quantile_groups([1, 2], 1)


@given(st.lists(st.integers(0, 8), min_size=5, max_size=40))
def test_groups_follow_the_scores(scores: list[int]) -> None:
    placed = quantile_groups(scores, 5)
    by_score = placed[np.argsort(scores, kind="stable")]
    assert (np.diff(by_score) >= 0).all()
    assert by_score[0] == 1
    assert by_score[-1] <= 5


def test_shares_add_up_to_everyone() -> None:
    assert shares([1, 3]).tolist() == [0.25, 0.75]
