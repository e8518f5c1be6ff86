"""A measure as a line of a spreadsheet gives it: its figure, its places, and where it goes from and to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar

from trust.foundation.kernel.english import exactly, listed
from trust.foundation.kernel.refusals import Refused
from trust.vision.plan.rules.amounts import number_in
from trust.vision.plan.rules.columns import PERIOD, period_in, plain
from trust.vision.plan.rules.naming import Figures, Place, places_in
from trust.vision.plan.rules.paths import Bases
from trust.vision.plan.rules.promises import Aimed, check_periods
from trust.vision.plan.rules.yearly import Yearly, as_lines, read_yearly
from trust.vision.plan.words import Column, MeasureKind

NOT_YET = frozenset({"", "tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be set", "n/a", "-"})
OF_A_MEASURE = (Column.MEASURE, Column.FIGURE, Column.BASELINE, Column.TARGET)
PATH = (Column.BASELINE_PERIOD, Column.BASELINE, Column.TARGET_PERIOD, Column.TARGET)

type Cells = Mapping[Column, str]


class NotWhole(Exception):
    """A measure that lacks something, so that only its words can be kept."""

    def __init__(self, column: Column, sentence: str, note: str) -> None:
        super().__init__(sentence)
        self.column, self.sentence, self.note = column, sentence, note


class Wrong(Exception):
    """A measure that says something which cannot be."""

    def __init__(self, column: Column, sentence: str) -> None:
        super().__init__(sentence)
        self.column, self.sentence = column, sentence


@dataclass(frozen=True)
class Target:
    """A measure that is whole."""

    NotWhole: ClassVar = NotWhole
    Wrong: ClassVar = Wrong

    kind: MeasureKind
    title: str
    indicator: str
    about: str
    areas: tuple[str, ...]
    baseline_period: str
    baseline: Decimal
    target_period: str
    target: Decimal
    tolerance: Decimal | None
    yearly_targets: Yearly = ()
    notes: tuple[str, ...] = field(default=(), compare=False)

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """What makes two measures of a priority one."""
        return plain(self.title), self.indicator, self.areas

    @property
    def aimed(self) -> Aimed:
        ends = (self.baseline_period, self.baseline, self.target_period, self.target)
        return Aimed(*ends, self.tolerance, self.yearly_targets)

    @property
    def path(self) -> dict[Column, str]:
        """What it says of its path by column; of what may be left empty, only what is there."""
        said = path_of(self.aimed)
        return {column: text for column, text in said.items() if text or column in PATH}


def path_of(path: Aimed) -> dict[Column, str]:
    """A measure’s path by column, so that two can be compared."""
    said = (path.baseline_period, exactly(path.baseline), path.target_period, exactly(path.target))
    return dict(zip(PATH, said, strict=True)) | {
        Column.TOLERANCE: "" if path.tolerance is None else exactly(path.tolerance),
        Column.YEARLY_TARGETS: as_lines(path.yearly_targets),
    }


def read_target(
    cells: Cells, figures: Figures, places: Mapping[str, Place], everywhere: Place, bases: Bases
) -> Target:
    """The measure of a line; errors: NotWhole where only its words can be kept, Wrong where it cannot be."""
    named = cells.get(Column.FIGURE) or cells.get(Column.MEASURE) or cells.get(Column.KNOWN_BY, "")
    figure = figures.find(named) or figures.find(cells.get(Column.MEASURE, ""))
    if figure is None:
        raise NotWhole(
            Column.FIGURE if cells.get(Column.FIGURE) else Column.MEASURE,
            f"We hold no published figure called “{named[:80]}”. Choose the one it is, or add an action.",
            "We hold no published figure of this name: the measure is kept as words, under how we will know.",
        )
    baseline, baseline_period = _point(cells, Column.BASELINE, Column.BASELINE_PERIOD)
    target, target_period = _point(cells, Column.TARGET, Column.TARGET_PERIOD)
    try:
        check_periods(baseline_period, target_period)
    except Refused as refusal:
        raise Wrong(Column.TARGET_PERIOD, str(refusal)) from refusal
    where = _places(cells.get(Column.PLACES, ""), places) or [everywhere]
    allowed = cells.get(Column.TOLERANCE, "")
    tolerance = amount_in(allowed, Column.TOLERANCE) if allowed else None
    yearly = _yearly(cells.get(Column.YEARLY_TARGETS, ""))
    areas = tuple(code for code, _ in where)
    held = bases(figure, areas)
    path = Aimed(baseline_period, baseline, target_period, target, tolerance, yearly)
    for part, sentence in held.faults(path):
        raise Wrong(Column[part.upper()], sentence)
    return Target(
        kind=_kind(cells.get(Column.KIND, "")),
        title=cells.get(Column.MEASURE, "") or figure.plain_title,
        indicator=figure.code,
        about=listed([name for _, name in where]),
        areas=areas,
        baseline_period=baseline_period,
        baseline=baseline,
        target_period=target_period,
        target=target,
        tolerance=tolerance,
        yearly_targets=yearly,
        notes=tuple(filter(None, (held.nothing_held, held.differs(baseline_period, baseline)))),
    )


def _point(cells: Cells, figure: Column, year: Column) -> tuple[Decimal, str]:
    """A figure and its year, which may stand in brackets beside it: 41% (2008/09)."""
    text = cells.get(figure, "")
    own, within = PERIOD.search(text), re.search(r"\(([^)]*)\)|\bin\b|:", text)
    period = cells.get(year, "") or (period_in(text) if own and within else "")
    number = PERIOD.sub("", text) if own and within and not cells.get(year) else text
    number = re.sub(r"[():]|\bin\b", " ", number).strip()
    for missing, column in ((number, figure), (period, year)):
        if plain(missing) in NOT_YET or not missing.strip():
            raise NotWhole(
                column,
                "A measure needs a baseline with its year, and a target with its year.",
                "The measure is not whole yet: it is kept as words, under how we will know.",
            )
    return amount_in(number, figure), _as_period(period, year)


def _as_period(text: str, column: Column) -> str:
    """
    >>> _as_period("2008-09", Column.BASELINE_PERIOD), _as_period("2011-03-31", Column.TARGET_PERIOD)
    ('2008/09', '2011')
    """
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        return text[:4]
    found = period_in(text)
    if not found:
        raise Wrong(column, f"“{text[:40]}” is not a period. Write a year such as 2008, or 2006/07.")
    return found


def amount_in(text: str, column: Column) -> Decimal:
    """The number of a cell, to four places; errors: Wrong.

    >>> str(amount_in("41.2%", Column.TARGET))
    '41.2'
    """
    try:
        return number_in(text)
    except Refused as refusal:
        raise Wrong(column, str(refusal)) from refusal


def _yearly(text: str) -> Yearly:
    try:
        return read_yearly(text)
    except Refused as refusal:
        raise Wrong(Column.YEARLY_TARGETS, str(refusal)) from refusal


def _places(text: str, known: Mapping[str, Place]) -> list[Place]:
    try:
        return places_in(text, known)
    except Refused as refusal:
        raise Wrong(Column.PLACES, str(refusal)) from refusal


def _kind(text: str) -> MeasureKind:
    """All children of a place, unless a service is named: a published figure is nearly always of all."""
    said = plain(text)
    if said in {"", MeasureKind.POPULATION.value}:
        return MeasureKind.POPULATION
    if said == MeasureKind.SERVICE.value:
        return MeasureKind.SERVICE
    raise Wrong(Column.KIND, "Write population or service, or leave it empty.")


def as_words(cells: Cells) -> str:
    """A measure that is not whole, as a sentence for how we will know."""
    name = cells.get(Column.MEASURE, "") or cells.get(Column.FIGURE, "")
    said = [f"Measure: {name}."] if name else []
    for figure, year in ((Column.BASELINE, Column.BASELINE_PERIOD), (Column.TARGET, Column.TARGET_PERIOD)):
        if cells.get(figure):
            when = f" in {cells[year]}" if cells.get(year) else ""
            said.append(f"{figure.value}: {cells[figure]}{when}.")
    if cells.get(Column.YEARLY_TARGETS):
        said.append(f"{Column.YEARLY_TARGETS.value}: {cells[Column.YEARLY_TARGETS]}.")
    return " ".join(said)
