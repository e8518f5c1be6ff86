"""A trend is told from periods that stand apart and are counted in one way: without a database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from trust.foundation.kernel.refusals import Refused
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.rules.explore_trend import heading, later_without, lede, obstacle_to, run_of
from trust.vision.outcomes.rules.figures import Figure, Measured, with_limits
from trust.vision.outcomes.words import Mark, Method

SHARE = Measured(Method.PROPORTION, Polarity.HIGH, 100)
RATE = Measured(Method.RATE, Polarity.LOW, 1000)
SCORE = Measured(Method.NONE, Polarity.NEUTRAL, 1)
RISING = (500, 515, 530, 545, 560, 575)


def year(place: int, count: int | None, **more: Any) -> Figure:
    """One of a row of years: December of 2000 is the month 24011."""
    last = 24011 + 12 * place
    plain = Figure(
        area="A", period=str(2000 + place), order=last, first_month=last - 11, numerator=count,
        denominator=1000 if count is not None else None, value=None, lower=None, upper=None, mark=Mark.FINAL,
        published_on=None, known_on=date(2010, 1, 1), source="invented",
    )  # fmt: skip
    return replace(plain, **more)


def years(*counts: int | None, measured: Measured = SHARE) -> list[Figure]:
    return with_limits([year(place, count) for place, count in enumerate(counts)], measured)


def periods(figures: list[Figure], measured: Measured = SHARE, **more: Any) -> list[str]:
    return [figure.period for figure in run_of(figures, measured, **more).figures]


def test_what_rose_is_told_with_its_amount_a_year() -> None:
    run = run_of(years(*RISING), SHARE)
    assert heading(run, "Hampshire", SHARE) == "Better: it rose in Hampshire from 2000 to 2005"
    assert lede(run, "%") == (
        "By 1.5 percentage points a year (0.76 to 2.2), over 6 periods. "
        "Chance alone would show such a trend less than once in 1,000 times."
    )


def test_less_is_better_of_some_and_neither_of_others() -> None:
    run = run_of(years(*RISING, measured=RATE), RATE)
    assert heading(run, "Hart", RATE).startswith("Worse: it rose")
    neither = replace(SHARE, polarity=Polarity.NEUTRAL)
    assert heading(run_of(years(*RISING), neither), "Hart", neither) == "It rose in Hart from 2000 to 2005"


def test_what_chance_may_have_made_neither_rose_nor_fell() -> None:
    run = run_of(years(500, 490, 505, 498, 502), SHARE)
    assert heading(run, "Hart", SHARE) == "It neither rose nor fell clearly in Hart from 2000 to 2004"
    assert lede(run, "%").startswith("The line moves by +0.12 percentage points a year (-0.86 to +1.1)")
    up_and_down = run_of(years(400, 500, 600, 500, 400), SHARE)
    assert "it went up and down by more than chance" in heading(up_and_down, "Hart", SHARE)


def test_only_so_many_of_the_latest_are_taken() -> None:
    assert periods(years(*RISING), latest=5) == ["2001", "2002", "2003", "2004", "2005"]


def test_a_year_without_a_figure_leaves_its_place_empty() -> None:
    run = run_of(years(500, 515, None, 545, 560, 575), SHARE)
    assert [figure.period for figure in run.figures] == ["2000", "2001", "2003", "2004", "2005"]
    assert run.trend.a_year.value == pytest.approx(1.5)


def test_periods_that_overlap_are_passed_over() -> None:
    three_years = [replace(one, first_month=one.order - 35) for one in years(*range(500, 615, 8))]
    assert periods(three_years) == ["2002", "2005", "2008", "2011", "2014"]


def test_it_goes_back_no_further_than_a_new_way_of_counting() -> None:
    figures = years(100, *RISING)
    figures[1] = replace(figures[1], mark=Mark.BREAK)
    assert periods(figures)[0] == "2001"
    defined_anew = replace(SHARE, new_ways=(figures[2].order,))
    assert periods(figures, defined_anew)[0] == "2002"


def test_figures_with_limits_alone_weigh_by_them() -> None:
    scores = [
        year(place, None, value=value, lower=value - 1, upper=value + 1)
        for place, value in enumerate((10.0, 12, 14, 16, 18))
    ]
    run = run_of(scores, SCORE)
    assert not run.counted
    assert run.trend.a_year.value == pytest.approx(2)
    assert heading(run, "Hart", SCORE) == "It rose in Hart from 2000 to 2004"


def test_later_figures_that_cannot_be_tested_are_said_to_be_left_out() -> None:
    latest = year(6, None, value=60.0)
    run = run_of([*years(*RISING), latest], SHARE)
    assert run.last.period == "2005"
    assert "up to 2006" in later_without(run, latest)
    assert later_without(run, run.last) == ""


@pytest.mark.parametrize(
    ("figures", "why"),
    [
        ([], "without counts or limits"),
        ([year(place, None, value=5.0) for place in range(9)], "without counts or limits"),
        (years(*RISING[:4]), "needs five periods"),
    ],
    ids=["none", "no-counts", "four"],
)
def test_where_no_trend_can_be_told_the_reason_is_a_sentence(figures: list[Figure], why: str) -> None:
    assert why in obstacle_to(figures, SHARE)
    with pytest.raises(Refused, match=why):
        run_of(figures, SHARE)
