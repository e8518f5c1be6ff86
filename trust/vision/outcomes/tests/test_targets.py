"""National goals: facts with their source, a straight path, and a status that never rests on colour."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.statistics.words import Polarity, Rating
from trust.vision.outcomes.formats.goals import national_goals
from trust.vision.outcomes.queries.register import IndicatorCard
from trust.vision.outcomes.queries.targets import AimedCourse, Aims, LocalAim
from trust.vision.outcomes.rules.targets import Aim, aim_from, standing_of
from trust.vision.outcomes.tests.test_rules import a_figure
from trust.vision.outcomes.views.target_charts import aims_drawn
from trust.vision.outcomes.words import Mark, Method, Outcome

HALF = Aim(Decimal("46.6"), 1998 * 12 + 12, Decimal("23.3"), 2010 * 12 + 12)

A_CARD = IndicatorCard(
    code="reading", family="", number="", title="Reading", plain_title="Reading", numerator="",
    denominator="", unit="%", multiplier=100, method=Method.PROPORTION, polarity=Polarity.LOW, frequency="",
    lag_months=None, source="An invented source", outcome=Outcome.ENJOY_AND_ACHIEVE, caveat="",
    valid_from=None, counts_rounded_to=0, changed="",
)  # fmt: skip


def test_every_goal_says_who_set_it_when_and_how_sure_we_are() -> None:
    goals = national_goals()
    assert len({goal.key for goal in goals}) == len(goals)
    for goal in goals:
        assert goal.says
        assert goal.source
        assert goal.sure in {"high", "medium", "low"}
        assert goal.due.end > goal.first


def test_a_goal_stands_from_its_day_until_the_law_or_its_period_ends_it() -> None:
    tenth = next(goal for goal in national_goals() if goal.key == "poverty-tenth")
    assert not tenth.stood_on(date(2010, 3, 24))
    assert tenth.stood_on(date(2010, 3, 25))
    assert not tenth.stood_on(date(2016, 3, 17))


def test_the_path_to_half_is_straight_and_a_figure_is_judged_by_where_it_should_be_by_then() -> None:
    """Half of 46.6 by 2010: ten of twelve years on, the path stands at 27.2."""
    assert HALF.expected(2008 * 12 + 12) == pytest.approx(Decimal("27.18"), abs=Decimal("0.01"))
    behind = standing_of(a_figure(2008, value=40.0), HALF, Polarity.LOW)
    assert (behind.rating, behind.letter) == (Rating.OFF_TRACK, "R")
    assert behind.said == "Off track: 40.0 in 2008; the path stood at 27.2"
    assert standing_of(a_figure(2008, value=27.1), HALF, Polarity.LOW).letter == "G"
    assert standing_of(a_figure(2008, value=28.0), HALF, Polarity.LOW).letter == "A"


def test_a_milestone_of_its_own_takes_the_place_of_the_straight_path() -> None:
    early = Aim(HALF.base, HALF.base_month, HALF.target, HALF.target_month, {2008 * 12 + 12: Decimal(40)})
    assert early.expected(2008 * 12 + 12) == 40
    assert standing_of(a_figure(2008, value=40.0), early, Polarity.LOW).rating is Rating.ON_TRACK


@pytest.mark.parametrize(
    ("figure", "aim", "polarity", "why"),
    [
        (None, HALF, Polarity.LOW, "no figure had been published"),
        (a_figure(mark=Mark.WITHHELD), HALF, Polarity.LOW, "the figure is withheld"),
        (a_figure(value=3.0), HALF, Polarity.NEUTRAL, "no better direction"),
        (a_figure(value=3.0), None, Polarity.LOW, "starts from is not known"),
    ],
)
def test_where_no_status_can_be_given_it_says_why(
    figure: None, aim: Aim | None, polarity: Polarity, why: str
) -> None:
    found = standing_of(figure, aim, polarity)
    assert (found.rating, found.letter) == (Rating.CANNOT_SAY, "U")
    assert why in found.said


def test_a_target_of_nought_needs_no_guess_at_a_tolerance() -> None:
    none = Aim(Decimal(10), 1, Decimal(0), 2)
    assert standing_of(a_figure(value=0.5), none, Polarity.LOW).rating is Rating.OFF_TRACK
    with pytest.raises(ValueError, match="later period"):
        Aim(Decimal(1), 5, Decimal(2), 5)


@given(st.integers(0, 24))
def test_the_path_never_leaves_the_space_between_its_ends(months: int) -> None:
    assert HALF.target <= HALF.expected(HALF.base_month + months * 12) <= HALF.base


def test_a_share_is_of_the_figure_of_its_base_period() -> None:
    figures = [a_figure(1998, value=46.6), a_figure(2008, value=40.0)]
    aim = aim_from(figures, value=None, share=Decimal("0.5"), base="1998", due=2010 * 12 + 12, since=0)
    assert aim == HALF
    assert aim_from(figures, value=None, share=None, base="1998", due=2010 * 12 + 12, since=0) is None
    assert aim_from(figures, value=Decimal(1), share=None, base="1997", due=2010 * 12 + 12, since=0) is None


@pytest.mark.usefixtures("database")
def test_the_goal_for_under_18_conceptions_stands_beside_england_and_hampshire(visitor: Client) -> None:
    page = visitor.get("/outcomes/ni-112/goals/").text
    assert "Half as many girls under 18 become pregnant in 2010 as in 1998" in page
    assert "Off track" in page
    assert 'aria-hidden="true">R</b>' in page
    assert "39.7 in 2008" in page
    assert "33.2 in 2008" in page
    assert "not a target for Hampshire" in page


@pytest.mark.usefixtures("database")
def test_the_page_can_be_read_without_a_status(visitor: Client) -> None:
    page = visitor.get("/outcomes/ni-112/goals/?status=no").text
    assert "Off track" not in page
    assert "39.7 in 2008" in page


@pytest.mark.usefixtures("database")
def test_a_goal_that_had_not_been_set_is_not_shown(visitor: Client) -> None:
    early_years = "/outcomes/good-level-of-development/goals/"
    assert "no national goal or floor" in visitor.get(f"{early_years}?as_of=2020-01-01").text
    later = visitor.get(f"{early_years}?as_of=2026-01-01").text
    assert "Three in four children" in later
    assert "75.0%" in later


def test_a_goal_is_drawn_as_a_path_beside_what_our_own_plan_aims_for(town: str, visitor: Client) -> None:
    page = visitor.get("/outcomes/ni-112/goals/").text
    assert page.count("Goal for England</p>") == 1
    assert "The dashed path goes from 46.6 to 23.3 in 2010." in page
    assert page.count("Our own aim</p>") == 2
    assert "Our aim: 18 or" in re.sub("<[^>]+>[\\s]*", " ", page)
    assert "What our plan promises: Conceptions under 18 in Hampshire" in page


@pytest.mark.usefixtures("database")
def test_without_an_aim_of_our_own_the_page_says_so(visitor: Client) -> None:
    page = visitor.get("/outcomes/good-level-of-development/goals/?as_of=2026-01-01").text
    assert "Our plan has no aim for this measure." in page
    assert "Goal for England" in page
    assert "Our own aim" not in page


@pytest.mark.parametrize(("base", "target"), [("soon", "2010"), ("2010", "2010"), ("2012", "2010")])
def test_an_aim_without_a_path_is_not_drawn(base: str, target: str) -> None:
    aim = LocalAim("Fewer", "Hart", "/", ("E07000089",), Decimal(4), base, Decimal(2), target)
    course = AimedCourse(aim, (a_figure(2008, value=3.0),))
    assert list(aims_drawn(Aims(A_CARD, (), local=(course,)))) == []
