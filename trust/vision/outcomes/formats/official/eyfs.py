"""The Early Years Foundation Stage Profile: by authority of the school, and by district where pupils live.

Source: Department for Education. The two count different children, so they are different indicators.
"""

from collections.abc import Iterator

from trust.vision.outcomes.formats.official import explore
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.family import Family, Published
from trust.vision.outcomes.formats.official.table import Table


def recognise_by_authority(columns: Columns) -> bool:
    return explore.recognise(columns) and bool(columns.beginning("gld_"))


def recognise_by_district(columns: Columns) -> bool:
    """A file of authorities may name districts too, and says nothing of where pupils live."""
    by_district = columns.called(*explore.DISTRICTS[:2]) and not columns.called(*explore.AUTHORITIES)
    return recognise_by_authority(columns) and bool(by_district)


def read_by_authority(table: Table) -> Iterator[Published]:
    return explore.published(table, BY_AUTHORITY)


def read_by_district(table: Table) -> Iterator[Published]:
    return explore.published(table, BY_DISTRICT)


BY_AUTHORITY = Family(
    "eyfs", "Early Years Foundation Stage Profile, by authority", "Department for Education", 3,
    recognise_by_authority, read_by_authority,
)  # fmt: skip
BY_DISTRICT = Family(
    "eyfs-residence", "Early Years Foundation Stage Profile, by district of residence",
    "Department for Education", 3, recognise_by_district, read_by_district,
)  # fmt: skip
