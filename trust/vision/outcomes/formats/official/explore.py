"""Explore Education Statistics: one line for each place, period and group, one column for each measure.

Source: Department for Education, open data standards. Files from before the service have the same shape with
a few older names (`year` and `level`), and are read by the same rules.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.cells import is_amount
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.words import ENGLAND, Outcome

PERIODS = ("time_period", "year")
LEVELS = ("geographic_level", "level")
REGIONS = ("region_code", "region_code_pupil", "region_name", "la_name")
DISTRICTS = ("lad_code", "lad_code_pupil", "lad_name")
AUTHORITIES = ("new_la_code", "old_la_code", "la_name")
WHERE = {
    "national": ("country_code",),
    "regional": REGIONS,
    "region": REGIONS,
    "local authority district": DISTRICTS,
    "local authority": AUTHORITIES,
    "la": AUTHORITIES,
}
STRUCTURE = {
    *PERIODS, *LEVELS, *REGIONS, *DISTRICTS, *AUTHORITIES, "time_identifier", "country_code", "country_name",
}  # fmt: skip
# These say what is measured; the other columns of words say which of the children.
SUBJECTS = (
    "category", "population_type", "social_care_group", "characteristic", "cla_group", "move_measure",
    "absence_terms",
)  # fmt: skip
TOTALS = frozenset({"total", "total children"})
STATES = ("version",)
AGES = ("age", "care_leaver_age", "Age")
SEXES = ("sex", "gender")
SCHOOLING = ("read_", "mat_", "att8", "p8score", "sess_", "gld", "excl", "perm_", "fixed_", "point_score")


@dataclass(frozen=True)
class Layout:
    """One file's columns by what they are for."""

    header: Sequence[str]
    sample: Sequence[Line]

    @cached_property
    def words(self) -> list[str]:
        """The columns that hold words: they say which children, and are not figures."""
        spare = [name for name in self.header if name and name not in STRUCTURE]
        return [name for name in spare if not all(is_amount(line.cells[name]) for line in self.sample)]

    @cached_property
    def measures(self) -> list[str]:
        return [name for name in self.header if name and name not in STRUCTURE and name not in self.words]

    @cached_property
    def outcome(self) -> Outcome:
        schooling = any(part in name for name in self.measures for part in SCHOOLING)
        return Outcome.ENJOY_AND_ACHIEVE if schooling else Outcome.STAY_SAFE

    def first_of(self, names: Sequence[str], cells: Mapping[str, str]) -> str:
        return next((cells[name] for name in names if cells.get(name)), "")


def recognise(header: Sequence[str]) -> bool:
    return {"time_period", "geographic_level"} <= set(header)


def read(table: Table) -> Iterator[Published]:
    return published(table, FAMILY)


def published(table: Table, family: Family, known: Mapping[str, Entry] | None = None) -> Iterator[Published]:
    """Every line's figures; `known` are measures that the family can say more of than a column's name."""
    layout = Layout(table.header, table.sample)
    measures: dict[tuple[str, str], Entry] = {}
    for line in table.lines:
        subject = " ".join(line.cells[name] for name in SUBJECTS if name in layout.words)
        for column in layout.measures:
            if (subject, column) not in measures:
                measures[subject, column] = (known or {}).get(column) or named(
                    column, subject, layout, family
                )
        cells = [
            Cell(column, measures[subject, column], layout.first_of(PERIODS, line.cells), line.cells[column])
            for column in layout.measures
        ]
        yield of_line(line, cells, layout)


def of_line(line: Line, cells: Sequence[Cell], layout: Layout) -> Published:
    words = {name: unless_total(line.cells[name]) for name in layout.words}
    rest = [words[name] for name in words if name not in (*SUBJECTS, *STATES, *AGES, *SEXES)]
    return Published(
        line,
        place_of(line.cells, layout),
        cells,
        sex=layout.first_of(SEXES, words).lower() or "all",
        age=layout.first_of(AGES, words),
        group="; ".join(filter(None, rest)),
        state=layout.first_of(STATES, words),
    )


def unless_total(text: str) -> str:
    return "" if text.lower() in TOTALS else text


def place_of(cells: Mapping[str, str], layout: Layout) -> str:
    """The place of a line, by its level; a level that we do not hold is named as the place, and refused."""
    level = layout.first_of(LEVELS, cells)
    if level.lower() == "national":
        return cells.get("country_code") or ENGLAND
    return layout.first_of(WHERE.get(level.lower(), ()), cells) or level


def named(column: str, subject: str, layout: Layout, family: Family) -> Entry:
    words = column.replace("_", " ").strip()
    return an_entry(
        code_of(family.key, subject, column), f"{subject}: {words}" if subject else words, family=family,
        unit=unit_of(column), outcome=layout.outcome, source=f"{family.publisher}, {family.title}",
    )  # fmt: skip


def unit_of(column: str) -> str:
    """A measure's unit, as far as its column's name says it.

    >>> unit_of("rereferral_percent"), unit_of("rate_per_10000"), unit_of("referral_count")
    ('%', 'per 10,000', 'number')
    """
    name = column.lower()
    if "percent" in name or name.startswith("pt_"):
        return "%"
    if "per_10000" in name:
        return "per 10,000"
    return "rate" if "rate" in name.split("_") else "number"


FAMILY = Family("ees", "Explore Education Statistics", "Department for Education", 6, recognise, read)
