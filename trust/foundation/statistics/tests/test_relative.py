import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.gaps import ratio_of_proportions
from trust.foundation.statistics.intervals import Tally
from trust.foundation.statistics.relative import lowest_fifth_gap, relative_gaps_of_proportions
from trust.foundation.statistics.words import Polarity

GROUP, OTHERS = (200, 500), (600, 1000)


def test_a_relative_gap_is_the_gap_as_a_share_of_the_others() -> None:
    """40 against 60 per cent is 20 points behind: a third of the others' 60."""
    found = relative_gaps_of_proportions(GROUP, OTHERS, Polarity.HIGH).only()
    ratio = ratio_of_proportions(group=Tally(*GROUP), others=Tally(*OTHERS))
    assert found.value == pytest.approx(100 / 3)
    assert (found.lower, found.upper) == pytest.approx((100 * (1 - ratio.upper), 100 * (1 - ratio.lower)))


def test_where_low_is_good_the_group_with_more_does_worse() -> None:
    found = relative_gaps_of_proportions(OTHERS, GROUP, Polarity.LOW).only()
    assert found.value == pytest.approx(50)
    assert found.lower < 50 < found.upper


def test_a_gap_from_nobody_cannot_be_calculated() -> None:
    found = relative_gaps_of_proportions(([5, 0], [10, 10]), ([0, 5], [10, 10]), Polarity.HIGH)
    assert np.isnan(found.value).tolist() == [True, False]
    assert np.isnan(found.lower).tolist() == [True, True]


def test_a_measure_with_no_better_direction_is_refused() -> None:
    with pytest.raises(ValueError, match="no better direction"):
        relative_gaps_of_proportions(GROUP, OTHERS, Polarity.NEUTRAL)


@given(st.integers(1, 500), st.integers(1, 500))
def test_a_relative_gap_lies_within_its_limits(one: int, other: int) -> None:
    for polarity in (Polarity.HIGH, Polarity.LOW):
        gap = relative_gaps_of_proportions((one, 500), (other, 500), polarity).only()
        assert gap.lower <= gap.value + 1e-9
        assert gap.value <= gap.upper + 1e-9


def test_the_lowest_fifth_against_the_middle() -> None:
    """Median 80, lowest two of ten average 50: 37.5 per cent."""
    assert lowest_fifth_gap([40, 60, 70, 75, 79, 81, 90, 95, 100, 110]) == pytest.approx(37.5)


def test_eleven_children_have_a_lowest_fifth_of_three() -> None:
    assert lowest_fifth_gap([10, 20, 30, *[100] * 8]) == pytest.approx(80)


def test_where_all_are_alike_there_is_no_gap() -> None:
    assert lowest_fifth_gap([78] * 5) == 0


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [([1, 2, 3, 4], "at least five"), ([1, 2, 3, 4, np.nan], "missing"), ([0] * 5, "median must be more")],
)
def test_what_has_no_gap_is_refused(scores: list[float], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        lowest_fifth_gap(scores)
