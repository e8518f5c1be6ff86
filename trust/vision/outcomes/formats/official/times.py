"""What a file of Explore Education Statistics says of a time besides its year: a term, a quarter or a month.

Source: Department for Education, open data standards, time identifiers. Academic quarters begin in August.
"""

import re

from trust.vision.outcomes.formats.periods import MONTHS

WHOLE_YEARS = frozenset({"", "academic year", "calendar year", "reporting year"})
OTHER_YEARS = frozenset({"financial year", "tax year"})
QUARTERS = re.compile(r"(academic|calendar|financial|tax) year q[1-4](-q[1-4])?")
PARTS = re.compile(r"(part [12]) \(.+\)")
SIX_FIGURES = re.compile(r"^(\d{4})(\d{2})$")
SCHOOL_YEAR_BEGINS = 9


def timed(year: str, identifier: str) -> tuple[str, str]:
    """What a part of a year adds to the name of a measure, and the period with it.

    >>> timed("202425", "Academic year"), timed("202425", "Autumn term")
    (('', '202425'), ('Autumn term', 'Autumn term 2024/25'))
    >>> timed("202425", "January"), timed("202425", "November")
    (('By month', 'January 2025'), ('By month', 'November 2024'))
    """
    said = identifier.lower()
    if said in WHOLE_YEARS:
        return "", year
    if said[:3].capitalize() in MONTHS:
        return "By month", f"{identifier} {_year_of(said, year)}"
    written = SIX_FIGURES.sub(r"\1/\2", year)
    if said in OTHER_YEARS:
        return "", f"{identifier} {written}"
    if QUARTERS.fullmatch(said):
        return "By several quarters" if "-" in said else "By quarter", f"{identifier} {written}"
    part = PARTS.fullmatch(said)
    return identifier, f"{part[1].capitalize() if part else identifier} {written}"


def _year_of(month: str, year: str) -> str:
    """The year of a month: of a school year of two, the first from September on."""
    found = SIX_FIGURES.fullmatch(year)
    if not found:
        return year
    first = MONTHS.index(month[:3].capitalize()) + 1 >= SCHOOL_YEAR_BEGINS
    return found[1] if first else str(int(found[1]) + 1)
