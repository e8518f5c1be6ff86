import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.disclosure.control import make_safe
from trust.disclosure.gather import gather
from trust.foundation.kernel.counts import Count, Withheld


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_a_handful_of_children_is_withheld(count: int) -> None:
    assert make_safe(count) == Withheld()


@pytest.mark.parametrize(
    ("count", "shown"), [(0, 0), (6, 5), (7, 5), (8, 10), (12, 10), (13, 15), (1002, 1000)]
)
def test_the_rest_is_rounded_to_five(count: int, shown: int) -> None:
    assert make_safe(count) == shown


@given(st.integers(min_value=6, max_value=10**9))
def test_rounding_never_moves_a_figure_by_more_than_two(count: int) -> None:
    shown = make_safe(count)
    assert isinstance(shown, int)
    assert abs(shown - count) <= 2
    assert shown % 5 == 0


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="cannot be -1"):
        make_safe(-1)


def test_only_safe_figures_come_through_the_valve() -> None:
    figures = gather([lambda: [Count("referrals", "E07000090", "2010", "all", 3)], list])
    assert [(figure.measure, figure.value) for figure in figures] == [("referrals", Withheld())]
