"""Exclusions from schools, by authority and school year; by reason in the later layout.

Source: Department for Education, SFR35/2017 and its successors.
"""

from collections.abc import Iterator

from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.explore import LEVELS, PERIODS, published
from trust.vision.outcomes.formats.official.family import Family, Published
from trust.vision.outcomes.formats.official.table import Table


def recognise(columns: Columns) -> bool:
    return bool(columns.called(*PERIODS) and columns.called(*LEVELS) and columns.beginning("perm_"))


def read(table: Table) -> Iterator[Published]:
    return published(table, FAMILY)


FAMILY = Family(
    "exclusions", "Permanent and fixed-period exclusions", "Department for Education", 11, recognise, read
)
