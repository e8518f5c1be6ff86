"""What one line of each file says."""

from dataclasses import dataclass
from datetime import date

from trust.foundation.directory.words import Evidence
from trust.foundation.kernel.time import Span
from trust.governance.board.words import BodyKind, DecisionKind, LinkKind, Meets


@dataclass(frozen=True)
class BodyRow:
    key: str
    name: str
    kind: BodyKind
    apex: bool
    independent: bool
    place_code: str
    chairs: tuple[str, ...]
    meets: Meets
    age_scope: str
    purpose: str
    statutory_from: date | None
    span: Span
    source: str
    evidence: Evidence
    note: str


@dataclass(frozen=True)
class LinkRow:
    body: str
    to: str
    to_words: str
    kind: LinkKind
    span: Span
    source: str
    note: str


@dataclass(frozen=True)
class SeatRow:
    key: str
    body: str
    name: str
    represents: tuple[str, ...]
    rules: tuple[str, ...]
    span: Span
    source: str
    evidence: Evidence
    note: str


@dataclass(frozen=True)
class MembershipRow:
    key: str
    seat: str
    person: str
    post: str
    organisation: str
    chair: bool
    mandate: str
    mandate_document: str
    mandates_from: tuple[str, ...]
    deputy: str
    chosen_by: str
    reports_back: str
    span: Span
    evidence: Evidence
    note: str


@dataclass(frozen=True)
class MeetingRow:
    key: str
    body: str
    day: date
    announced: date | None
    place_words: str
    held: bool
    evidence: Evidence


@dataclass(frozen=True)
class DecisionRow:
    key: str
    meeting: str
    kind: DecisionKind
    text: str
    public_line: str
    owner: str
    due: date | None
    done: date | None
    evidence: Evidence
    line: int
