"""A gap says no more than its figures: who moved adds up, and a fall is never told as a gain."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.words import Direction, Polarity, Verdict
from trust.vision.outcomes.rules import gap_words
from trust.vision.outcomes.rules.figures import Measured
from trust.vision.outcomes.rules.gaps import (
    GapStory,
    gap_points,
    tell_gap,
    tell_overlap,
    without,
    worst_first,
)
from trust.vision.outcomes.tests.test_rules import HIGH, LOW, a_figure, a_story
from trust.vision.outcomes.words import Mark, Method

SIDE = st.tuples(st.integers(0, 400), st.integers(0, 400)).map(lambda pair: (min(pair), max(pair) + 1))


def narrowed_by_the_group() -> GapStory:
    return a_story({2000: (200, 500), 2008: (280, 500)}, {2000: (600, 1000), 2008: (600, 1000)})


def test_the_gap_and_its_limits_are_those_of_the_worked_example() -> None:
    """Reference 600 of 1,000 and group 200 of 500: 20 points apart (`strategic.md` 5.4)."""
    first = narrowed_by_the_group().points[0]
    assert first.gap
    assert (first.gap.value, first.gap.lower, first.gap.upper) == pytest.approx((20, 14.67, 25.16), abs=0.01)
    assert first.ratio
    assert (first.ratio.value, first.ratio.lower, first.ratio.upper) == pytest.approx(
        (0.6667, 0.5923, 0.7503), abs=1e-3
    )


@given(SIDE, SIDE, SIDE, SIDE, st.sampled_from([HIGH, LOW]))
def test_the_two_parts_of_a_change_add_up_to_it(
    a: tuple[int, int], b: tuple[int, int], c: tuple[int, int], d: tuple[int, int], measured: Measured
) -> None:
    story = a_story({2000: a, 2008: b}, {2000: c, 2008: d}, measured)
    assert story.split
    assert story.first
    assert story.last
    together = story.split.behind.closing.value + story.split.ahead.closing.value
    assert together == pytest.approx(story.split.closed.value, abs=1e-6)
    assert story.first.apart is not None
    assert story.last.apart is not None
    closed = (story.first.apart - story.last.apart) * (-1 if story.first.apart < 0 else 1)
    assert closed == pytest.approx(story.split.closed.value, abs=1e-6)


@given(SIDE, SIDE, SIDE, SIDE, st.sampled_from([HIGH, LOW]))
def test_the_story_is_the_same_whichever_side_is_asked_first(
    a: tuple[int, int], b: tuple[int, int], c: tuple[int, int], d: tuple[int, int], measured: Measured
) -> None:
    one = a_story({2000: a, 2008: b}, {2000: c, 2008: d}, measured)
    other = a_story({2000: c, 2008: d}, {2000: a, 2008: b}, measured)
    assert one.verdict is other.verdict
    assert one.change
    assert other.change
    assert one.change.value == pytest.approx(-other.change.value, abs=1e-6)
    if one.first and one.first.apart:
        assert one.levelled_down == other.levelled_down


@given(SIDE, SIDE, SIDE, SIDE)
def test_narrowed_without_a_warning_means_that_those_behind_did_better(
    a: tuple[int, int], b: tuple[int, int], c: tuple[int, int], d: tuple[int, int]
) -> None:
    story = a_story({2000: a, 2008: b}, {2000: c, 2008: d})
    if story.verdict is Verdict.NARROWED and not gap_words.warning(story):
        assert story.split
        assert story.split.behind.direction is Direction.BETTER
        assert story.split.behind.moved.value > 0


def test_who_moved_is_told_with_limits_and_whether_it_could_be_chance() -> None:
    story = narrowed_by_the_group()
    assert story.split
    assert gap_words.moved(story.split.behind) == "improved by 16.0 (9.8 to 22.0)"
    assert gap_words.moved(story.split.ahead) == "did not clearly change (+0.0 (−4.3 to +4.3))"
    assert story.split.pace == "Gosport improved faster than the rest."
    assert gap_words.change_told(story, "%").startswith(
        "Since 2000 the gap is 16.0 smaller, in percentage points"
    )


def test_levelling_down_is_said_plainly() -> None:
    fell = a_story({2000: (500, 1000), 2008: (450, 1000)}, {2000: (700, 1000), 2008: (500, 1000)})
    assert (fell.verdict, fell.levelled_down) == (Verdict.NARROWED, True)
    assert "levelling down" in gap_words.warning(fell)
    assert fell.who_moved == "Both got worse."
    assert fell.split
    assert fell.split.pace == "Gosport did not clearly improve, so this is no gain for Gosport."


def test_a_rise_that_chance_could_explain_is_no_clear_gain() -> None:
    story = a_story({2000: (400, 1000), 2008: (405, 1000)}, {2000: (600, 1000), 2008: (450, 1000)})
    assert story.sentence.endswith("has narrowed since 2000, but Gosport did not clearly do better.")
    assert "not clearly a gain" in gap_words.warning(story)


def test_where_the_group_was_ahead_the_others_are_those_who_can_close_the_gap() -> None:
    story = a_story({2000: (600, 1000), 2008: (600, 1000)}, {2000: (400, 1000), 2008: (550, 1000)})
    assert story.split
    assert (story.split.behind.name, story.levelled_down) == ("the rest", False)
    assert story.who_moved == "The rest got better; Gosport did not clearly change."
    assert gap_words.warning(story) == ""


def test_a_missing_side_cannot_be_calculated_and_is_never_nought() -> None:
    withheld = replace(a_figure(2007), mark=Mark.WITHHELD)
    mine = [a_figure(2006, (10, 100), value=10.0), withheld]
    theirs = [
        a_figure(2006, (30, 100), value=30.0),
        a_figure(2007, (31, 100), value=31.0),
        a_figure(2008, (9, 90)),
    ]
    points = gap_points(mine, theirs, HIGH)
    assert [gap_words.gap_cell(point) for point in points][1:] == ["cannot be calculated"] * 2
    assert [point.apart for point in points][1:] == [None, None]
    assert points[2].group.mark is Mark.NOT_AVAILABLE
    assert tell_gap(points, HIGH, group_name="a", others_name="b").verdict is None


def test_figures_without_counts_have_a_gap_but_no_interval_and_no_verdict() -> None:
    mine, theirs = ([a_figure(year, value=value) for year in (2007, 2008)] for value in (45.0, 60.0))
    story = tell_gap(gap_points(mine, theirs, HIGH), HIGH, group_name="a", others_name="b")
    assert gap_words.gap_cell(story.points[0]) == "15.0, no interval"
    assert gap_words.ratio_cell(story.points[0]) == "0.75, no interval"
    assert (story.verdict, story.split) == (None, None)
    assert "without counts or limits" in story.sentence


def test_where_counts_are_rounded_the_gap_rests_on_the_publisher_s_limits() -> None:
    rounded = replace(HIGH, counts_rounded_to=5)
    mine = replace(a_figure(counts=(225, 835), value=26.9), lower=23.8, upper=29.7)
    theirs = replace(a_figure(counts=(200, 1000), value=20.0), lower=18.0, upper=22.0)
    [point] = gap_points([mine], [theirs], replace(rounded, polarity=Polarity.LOW))
    assert point.gap
    assert (point.gap.value, point.gap.lower, point.gap.upper) == pytest.approx((6.9, 3.2, 10.34), abs=0.1)


@pytest.mark.parametrize("polarity", [Polarity.NEUTRAL, Polarity.BAND])
def test_without_a_better_direction_a_gap_has_its_size_and_nobody_did_worse(polarity: Polarity) -> None:
    story = a_story(
        {2008: (500, 1000), 2009: (520, 1000)}, {2008: (700, 1000), 2009: (700, 1000)},
        Measured(Method.PROPORTION, polarity, 100),
    )  # fmt: skip
    assert "has changed: this measure has no better direction." in story.sentence
    assert (story.verdict, story.split) == (None, None)
    assert gap_words.gap_cell(story.points[0]) == "-20.0 (-24.1 to -15.8)"
    assert gap_words.size(story.last, story, "%") == (
        f"In 2009 {story.others_name} had the higher figure by 18.0 percentage points (between 13.8 and 22.1)"
    )


def test_without_a_better_direction_a_group_of_a_whole_has_a_bare_difference() -> None:
    neither = replace(HIGH, polarity=Polarity.NEUTRAL)
    points = gap_points([a_figure(value=50.0)], [a_figure(value=70.0)], neither, overlap=True)
    told = tell_overlap(points, neither, group_name="a", others_name="b")
    assert gap_words.size(told.last, told, "%").endswith("b had the higher figure by 20.0 percentage points")


def test_against_a_whole_that_holds_the_group_there_is_no_interval_and_no_test() -> None:
    points = gap_points(
        [a_figure(2008, (1, 9), value=11.1)], [a_figure(2008, (4, 20), value=20.0)], HIGH, overlap=True
    )
    story = tell_overlap(points, HIGH, group_name="girls", others_name="all children")
    assert (story.overlap, story.verdict, story.points[0].gap) == (True, None, None)
    assert story.sentence.startswith(
        "All children includes girls, so the gap shown is smaller than the true one"
    )


def test_all_the_others_are_everyone_less_the_group() -> None:
    """Hampshire, 2012/13: 8,880 of 15,071 children, of whom 4,956 of 7,359 girls."""
    [boys] = without([a_figure(counts=(8880, 15071))], [a_figure(counts=(4956, 7359))], HIGH)
    assert (boys.numerator, boys.denominator) == (3924, 7712)
    assert boys.value == pytest.approx(50.88, abs=0.01)


@pytest.mark.parametrize(
    ("whole", "part"), [(None, (1, 9)), ((4, 20), None), ((4, 20), (5, 9)), ((4, 9), (1, 9))]
)
def test_where_that_cannot_be_worked_out_it_is_not_available(
    whole: tuple[int, int] | None, part: tuple[int, int] | None
) -> None:
    [others] = without([a_figure(counts=whole)], [a_figure(counts=part)], HIGH)
    assert (others.value, others.mark) == (None, Mark.NOT_AVAILABLE)


def test_the_worst_is_the_highest_where_low_is_good() -> None:
    figures = [a_figure(value=3.0, area="a"), a_figure(value=9.0, area="b")]
    assert [figure.area for figure in worst_first(figures, LOW)] == ["b", "a"]
    assert [figure.area for figure in worst_first(figures, HIGH)] == ["a", "b"]


def test_chance_is_told_in_hundreds() -> None:
    assert gap_words.chance(0.031) == "Chance alone would bring a change this large 3 times in 100."
    assert gap_words.chance(1e-9) == "Chance alone would hardly bring this."
