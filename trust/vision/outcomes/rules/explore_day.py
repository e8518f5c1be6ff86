"""A day in an address: the page is then as it was known on that day, for whoever opens it and whenever."""

import re
from datetime import date

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words

WRITTEN = re.compile(r"\d{4}-\d{2}-\d{2}")


def day_asked(text: str, *, real: date) -> date:
    """The day that an address asks for; errors: Refused for no day, or one that has not come.

    >>> day_asked("2025-11-01", real=date(2026, 11, 22))
    datetime.date(2025, 11, 1)
    """
    try:
        if not WRITTEN.fullmatch(text):
            raise ValueError(text)
        day = date.fromisoformat(text)
    except ValueError:
        raise Refused(
            f"“{text[:20]}” in the address is not a day. Write it as year, month and day, such as 2025-11-01."
        ) from None
    if day > real:
        raise Refused(
            f"{in_words(day)} has not come yet, so nobody knows what will be known. "
            f"Choose a day up to {in_words(real)}."
        )
    return day
