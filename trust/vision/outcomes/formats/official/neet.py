"""Young people not in education, employment or training, by authority; its columns change from year to year.

Source: Department for Education, local authority scorecard of participation.
"""

from collections.abc import Iterator, Sequence

from trust.vision.outcomes.formats.official.explore import published
from trust.vision.outcomes.formats.official.family import Family, Published
from trust.vision.outcomes.formats.official.table import Table


def recognise(header: Sequence[str]) -> bool:
    return {"time_period", "geographic_level", "NEET_percent"} <= set(header)


def read(table: Table) -> Iterator[Published]:
    return published(table, FAMILY)


FAMILY = Family(
    "neet", "Young people not in education, employment or training", "Department for Education", 3,
    recognise, read,
)  # fmt: skip
