"""What a published plan holds: each thing in the words and figures that were published."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from uuid import UUID

from trust.foundation.kernel.english import exactly, listed
from trust.vision.plan.words import Part


@dataclass(frozen=True)
class CitedNeed:
    id: UUID
    statement: str
    indicator: str
    group: tuple[str, ...]
    others: tuple[str, ...]
    group_name: str
    how_sure: str
    invented: bool


@dataclass(frozen=True)
class CitedVoice:
    id: UUID
    heading: str
    statement: str
    quotes: tuple[tuple[str, str], ...]
    who: str
    not_heard: str
    invented: bool


@dataclass(frozen=True)
class PublishedAction:
    id: UUID
    what: str
    owner_id: UUID
    owner: str
    host: str
    due: date
    how_we_will_know: str
    invented: bool
    partners: str = ""
    milestones: str = ""
    resources: str = ""
    reach: str = ""
    what_works: str = ""
    prevention: str = ""
    depends_on: str = ""
    changed_because: str = ""
    had_before: str = ""

    @cached_property
    def more(self) -> tuple[tuple[str, str], ...]:
        """What else is said of it, each with its label."""
        told = ((label, getattr(self, name)) for name, label in MORE_OF_AN_ACTION.items())
        return tuple((label, words) for label, words in told if words)


MORE_OF_AN_ACTION = {
    "partners": "Who else helps",
    "milestones": "Steps on the way",
    "resources": "What it needs",
    "depends_on": "What it waits for",
    "reach": "Whom it is for",
    "prevention": "How it stops harm or helps early",
    "what_works": "What makes us think it works",
    "changed_because": "Why its words changed",
    "had_before": "Who had it before",
}


@dataclass(frozen=True)
class PublishedPledge:
    id: UUID
    partner_id: UUID
    partner: str
    what: str
    given: str
    amount: Decimal | None
    agreed_by: str
    agreed_on: date
    treatment: str
    power: str
    recurrence: str
    invented: bool
    # For whom it is; empty where it is for all children.
    receiver: str = ""


@dataclass(frozen=True)
class PublishedMeasure:
    id: UUID
    title: str
    kind: str
    indicator: str
    about: str
    areas: tuple[str, ...]
    owner_id: UUID
    owner: str
    baseline_period: str
    baseline: Decimal
    target_period: str
    target: Decimal
    tolerance: Decimal | None
    invented: bool
    because: str = ""
    # What is planned for periods between the two, in the order of their years.
    yearly_targets: tuple[tuple[str, Decimal], ...] = ()

    @property
    def on_the_way(self) -> str:
        """The yearly targets in words; nothing where the path is straight."""
        return listed([f"{exactly(value)} in {period}" for period, value in self.yearly_targets])


@dataclass(frozen=True)
class PublishedPriority:
    id: UUID
    number: int
    title: str
    aim_for_all: str
    group: str
    comparator: str
    aim_for_group: str
    next_step: str
    invented: bool
    needs: tuple[CitedNeed, ...]
    voices: tuple[CitedVoice, ...]
    actions: tuple[PublishedAction, ...]
    pledges: tuple[PublishedPledge, ...]
    measures: tuple[PublishedMeasure, ...]
    outcomes: tuple[str, ...] = ()
    aims: tuple[str, ...] = ()


@dataclass(frozen=True)
class PublishedStatement:
    part: str
    text: str
    invented: bool

    @property
    def label(self) -> str:
        return Part(self.part).label


@dataclass(frozen=True)
class PublishedAlignment:
    aligned_with: str
    title: str
    address: str
    states: str
    stated_on: date
    invented: bool


@dataclass(frozen=True)
class PublishedGroup:
    """A group of children: the priority that is for it, or why none is."""

    group: str
    priority: UUID | None
    reason: str


@dataclass(frozen=True)
class PublishedRow:
    """A row of a local plan: for a priority of the county’s, or, without an id, for one of its own."""

    id: UUID
    priority_id: UUID | None
    priority: str
    what: str
    owner_id: UUID | None
    owner: str
    host: str
    helps: str
    how: str
    due: date | None
    success: str
    indicator: str
    baseline: str
    baseline_period: str
    targets: tuple[tuple[str, str], ...]
    state: str
    invented: bool


@dataclass(frozen=True)
class PublishedCounted:
    """Something of another plan that counts in this one, under a priority of its own where one was named."""

    thing: str
    id: UUID
    what: str
    who: str
    due: date | None
    amount: Decimal | None
    from_plan: UUID
    from_title: str
    from_priority: str
    priority: UUID | None
    ended: str
    invented: bool


@dataclass(frozen=True)
class PublishedPlan:
    """A plan's whole text; `schema` changes when the shape does."""

    schema: str
    title: str
    first: date
    last: date
    priorities: tuple[PublishedPriority, ...]
    kind: str = "children-and-young-people"
    statements: tuple[PublishedStatement, ...] = ()
    alignments: tuple[PublishedAlignment, ...] = ()
    groups: tuple[PublishedGroup, ...] = ()
    rows: tuple[PublishedRow, ...] = ()
    counted: tuple[PublishedCounted, ...] = ()

    def said(self, part: str) -> PublishedStatement | None:
        return next((one for one in self.statements if one.part == part), None)
