"""The family tree of a day: who answers to whom, and who works together without answering."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import Q

from trust.foundation.directory.queries import districts, standing
from trust.foundation.directory.words import Evidence
from trust.foundation.kernel.english import listed
from trust.governance.board.models import Body, BodyLink, Membership, Seat
from trust.governance.board.queries.bodies import BodyCard, apex, bodies, body
from trust.governance.board.queries.meetings import DecisionCard, decisions
from trust.governance.board.words import BODY_KINDS, LINKS, LINKS_BACK, BodyKind, LinkKind

# The order in which those that answer to one body are listed.
ORDER = list(BodyKind)


@dataclass(frozen=True)
class Branch:
    """A body and those that answer to it."""

    body: BodyCard
    note: str
    below: tuple["Bunch", ...]


@dataclass(frozen=True)
class Bunch:
    """Those of one kind that answer to the same body; a heading where they are several."""

    heading: str
    branches: tuple[Branch, ...]


@dataclass(frozen=True)
class Turning:
    """A day on which the arrangements changed."""

    day: date
    words: str
    now: bool = False


@dataclass(frozen=True)
class FamilyTree:
    apex: BodyCard
    above: tuple[str, ...]
    chairs: tuple[str, ...]
    bunches: tuple[Bunch, ...]
    linked: tuple[BodyCard, ...]
    districts: Mapping[str, str]
    every: tuple[BodyCard, ...]

    @property
    def local(self) -> list[BodyCard]:
        """The local partnerships that a source names."""
        return [one for one in self.every if one.kind is BodyKind.LOCAL_PARTNERSHIP and one.found]


@dataclass(frozen=True)
class Tie:
    """How this body stands to another; no address where the other is only words."""

    words: str
    name: str
    id: UUID | None
    note: str


@dataclass(frozen=True)
class Member:
    person: str
    post: str
    employer: str
    since: date
    mandate: str
    document: str
    deputy: str
    chair: bool
    invented: bool


@dataclass(frozen=True)
class SeatCard:
    name: str
    rules: tuple[str, ...]
    members: tuple[Member, ...]
    invented: bool


@dataclass(frozen=True)
class Portrait:
    """One body as it stood on a day."""

    body: BodyCard
    district: str
    stands: bool
    answers_to: tuple[Tie, ...]
    answered_by: tuple[Tie, ...]
    works_with: tuple[Tie, ...]
    took_over_from: tuple[Tie, ...]
    followed_by: tuple[Tie, ...]
    seats: tuple[SeatCard, ...]
    decisions: tuple[DecisionCard, ...]


def family_tree(on: date) -> FamilyTree | None:
    """Nothing where no body stood at the top on the day."""
    top = apex(on)
    if top is None:
        return None
    every = bodies(on)
    links = list(BodyLink.objects.filter(standing(on)).select_related("to"))
    names = {place.code: place.name for place in districts(on=on)}
    heads = {top.id, *(one.id for one in every if one.kind is BodyKind.BOARD)}
    ends = [{one.body_id, one.to_id} for one in links if one.kind == LinkKind.LINKED]
    linked = {end for pair in ends if pair & heads for end in pair - heads}
    return FamilyTree(
        apex=top,
        above=tuple(one.to_words for one in links if one.body_id == top.id and one.to_words),
        chairs=top.chairs,
        bunches=Below(every, links, names).bunches(top),
        linked=tuple(one for one in every if one.id in linked),
        districts=names,
        every=tuple(every),
    )


class Below:
    """Who answers to whom on one day. Whoever only brings in a voice or co-ordinates is told in a note."""

    def __init__(
        self, every: Sequence[BodyCard], links: Sequence[BodyLink], districts: Mapping[str, str]
    ) -> None:
        self.every, self.links, self.districts = every, links, districts
        self.names = {one.id: one.name for one in every}

    def bunches(self, above: BodyCard) -> tuple[Bunch, ...]:
        """Those below a body by kind: a circle is refused when the files are loaded, so this ends."""
        answering = {body for body, to in self.ends(LinkKind.ACCOUNTABLE_TO) if to == above.id}
        below = sorted((one for one in self.every if one.id in answering), key=self.in_order)
        kinds = {kind: tuple(map(self.branch, those)) for kind, those in groupby(below, lambda one: one.kind)}
        return tuple(
            Bunch(BODY_KINDS[kind][1] if len(those) > 1 else "", those) for kind, those in kinds.items()
        )

    def in_order(self, one: BodyCard) -> tuple[int, str, str]:
        return ORDER.index(one.kind), self.districts.get(one.place, ""), one.name

    def branch(self, one: BodyCard) -> Branch:
        return Branch(one, self.note(one), self.bunches(one))

    def note(self, one: BodyCard) -> str:
        steers = [self.names[to] for body, to in self.ends(LinkKind.COORDINATES) if body == one.id]
        heard = [self.names[to] for body, to in self.ends(LinkKind.CHANNEL) if body == one.id]
        parts = [self.districts.get(one.place, one.purpose)]
        parts += [f"Co-ordinates {listed(steers)}"] if steers else []
        parts += [f"Heard through the {listed(heard)}"] if heard else []
        return ". ".join(part for part in parts if part)

    def ends(self, kind: LinkKind) -> list[tuple[UUID, UUID]]:
        return [
            (one.body_id, one.to_id) for one in self.links if one.kind == kind and one.to_id in self.names
        ]


def turnings(on: date) -> list[Turning]:
    """The days on which bodies began or ended, each with what it meant, and the day looked at."""
    rows = Body.objects.exclude(kind=BodyKind.OUTSIDE).exclude(evidence=Evidence.NOT_FOUND)
    began: dict[date, list[Body]] = {}
    for one in rows.order_by("-apex", "name"):
        began.setdefault(one.first, []).append(one)
    found = {day: Turning(day, began_words(those), day == on) for day, those in began.items()}
    for one in rows.filter(apex=True, statutory_from__isnull=False):
        if one.statutory_from:
            found[one.statutory_from] = Turning(
                one.statutory_from, "The law requires a Board", one.statutory_from == on
            )
    found.setdefault(on, Turning(on, "You are here", now=True))
    return [found[day] for day in sorted(found)]


def began_words(those: Sequence[Body]) -> str:
    """Up to two bodies by name; more of a kind by what they are together."""
    named = [one.name for one in those if one.apex or one.kind == BodyKind.BOARD]
    kinds = dict.fromkeys(BodyKind(one.kind) for one in those if one.name not in named)
    rest = [plural(kind, [one for one in those if one.kind == kind]) for kind in kinds]
    return "; ".join([*named, *rest][:2])


def plural(kind: BodyKind, those: Sequence[Body]) -> str:
    return those[0].name if len(those) == 1 else BODY_KINDS[kind][1]


def portrait(wanted: UUID, on: date) -> Portrait:
    """One body as it stood on the day, or on the nearest day that it did."""
    one = body(wanted)
    day = nearest(one, on)
    ties = list(
        BodyLink.objects.filter(Q(body=wanted) | Q(to=wanted))
        .select_related("body", "to")
        .order_by("body__name", "to__name")
    )
    now = [tie for tie in ties if tie.first <= day and (tie.last is None or day <= tie.last)]
    answers = [tie for tie in now if tie.kind == LinkKind.ACCOUNTABLE_TO]
    succeeds = [tie for tie in ties if tie.kind == LinkKind.SUCCEEDS]
    others = [tie for tie in now if LinkKind(tie.kind) in LINKS]
    names = {place.code: place.name for place in districts(on=day)}
    return Portrait(
        body=one,
        district=names.get(one.place, ""),
        stands=one.span.holds(on),
        answers_to=tuple(outward(tie) for tie in answers if tie.body_id == wanted),
        answered_by=tuple(inward(tie) for tie in answers if tie.to_id == wanted),
        works_with=tuple(outward(tie) if tie.body_id == wanted else inward(tie) for tie in others),
        took_over_from=tuple(outward(tie) for tie in succeeds if tie.body_id == wanted),
        followed_by=tuple(inward(tie) for tie in succeeds if tie.to_id == wanted),
        seats=seats_on(wanted, day),
        decisions=tuple(decisions(on, body=wanted)),
    )


def nearest(one: BodyCard, on: date) -> date:
    if on < one.span.first:
        return one.span.first
    return min(on, one.span.last) if one.span.last else on


def outward(tie: BodyLink) -> Tie:
    words = LINKS.get(LinkKind(tie.kind), "")
    return Tie(words, tie.to.name if tie.to else tie.to_words, tie.to_id, tie.note)


def inward(tie: BodyLink) -> Tie:
    return Tie(LINKS_BACK.get(LinkKind(tie.kind), ""), tie.body.name, tie.body_id, tie.note)


def seats_on(wanted: UUID, day: date) -> tuple[SeatCard, ...]:
    members: dict[UUID, list[Member]] = {}
    held = Membership.objects.filter(standing(day), seat__body=wanted).select_related("organisation")
    for row in held.order_by("-chair", "first", "person"):
        members.setdefault(row.seat_id, []).append(member(row))
    return tuple(
        SeatCard(
            seat.name, tuple(seat.rules), tuple(members.get(seat.id, ())), seat.evidence == Evidence.INVENTED
        )
        for seat in Seat.objects.filter(standing(day), body=wanted).order_by("name")
    )


def member(row: Membership) -> Member:
    return Member(
        person=row.person,
        post=row.post,
        employer=row.organisation.name if row.organisation else "",
        since=row.first,
        mandate=row.mandate,
        document=row.mandate_document,
        deputy=row.deputy,
        chair=row.chair,
        invented=row.evidence == Evidence.INVENTED,
    )
