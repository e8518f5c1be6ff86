import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from trust.foundation.statistics.direction import (
    chance_of_proportions,
    chance_of_rates,
    compare_proportions,
    compare_rates,
)
from trust.foundation.statistics.intervals import Tally
from trust.foundation.statistics.words import Direction, Polarity

HALF, MORE, FEWER = Tally(500, 1000), Tally(560, 1000), Tally(440, 1000)


@pytest.mark.parametrize(
    ("after", "polarity", "direction"),
    [
        (MORE, Polarity.HIGH, Direction.BETTER),
        (MORE, Polarity.LOW, Direction.WORSE),
        (FEWER, Polarity.HIGH, Direction.WORSE),
        (FEWER, Polarity.ZERO, Direction.BETTER),
        (Tally(520, 1000), Polarity.HIGH, Direction.NO_CLEAR_CHANGE),
    ],
)
def test_better_and_worse_follow_polarity_and_the_test(
    after: Tally, polarity: Polarity, direction: Direction
) -> None:
    assert compare_proportions(before=HALF, after=after, polarity=polarity).direction is direction


def test_the_pooled_z_test() -> None:
    """z = 0.06 / sqrt(0.53 x 0.47 x 2/1000) = 2.6881, two-sided p = 0.00719."""
    assert chance_of_proportions((500, 1000), (560, 1000)).item() == pytest.approx(0.007187, abs=2e-6)


def test_few_children_are_tested_exactly() -> None:
    one_sided = fisher_exact([[7, 1], [2, 8]], alternative="greater").pvalue
    assert chance_of_proportions((2, 10), (7, 8)).item() == pytest.approx(2 * one_sided)


def test_a_fall_in_a_rate() -> None:
    movement = compare_rates(before=Tally(120, 3000), after=Tally(80, 3000), polarity=Polarity.LOW)
    assert movement.direction is Direction.BETTER
    assert movement.change.value == pytest.approx(-13.333333)
    assert movement.change.upper < 0


def test_equal_populations_make_the_rate_test_a_sign_test() -> None:
    """Five events then none: 2 x (1/2)^5."""
    assert chance_of_rates((5, 100), (0, 100)).item() == pytest.approx(0.0625)


def test_a_measure_with_no_better_direction_is_refused() -> None:
    with pytest.raises(ValueError, match="no better direction"):
        compare_proportions(before=HALF, after=MORE, polarity=Polarity.NEUTRAL)


def test_many_comparisons_at_once() -> None:
    assert chance_of_rates(([5, 9], [100, 100]), ([0, 9], [100, 100])).tolist() == pytest.approx([0.0625, 1])


@given(st.integers(0, 60), st.integers(0, 60))
def test_before_and_after_can_change_places(before: int, after: int) -> None:
    forth, back = ((before, 60), (after, 60)), ((after, 60), (before, 60))
    assert chance_of_proportions(*forth) == pytest.approx(chance_of_proportions(*back))
    assert chance_of_rates(*forth) == pytest.approx(chance_of_rates(*back))


@given(st.integers(0, 60))
def test_no_change_is_never_a_clear_change(count: int) -> None:
    same = Tally(count, 60)
    assert compare_proportions(before=same, after=same, polarity=Polarity.HIGH).p == 1
