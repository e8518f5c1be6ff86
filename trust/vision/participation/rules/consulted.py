"""What a consultation must say, how short is too short, and how well it reached a group."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.rounding import half_up
from trust.foundation.statistics.intervals import Interval
from trust.foundation.statistics.proportions import wilson

TWELVE_WEEKS = 84
FEWEST_SHOWN = 6
FEWEST_IN_FIVES = 10
SMALLEST = "6 to 12"


def check_consultation(*, title: str, asked: str, opens: date, closes: date, why_short: str) -> None:
    if not title.strip() or not asked.strip():
        raise Refused("Say what the consultation is called and what you ask.")
    if closes <= opens:
        raise Refused("A consultation must close after it opens.")
    if is_short(opens, closes) and not why_short.strip():
        days = (closes - opens).days
        raise Refused(
            f"It runs {days} days, and twelve weeks ({TWELVE_WEEKS}) is the custom: say why it is shorter."
        )


def is_short(opens: date, closes: date) -> bool:
    """
    >>> is_short(date(2012, 1, 9), date(2012, 4, 2))
    False
    """
    return (closes - opens).days < TWELVE_WEEKS


def twelve_weeks_on(opens: date) -> date:
    """The closing day that is proposed.

    >>> twelve_weeks_on(date(2012, 1, 9))
    datetime.date(2012, 4, 2)
    """
    return opens + timedelta(days=TWELVE_WEEKS)


def in_fives(number: int) -> int:
    """A count of people as it is shown: two counts that are nearly the same give nobody away.

    None that is shown is below ten, for one below six is withheld.

    >>> [in_fives(number) for number in (0, 6, 8, 13, 1284)]
    [0, 10, 10, 15, 1285]
    """
    return max(5 * round(number / 5), FEWEST_IN_FIVES) if number else 0


def count_in_words(number: int) -> str:
    """A count in fives as it is read; the smallest stands for several.

    >>> [count_in_words(in_fives(number)) for number in (0, 7, 12, 13, 1284)]
    ['0', '6 to 12', '6 to 12', '15', '1,285']
    """
    return SMALLEST if number == FEWEST_IN_FIVES else f"{number:,}"


def median_days(closed: date, answered: Iterable[date]) -> int | None:
    """Days from the closing to the answer that half of them met; nothing where nothing is answered.

    >>> median_days(date(2008, 9, 5), [date(2008, 9, 1), date(2008, 9, 8), date(2008, 12, 1)])
    3
    """
    days = [max((day - closed).days, 0) for day in answered]
    return int(half_up(median(days))) if days else None


def check_count(number: int | None, population: int | None) -> None:
    """Refuse a count that could point at a child, or is more than there are."""
    if number is not None and 0 < number < FEWEST_SHOWN:
        raise Refused(
            f"{number} could point at somebody. Leave it out: the page says “fewer than {FEWEST_SHOWN}”."
        )
    if number is not None and population is not None and number > population:
        raise Refused("More answered than live here: check both numbers.")


@dataclass(frozen=True)
class Reach:
    """A group's share of those who answered beside its share of those who live here.

    `index` is 100 where the two are the same; `words` say under, over or in line only past the interval.
    """

    index: float
    share: Interval
    population_share: float
    words: str


def reach(*, number: int, all_who_answered: int, population: int, everyone: int) -> Reach | None:
    """How well a group was reached; None where a share cannot be told. Source: Wilson's interval, 1927."""
    if not all_who_answered or not population or not everyone:
        return None
    share = wilson([number], [all_who_answered])
    limits = Interval(share[0].value, share[0].lower, share[0].upper)
    expected = population / everyone
    words = (
        "under-reached"
        if limits.upper < expected
        else "over-reached"
        if limits.lower > expected
        else "in line"
    )
    return Reach(limits.value / expected * 100, limits, expected, words)
