"""What a line of a spreadsheet is judged against, and what comes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from hashlib import sha256
from uuid import UUID

from trust.foundation.kernel.english import listed
from trust.vision.plan.rules.columns import plain
from trust.vision.plan.rules.lines import Line
from trust.vision.plan.rules.measured import Target
from trust.vision.plan.rules.milestones import Step
from trust.vision.plan.rules.naming import Figures, Owners, Place
from trust.vision.plan.rules.paths import Bases, Basis, no_basis
from trust.vision.plan.rules.shown import Shown
from trust.vision.plan.words import Column

MORE = {
    "partners": Column.PARTNERS,
    "milestones": Column.MILESTONES,
    "resources": Column.RESOURCES,
    "what_works": Column.WHAT_WORKS,
    "prevention": Column.PREVENTION,
}


class Verdict(StrEnum):
    """What becomes of a line."""

    NEW = "new"
    SAME = "there already"
    DIFFERS = "there, and different"
    REFUSED = "refused"


@dataclass(frozen=True)
class Fault:
    """Why a line cannot be loaded: in which column, and what to do."""

    column: Column
    sentence: str


class Thing(StrEnum):
    """What of the plan a line speaks of: where its words are changed."""

    PRIORITY = "priority"
    ACTION = "action"
    MEASURE = "measure"
    PLEDGE = "pledge"
    NO_PLEDGE = "pledge that is not there"


@dataclass(frozen=True)
class Found:
    """What a line speaks of, where it is there already; the priority of a pledge that is not."""

    thing: Thing
    id: UUID


@dataclass(frozen=True)
class Finding:
    """What a priority may rest on: a need, or else what people said."""

    id: UUID
    is_need: bool


@dataclass(frozen=True)
class NewPriority:
    id: UUID
    words: Mapping[str, object]
    rests_on: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class NewAction:
    id: UUID
    priority: UUID
    what: str
    owner: UUID
    owner_name: str
    due: date
    how_we_will_know: str
    more: Mapping[str, str]
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class NewMeasure:
    id: UUID
    priority: UUID
    owner: UUID
    aim: Target


type New = NewPriority | NewAction | NewMeasure


@dataclass(frozen=True)
class Here:
    """What the plan has already, by the columns that say it; `ended` says why it was taken out."""

    id: UUID
    says: Mapping[Column, str]
    ended: str = ""
    steps: frozenset[Step] = frozenset()


@dataclass(frozen=True)
class Known:
    """What a line is judged against: the plan as it is, and the names that we know."""

    plan: UUID
    first: date
    last: date
    priorities: Mapping[str, UUID]
    actions: Mapping[tuple[UUID, str, UUID], Here]
    measures: Mapping[tuple[UUID, str, str, tuple[str, ...]], Here]
    owners: Owners
    figures: Figures
    places: Mapping[str, Place]
    everywhere: Place
    outcomes: Mapping[str, str]
    aims: frozenset[str]
    titles: Mapping[UUID, str] = field(default_factory=dict)
    findings: Mapping[str, Finding] = field(default_factory=dict)
    shown: Shown = field(default_factory=Shown)
    bases: Bases = no_basis

    @property
    def of_a_measure(self) -> tuple[Figures, Mapping[str, Place], Place, Bases]:
        """What a row’s measure is read against."""
        return self.figures, self.places, self.everywhere, self.bases

    def basis_of(self, aim: Target) -> Basis:
        """What was published of the figure of a measure, for its places."""
        figure = self.figures.find(aim.indicator)
        return self.bases(figure, aim.areas) if figure else Basis(aim.title)


def name_key(text: str) -> str:
    """A name that we do not know, as a form may call it: nothing of the name is in it."""
    return sha256(plain(text).encode()).hexdigest()[:10]


@dataclass(frozen=True)
class Answers:
    """What somebody said of a file: its sheet, what its columns mean, whom a name means, what has no end."""

    sheet: str = ""
    columns: Mapping[int, Column | None] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    ongoing: bool = False

    def as_kept(self) -> dict[str, object]:
        columns = {str(place): column.value if column else "" for place, column in self.columns.items()}
        return {"columns": columns, "owners": dict(self.owners), "ongoing": self.ongoing}


@dataclass(frozen=True)
class Judged:
    """A line, what becomes of it, and why; `twice` is the other priority that has its action already."""

    line: Line
    verdict: Verdict
    makes: tuple[New, ...] = ()
    faults: tuple[Fault, ...] = ()
    notes: tuple[str, ...] = ()
    here: Found | None = None
    twice: str = ""

    @property
    def what(self) -> str:
        """The words that a person knows it by."""
        names = (Column.ACTION, Column.MEASURE, Column.FIGURE, Column.PLEDGE, Column.PRIORITY)
        return next(filter(None, map(self.line.says, names)), "")

    @property
    def under(self) -> str:
        title = self.line.says(Column.PRIORITY)
        return title if title != self.what else ""

    @property
    def says(self) -> str:
        """What becomes of it, in words."""
        if self.verdict is not Verdict.NEW:
            return self.verdict.value.capitalize()
        names = {NewPriority: "priority", NewAction: "action", NewMeasure: "measure"}
        return f"New {listed([names[type(one)] for one in self.makes])}"


def said_of_action(due: date, how_we_will_know: str, more: Mapping[str, str]) -> dict[Column, str]:
    """What an action says by column, so that two can be compared."""
    beside = {column: more[name] for name, column in MORE.items() if more.get(name)}
    return {Column.DUE: due.isoformat(), Column.KNOWN_BY: how_we_will_know, **beside}
