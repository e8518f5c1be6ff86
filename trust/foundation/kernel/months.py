"""Months counted from year nought, as figures count them: January 2008 is 24,097 and December is 24,108."""

from datetime import date, timedelta

A_YEAR, A_QUARTER = 12, 3


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


def months_after(day: date, months: int) -> date:
    """The same day of the month so many months on, or back, or the last there is.

    >>> months_after(date(2010, 1, 31), 1), months_after(date(2008, 2, 29), -12)
    (datetime.date(2010, 2, 28), datetime.date(2007, 2, 28))
    """
    month = month_of(day) + months
    return first_day(month).replace(day=min(day.day, last_day(month).day))


def in_years(month: int) -> float:
    """Where a month stands on a scale of years, such as one that a line is drawn or fitted along."""
    return month / A_YEAR
