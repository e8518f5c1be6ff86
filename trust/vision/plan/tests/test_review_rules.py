"""What a review may say: rules alone, without a database."""

from datetime import date
from decimal import Decimal

import pytest

from trust.foundation.kernel.reading_age import readable
from trust.foundation.kernel.refusals import Refused
from trust.foundation.statistics.words import Direction, Verdict
from trust.vision.plan.rules import review_years, reviewing
from trust.vision.plan.rules.reviewing import GapTold, Reported, Tally
from trust.vision.plan.words import Delivery, Standing

DUE, ON = date(2010, 3, 31), date(2010, 6, 8)
BETTER, WORSE, CHANCE = Direction.BETTER, Direction.WORSE, Direction.NO_CLEAR_CHANGE


def said(standing: Standing, words: str = "Six of nine.") -> Reported:
    return Reported(standing, words, date(2010, 3, 1))


@pytest.mark.parametrize(
    ("report", "due", "became"),
    [
        (said(Standing.DONE), DUE, Delivery.DELIVERED),
        (said(Standing.DONE), date(2011, 3, 31), Delivery.DELIVERED),
        (said(Standing.DONE, " "), DUE, Delivery.NO_EVIDENCE),
        (said(Standing.DONE, ""), date(2011, 3, 31), Delivery.NO_EVIDENCE),
        (said(Standing.ON_TRACK, ""), DUE, Delivery.NO_EVIDENCE),
        (said(Standing.ON_TRACK, ""), date(2011, 3, 31), Delivery.NOT_YET_DUE),
        (said(Standing.ON_TRACK), DUE, Delivery.PARTLY),
        (said(Standing.AT_RISK), DUE, Delivery.PARTLY),
        (said(Standing.AT_RISK), ON, Delivery.NOT_YET_DUE),
        (said(Standing.NOT_DONE), date(2011, 3, 31), Delivery.NOT_DELIVERED),
        (None, DUE, Delivery.NOT_DELIVERED),
        (None, ON, Delivery.NOT_YET_DUE),
    ],
)
def test_what_became_of_a_promise(report: Reported | None, due: date, became: Delivery) -> None:
    assert reviewing.delivery(due=due, said=report, on=ON) is became


@pytest.mark.parametrize(
    ("paid", "due", "became"),
    [
        ("100", DUE, Delivery.DELIVERED),
        ("120", date(2011, 3, 31), Delivery.DELIVERED),
        ("99", DUE, Delivery.PARTLY),
        ("99", date(2011, 3, 31), Delivery.NOT_YET_DUE),
        (None, DUE, Delivery.NOT_DELIVERED),
    ],
)
def test_money_is_delivered_when_all_of_it_is_paid(paid: str | None, due: date, became: Delivery) -> None:
    given = Decimal(paid) if paid else None
    assert reviewing.delivery_of_money(amount=Decimal(100), paid=given, due=due, on=ON) is became


@pytest.mark.parametrize("became", list(Delivery))
def test_every_end_of_a_promise_has_a_next_step(became: Delivery) -> None:
    assert reviewing.next_step(became, due="31 March 2010", owner="Hart").endswith(".")


def test_the_rate_counts_partly_as_not_done_and_what_is_not_due_neither_way() -> None:
    ends = [Delivery.DELIVERED, Delivery.PARTLY, Delivery.NO_EVIDENCE, Delivery.NOT_YET_DUE]
    [one] = reviewing.tally(("Hart", became) for became in [*ends, Delivery.WITHDRAWN])
    assert one.rate == "1 of 3"
    assert (one.not_yet_due, one.withdrawn) == (1, 1)
    assert Tally("Havant", not_yet_due=2).rate == "none due yet"


def test_partners_are_added_up() -> None:
    rows = reviewing.tally([("Hart", Delivery.DELIVERED), ("Fleet", Delivery.NOT_DELIVERED)])
    assert [one.partner for one in rows] == ["Fleet", "Hart"]
    assert reviewing.all_partners(rows).rate == "1 of 2"


@pytest.mark.parametrize(
    ("moves", "opens"),
    [
        ([BETTER, BETTER], "Yes."),
        ([BETTER, CHANCE], "In part."),
        ([BETTER, WORSE], "For some things, and not for others."),
        ([WORSE, CHANCE], "No."),
        ([CHANCE, None], "There is no clear change."),
        ([None, None], "We cannot say yet."),
        ([], "We cannot say yet."),
    ],
)
def test_outcomes_are_told_no_surer_than_their_tests(moves: list[Direction | None], opens: str) -> None:
    told = reviewing.outcomes_better([(f"Measure {n}", moved) for n, moved in enumerate(moves)])
    assert told.startswith(opens)


def test_an_answer_names_what_got_better_and_what_got_worse() -> None:
    told = reviewing.outcomes_better([("Weight", BETTER), ("Absence", WORSE), ("Falls", None)])
    assert "Weight is better than the year before" in told
    assert "Absence is worse than the year before" in told
    assert "One measure cannot be compared yet." in told


@pytest.mark.parametrize(
    ("gaps", "opens"),
    [
        ([GapTold("Weight", Verdict.NARROWED, "It narrowed.")], "Yes."),
        ([GapTold("Weight", Verdict.NARROWED, "The others fell.", levelled_down=True)], "There is no clear"),
        ([GapTold("Weight", Verdict.WIDENED, "It widened.")], "No."),
        ([GapTold("Weight", Verdict.REVERSED, "It reversed.")], "No."),
        ([GapTold("Weight", Verdict.NO_CLEAR_CHANGE, "Chance.")], "There is no clear change."),
        ([GapTold("Weight", None, "Nothing to test.")], "We cannot say yet."),
        ([], "We cannot say yet."),
    ],
)
def test_a_gap_that_closed_by_levelling_down_is_no_yes(gaps: list[GapTold], opens: str) -> None:
    assert reviewing.gaps_narrower(gaps).startswith(opens)


def test_promises_kept_never_show_that_help_comes_earlier() -> None:
    kept = reviewing.help_earlier([Delivery.DELIVERED, Delivery.NOT_YET_DUE])
    assert kept.startswith(
        "We cannot say yet. Two promises are of help that comes early, and one of them has"
    )
    assert reviewing.help_earlier([]).startswith("We cannot say yet.")


def test_a_year_of_the_plan_is_reviewed_and_no_other() -> None:
    run = {"first": date(2009, 4, 1), "last": date(2012, 3, 31)}
    review_years.check_year(date(2012, 3, 31), **run)
    for wrong in (date(2009, 4, 1), date(2014, 3, 31)):
        with pytest.raises(Refused, match="one of its years"):
            review_years.check_year(wrong, **run)


@pytest.mark.parametrize("on", [date(2011, 1, 1), date(2011, 3, 31), date(2012, 6, 1)])
def test_a_review_is_begun_from_the_last_quarter_of_its_year(on: date) -> None:
    review_years.check_nearly_over(date(2011, 3, 31), on=on)


def test_a_year_that_is_far_from_over_says_from_which_day_its_review_may_be_begun() -> None:
    with pytest.raises(
        Refused, match=r"31 March 2011 is far from over: begin its review from 1 January 2011"
    ):
        review_years.check_nearly_over(date(2011, 3, 31), on=date(2010, 12, 31))


def test_a_review_is_published_when_its_year_is_over_and_not_before() -> None:
    review_years.check_over(date(2011, 3, 31), on=date(2011, 4, 1))
    with pytest.raises(Refused, match=r"31 March 2011 is not over: publish its review from 1 April 2011"):
        review_years.check_over(date(2011, 3, 31), on=date(2011, 3, 31))


def test_the_young_version_is_there_and_easy_enough() -> None:
    with pytest.raises(Refused, match="for them too"):
        reviewing.check_young(readable(""))
    reviewing.check_young(readable("We did it. " * 20))
    with pytest.raises(Refused, match="to 11 or below"):
        reviewing.check_young(
            readable("Considerable organisational reconfiguration necessitated delay. " * 9)
        )
