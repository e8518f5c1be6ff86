from datetime import date

import pytest

from trust.vision.outcomes.formats.periods import read_period


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        ("2008", date(2008, 1, 1), date(2008, 12, 31)),
        ("2006/07", date(2006, 9, 1), date(2007, 8, 31)),
        ("1999/00", date(1999, 9, 1), date(2000, 8, 31)),
        ("2014-16", date(2014, 1, 1), date(2016, 12, 31)),
        ("2006 - 08", date(2006, 1, 1), date(2008, 12, 31)),
        ("1998-2000", date(1998, 1, 1), date(2000, 12, 31)),
        ("1999-01", date(1999, 1, 1), date(2001, 12, 31)),
        ("2013/14-15/16", date(2013, 9, 1), date(2016, 8, 31)),
        ("2013/14 - 2015/16", date(2013, 9, 1), date(2016, 8, 31)),
        ("2008 Q1", date(2008, 1, 1), date(2008, 3, 31)),
        ("Feb 2008", date(2008, 2, 1), date(2008, 2, 29)),
        ("March 2009", date(2009, 3, 1), date(2009, 3, 31)),
        ("2010-08-31", date(2010, 8, 1), date(2010, 8, 31)),
    ],
)
def test_a_period_covers_its_months(text: str, starts: date, ends: date) -> None:
    months = read_period(text)
    assert (months.start, months.end) == (starts, ends)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "last year",
        "08",
        "2008/10",
        "2009-08",
        "2015/16-13/14",
        "1066",
        "2008 Q5",
        "2010-02-30",
        "２００８x",
    ],
)
def test_what_is_not_a_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_period(text)


def test_periods_stand_in_order_of_their_ends() -> None:
    as_written = ["2013/14-15/16", "2009", "2006/07", "2008", "2007"]
    assert sorted(as_written, key=lambda text: read_period(text).last) == [
        "2006/07",
        "2007",
        "2008",
        "2009",
        "2013/14-15/16",
    ]


def test_one_year_ends_before_the_next_begins() -> None:
    assert read_period("2006/07").last < read_period("2007/08").first
