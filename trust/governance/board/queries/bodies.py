from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.directory.queries import place, standing
from trust.foundation.directory.words import Evidence
from trust.foundation.kernel.once import asked_once
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import Span
from trust.governance.board.models import Body, Membership
from trust.governance.board.words import BODY_KINDS, MEETS, BodyKind, Meets


@dataclass(frozen=True)
class BodyCard:
    """A body as others see it. `chairs` are posts; `place` is the code of a local body's district."""

    id: UUID
    key: str
    name: str
    kind: BodyKind
    apex: bool
    independent: bool
    place: str
    chairs: tuple[str, ...]
    meets: str
    age_scope: str
    purpose: str
    statutory_from: date | None
    span: Span
    source: str
    evidence: Evidence
    note: str

    @property
    def kind_word(self) -> str:
        return BODY_KINDS[self.kind][0]

    @property
    def invented(self) -> bool:
        return self.evidence is Evidence.INVENTED

    @property
    def found(self) -> bool:
        """Whether our sources name it: a gap in them is shown as a gap."""
        return self.evidence is not Evidence.NOT_FOUND


@dataclass(frozen=True)
class LocalPartnership:
    """Where the partners of one district come together: its one partnership, or what steers several."""

    id: UUID
    name: str
    district: str
    chairs: tuple[str, ...]


def apex(on: date) -> BodyCard | None:
    """The body at the top on the day."""
    return first_card(Body.objects.filter(standing(on), apex=True))


@asked_once
def the_board(on: date) -> BodyCard | None:
    """The Board of the day, whose make-up is judged: not always the body at the top."""
    return first_card(Body.objects.filter(standing(on), kind=BodyKind.BOARD))


def days_of_new_boards() -> list[date]:
    return list(Body.objects.filter(kind=BodyKind.BOARD).order_by("first").values_list("first", flat=True))


def first_card(found: Iterable[Body]) -> BodyCard | None:
    return next((card(one) for one in found), None)


def body(wanted: UUID) -> BodyCard:
    found = first_card(Body.objects.filter(id=wanted))
    if found is None:
        raise NotFound
    return found


def bodies(on: date) -> list[BodyCard]:
    return [card(one) for one in Body.objects.filter(standing(on)).order_by("name")]


def local_partnership_for(district_code: str, on: date) -> LocalPartnership | None:
    """Nothing where our sources name no partnership in the district."""
    there = Body.objects.filter(standing(on), place_code=district_code).exclude(evidence=Evidence.NOT_FOUND)
    local = list(there.filter(kind=BodyKind.LOCAL_PARTNERSHIP).order_by("name"))
    steering = list(there.filter(kind=BodyKind.STEERING_GROUP)) if len(local) > 1 else []
    one = next(iter([*steering, *local]), None)
    if one is None:
        return None
    return LocalPartnership(one.id, one.name, place(district_code).name, chairs_of(one, on))


def chairs_of(one: Body, on: date) -> tuple[str, ...]:
    """Who chairs it, by name and post; by post alone where we hold no name."""
    held = Membership.objects.filter(standing(on), seat__body=one, chair=True).order_by("person")
    named = tuple(f"{member.person}, {member.post}" if member.post else member.person for member in held)
    return named or tuple(one.chairs)


def card(one: Body) -> BodyCard:
    return BodyCard(
        id=one.id,
        key=one.key,
        name=one.name,
        kind=BodyKind(one.kind),
        apex=one.apex,
        independent=one.independent,
        place=one.place_code,
        chairs=tuple(one.chairs),
        meets=MEETS.get(Meets(one.meets), ""),
        age_scope=one.age_scope,
        purpose=one.purpose,
        statutory_from=one.statutory_from,
        span=Span(one.first, one.last),
        source=one.source,
        evidence=Evidence(one.evidence),
        note=one.note,
    )
