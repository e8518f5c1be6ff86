from dataclasses import replace
from datetime import date

import pytest

from trust.foundation.statistics.words import Direction, Polarity, Verdict
from trust.vision.outcomes.rules.figures import Figure, Measured, Since, since, summed, with_limits
from trust.vision.outcomes.rules.gaps import GapStory, gap_points, tell_gap
from trust.vision.outcomes.words import Mark, Method

type Counts = tuple[int, int]
type Years = dict[int, Counts]

LOW = Measured(Method.RATE, Polarity.LOW, 1000)
HIGH = Measured(Method.PROPORTION, Polarity.HIGH, 100)


def a_figure(
    year: int = 2008,
    counts: Counts | None = None,
    *,
    value: float | None = None,
    mark: Mark = Mark.FINAL,
    area: str = "E1",
) -> Figure:
    numerator, denominator = counts or (None, None)
    return Figure(
        area=area, period=str(year), order=year * 12 + 12, first_month=year * 12 + 1, numerator=numerator,
        denominator=denominator, value=value, lower=None, upper=None, mark=mark,
        published_on=date(year + 2, 2, 28), known_on=date(year + 2, 2, 28), source="a source",
    )  # fmt: skip


def told(figures: list[Figure], measured: Measured = LOW) -> Since:
    found = since(with_limits(figures, measured), measured)
    assert found
    return found


def a_story(group: Years, others: Years, measured: Measured = HIGH) -> GapStory:
    mine, theirs = ([a_figure(year, counts) for year, counts in side.items()] for side in (group, others))
    return tell_gap(
        gap_points(mine, theirs, measured), measured, group_name="Gosport", others_name="the rest"
    )


def test_a_proportion_has_wilson_limits() -> None:
    [figure] = with_limits([a_figure(counts=(30, 200))], HIGH)
    assert (figure.value, figure.lower, figure.upper) == pytest.approx((15, 10.71359, 20.60558), abs=1e-4)


def test_a_rate_has_byars_limits() -> None:
    [figure] = with_limits([a_figure(counts=(25, 10_000))], Measured(Method.RATE, Polarity.LOW, 10_000))
    assert (figure.value, figure.lower, figure.upper) == pytest.approx((25, 16.174, 36.906), abs=1e-3)


def test_a_published_value_is_kept_as_it_was_published() -> None:
    [figure] = with_limits([a_figure(counts=(1, 3), value=33.0)], HIGH)
    assert figure.value == 33.0
    assert figure.lower is not None


def test_without_counts_there_are_no_limits_and_missing_stays_missing() -> None:
    figures = with_limits([a_figure(value=12.0), a_figure(mark=Mark.WITHHELD)], HIGH)
    assert [(figure.value, figure.lower) for figure in figures] == [(12.0, None), (None, None)]


def test_where_counts_are_rounded_the_publisher_s_own_limits_are_kept() -> None:
    """Reception in Gosport, 2008/09: 225 of 835 to the nearest 5; its limits are from the counts before."""
    published = replace(a_figure(counts=(225, 835), value=26.94611), lower=23.75943, upper=29.73954)
    [kept] = with_limits([published], replace(HIGH, counts_rounded_to=5))
    assert (kept.lower, kept.upper) == (23.75943, 29.73954)
    [worked_out] = with_limits([published], HIGH)
    assert worked_out.lower == pytest.approx(24.05, abs=0.01)
    [without] = with_limits([a_figure(counts=(225, 835))], replace(HIGH, counts_rounded_to=5))
    assert without.lower == pytest.approx(24.05, abs=0.01)


def test_places_are_added_by_counts_and_never_by_averaging_shares() -> None:
    whole = summed([a_figure(counts=(1, 10)), a_figure(counts=(90, 100), area="E2")], places=2)
    assert (whole.numerator, whole.denominator, whole.area) == (91, 110, "E1+E2")


@pytest.mark.parametrize("missing", [a_figure(mark=Mark.WITHHELD, area="E2"), a_figure(value=3.0, area="E2")])
def test_a_sum_with_a_part_missing_is_not_available(missing: Figure) -> None:
    whole = summed([a_figure(counts=(1, 10)), missing], places=2)
    assert (whole.numerator, whole.mark) == (None, Mark.NOT_AVAILABLE)


def test_a_sum_with_a_place_absent_is_not_available() -> None:
    assert summed([a_figure(counts=(1, 10))], places=2).mark is Mark.NOT_AVAILABLE


def test_better_is_said_only_past_the_test() -> None:
    clear = told([a_figure(2003, (500, 10_000)), a_figure(2008, (300, 10_000))])
    assert (clear.direction, clear.sentence) == (Direction.BETTER, "Better than in 2003")
    unclear = told([a_figure(2003, (50, 1000)), a_figure(2008, (45, 1000))])
    assert (unclear.direction, unclear.sentence) == (Direction.NO_CLEAR_CHANGE, "No clear change since 2003")


def test_a_change_is_from_five_periods_before() -> None:
    figures = [a_figure(year, (500, 10_000)) for year in range(2000, 2009)]
    assert told(figures).period == "2003"


@pytest.mark.parametrize(
    ("figures", "measured", "says"),
    [
        ([a_figure(2007, value=1.0), a_figure(2008, value=2.0)], LOW, "without its counts"),
        ([a_figure(2007, (1, 9)), a_figure(2008, (2, 9), mark=Mark.BREAK)], LOW, "Counted in a new way"),
        (
            [a_figure(2007, (1, 9)), a_figure(2008, (2, 9))],
            Measured(Method.RATE, Polarity.NEUTRAL, 1),
            "Neither",
        ),
    ],
)
def test_where_no_test_is_possible_it_says_why(figures: list[Figure], measured: Measured, says: str) -> None:
    found = told(figures, measured)
    assert found.direction is None
    assert says in found.sentence


def test_one_figure_has_no_change() -> None:
    assert since(with_limits([a_figure(counts=(1, 9))], LOW), LOW) is None


def test_a_gap_that_chance_could_explain_has_not_clearly_changed() -> None:
    story = a_story({2000: (200, 500), 2008: (210, 500)}, {2000: (600, 1000), 2008: (600, 1000)})
    assert story.verdict is Verdict.NO_CLEAR_CHANGE
    assert story.sentence == "The gap between Gosport and the rest has not clearly changed since 2000."
    assert story.who_moved == "Neither clearly changed."
    assert story.first
    assert story.first.gap
    assert story.first.gap.value == pytest.approx(20.0)


def test_a_gap_that_narrowed_says_so_and_who_moved() -> None:
    story = a_story({2000: (200, 500), 2008: (280, 500)}, {2000: (600, 1000), 2008: (600, 1000)})
    assert story.sentence == "The gap between Gosport and the rest has narrowed since 2000."
    assert story.who_moved == "Gosport got better; the rest did not clearly change."
    assert story.change
    assert story.change.upper < 0


def test_levelling_down_is_never_told_as_good() -> None:
    story = a_story({2000: (400, 1000), 2008: (400, 1000)}, {2000: (600, 1000), 2008: (450, 1000)})
    assert story.sentence.endswith("has narrowed since 2000, but not because Gosport did better.")
    assert story.who_moved == "Gosport did not clearly change; the rest got worse."


def test_a_gap_that_turned_round_says_who_is_behind_now() -> None:
    story = a_story({2000: (200, 1000), 2008: (800, 1000)}, {2000: (600, 1000), 2008: (600, 1000)})
    assert story.verdict is Verdict.REVERSED
    assert story.sentence.endswith("has turned round since 2000: Gosport now does better.")


@pytest.mark.parametrize(
    ("group", "others", "measured", "why"),
    [
        ({}, {}, HIGH, "no figures with their counts had been published by then"),
        ({2008: (1, 9)}, {2008: (2, 9)}, HIGH, "we know it only for 2008"),
        ({2008: (1, 9)}, {2007: (2, 9)}, HIGH, "no figures with their counts"),
        ({2008: (1, 9)}, {2008: (2, 9)}, Measured(Method.RATE, Polarity.BAND, 1), "no better direction"),
    ],
)
def test_a_gap_that_cannot_be_judged_says_why(
    group: Years, others: Years, measured: Measured, why: str
) -> None:
    story = a_story(group, others, measured)
    assert story.verdict is None
    assert why in story.sentence
