"""The ways to look, comparisons, groups and slopes: without a database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from trust.foundation.kernel.refusals import Refused
from trust.foundation.statistics.words import Polarity, Standing
from trust.vision.outcomes.rules.explore import Held, ways_for
from trust.vision.outcomes.rules.explore_compare import among, beside
from trust.vision.outcomes.rules.explore_day import day_asked
from trust.vision.outcomes.rules.explore_groups import axes
from trust.vision.outcomes.rules.explore_slope import change_words, relative_of, rungs_of, slant_of
from trust.vision.outcomes.rules.figures import Figure, Measured, with_limits
from trust.vision.outcomes.words import Mark, Method

REAL = date(2026, 11, 22)
SHARE = Measured(Method.PROPORTION, Polarity.HIGH, 100)
EVERYTHING = Held(
    "Hampshire", Method.PROPORTION, figures=9, set_known=True, alike=10, wider=2, breakdowns=1, districts=11,
    peers=11, counted=11, ordered=11, small_areas=True, goals=1,
)  # fmt: skip


def figure(area: str = "A", count: int | None = 50, out_of: float | None = 100, **more: Any) -> Figure:
    plain = Figure(
        area=area, period="2008", order=24096, first_month=24085, numerator=count, denominator=out_of,
        value=None if count is None or not out_of else count / out_of * 100, lower=None, upper=None,
        mark=Mark.FINAL, published_on=None, known_on=date(2009, 6, 1), source="invented", sex="all",
    )  # fmt: skip
    return with_limits([replace(plain, **more)], SHARE)[0]


# A day in an address


def test_a_day_in_an_address_may_be_any_that_has_come() -> None:
    assert day_asked("2025-11-01", real=REAL) == date(2025, 11, 1)
    assert day_asked("2026-11-22", real=REAL) == REAL


@pytest.mark.parametrize("text", ["20251101", "2025-W44-6", "2025-02-30", "yesterday", "2025-11-1", ""])
def test_what_is_no_day_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(Refused, match="such as 2025-11-01"):
        day_asked(text, real=REAL)


def test_a_day_that_has_not_come_is_refused() -> None:
    with pytest.raises(Refused, match="23 November 2026 has not come yet"):
        day_asked("2026-11-23", real=REAL)


# Ways


def test_a_whole_county_with_everything_can_be_looked_at_in_every_way() -> None:
    assert ways_for(EVERYTHING).closed == ()


@pytest.mark.parametrize(
    ("key", "lacks", "why"),
    [
        ("neighbours", {"is_whole": False, "set_known": False}, "worked out from the indices"),
        ("neighbours", {"set_known": False}, "No list"),
        ("neighbours", {"figures": 0, "breakdowns": 0}, "No figure for Hampshire"),
        ("neighbours", {"figures": 0}, "group by group only"),
        ("neighbours", {"alike": 1}, "Fewer than two"),
        ("goals", {"goals": 0}, "No national goal"),
        ("england", {"wider": 0}, "of the region or of England"),
        ("trend", {"no_trend": "needs five periods"}, "needs five periods"),
        ("trend", {"figures": 0, "breakdowns": 0, "no_trend": "without counts"}, "No figure for Hampshire"),
        ("breakdown", {"breakdowns": 0}, "all together"),
        ("places", {"districts": 0}, "not published for the districts"),
        ("funnel", {"method": Method.NONE}, "not a count of children"),
        ("funnel", {"counted": 2}, "without its counts"),
        ("inequality", {"peers": 4}, "needs five places"),
        ("inequality", {"counted": 4}, "without its counts"),
        ("inequality", {"ordered": 0}, "in order of deprivation"),
    ],
)
def test_a_way_that_cannot_be_gone_says_why(key: str, lacks: dict[str, Any], why: str) -> None:
    ways = ways_for(replace(EVERYTHING, **lacks))
    assert why in ways.obstacle(key)
    assert key not in {way.key for way in ways.open}


# Comparison


def test_two_places_differ_only_past_the_test_of_their_counts() -> None:
    assert beside(figure(count=60), figure(count=50), SHARE) is Standing.SIMILAR
    assert beside(figure(count=80), figure(count=50), SHARE) is Standing.BETTER
    assert beside(figure(count=20), figure(count=50), SHARE) is Standing.WORSE


def test_without_a_better_direction_they_are_higher_or_lower() -> None:
    neutral = replace(SHARE, polarity=Polarity.NEUTRAL)
    assert beside(figure(count=80), figure(count=50), neutral) is Standing.HIGHER


def test_without_counts_only_intervals_wholly_apart_differ() -> None:
    low, high = (figure(count=None, out_of=None, value=v, lower=v - 5, upper=v + 5) for v in (50.0, 58.0))
    assert beside(high, low, SHARE) is Standing.SIMILAR
    assert beside(replace(high, lower=56.0), low, SHARE) is Standing.BETTER
    assert beside(replace(high, lower=None), low, SHARE) is None
    assert beside(None, low, SHARE) is None


def test_a_place_among_others_is_counted_in_words() -> None:
    assert among("Hart", [Standing.BETTER, Standing.WORSE, Standing.SIMILAR], "places") == (
        "Hart is better than one and worse than one of the three places"
    )


# Groups


def test_girls_and_boys_are_a_whole_in_two_and_everyone_holds_both() -> None:
    [axis] = axes([figure(sex="all"), figure(sex="male"), figure(sex="female")], ("all", "", ""))
    assert [group.name for group in axis.groups] == ["Everyone", "Boys", "Girls"]
    assert [group.everyone for group in axis.groups] == [True, False, False]
    assert axis.is_whole_in_two


def test_a_group_and_those_not_in_it_are_a_whole_in_two_and_any_other_two_are_not() -> None:
    meals = [
        figure(group="eligible for free school meals"),
        figure(group="not eligible for free school meals"),
    ]
    other = [figure(group="White"), figure(group="Asian")]
    assert [axes(two, ("all", "", ""))[0].is_whole_in_two for two in (meals, other)] == [True, False]


def test_ages_stand_in_order_and_one_age_is_not_everyone() -> None:
    ages = [figure(age=age) for age in ("10 to 15", "5 to 9")]
    [axis] = axes(ages, ("all", "5 to 9", ""))
    assert [group.name for group in axis.groups] == ["Aged 5 to 9", "Aged 10 to 15"]
    assert not any(group.everyone for group in axis.groups)


def test_all_the_children_alone_are_no_groups() -> None:
    assert axes([figure()], ("all", "", "")) == ()


# Slope


def ladder(*counts: int, period: int = 0) -> list[Figure]:
    last = 24096 + 12 * period
    plain = [figure(area, count) for area, count in zip("ABCDEF", counts, strict=False)]
    return [replace(one, period=str(2008 + period), order=last, first_month=last - 11) for one in plain]


SCORES = {area: float(score) for area, score in zip("ABCDEF", (50, 40, 30, 20, 10, 10), strict=True)}


def test_a_straight_ladder_of_equal_places_has_the_slope_of_its_ends() -> None:
    slant = slant_of(ladder(10, 20, 30, 40, 50), SCORES, SHARE)
    assert slant
    assert (round(slant.most_deprived, 6), round(slant.least_deprived, 6)) == (5, 55)
    assert slant.is_clear
    relative = relative_of(slant, SHARE)
    assert relative
    assert round(relative.value, 6) == 11
    assert relative.lower < 11 < relative.upper


def test_places_that_tie_are_counted_as_one() -> None:
    rungs = rungs_of(ladder(10, 20, 30, 40, 50, 60), SCORES)
    assert rungs[-1].areas == ("E", "F")
    assert (rungs[-1].tally.count, rungs[-1].tally.out_of) == (110, 200)


def test_fewer_than_five_rungs_are_no_ladder() -> None:
    assert slant_of(ladder(10, 20, 30, 40), SCORES, SHARE) is None


def test_a_slope_has_changed_only_past_the_test() -> None:
    flat, steep = (
        slant_of(ladder(*counts, period=n), SCORES, SHARE)
        for n, counts in enumerate([(30, 30, 30, 30, 30), (5, 20, 40, 60, 90)])
    )
    assert flat
    assert steep
    assert change_words([flat, steep]) == "The slope is steeper than in 2008."
    assert change_words([flat, replace(flat, first_month=flat.order + 1, order=flat.order + 12)]) == (
        "The slope has not clearly changed since 2008."
    )
    assert "overlap" in change_words([flat, flat])
    assert "one period only" in change_words([flat])


def test_no_children_of_five_are_not_taken_for_certain() -> None:
    slant = slant_of(ladder(0, 0, 0, 0, 0), SCORES, SHARE)
    assert slant
    assert slant.index.upper > 0
    assert relative_of(slant, SHARE) is None
