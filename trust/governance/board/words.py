"""The words of this room, and the facts about a Board that its rules are put to."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class BodyKind(StrEnum):
    BOARD = "board"
    CONFERENCE = "conference"
    GROUP = "group"
    BUSINESS_GROUP = "business-group"
    SAFEGUARDING_BOARD = "safeguarding-board"
    CHAIRS_GROUP = "chairs-group"
    STEERING_GROUP = "steering-group"
    LOCAL_PARTNERSHIP = "local-partnership"
    OUTSIDE = "outside"


class LinkKind(StrEnum):
    ACCOUNTABLE_TO = "accountable-to"
    LINKED = "linked"
    CHANNEL = "channel"
    COORDINATES = "coordinates"
    REPRESENTED_AT = "represented-at"
    SUCCEEDS = "succeeds"


class Meets(StrEnum):
    MONTHLY = "monthly"
    BIMONTHLY = "bimonthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"
    NOT_KNOWN = ""


class DecisionKind(StrEnum):
    DECISION = "decision"
    CHALLENGE_HEARD = "challenge-heard"
    NOTED = "noted"


class Chip(NamedTuple):
    """How a result is shown: letter, shape and word, never colour alone."""

    colour: str
    mark: str
    word: str


# What a body is called in the singular and, over a list of them, in the plural.
BODY_KINDS = {
    BodyKind.BOARD: ("Board", "Boards"),
    BodyKind.CONFERENCE: ("Standing conference", "Standing conferences"),
    BodyKind.GROUP: ("Group", "Groups"),
    BodyKind.BUSINESS_GROUP: ("Business group", "Business groups"),
    BodyKind.SAFEGUARDING_BOARD: ("Safeguarding board", "Safeguarding boards"),
    BodyKind.CHAIRS_GROUP: ("Chairs’ group", "Chairs’ groups"),
    BodyKind.STEERING_GROUP: ("District steering group", "District steering groups"),
    BodyKind.LOCAL_PARTNERSHIP: ("Local partnership", "Local partnerships"),
    BodyKind.OUTSIDE: ("Another partnership", "Other partnerships"),
}
LINKS = {
    LinkKind.LINKED: "works with",
    LinkKind.CHANNEL: "is heard through",
    LinkKind.COORDINATES: "co-ordinates",
    LinkKind.REPRESENTED_AT: "sends somebody to",
}
LINKS_BACK = {
    LinkKind.LINKED: "works with",
    LinkKind.CHANNEL: "brings in the voice of",
    LinkKind.COORDINATES: "is co-ordinated by",
    LinkKind.REPRESENTED_AT: "has a member from",
}
MEETS = {
    Meets.MONTHLY: "every month",
    Meets.BIMONTHLY: "every two months",
    Meets.QUARTERLY: "every three months",
    Meets.YEARLY: "once a year",
}
# How strongly a rule asks: the keys are the forces of the statute room, by value.
FORCES = {
    "statutory": "Required by law",
    "must-have-regard": "Statutory guidance: the Board must have regard to it",
    "good-practice": "Good practice",
    "local": "This area’s own choice",
}
DECISION_KINDS = {
    DecisionKind.DECISION: "Decided",
    DecisionKind.CHALLENGE_HEARD: "Challenge heard",
    DecisionKind.NOTED: "Noted",
}


@dataclass(frozen=True)
class Party:
    """An organisation as the rules see it."""

    key: str
    name: str
    kind: str


@dataclass(frozen=True)
class Sitting:
    """Somebody in a seat, whom they work for, and what is on file about it."""

    person: str
    post: str
    employer: Party | None
    since: date | None
    mandate: str = ""
    document: str = ""
    mandates_from: tuple[Party, ...] = ()
    deputy: str = ""
    chosen_by: str = ""
    reports_back: str = ""
    chair: bool = False
    invented: bool = False

    @property
    def name(self) -> str:
        return f"{self.person}, {self.post}" if self.post else self.person


@dataclass(frozen=True)
class Seat:
    name: str
    answers: frozenset[str]
    represents: tuple[Party, ...]
    sitting: tuple[Sitting, ...]


@dataclass(frozen=True)
class Structure:
    """One body of the family tree, by name."""

    name: str
    kind: BodyKind
    apex: bool
    independent: bool
    answers_to: tuple[str, ...]
    district: str = ""

    @property
    def stands_below(self) -> bool:
        """Whether it must answer to another: not the apex, nor an independent or an outside body."""
        return not (self.apex or self.independent or self.kind is BodyKind.OUTSIDE)


@dataclass(frozen=True)
class Owned:
    """An action and who owns it; the kind is the owner's partner kind, or a body's kind, or nothing."""

    title: str
    owner: str
    kind: str


@dataclass(frozen=True)
class Composition:
    """All that the rules need to know about a Board on one day."""

    seats: tuple[Seat, ...]
    partners: tuple[Party, ...]
    safeguarding_chairs: tuple[Sitting, ...] = ()
    structure: tuple[Structure, ...] = ()
    actions: tuple[Owned, ...] | None = None

    @property
    def members(self) -> tuple[Sitting, ...]:
        return tuple(one for seat in self.seats for one in seat.sitting)

    def of_kinds(self, kinds: Iterable[str]) -> list[Party]:
        wanted = set(kinds)
        return [party for party in self.partners if party.kind in wanted]
