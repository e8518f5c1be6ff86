import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trust.foundation.kernel.time import add_working_days
from trust.foundation.statute.calendar import england_holidays

FACTS = tomllib.loads(Path(__file__).with_name("bank_holidays.toml").read_text(encoding="utf-8"))["odd"]


@pytest.mark.parametrize("odd", FACTS, ids=[fact["why"][:20] for fact in FACTS])
def test_the_years_that_were_not_as_usual_are_right(odd: dict[str, Any]) -> None:
    holidays = england_holidays(2000, 2030)
    assert [day for day in odd["holidays"] if day not in holidays] == []
    assert [day for day in odd["ordinary"] if day in holidays] == []


def test_only_the_years_asked_for_are_given() -> None:
    assert {day.year for day in england_holidays(2009, 2010)} == {2009, 2010}


def test_an_ordinary_year_has_eight_holidays_on_working_days() -> None:
    assert len([day for day in england_holidays(2009, 2009) if day.weekday() < 5]) == 8


def test_ten_working_days_over_easter_step_over_both_holidays() -> None:
    """The day of referral is day nought; Good Friday and Easter Monday do not count."""
    due = add_working_days(date(2010, 3, 29), 10, holidays=england_holidays(2010, 2010))
    assert due == date(2010, 4, 14)


def test_a_limit_that_starts_on_a_holiday_counts_from_the_next_working_day() -> None:
    assert add_working_days(date(2011, 4, 29), 1, holidays=england_holidays(2011, 2011)) == date(2011, 5, 3)
