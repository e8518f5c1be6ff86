from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from trust.foundation.kernel.refusals import Refused
from trust.foundation.statistics.words import Polarity, Rating
from trust.foundation.statute.law import read_law
from trust.vision.plan.rules import (
    Aimed,
    Said,
    check_counted,
    check_due,
    check_may_pool,
    check_periods,
    going,
    silent,
    terms,
    year_of,
)
from trust.vision.plan.words import Given, Recurrence, Standing, Status, Treatment

POWERS = read_law(Path(__file__).parents[1] / "law" / "powers.toml")
DUE = date(2010, 6, 1)


@pytest.mark.parametrize(
    ("standing", "on", "status", "word"),
    [
        (None, date(2010, 5, 1), Status.CANNOT_SAY, "Nothing said yet"),
        (Standing.ON_TRACK, date(2010, 6, 1), Status.ON_TRACK, "On track"),
        (Standing.AT_RISK, date(2010, 5, 1), Status.AT_RISK, "At risk"),
        (Standing.ON_TRACK, date(2010, 6, 2), Status.OFF_TRACK, "Late since 1 June 2010"),
        (None, date(2010, 6, 2), Status.OFF_TRACK, "Late since 1 June 2010"),
        (Standing.DONE, date(2010, 6, 2), Status.ON_TRACK, "Done"),
        (Standing.NOT_DONE, date(2010, 5, 2), Status.OFF_TRACK, "Not done"),
    ],
)
def test_how_a_promise_is_going(standing: Standing | None, on: date, status: Status, word: str) -> None:
    said = Said(standing, date(2010, 4, 1)) if standing else None
    assert (going(due=DUE, said=said, on=on).status, going(due=DUE, said=said, on=on).word) == (status, word)


def test_a_partner_is_silent_after_a_quarter() -> None:
    promised = date(2010, 1, 1)
    assert not silent(promised_on=promised, said=None, on=date(2010, 4, 3))
    assert silent(promised_on=promised, said=None, on=date(2010, 4, 4))
    assert not silent(
        promised_on=promised, said=Said(Standing.ON_TRACK, date(2010, 3, 1)), on=date(2010, 4, 4)
    )


def test_a_due_day_outside_the_plan_is_refused() -> None:
    check_due(date(2012, 3, 31), first=date(2009, 4, 1), last=date(2012, 3, 31))
    with pytest.raises(Refused, match="choose a day within it, not 1 April 2012"):
        check_due(date(2012, 4, 1), first=date(2009, 4, 1), last=date(2012, 3, 31))


def test_a_target_after_its_figure_ended_is_refused() -> None:
    ended = date(2011, 3, 31)
    check_counted("Girls under 18 who became pregnant", ended, "2010/11")
    check_counted("Girls under 18 who became pregnant", None, "2015")
    with pytest.raises(Refused, match="only until 31 March 2011, so nobody could tell in 2012"):
        check_counted("Girls under 18 who became pregnant", ended, "2012")


def test_a_baseline_after_its_target_is_refused() -> None:
    check_periods("1998", "2010")
    with pytest.raises(Refused, match="the target must come after"):
        check_periods("2010", "2010")


def test_a_period_that_is_not_one_is_refused() -> None:
    assert year_of("2006/07") == 2006
    with pytest.raises(Refused, match="not a period"):
        year_of("next year")


def test_the_power_to_give_follows_the_law_of_the_day() -> None:
    before = terms(
        given=Given.MONEY, may_pool=True, others_give=True, agreed_on=date(2010, 1, 11), law=POWERS
    )
    after = terms(given=Given.MONEY, may_pool=True, others_give=True, agreed_on=date(2010, 1, 12), law=POWERS)
    assert "section 10(6)" in before.power
    assert "section 10(5A)" in after.power


def test_money_is_never_presumed_pooled() -> None:
    alone = terms(given=Given.MONEY, may_pool=True, others_give=False, agreed_on=DUE, law=POWERS)
    beside = terms(given=Given.PEOPLE, may_pool=False, others_give=True, agreed_on=DUE, law=POWERS)
    assert (alone.treatment, alone.recurrence) == (Treatment.SINGLE, Recurrence.ONE_OFF)
    assert (beside.treatment, beside.recurrence) == (Treatment.ALIGNED, Recurrence.EVERY_YEAR)
    assert beside.power.startswith("own powers")


def test_a_body_without_the_power_may_not_pool() -> None:
    check_may_pool(Treatment.POOLED, may_pool=True, partner="Hampshire County Council")
    with pytest.raises(Refused, match="has no power to pool"):
        check_may_pool(Treatment.POOLED, may_pool=False, partner="The fire service")


def test_a_measure_is_judged_against_its_path_and_not_its_end() -> None:
    halved = Aimed("1998", Decimal("36"), "2010", Decimal("18"), None)
    assert halved.expected("2004") == Decimal("27")
    assert halved.judge(Decimal("27"), "2004", Polarity.LOW).rating is Rating.ON_TRACK
    assert halved.judge(Decimal("28"), "2004", Polarity.LOW).rating is Rating.AT_RISK
    assert halved.judge(Decimal("33.2"), "2008", Polarity.LOW).rating is Rating.OFF_TRACK
    assert halved.judge(None, "2008", Polarity.LOW).rating is Rating.CANNOT_SAY


def test_what_came_after_the_target_is_no_answer_to_the_promise() -> None:
    halved = Aimed("1998", Decimal("36"), "2010", Decimal("18"), None)
    assert [halved.over(period) for period in ("2009", "2010", "2011")] == [False, False, True]
