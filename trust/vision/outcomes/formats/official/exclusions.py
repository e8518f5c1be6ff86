"""Exclusions from schools, by authority and school year; by reason in the later layout.

Source: Department for Education, SFR35/2017 and its successors.
"""

from collections.abc import Iterator, Sequence

from trust.vision.outcomes.formats.official.explore import published
from trust.vision.outcomes.formats.official.family import Family, Published
from trust.vision.outcomes.formats.official.table import Table


def recognise(header: Sequence[str]) -> bool:
    by_school = {"year", "level", "school_type"} <= set(header)
    return by_school and any(name.startswith("perm_") for name in header)


def read(table: Table) -> Iterator[Published]:
    return published(table, FAMILY)


FAMILY = Family(
    "exclusions", "Permanent and fixed-period exclusions", "Department for Education", 11, recognise, read
)
