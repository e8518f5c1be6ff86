"""A plan on one day as its rules see it: plain values, whatever tables they came from."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from trust.vision.plan.words import AlignedWith, Part


@dataclass(frozen=True)
class StatedFact:
    """A statement that has been written, and whether a meeting adopted it."""

    text: str
    adopted: bool = False


@dataclass(frozen=True)
class ActionFact:
    what: str
    owner: str
    due: date | None
    owner_is_partner: bool = True


@dataclass(frozen=True)
class MeasureFact:
    title: str
    has_baseline: bool = True
    has_target: bool = True
    has_date: bool = True


@dataclass(frozen=True)
class PriorityFact:
    title: str
    needs: int = 1
    voices: int = 1
    outcomes: frozenset[str] = frozenset()
    aim_for_all: str = "stated"
    aim_for_group: str = "stated"
    group: str = "stated"
    comparator: str = "stated"
    actions: tuple[ActionFact, ...] = ()
    measures: tuple[MeasureFact, ...] = ()


@dataclass(frozen=True)
class AlignmentFact:
    """Something around the plan that it agrees with; `unserved` are its targets with no priority."""

    aligned_with: AlignedWith
    title: str
    stale_because: str = ""
    targets: int = 0
    unserved: tuple[str, ...] = ()
    signed_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class PartnerFact:
    """A relevant partner: has it put something in or said why not, and has it signed or said why not."""

    name: str
    committed: bool = False
    signed: bool = False
    joint_signer: bool = False


@dataclass(frozen=True)
class ReviewFact:
    """A year's review: the day it was published, its year, and whether it says how the public can speak."""

    published_on: date
    year_ending: date
    says_how_to_speak: bool = False


@dataclass(frozen=True)
class PlanFacts:
    """The whole plan; `counted` are actions of other plans that count here under no priority of its own."""

    on: date
    first: date
    last: date
    outcomes: tuple[str, ...] = ()
    statements: Mapping[Part, StatedFact] | None = None
    priorities: tuple[PriorityFact, ...] = ()
    counted: tuple[ActionFact, ...] = ()
    alignments: tuple[AlignmentFact, ...] = ()
    partners: tuple[PartnerFact, ...] = ()
    heard: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    agreed_by_board: bool = False
    published_on: date | None = None
    reviews: tuple[ReviewFact, ...] = ()
    is_poverty_strategy: bool = False

    def stated(self, part: Part) -> StatedFact | None:
        found = (self.statements or {}).get(part)
        return found if found and found.text.strip() else None
