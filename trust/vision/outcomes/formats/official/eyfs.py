"""The Early Years Foundation Stage Profile: by authority of the school, and by district where pupils live.

Source: Department for Education. The two count different children, so they are different indicators.
"""

from collections.abc import Iterator, Sequence

from trust.vision.outcomes.formats.official.explore import published
from trust.vision.outcomes.formats.official.family import Family, Published
from trust.vision.outcomes.formats.official.table import Table


def recognise_by_authority(header: Sequence[str]) -> bool:
    return {"time_period", "gld_percent", "new_la_code"} <= set(header)


def recognise_by_district(header: Sequence[str]) -> bool:
    return {"time_period", "gld_percent", "lad_code_pupil"} <= set(header)


def read_by_authority(table: Table) -> Iterator[Published]:
    return published(table, BY_AUTHORITY)


def read_by_district(table: Table) -> Iterator[Published]:
    return published(table, BY_DISTRICT)


BY_AUTHORITY = Family(
    "eyfs", "Early Years Foundation Stage Profile, by authority", "Department for Education", 3,
    recognise_by_authority, read_by_authority,
)  # fmt: skip
BY_DISTRICT = Family(
    "eyfs-residence", "Early Years Foundation Stage Profile, by district of residence",
    "Department for Education", 3, recognise_by_district, read_by_district,
)  # fmt: skip
