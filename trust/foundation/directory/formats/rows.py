"""What the files of places hand over."""

from dataclasses import dataclass
from datetime import date

from trust.foundation.directory.words import Evidence, Fit, PlaceKind, Relation
from trust.foundation.kernel.time import Span


@dataclass(frozen=True)
class PlaceRow:
    code: str
    old_code: str
    name: str
    kind: PlaceKind
    vintage: str
    parent_code: str
    in_area: bool
    span: Span
    source: str


@dataclass(frozen=True)
class BelongingRow:
    member_code: str
    whole_code: str
    fit: Fit
    span: Span
    source: str
    evidence: Evidence


@dataclass(frozen=True)
class LookupRow:
    source_code: str
    source_vintage: str
    target_code: str
    target_vintage: str
    relation: Relation
    share: float | None
    back: float | None
    basis: str


@dataclass(frozen=True)
class SchoolRow:
    """A school as a list tells it; empty where that list does not say."""

    urn: str
    name: str
    kind: str = ""
    phase: str = ""
    religion: str = ""
    district_code: str = ""
    district_name: str = ""
    lsoa_code: str = ""
    town: str = ""
    postcode: str = ""
    opened: date | None = None
    closed: date | None = None
