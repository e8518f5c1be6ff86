"""The Local Authority Interactive Tool: one wide file for each topic, and the dictionary that defines them.

Source: Department for Education, Local Authority Interactive Tool.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.words import Outcome

FIRST = ("measure_short", "la_number", "area")
DEFINED = frozenset({"Measure_short", "Measure", "Topic", "Polarity", "y_axis_name"})
POLARITIES = {"high": Polarity.HIGH, "low": Polarity.LOW}
OUTCOMES = {
    "Health and Wellbeing": Outcome.BE_HEALTHY,
    "Further & Higher Education": Outcome.ECONOMIC_WELL_BEING,
    "Economic Factors": Outcome.ECONOMIC_WELL_BEING,
    "Attainment by age 19": Outcome.ECONOMIC_WELL_BEING,
    "Youth Offending": Outcome.POSITIVE_CONTRIBUTION,
    "Children Looked After": Outcome.STAY_SAFE,
    "Children in Need": Outcome.STAY_SAFE,
    "Child Protection": Outcome.STAY_SAFE,
    "Adoption": Outcome.STAY_SAFE,
    "Children's Service Finance": Outcome.STAY_SAFE,
    "Children's Services Workforce": Outcome.STAY_SAFE,
}


def recognise(header: Sequence[str]) -> bool:
    return tuple(header[:3]) == FIRST


def read(table: Table) -> Iterator[Published]:
    """Each place's figures; a column in which a measure has nothing at all is no period of it."""
    periods = table.header[len(FIRST) :]
    for short, lines in groupby(table.lines, key=lambda line: line.cells["measure_short"]):
        measure = an_entry(
            code_of("lait", short),
            short,
            family=FIGURES,
            unit="as published",
            outcome=Outcome.ENJOY_AND_ACHIEVE,
        )
        together = list(lines)
        used = [period for period in periods if any(line.cells[period] for line in together)]
        for line in together:
            cells = [Cell(period, measure, period, line.cells[period]) for period in used]
            yield Published(line, line.cells["la_number"], cells)


def recognise_dictionary(header: Sequence[str]) -> bool:
    return set(header) >= DEFINED


def define(table: Table) -> list[Entry]:
    return [_defined(line) for line in table.lines]


def _defined(line: Line) -> Entry:
    cells = line.cells
    short, topic = cells["Measure_short"], cells["Topic"]
    return an_entry(
        code_of("lait", short), cells["Measure"] or short, family=FIGURES,
        unit=cells["y_axis_name"] or "as published", outcome=OUTCOMES.get(topic, Outcome.ENJOY_AND_ACHIEVE),
        polarity=POLARITIES.get(cells["Polarity"].lower(), Polarity.NEUTRAL),
        caveat=cells.get("Description", ""),
        source=f"{FIGURES.publisher}, {FIGURES.title}, {topic}",
    )  # fmt: skip


FIGURES = Family("lait", "Local Authority Interactive Tool", "Department for Education", 12, recognise, read)
DICTIONARY = Family(
    "lait-dictionary", "Local Authority Interactive Tool, data dictionary", "Department for Education", 12,
    recognise_dictionary, define=define,
)  # fmt: skip
