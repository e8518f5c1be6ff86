"""When a promise may pass to another partner, and what is said of who had it before."""

from datetime import date, timedelta

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words
from trust.vision.plan.rules.promises import SILENT_AFTER_DAYS


def check_from(starts: date, *, first: date, due: date) -> None:
    if not first <= starts <= due:
        raise Refused(
            f"It passes on between the plan’s first day, {in_words(first)}, and the day it is due, "
            f"{in_words(due)}: {in_words(starts)} is not."
        )


def check_no_gap(owner: str, last: date | None, starts: date) -> None:
    """Somebody answers for a promise on every day."""
    if last and starts > last + timedelta(days=1):
        raise Refused(
            f"{owner} ends on {in_words(last)}, so from {in_words(last + timedelta(days=1))} nobody would "
            "answer for it. Choose that day, or an earlier one."
        )


def outlives(due: date, last: date, *, on: date) -> bool:
    """Whether a promise that is not done stands longer than its owner, who ends on `last`.

    What is late is still to be done, so it outlives an owner who has ended, or ends within a quarter.
    """
    return last < due or (due < on and last < on + timedelta(days=SILENT_AFTER_DAYS))


def ends_in_words(owner: str, last: date, *, on: date) -> str:
    """
    >>> ends_in_words("The board", date(2010, 3, 31), on=date(2010, 6, 8))
    'The board ended on 31 March 2010'
    """
    return f"{owner} {'ended' if last < on else 'ends'} on {in_words(last)}"


def had_before(owner: str, starts: date, because: str) -> str:
    """
    >>> had_before("Learning and Skills Council", date(2010, 4, 1), "It ended.")
    'Learning and Skills Council, until 31 March 2010. It ended.'
    """
    return f"{owner}, until {in_words(starts - timedelta(days=1))}. {because}".strip()
