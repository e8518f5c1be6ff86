from datetime import date

import pytest

from trust.foundation.directory.rules import ChosenDay, day_looked_at, to_remember

TODAY, REAL = date(2010, 6, 8), date(2026, 11, 22)
DAYS = (ChosenDay(date(2006, 3, 20), "2006"), ChosenDay(TODAY, "2010"), ChosenDay(REAL, "Today"))


@pytest.mark.parametrize(
    ("remembered", "day"),
    [
        ("2006-03-20", date(2006, 3, 20)),
        ("today", REAL),
        ("2010-06-08", TODAY),
        ("2007-01-01", TODAY),
        ("", TODAY),
        ("<script>", TODAY),
    ],
)
def test_only_a_chosen_day_can_be_looked_at(remembered: str, day: date) -> None:
    assert day_looked_at(remembered, DAYS, today=TODAY, real=REAL) == day


def test_the_real_day_is_remembered_by_name_so_that_it_moves_on() -> None:
    kept = to_remember("2026-11-22", DAYS, real=REAL)
    tomorrow = (*DAYS[:2], ChosenDay(date(2026, 11, 23), "Today"))
    assert day_looked_at(kept, tomorrow, today=TODAY, real=date(2026, 11, 23)) == date(2026, 11, 23)


def test_a_day_that_may_not_be_chosen_is_not_remembered() -> None:
    assert to_remember("2007-01-01", DAYS, real=REAL) == ""
