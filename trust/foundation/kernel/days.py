"""A day as a person writes it."""

import re
from datetime import date

MONTHS = [date(2000, month, 1).strftime("%B").lower() for month in range(1, 13)]
SAY_A_DAY = "Write a day such as 8 June 2010."
EARLIEST, LATEST = 1900, 2100


def parse_day(text: str) -> date:
    """The day that somebody wrote: 8 June 2010, 8 Jun 2010, 8/6/2010, 8 6 2010 or 2010-06-08.

    Raises ValueError with a sentence for the person who wrote it.
    """
    tidy = " ".join(text.replace(",", " ").split()).lower()
    for read in (_iso, _figures, _words):
        found = read(tidy)
        if found:
            return _real(*found, text=text)
    raise ValueError(f"“{text.strip()}” is not a day we can read. {SAY_A_DAY}")


def _iso(text: str) -> tuple[int, int, int] | None:
    found = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    return (int(found[1]), int(found[2]), int(found[3])) if found else None


def _figures(text: str) -> tuple[int, int, int] | None:
    found = re.fullmatch(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", text)
    return (int(found[3]), int(found[2]), int(found[1])) if found else None


def _words(text: str) -> tuple[int, int, int] | None:
    found = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9}) (\d{4})", text)
    month = next((n for n, name in enumerate(MONTHS, 1) if found and name.startswith(found[2])), None)
    return (int(found[3]), month, int(found[1])) if found and month else None


def _real(year: int, month: int, day: int, *, text: str) -> date:
    if not EARLIEST <= year <= LATEST:
        raise ValueError(f"The year {year} is too far away. {SAY_A_DAY}")
    try:
        return date(year, month, day)
    except ValueError as wrong:
        raise ValueError(f"There is no such day as “{text.strip()}”. {SAY_A_DAY}") from wrong
