"""Reading the files that say which bodies there are, who sits on them and what they decided."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from trust.foundation.directory.words import Evidence
from trust.foundation.kernel.loading import Row, gather, read_rows
from trust.governance.board.formats.checks import circles, linked_twice, twice_in_a_seat, two_at_once
from trust.governance.board.formats.rows import (
    BodyRow,
    DecisionRow,
    LinkRow,
    MeetingRow,
    MembershipRow,
    SeatRow,
)
from trust.governance.board.words import BodyKind, DecisionKind, LinkKind, Meets

DATED = ("first", "last")
TRACED = ("source", "evidence", "note")
BODY_COLUMNS = (
    "key", "name", "kind", "apex", "independent", "place", "chairs", "meets", "age_scope", "purpose",
    "statutory_from", *DATED, *TRACED,
)  # fmt: skip
LINK_COLUMNS = ("body", "to", "to_words", "kind", *DATED, "source", "note")
SEAT_COLUMNS = ("key", "body", "name", "represents", "rules", *DATED, *TRACED)
MEMBERSHIP_COLUMNS = (
    "key", "seat", "person", "post", "organisation", "chair", "mandate", "mandate_document",
    "mandates_from", "deputy", *DATED, "evidence", "note",
)  # fmt: skip
MEETING_COLUMNS = ("key", "body", "day", "announced", "place_words", "held", "evidence")
DECISION_COLUMNS = ("key", "meeting", "kind", "text", "public_line", "owner", "due", "done", "evidence")
# How long a cell may be: as long as its column in the database.
LONGEST = {
    "key": 80, "name": 160, "age_scope": 80, "purpose": 400, "source": 40, "note": 400, "to_words": 120,
    "person": 120, "post": 160, "mandate": 400, "mandate_document": 200, "deputy": 120, "place_words": 160,
    "public_line": 400,
}  # fmt: skip
# What a seat says when no national rule asks for it.
LOCAL = "local"


@dataclass(frozen=True)
class Known:
    """What a row may refer to outside these files."""

    organisations: Collection[str]
    rules: Collection[str]
    sources: Collection[str]
    districts: Callable[[date], Collection[str]]


@dataclass
class Pack:
    """What the files say, and a sentence for everything that is wrong in them."""

    bodies: list[BodyRow] = field(default_factory=list)
    links: list[LinkRow] = field(default_factory=list)
    seats: list[SeatRow] = field(default_factory=list)
    memberships: list[MembershipRow] = field(default_factory=list)
    meetings: list[MeetingRow] = field(default_factory=list)
    decisions: list[DecisionRow] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)


def read_pack(folder: Path, known: Known) -> Pack:
    pack = Pack()

    def read[T](
        file: str, columns: Sequence[str], reader: Callable[[Row], T], unique: str = "key"
    ) -> list[T]:
        rows, refused = read_rows(folder / file, columns, unique=unique, longest=LONGEST)
        made, faults = gather(rows, reader)
        pack.refused += [*refused, *faults]
        keys[file] = {row.text("key") for row in rows if "key" in columns}
        whole[file] = rows if not faults else []
        return made

    keys: dict[str, Collection[str]] = {}
    whole: dict[str, list[Row]] = {}
    pack.bodies = read("bodies.csv", BODY_COLUMNS, lambda row: read_body(row, known))
    pack.links = read("links.csv", LINK_COLUMNS, lambda row: read_link(row, keys["bodies.csv"], known), "")
    pack.seats = read("seats.csv", SEAT_COLUMNS, lambda row: read_seat(row, keys["bodies.csv"], known))
    pack.memberships = read(
        "memberships.csv", MEMBERSHIP_COLUMNS, lambda row: read_membership(row, keys["seats.csv"], known)
    )
    pack.meetings = read("meetings.csv", MEETING_COLUMNS, lambda row: read_meeting(row, keys["bodies.csv"]))
    pack.decisions = read(
        "decisions.csv", DECISION_COLUMNS, lambda row: read_decision(row, keys["meetings.csv"], known)
    )
    pack.refused += [
        *circles(whole["links.csv"], pack.links),
        *linked_twice(whole["links.csv"], pack.links),
        *two_at_once(whole["bodies.csv"], pack.bodies),
        *twice_in_a_seat(whole["memberships.csv"], pack.memberships),
    ]
    return pack


def read_body(row: Row, known: Known) -> BodyRow:
    span = row.span()
    place = row.text("place")
    if place and place not in known.districts(span.first):
        raise row.wrong("place", f"there is no district “{place}”.")
    return BodyRow(
        key=row.given("key"),
        name=row.given("name"),
        kind=BodyKind(row.one_of("kind", list(BodyKind))),
        apex=row.yes("apex"),
        independent=row.yes("independent"),
        place_code=place,
        chairs=row.many("chairs"),
        meets=Meets(row.one_of("meets", list(Meets))),
        age_scope=row.text("age_scope"),
        purpose=row.text("purpose"),
        statutory_from=row.day_if_any("statutory_from"),
        span=span,
        source=read_source(row, known),
        evidence=read_evidence(row),
        note=row.text("note"),
    )


def read_link(row: Row, bodies: Collection[str], known: Known) -> LinkRow:
    if bool(row.text("to")) == bool(row.text("to_words")):
        raise row.wrong("to", "name a body here, or say in to_words who it is.")
    if row.text("to") == row.text("body"):
        raise row.wrong("to", f"“{row.text('body')}” cannot answer to itself.")
    return LinkRow(
        body=row.known("body", bodies, what="body"),
        to=row.known("to", bodies, what="body") if row.text("to") else "",
        to_words=row.text("to_words"),
        kind=LinkKind(row.one_of("kind", list(LinkKind))),
        span=row.span(),
        source=read_source(row, known),
        note=row.text("note"),
    )


def read_seat(row: Row, bodies: Collection[str], known: Known) -> SeatRow:
    if not row.many("rules"):
        raise row.wrong("rules", "a seat needs the rule that asks for it, or the word local.")
    return SeatRow(
        key=row.given("key"),
        body=row.known("body", bodies, what="body"),
        name=row.given("name"),
        represents=row.all_known("represents", known.organisations, what="organisation"),
        rules=row.all_known("rules", {*known.rules, LOCAL}, what="rule"),
        span=row.span(),
        source=read_source(row, known),
        evidence=read_evidence(row),
        note=row.text("note"),
    )


def read_membership(row: Row, seats: Collection[str], known: Known) -> MembershipRow:
    chosen_by, reports_back = read_choice(row.text("note"))
    return MembershipRow(
        key=row.given("key"),
        seat=row.known("seat", seats, what="seat"),
        person=row.given("person"),
        post=row.text("post"),
        organisation=read_organisation(row, "organisation", known),
        chair=row.yes("chair"),
        mandate=row.text("mandate"),
        mandate_document=row.text("mandate_document"),
        mandates_from=row.all_known("mandates_from", known.organisations, what="organisation"),
        deputy=row.text("deputy"),
        chosen_by=chosen_by,
        reports_back=reports_back,
        span=row.span(),
        evidence=read_evidence(row),
        note=row.text("note"),
    )


def read_choice(note: str) -> tuple[str, str]:
    """How a member was chosen and how they report back, where a note tells both.

    >>> read_choice("Chosen by a vote of heads; reports back each half term")
    ('Chosen by a vote of heads', 'reports back each half term')
    >>> read_choice("No letter on file")
    ('', '')
    """
    chosen, _, back = note.partition("; ")
    return (chosen, back) if back.startswith("reports") else ("", "")


def read_meeting(row: Row, bodies: Collection[str]) -> MeetingRow:
    return MeetingRow(
        key=row.given("key"),
        body=row.known("body", bodies, what="body"),
        day=row.day("day"),
        announced=row.day_if_any("announced"),
        place_words=row.text("place_words"),
        held=row.yes("held"),
        evidence=read_evidence(row),
    )


def read_decision(row: Row, meetings: Collection[str], known: Known) -> DecisionRow:
    if row.text("due") and not row.text("owner"):
        raise row.wrong("owner", "what has a due day needs an owner.")
    return DecisionRow(
        key=row.given("key"),
        meeting=row.known("meeting", meetings, what="meeting"),
        kind=DecisionKind(row.one_of("kind", list(DecisionKind))),
        text=row.given("text"),
        public_line=row.given("public_line"),
        owner=read_organisation(row, "owner", known),
        due=row.day_if_any("due"),
        done=row.day_if_any("done"),
        evidence=read_evidence(row),
        line=row.line,
    )


def read_organisation(row: Row, name: str, known: Known) -> str:
    return row.known(name, known.organisations, what="organisation") if row.text(name) else ""


def read_source(row: Row, known: Known) -> str:
    return row.known("source", known.sources, what="source in area.toml")


def read_evidence(row: Row) -> Evidence:
    return Evidence(row.one_of("evidence", list(Evidence)))
