from datetime import date
from typing import NamedTuple

TODAY = "today"


class ChosenDay(NamedTuple):
    """A day as of which the pages can be looked at."""

    day: date
    label: str


def day_looked_at(remembered: str, days: tuple[ChosenDay, ...], *, today: date, real: date) -> date:
    """The day that the cookie remembers, if it may be chosen, and today for anything else."""
    asked = real.isoformat() if remembered == TODAY else remembered
    return next((chosen.day for chosen in days if chosen.day.isoformat() == asked), today)


def to_remember(asked: str, days: tuple[ChosenDay, ...], *, real: date) -> str:
    """What the cookie keeps of a day asked for; the real day is kept by its name, so that it moves on."""
    if asked not in {chosen.day.isoformat() for chosen in days}:
        return ""
    return TODAY if asked == real.isoformat() else asked
