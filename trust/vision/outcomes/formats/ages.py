"""Ages as publishers write them, and which of several holds the children of all the others."""

import re
from collections.abc import Collection

# A figure's sex, age and group, as its publisher divides the children.
type Breakdown = tuple[str, str, str]

EVERY_AGE = frozenset({"", "all", "all ages", "total"})
NUMBERS = re.compile(r"\d+")
YOUNGER = re.compile(r"(?i)<|under|below|up to")
OLDER = re.compile(r"(?i)\+|and over|and above|or over|>")
OLDEST = 200


def of_every_age(breakdowns: Collection[Breakdown]) -> set[Breakdown]:
    """Those of all ages; else those of the age that holds all the others; none where no age does.

    >>> sorted(of_every_age({("all", "16", ""), ("all", "16-17", ""), ("all", "17", "")}))
    [('all', '16-17', '')]
    """
    if len(breakdowns) < 2:
        return {*breakdowns}
    every = {one for one in breakdowns if one[1].casefold() in EVERY_AGE}
    if every:
        return every
    spans = {one: span(one[1]) for one in breakdowns}
    known = [found for found in spans.values() if found]
    if len(known) < len(spans):
        return set()
    whole = min(low for low, _ in known), max(high for _, high in known)
    return {one for one, found in spans.items() if found == whole}


def span(age: str) -> tuple[int, int] | None:
    """The youngest and the oldest of an age in years; None where it does not say.

    >>> span("16 to 17 years"), span("<18 yrs"), span("65+"), span("5 yrs"), span("Reception")
    ((16, 17), (0, 17), (65, 200), (5, 5), None)
    """
    numbers = [int(number) for number in NUMBERS.findall(age)]
    if len(numbers) == 2:
        return min(numbers), max(numbers)
    if len(numbers) != 1:
        return None
    [one] = numbers
    if YOUNGER.search(age):
        return 0, one - 1
    return one, OLDEST if OLDER.search(age) else one
