"""Explore Education Statistics: one line for each place, period and group, one column for each measure.

Source: Department for Education, open data standards. Files from before the service have the same shape with
a few older names (`year` and `level`), and are read by the same rules.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.cells import are_amounts
from trust.vision.outcomes.formats.official.columns import Columns, plain
from trust.vision.outcomes.formats.official.family import Cell, Family, Published, an_entry, code_of
from trust.vision.outcomes.formats.official.pairs import Pair, pairs_of, words_of
from trust.vision.outcomes.formats.official.table import Line, Table
from trust.vision.outcomes.formats.official.times import timed
from trust.vision.outcomes.words import ENGLAND, Method, Outcome

PERIODS = ("time_period", "year")
IDENTIFIERS = ("time_identifier",)
LEVELS = ("geographic_level", "level")
COUNTRIES = ("country_code",)
REGIONS = ("region_code", "region_code_pupil", "region_name", "la_name")
DISTRICTS = ("lad_code", "lad_code_pupil", "lad_name")
AUTHORITIES = (
    "new_la_code",
    "la_code",
    "local_authority_code",
    "old_la_code",
    "la_name",
    "local_authority_name",
)
WARDS = ("ward_code",)
WHERE = {
    "national": COUNTRIES,
    "regional": REGIONS,
    "region": REGIONS,
    "local authority district": DISTRICTS,
    "local authority": AUTHORITIES,
    "la": AUTHORITIES,
    "ward": WARDS,
}
# A column of a place's code, number or name, of whatever kind, says where and never which of the children.
STRUCTURE = re.compile(
    r"time_period|time_identifier|year|(geographic_)?level"
    r"|((new|old)_)?(country|region|la|local_authority|lad|ltla|utla|ward|lsoa|msoa|pcon|school|mat|trust|sponsor"
    r"|institution|provider|opportunity_area|planning_area|lsip|lep|rsc_region|english_devolved_area)"
    r"_(code|name|id|urn|ukprn|laestab)(_pupil)?"
)
# These say what is measured; the other columns of words say which of the children.
SUBJECTS = (
    "category", "population_type", "social_care_group", "characteristic", "cla_group", "move_measure",
    "absence_terms",
)  # fmt: skip
BESIDE = {"characteristic": ("breakdown",)}
TOTALS = re.compile(
    r"(?i)(total|all)( (children|pupils|young people|people|persons|ages|schools|school types))?"
)
STATES = ("version",)
AGES = ("age", "care_leaver_age")
SEXES = ("sex", "gender")
PERCENT = {"percent", "percentage", "perc", "pct", "pt"}
SCHOOLING = ("read_", "mat_", "att8", "p8score", "sess_", "gld", "excl", "perm_", "fixed_", "point_score")


@dataclass(frozen=True)
class Layout:
    """One file's columns by what they are for."""

    columns: Columns
    sample: Sequence[Line]

    @cached_property
    def roles(self) -> dict[tuple[str, ...], list[str]]:
        """For each thing that a line says of itself, the columns that may say it."""
        everything = (
            PERIODS, IDENTIFIERS, LEVELS, COUNTRIES, REGIONS, DISTRICTS, AUTHORITIES, WARDS, AGES, SEXES,
            STATES,
        )  # fmt: skip
        return {
            names: [found for name in names if (found := self.columns.called(name))] for names in everything
        }

    @cached_property
    def subjects(self) -> list[str]:
        """The columns that say what is measured; a characteristic does where a breakdown stands beside it."""
        names = [name for name in SUBJECTS if self.columns.have(name, *BESIDE.get(name, ()))]
        return [self.columns.called(name) for name in names]

    @cached_property
    def spare(self) -> list[str]:
        return [name for name in self.columns if name and not STRUCTURE.fullmatch(plain(name))]

    @cached_property
    def said(self) -> set[str]:
        """The columns that say of a line what we know how to keep."""
        kept = {name for names in (AGES, SEXES, STATES) for name in self.roles[names]}
        return kept | {*self.subjects}

    @cached_property
    def words(self) -> list[str]:
        """The columns that hold words: they say which children, and are not figures."""
        return [
            name for name in self.spare
            if name in self.said or not are_amounts([line.cells[name] for line in self.sample])
        ]  # fmt: skip

    @cached_property
    def rest(self) -> list[str]:
        """The columns of words that say which children, in the publisher's own terms."""
        return [name for name in self.words if name not in self.said]

    @cached_property
    def measures(self) -> list[str]:
        return [name for name in self.spare if name not in self.words]

    @cached_property
    def silent(self) -> set[str]:
        """The columns of figures that alone say nothing in the lines looked at: no blank of them is read."""
        found = {name for name in self.measures if not any(line.cells[name] for line in self.sample)}
        return found if len(found) < len(self.measures) else set()

    @cached_property
    def pairs(self) -> dict[str, Pair]:
        return pairs_of(self.measures, self.sample)

    @cached_property
    def outcome(self) -> Outcome:
        schooling = any(part in name.lower() for name in self.measures for part in SCHOOLING)
        return Outcome.ENJOY_AND_ACHIEVE if schooling else Outcome.STAY_SAFE

    def first_of(self, names: tuple[str, ...], cells: Mapping[str, str]) -> str:
        return next((cells[name] for name in self.roles[names] if cells.get(name)), "")


def recognise(columns: Columns) -> bool:
    """By its level and its period; either may go by the name that it had before the service."""
    named = columns.have_any(PERIODS[0], LEVELS[0])
    return named and bool(columns.called(*PERIODS) and columns.called(*LEVELS))


def read(table: Table) -> Iterator[Published]:
    return published(table, FAMILY)


def published(table: Table, family: Family) -> Iterator[Published]:
    """Every line's figures, each share beside its counts where the line has them."""
    layout = Layout(table.columns, table.sample)
    measures: dict[tuple[str, str], Entry] = {}
    for line in table.lines:
        part, period = timed(layout.first_of(PERIODS, line.cells), layout.first_of(IDENTIFIERS, line.cells))
        subject = " ".join(filter(None, (part, *(line.cells[name] for name in layout.subjects))))
        cells = []
        for column in layout.measures:
            if column in layout.silent and not line.cells[column]:
                continue
            if (subject, column) not in measures:
                measures[subject, column] = named(column, subject, layout, family)
            cells.append(cell_of(line, column, measures[subject, column], period, layout))
        yield of_line(line, cells, layout)


def cell_of(line: Line, column: str, measure: Entry, period: str, layout: Layout) -> Cell:
    pair = layout.pairs.get(column)
    if pair is None:
        return Cell(column, measure, period, line.cells[column])
    count, out_of = pair.counts_in(line.cells, column)
    return Cell(column, measure, period, line.cells[column], numerator=count, denominator=out_of)


def of_line(line: Line, cells: Sequence[Cell], layout: Layout) -> Published:
    said = [unless_total(line.cells[name]) for name in layout.rest]
    return Published(
        line,
        place_of(line.cells, layout),
        cells,
        sex=unless_total(layout.first_of(SEXES, line.cells)).lower() or "all",
        age=unless_total(layout.first_of(AGES, line.cells)),
        group="; ".join(filter(None, said)),
        state=layout.first_of(STATES, line.cells),
        level=layout.first_of(LEVELS, line.cells),
    )


def unless_total(text: str) -> str:
    return "" if TOTALS.fullmatch(text) else text


def place_of(cells: Mapping[str, str], layout: Layout) -> str:
    """The place of a line, by its level; empty where we hold no places of that kind."""
    level = layout.first_of(LEVELS, cells)
    if level.lower() == "national":
        return layout.first_of(COUNTRIES, cells) or ENGLAND
    where = WHERE.get(level.lower())
    return layout.first_of(where, cells) if where else ""


def named(column: str, subject: str, layout: Layout, family: Family) -> Entry:
    words = column.replace("_", " ").strip()
    pair = layout.pairs.get(column)
    return an_entry(
        code_of(family.key, subject, column), f"{subject}: {words}" if subject else words, family=family,
        unit=unit_of(column, pair), outcome=layout.outcome, method=method_of(column, pair),
        multiplier=pair.per if pair else 1, source=f"{family.publisher}, {family.title}",
        numerator=pair.numerator.replace("_", " ") if pair else "",
        denominator=pair.denominator.replace("_", " ") if pair else "",
        counts_rounded_to=pair.rounded_to if pair else 0,
    )  # fmt: skip


def method_of(column: str, pair: Pair | None) -> Method:
    """A percentage counts children; what is called a rate may count one child more than once."""
    if pair is None:
        return Method.NONE
    return Method.PROPORTION if unit_of(column) == "%" else Method.RATE


def unit_of(column: str, pair: Pair | None = None) -> str:
    """A measure's unit, as far as its column's name says it, or the counts that it was made from.

    >>> unit_of("rereferral_percent"), unit_of("rate_per_10000"), unit_of("75th_Percentile_days")
    ('%', 'per 10,000', 'days')
    """
    name = column.lower()
    words = {*words_of(column)}
    if words & {"percentile", "median"}:
        return "days" if words & {"days", "duration"} else "number"
    if "percent" in name or PERCENT & words:
        return "%"
    if "per_10000" in name:
        return "per 10,000"
    if pair:
        return "%" if pair.per == 100 else f"per {pair.per:,}"
    return "rate" if "rate" in words else "number"


FAMILY = Family("ees", "Explore Education Statistics", "Department for Education", 6, recognise, read)
