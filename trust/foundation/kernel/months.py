"""Months counted from year nought, as figures count them: January 2008 is 24,097 and December is 24,108."""

from datetime import date, timedelta

A_YEAR = 12


def month_of(day: date) -> int:
    """The month that a day is in.

    >>> month_of(date(2008, 1, 31)), month_of(date(2008, 12, 1))
    (24097, 24108)
    """
    return day.year * A_YEAR + day.month


def first_day(month: int) -> date:
    """
    >>> first_day(24108)
    datetime.date(2008, 12, 1)
    """
    years, turn = divmod(month - 1, A_YEAR)
    return date(years, turn + 1, 1)


def last_day(month: int) -> date:
    """
    >>> last_day(24108)
    datetime.date(2008, 12, 31)
    """
    return first_day(month + 1) - timedelta(days=1)


def in_years(month: int) -> float:
    """Where a month stands on a scale of years, such as one that a line is drawn or fitted along."""
    return month / A_YEAR
