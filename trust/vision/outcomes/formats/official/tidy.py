"""An area's own figures: one line each, with the place, the period and the value, in a CSV or a spreadsheet.

The columns are those of the area's own files. All but four may be left out.
"""

from collections.abc import Iterator

from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Table
from trust.vision.outcomes.words import Method, Outcome

NAMES = {
    "indicator": ("indicator", "measure", "indicator_code"), "area": ("area", "area_code", "place"),
    "period": ("period", "time_period", "year"), "value": ("value", "figure"),
    "sex": ("sex", "gender"), "age": ("age",), "group": ("group", "breakdown"),
    "numerator": ("numerator", "count"), "denominator": ("denominator", "population"),
    "lower": ("lower", "lower_ci"), "upper": ("upper", "upper_ci"), "mark": ("mark",), "unit": ("unit",),
    "vintage": ("area_vintage",), "published_on": ("published_on",), "source": ("source",),
    "licence": ("licence", "license"),
}  # fmt: skip
STATES = {"p": "provisional", "r": "revised"}
NEEDED = ("indicator", "area", "period", "value")


def recognise(columns: Columns) -> bool:
    return all(columns.called(*NAMES[part]) for part in NEEDED)


def read(table: Table) -> Iterator[Published]:
    names = {part: table.columns.called(*names) for part, names in NAMES.items()}
    measures: dict[str, Entry] = {}
    for line in table.lines:
        said = {part: line.cells.get(column, "") for part, column in names.items()}
        if said["indicator"] not in measures:
            measures[said["indicator"]] = measure_of(said)
        cell = Cell(
            names["value"], measures[said["indicator"]], said["period"], said["value"] or said["mark"],
            numerator=said["numerator"], denominator=said["denominator"], lower=said["lower"],
            upper=said["upper"],
        )  # fmt: skip
        yield Published(
            line, said["area"], [cell], sex=said["sex"].lower() or "all", age=said["age"],
            group=said["group"], vintage=said["vintage"], published_on=said["published_on"],
            source=said["source"], licence=said["licence"], state=STATES.get(said["mark"], ""),
        )  # fmt: skip


def measure_of(said: dict[str, str]) -> Entry:
    """A code that is registered keeps its definition; a new one says no more than its name."""
    share = said["unit"] in {"%", "percent"}
    return an_entry(
        code_of(said["indicator"]), said["indicator"], family=FAMILY, unit=said["unit"] or "as published",
        outcome=Outcome.STAY_SAFE, method=Method.PROPORTION if share else Method.NONE,
        multiplier=100 if share else 1, source=said["source"] or FAMILY.publisher,
    )  # fmt: skip


FAMILY = Family("own", "An area’s own figures", "The area itself", 3, recognise, read, licence="")
