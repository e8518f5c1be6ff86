from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.trajectory import Band, Judgement, Path, judge, judge_band
from trust.foundation.statistics.words import Absence, Polarity, Rating

D = Decimal
A_PATH = Path(base=D("40.0"), target=D("30.0"), steps=4)


@pytest.mark.parametrize(
    ("step", "value"), [(0, "40"), (1, "37.5"), (2, "35"), (4, "30"), (9, "30"), (-1, "40")]
)
def test_a_path_is_a_straight_line_from_base_to_target(step: int, value: str) -> None:
    assert A_PATH.at(step) == D(value)


def test_a_step_may_have_a_milestone_of_its_own() -> None:
    path = Path(base=D(40), target=D(30), steps=4, milestones={1: D(39)})
    assert [path.at(step) for step in range(5)] == [40, 39, 36, 33, 30]


@pytest.mark.parametrize("milestones", [{0: D(40)}, {4: D(30)}, {5: D(20)}, {2: D("NaN")}])
def test_a_milestone_lies_between_the_base_and_the_target(milestones: dict[int, Decimal]) -> None:
    with pytest.raises(ValueError, match="between the base and the target"):
        Path(base=D(40), target=D(30), steps=4, milestones=milestones)


@given(st.dictionaries(st.integers(1, 8), st.integers(-50, 50).map(Decimal)))
def test_a_path_goes_through_each_milestone_and_never_beyond_the_points_it_joins(
    milestones: dict[int, Decimal],
) -> None:
    path = Path(base=D(40), target=D(30), steps=9, milestones=milestones)
    assert all(path.at(step) == value for step, value in milestones.items())
    ends = [D(40), D(30), *milestones.values()]
    assert all(min(ends) <= path.at(step) <= max(ends) for step in range(-1, 11))


@pytest.mark.parametrize(
    ("actual", "polarity", "rating"),
    [
        ("100", Polarity.HIGH, Rating.ON_TRACK),
        ("99.999", Polarity.HIGH, Rating.AT_RISK),
        ("95", Polarity.HIGH, Rating.AT_RISK),
        ("94.999", Polarity.HIGH, Rating.OFF_TRACK),
        ("100", Polarity.LOW, Rating.ON_TRACK),
        ("105", Polarity.LOW, Rating.AT_RISK),
        ("105.001", Polarity.LOW, Rating.OFF_TRACK),
    ],
)
def test_the_borders_are_exact(actual: str, polarity: Polarity, rating: Rating) -> None:
    assert judge(D(actual), D(100), polarity).rating is rating


def test_tenths_do_not_drift() -> None:
    """In binary floating point 0.3 - 0.1 is less than 0.2 and this would be off track."""
    assert judge(D("0.2"), D("0.3"), Polarity.HIGH, tolerance=D("0.1")).rating is Rating.AT_RISK


def test_a_judgement_says_by_how_much() -> None:
    assert judge(D("33"), D("35"), Polarity.LOW) == Judgement(Rating.ON_TRACK, D("2"))


@pytest.mark.parametrize("why", list(Absence))
def test_without_a_figure_we_cannot_say(why: Absence) -> None:
    assert judge(why, D(100), Polarity.HIGH) == Judgement(Rating.CANNOT_SAY, why=why)
    assert judge_band(why, Band(D(1), D(2))) == Judgement(Rating.CANNOT_SAY, why=why)


def test_a_neutral_measure_has_no_rating() -> None:
    assert judge(D(1), D(2), Polarity.NEUTRAL).why is Absence.NEUTRAL


def test_a_target_of_nought_needs_a_tolerance() -> None:
    with pytest.raises(ValueError, match="A target of nought needs a tolerance"):
        judge(D(1), D(0), Polarity.ZERO)
    assert judge(D(1), D(0), Polarity.ZERO, tolerance=D(1)).rating is Rating.AT_RISK


@pytest.mark.parametrize(
    ("actual", "rating"),
    [("5", Rating.ON_TRACK), ("10", Rating.ON_TRACK), ("10.5", Rating.AT_RISK), ("4.7", Rating.OFF_TRACK)],
)
def test_inside_a_band_is_on_track(actual: str, rating: Rating) -> None:
    assert judge_band(D(actual), Band(D(5), D(10))).rating is rating


def test_a_band_upside_down_is_refused() -> None:
    with pytest.raises(ValueError, match="low end"):
        Band(D(2), D(1))


def test_a_banded_measure_is_not_judged_against_one_value() -> None:
    with pytest.raises(ValueError, match="no better direction"):
        judge(D(1), D(2), Polarity.BAND)


@pytest.mark.parametrize("actual", [D("NaN"), D("Infinity")])
def test_a_figure_that_is_not_a_number_is_refused(actual: Decimal) -> None:
    with pytest.raises(ValueError, match="say why it is absent"):
        judge(actual, D(1), Polarity.HIGH)


def test_a_tolerance_below_nought_is_refused() -> None:
    with pytest.raises(ValueError, match="less than nought"):
        judge(D(1), D(2), Polarity.HIGH, tolerance=D(-1))


def test_a_path_of_no_steps_or_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one step"):
        Path(D(1), D(2), 0)
    with pytest.raises(ValueError, match="that are numbers"):
        Path(D("NaN"), D(2), 1)


@pytest.mark.parametrize(("rating", "letter"), list(zip(Rating, "GARU", strict=True)))
def test_every_rating_has_a_letter(rating: Rating, letter: str) -> None:
    assert rating.letter == letter


@given(st.decimals(-1000, 1000, places=2), st.decimals(1, 1000, places=2))
def test_high_and_low_mirror_each_other(actual: Decimal, expected: Decimal) -> None:
    high, low = judge(actual, expected, Polarity.HIGH), judge(-actual, -expected, Polarity.LOW)
    assert high == low
