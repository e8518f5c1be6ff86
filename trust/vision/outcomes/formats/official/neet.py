"""Young people not in education, employment or training, by authority; its columns change from year to year.

Source: Department for Education, local authority scorecard of participation.
"""

from collections.abc import Iterator

from trust.vision.outcomes.formats.official import explore
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.family import Family, Published
from trust.vision.outcomes.formats.official.table import Table


def recognise(columns: Columns) -> bool:
    return explore.recognise(columns) and bool(columns.beginning("neet_"))


def read(table: Table) -> Iterator[Published]:
    return explore.published(table, FAMILY)


FAMILY = Family(
    "neet", "Young people not in education, employment or training", "Department for Education", 3,
    recognise, read,
)  # fmt: skip
