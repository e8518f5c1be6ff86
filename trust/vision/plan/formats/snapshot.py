"""A published plan as one canonical JSON text: the pages, the PDF and the downloads all read this."""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

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

    @property
    def more(self) -> tuple[tuple[str, str], ...]:
        """What else is said of it, each with its label."""
        told = ((label, getattr(self, name)) for name, label in MORE_OF_AN_ACTION.items())
        return tuple((label, words) for label, words in told if words)


MORE_OF_AN_ACTION = {
    "partners": "Who else helps",
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


# A text of the first shape, which had priorities alone, is still read.
SCHEMA = "childrens-trust/plan/2"


def write(plan: PublishedPlan) -> str:
    """The canonical text: sorted keys, no spaces, days as ISO, money and targets as exact decimals."""
    return json.dumps(asdict(plan), sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def read(text: str) -> PublishedPlan:
    """The plan that a canonical text holds."""
    plan = json.loads(text)
    days = {name: date.fromisoformat(plan[name]) for name in ("first", "last")}
    parts = {
        "priorities": tuple(_priority(row) for row in plan["priorities"]),
        "statements": tuple(PublishedStatement(**row) for row in plan.get("statements", ())),
        "alignments": tuple(_alignment(row) for row in plan.get("alignments", ())),
        "groups": tuple(_group(row) for row in plan.get("groups", ())),
        "rows": tuple(_row(row) for row in plan.get("rows", ())),
        "counted": tuple(_counted(row) for row in plan.get("counted", ())),
    }
    return PublishedPlan(**{**plan, **days, **parts})


def _alignment(row: dict[str, Any]) -> PublishedAlignment:
    return PublishedAlignment(**{**row, "stated_on": date.fromisoformat(row["stated_on"])})


def _group(row: dict[str, Any]) -> PublishedGroup:
    return PublishedGroup(**{**row, "priority": UUID(row["priority"]) if row["priority"] else None})


def _row(row: dict[str, Any]) -> PublishedRow:
    ids = {
        "id": UUID(row["id"]),
        "priority_id": _uuid(row["priority_id"]),
        "owner_id": _uuid(row["owner_id"]),
    }
    rest = {"due": _day(row["due"]), "targets": tuple((period, aim) for period, aim in row["targets"])}
    return PublishedRow(**{**row, **ids, **rest})


def _counted(row: dict[str, Any]) -> PublishedCounted:
    ids = {"id": UUID(row["id"]), "from_plan": UUID(row["from_plan"]), "priority": _uuid(row["priority"])}
    return PublishedCounted(**{**row, **ids, "due": _day(row["due"]), "amount": _decimal(row["amount"])})


def _priority(row: dict[str, Any]) -> PublishedPriority:
    parts = {
        "needs": tuple(_need(need) for need in row["needs"]),
        "voices": tuple(_voice(voice) for voice in row["voices"]),
        "actions": tuple(_action(action) for action in row["actions"]),
        "pledges": tuple(_pledge(pledge) for pledge in row["pledges"]),
        "measures": tuple(_measure(measure) for measure in row["measures"]),
        "outcomes": tuple(row.get("outcomes", ())),
        "aims": tuple(row.get("aims", ())),
    }
    return PublishedPriority(**{**row, **parts, "id": UUID(row["id"])})


def _need(row: dict[str, Any]) -> CitedNeed:
    lists = {"group": tuple(row["group"]), "others": tuple(row["others"])}
    return CitedNeed(**{**row, **lists, "id": UUID(row["id"])})


def _voice(row: dict[str, Any]) -> CitedVoice:
    quotes = tuple((words, who) for words, who in row["quotes"])
    return CitedVoice(**{**row, "quotes": quotes, "id": UUID(row["id"])})


def _action(row: dict[str, Any]) -> PublishedAction:
    ids = {"id": UUID(row["id"]), "owner_id": UUID(row["owner_id"])}
    return PublishedAction(**{**row, **ids, "due": date.fromisoformat(row["due"])})


def _pledge(row: dict[str, Any]) -> PublishedPledge:
    ids = {"id": UUID(row["id"]), "partner_id": UUID(row["partner_id"])}
    agreed = {"agreed_on": date.fromisoformat(row["agreed_on"]), "amount": _decimal(row["amount"])}
    return PublishedPledge(**{**row, **ids, **agreed})


def _measure(row: dict[str, Any]) -> PublishedMeasure:
    ids = {"id": UUID(row["id"]), "owner_id": UUID(row["owner_id"]), "areas": tuple(row["areas"])}
    figures = {name: _decimal(row[name]) for name in ("baseline", "target", "tolerance")}
    return PublishedMeasure(**{**row, **ids, **figures})


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
