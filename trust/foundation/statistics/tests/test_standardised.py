import numpy as np
import pytest

from trust.foundation.statistics.means import mean
from trust.foundation.statistics.rates import rates
from trust.foundation.statistics.standardised import (
    directly_standardised,
    events,
    expected_events,
    indirectly_standardised,
    repeated_events,
    standardised_ratios,
)

COUNTS, PEOPLE, STANDARD = [12, 30, 9], [1000, 2000, 500], [5, 3, 2]


def test_the_same_ages_everywhere_leave_the_crude_rate() -> None:
    found = directly_standardised(events(COUNTS), PEOPLE, PEOPLE, per=1000).only()
    assert found.value == pytest.approx(1000 * 51 / 3500)
    crude = rates(51, 3500).only()
    assert (found.lower, found.upper) == pytest.approx((crude.lower, crude.upper))


def test_many_areas_at_once_are_the_same_as_one_at_a_time() -> None:
    together = directly_standardised(events([COUNTS, COUNTS[::-1]]), PEOPLE, STANDARD)
    alone = directly_standardised(events(COUNTS[::-1]), PEOPLE, STANDARD).only()
    assert together[1] == alone


def test_events_that_come_in_twos_are_less_sure() -> None:
    twice = directly_standardised(repeated_events({2: [6, 15, 4]}), PEOPLE, STANDARD).only()
    once = directly_standardised(events([12, 30, 8]), PEOPLE, STANDARD).only()
    assert twice.value == once.value
    assert twice.upper - twice.value == pytest.approx(2**0.5 * (once.upper - once.value))


def test_an_area_like_the_reference_has_a_ratio_of_one() -> None:
    expected = expected_events(PEOPLE, (COUNTS, PEOPLE))
    assert standardised_ratios(51, expected).only().value == pytest.approx(1)
    found = indirectly_standardised(COUNTS, PEOPLE, (COUNTS, PEOPLE), per=1000).only()
    assert found.value == pytest.approx(1000 * 51 / 3500)


@pytest.mark.parametrize(
    ("people", "standard", "sentence"),
    [
        ([1000, 0, 500], STANDARD, "more than nought in every age band"),
        (PEOPLE, [0, 0, 0], "with somebody in it"),
        (PEOPLE, [5, -1, 2], "must be nought or more"),
        ([1000, np.nan, 500], STANDARD, "A population cannot have missing values"),
    ],
)
def test_a_population_that_cannot_be_is_refused(
    people: list[float], standard: list[float], sentence: str
) -> None:
    with pytest.raises(ValueError, match=sentence):
        directly_standardised(events(COUNTS), people, standard)


def test_a_reference_of_nobody_or_an_area_below_nought_is_refused() -> None:
    with pytest.raises(ValueError, match="denominator must be more than nought"):
        expected_events(PEOPLE, (COUNTS, [1, 1, 0]))
    with pytest.raises(ValueError, match="population must be nought or more"):
        expected_events([1, -1, 1], (COUNTS, PEOPLE))


def test_where_no_event_is_expected_there_is_no_ratio() -> None:
    with pytest.raises(ValueError, match="denominator must be more than nought"):
        standardised_ratios(3, 0)


def test_a_mean_lies_in_the_middle_of_its_limits() -> None:
    """t(4) at 97.5% is 2.776445; the spread of 1 to 5 is the root of 2.5."""
    found = mean([1, 2, 3, 4, 5])
    assert found.value == 3
    assert found.upper - 3 == pytest.approx(2.776445 * (2.5 / 5) ** 0.5, rel=1e-6)
    assert 3 - found.lower == pytest.approx(found.upper - 3)


def test_one_score_or_a_missing_score_makes_no_mean() -> None:
    with pytest.raises(ValueError, match="at least two scores"):
        mean([78])
    with pytest.raises(ValueError, match="cannot be missing"):
        mean([78, np.nan, 80])
