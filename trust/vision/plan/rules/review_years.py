"""The years of a plan, each of which is reviewed: when a review is due, may begin and may come out."""

from collections.abc import Iterable
from datetime import date, timedelta

from trust.foundation.kernel.months import A_QUARTER, A_YEAR, months_after
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words


def due_by(last: date) -> date:
    """The last day for the next review: a year after the plan, or the review before, was published.

    >>> due_by(date(2009, 4, 1)), due_by(date(2008, 2, 29))
    (datetime.date(2010, 4, 1), datetime.date(2009, 2, 28))
    """
    return months_after(last, A_YEAR)


def year_began(ending: date) -> date:
    """
    >>> year_began(date(2010, 3, 31))
    datetime.date(2009, 4, 1)
    """
    return months_after(ending, -A_YEAR) + timedelta(days=1)


def years_of(first: date, last: date) -> list[date]:
    """The last day of each year of a plan; the last of them may be a short one.

    >>> years_of(date(2009, 6, 1), date(2011, 3, 31))
    [datetime.date(2010, 5, 31), datetime.date(2011, 3, 31)]
    """
    anniversaries = (months_after(first, later * A_YEAR) for later in range(1, last.year - first.year + 1))
    endings = [day - timedelta(days=1) for day in anniversaries]
    return [*(day for day in endings if day < last), last]


def year_to_review(first: date, last: date, reviewed: Iterable[date]) -> date | None:
    """The last day of the oldest year of a plan that has no published review; none where each has one.

    >>> year_to_review(date(2009, 4, 1), date(2012, 3, 31), [date(2010, 3, 31)])
    datetime.date(2011, 3, 31)
    """
    done = {day.year for day in reviewed}
    return next((day for day in years_of(first, last) if day.year not in done), None)


def check_year(ending: date, *, first: date, last: date) -> None:
    if not first < ending <= due_by(last):
        raise Refused(
            f"The plan runs from {in_words(first)} to {in_words(last)}: "
            "choose the last day of one of its years."
        )


def may_begin_from(ending: date) -> date:
    """The first day of the last quarter of the year that is reviewed.

    Source: `strategic.md` 2.2, C20: a review is due a year after the plan was published, which is often
    before the year that it reviews is over.

    >>> may_begin_from(date(2011, 3, 31)), may_begin_from(date(2010, 5, 30))
    (datetime.date(2011, 1, 1), datetime.date(2010, 2, 28))
    """
    return months_after(ending + timedelta(days=1), -A_QUARTER)


def check_nearly_over(ending: date, *, on: date) -> None:
    begins = may_begin_from(ending)
    if on < begins:
        raise Refused(
            f"The year to {in_words(ending)} is far from over: begin its review from {in_words(begins)}, "
            "when its last quarter begins."
        )


def may_publish_from(ending: date) -> date:
    """A review tells of a whole year, so it comes out when that year is over.

    >>> may_publish_from(date(2010, 3, 31))
    datetime.date(2010, 4, 1)
    """
    return ending + timedelta(days=1)


def check_over(ending: date, *, on: date) -> None:
    if on <= ending:
        raise Refused(
            f"The year to {in_words(ending)} is not over: "
            f"publish its review from {in_words(may_publish_from(ending))}."
        )
