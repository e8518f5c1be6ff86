"""When a finding may be said, and how surely."""

from collections.abc import Sequence
from datetime import date

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words
from trust.strategy.needs.words import Sure


def check_rests_on_figures(
    how_sure: Sure, *, indicator: str, places: Sequence[str], comparison: Sequence[str]
) -> None:
    """To be sure there must be a measure and places; two groups must share no place."""
    if set(places) & set(comparison):
        raise Refused("A place cannot be in both groups: a gap is between children who are not in both.")
    if how_sure is Sure.SURE and not (indicator and places):
        raise Refused("To say that we are sure, choose the measure and the places that show it.")


def check_said_on(said_on: date, *, today: date) -> None:
    if said_on > today:
        raise Refused(f"A finding cannot be dated {in_words(said_on)}: that day has not come yet.")
