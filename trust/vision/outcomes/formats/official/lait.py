"""The Local Authority Interactive Tool: one wide file for each topic, and the dictionary that defines them.

Source: Department for Education, Local Authority Interactive Tool.
"""

import re
from collections.abc import Iterator
from itertools import groupby

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.columns import Columns
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.words import Outcome

MEASURE, NUMBER, AREA = ("measure_short", "measure"), ("la_number", "la_num"), ("area", "la_name")
DEFINED = ("Measure_short", "Measure", "Polarity")
TOPIC, AXIS, MEANING = "Topic", ("y_axis_name", "Unit"), ("Description", "Definition")
POLARITIES = {"high": Polarity.HIGH, "low": Polarity.LOW}
# The tool's own short words, and its axes of money, in pounds.
IN_FULL = {
    "CIN": "children in need",
    "CLA": "children looked after",
    "CPP": "child protection plans",
    "EET": "education, employment or training",
    "ETT": "education, employment or training",
    "SGOs": "special guardianship orders",
}
SHORT = re.compile(rf"\b(?:{'|'.join(IN_FULL)})\b")
MONEY = dict.fromkeys(("spend", "unit cost"), "£")
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


def recognise(columns: Columns) -> bool:
    places = columns.called(*NUMBER) and columns.called(*AREA)
    return bool(places and columns.called(*MEASURE)) and bool(periods_of(columns))


def periods_of(columns: Columns) -> list[str]:
    """The columns of figures: every period has a year, and a column of words has none."""
    first = {columns.called(*names) for names in (MEASURE, NUMBER, AREA)}
    return [name for name in columns if name not in first and any(letter.isdigit() for letter in name)]


def read(table: Table) -> Iterator[Published]:
    """Each place's figures; a column in which a measure has nothing at all is no period of it."""
    columns = table.columns
    periods, named, number = periods_of(columns), columns.called(*MEASURE), columns.called(*NUMBER)
    for short, lines in groupby(table.lines, key=lambda line: line.cells[named]):
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
            yield Published(line, line.cells[number] or line.cells[columns.called(*AREA)], cells)


def recognise_dictionary(columns: Columns) -> bool:
    return columns.have(*DEFINED)


def define(table: Table) -> list[Entry]:
    return [_defined(line, table.columns) for line in table.lines]


def _defined(line: Line, columns: Columns) -> Entry:
    def cell(*names: str) -> str:
        return line.cells.get(columns.called(*names), "")

    short, topic = cell("Measure_short"), cell(TOPIC)
    return an_entry(
        code_of("lait", short), cell("Measure") or short, family=FIGURES,
        unit=unit_of(cell(*AXIS)), outcome=OUTCOMES.get(topic, Outcome.ENJOY_AND_ACHIEVE),
        polarity=POLARITIES.get(cell("Polarity").lower(), Polarity.NEUTRAL), caveat=cell(*MEANING),
        source=f"{FIGURES.publisher}, {FIGURES.title}{f', {topic}' if topic else ''}",
    )  # fmt: skip


def unit_of(axis: str) -> str:
    """What the tool writes beside its axis, as a unit that can follow a figure in a sentence.

    >>> unit_of("Rate per 1000 live births"), unit_of("Number of CLA"), unit_of("Spend"), unit_of("% Level 2")
    ('per 1,000 live births', 'children looked after', '£', '% Level 2')
    """
    said = SHORT.sub(lambda found: IN_FULL[found[0]], re.sub(r"^%(?=\w)", "% ", axis))
    said = re.sub(r"\d{4,}", lambda found: f"{int(found[0]):,}", said)
    said = re.sub(r"^(?:Rate (?=per)|Number (?:of )?(?=\w))", "", said)
    said = re.sub(r"(?<![A-Z])(?!Level \d)[A-Z](?=[a-z])", lambda found: found[0].lower(), said)
    return MONEY.get(said, said) or "as published"


FIGURES = Family("lait", "Local Authority Interactive Tool", "Department for Education", 12, recognise, read)
DICTIONARY = Family(
    "lait-dictionary", "Local Authority Interactive Tool, data dictionary", "Department for Education", 12,
    recognise_dictionary, define=define,
)  # fmt: skip
