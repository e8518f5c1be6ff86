"""Fingertips: one line for each figure, with its counts and limits.

Source: Office for Health Improvement and Disparities, Fingertips.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.cells import read_amount
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.words import Method, Outcome

# As the site gives them out, in an old and a new way, and as its package for R does.
NAMES = {
    "id": ("indicator_id", "indicatorid"), "name": ("indicator_label", "indicator_name", "indicatorname"),
    "area": ("area_code", "areacode"), "sex": ("sex",), "age": ("age",),
    "kind": ("category_type", "categorytype"), "category": ("category",),
    "period": ("time_period", "timeperiod", "period", "year"), "value": ("value",),
    "lower": (
        "lower_ci", "lower_ci_95_0_limit", "lowerci95_0limit", "lower_ci_limit", "lower_ci_95",
        "confidence_interval_lower",
    ),
    "upper": (
        "upper_ci", "upper_ci_95_0_limit", "upperci95_0limit", "upper_ci_limit", "upper_ci_95",
        "confidence_interval_upper",
    ),
    "count": ("count",), "denominator": ("denominator",), "note": ("value_note", "valuenote"),
}  # fmt: skip
NEEDED = ("id", "area", "period", "value")
PER = (100, 1_000, 10_000, 100_000)
NEAR = 0.01
# Why a figure is not there, as the note beside it says.
WITHHELD = re.compile(r"(?i)suppress|disclos|small (count|number)")
UNRELIABLE = re.compile(r"(?i)data quality|reliab|robust")
EVERYONE = frozenset({"persons", "all", ""})


def recognise(columns: Columns) -> bool:
    return all(columns.called(*NAMES[part]) for part in NEEDED)


def read(table: Table) -> Iterator[Published]:
    """Every line's figure; lines that do not say per how many they are wait for the first that does."""
    names = {part: table.columns.called(*names) for part, names in NAMES.items()}
    measures: dict[str, Entry] = {}
    waiting: dict[str, list[tuple[Line, Mapping[str, str]]]] = defaultdict(list)
    for line in table.lines:
        said = {part: line.cells.get(column, "") for part, column in names.items()}
        code = said["id"]
        if code not in measures:
            waiting[code].append((line, said))
            if not multiplier(said):
                continue
            measures[code] = measure_of(said)
        for one, its in waiting.pop(code, [(line, said)]):
            yield published(one, its, names["value"], measures[code])
    for lines in waiting.values():
        measure = measure_of(lines[0][1])
        yield from (published(line, said, names["value"], measure) for line, said in lines)


def published(line: Line, said: Mapping[str, str], field: str, measure: Entry) -> Published:
    cell = Cell(
        field, measure, said["period"], said["value"] or absence(said["note"]),
        numerator=said["count"], denominator=said["denominator"], lower=said["lower"], upper=said["upper"],
    )  # fmt: skip
    sex = "all" if said["sex"].lower() in EVERYONE else said["sex"].lower()
    group = ": ".join(filter(None, (said["kind"], said["category"])))
    return Published(line, said["area"], [cell], sex=sex, age=said["age"], group=group)


def absence(note: str) -> str:
    """The sign of what a note says of a figure that is not there.

    >>> absence("Value suppressed for disclosure control due to small count"), absence("")
    ('c', '')
    """
    if WITHHELD.search(note):
        return "c"
    return "u" if UNRELIABLE.search(note) else ""


def measure_of(said: Mapping[str, str]) -> Entry:
    per = multiplier(said)
    method = {0: Method.NONE, 100: Method.PROPORTION}.get(per, Method.RATE)
    unit = {0: "as published", 100: "%"}.get(per, f"per {per:,}")
    return an_entry(
        code_of("fingertips", said["id"]), said["name"] or said["id"], family=FAMILY, unit=unit,
        outcome=Outcome.BE_HEALTHY, method=method, multiplier=per or 1,
    )  # fmt: skip


def multiplier(said: Mapping[str, str]) -> int:
    """Per how many children a figure is, worked out from its own counts; nought where they do not say."""
    try:
        value, count, out_of = (read_amount(said[part]).number for part in ("value", "count", "denominator"))
    except ValueError:
        return 0
    if not (value and count and out_of):
        return 0
    return next((per for per in PER if abs(count / out_of * per / value - 1) < NEAR), 0)


FAMILY = Family(
    "fingertips", "Fingertips", "Office for Health Improvement and Disparities", 14, recognise, read
)
