from dataclasses import dataclass
from datetime import date

from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import Span, in_words
from trust.foundation.statute.law import Force, Law
from trust.foundation.statute.register import Confidence
from trust.governance.partnership.words import COLLECTIVES, SHORT_NAMES

OWN = "own an action"
CHOOSE = "choose the partner that will do it."


@dataclass(frozen=True)
class Capability:
    """What the law makes of one kind of partner on one day."""

    kind: str
    name: str
    duty_to_cooperate: bool
    may_pool_s10: bool
    must_have_regard: bool
    board_seat_required: bool
    basis: str
    force: Force
    confidence: Confidence
    source: str
    says: str
    span: Span


def capability(kind: str, *, on: date, law: Law) -> Capability | None:
    """What the law says of this kind of partner on the day; nothing where it is not a partner then."""
    row = law.find(kind, on=on)
    if row is None:
        return None
    return Capability(
        kind=kind,
        name=row.values["name"],
        duty_to_cooperate=row.values["duty_to_cooperate"],
        may_pool_s10=row.values["may_pool_s10"],
        must_have_regard=row.values["must_have_regard"],
        board_seat_required=row.values["board_seat_required"],
        basis=row.where,
        force=row.force,
        confidence=Confidence(row.values["confidence"]),
        source=row.source,
        says=row.says,
        span=row.span,
    )


@dataclass(frozen=True)
class Standing:
    """What matters about an organisation when it is to own or hold something."""

    name: str
    kind: str
    span: Span
    legal_capacity: bool
    host: str


def check_may_own_action(owner: Standing, *, on: date, partners: Law, owners: Law, deed: str = OWN) -> None:
    """Rule G06: a partner organisation on the day, with legal capacity or of a kind that has a host."""
    if owner.span.last and owner.span.last < on:
        ended = in_words(owner.span.last)
        raise Refused(f"{owner.name} ended on {ended}, so it cannot {deed}: {CHOOSE}")
    if not owner.span.holds(on) or capability(owner.kind, on=on, law=partners) is None:
        raise Refused(f"{owner.name} is not a partner on {in_words(on)}: {CHOOSE}")
    allowed = owners.in_force("G06", on=on).values["kinds_without_legal_capacity"]
    if not owner.legal_capacity and owner.kind not in allowed:
        raise Refused(f"{owner.name} is a group without legal capacity, so it cannot {deed}: {CHOOSE}")


def check_may_hold_money(holder: Standing) -> None:
    """Rule G06: contracts, funds and payments need legal capacity."""
    if not holder.legal_capacity:
        raise Refused(
            f"{holder.name} cannot hold a contract, a fund or a payment: its host, {holder.host}, does."
        )


def refuse_stranger(name: str, *, on: date, deed: str = OWN) -> Refused:
    """Why a name that is no organisation of ours cannot do what only a partner does.

    >>> str(refuse_stranger("the Board", on=date(2010, 6, 8)))
    'The Board cannot own an action: choose the partner that will do it.'
    """
    if collective := collective_named(name):
        return Refused(f"{collective} cannot {deed}: {CHOOSE}")
    return Refused(f"“{name}” is not a partner organisation on {in_words(on)}: {CHOOSE}")


def collective_named(name: str) -> str:
    plain = name.casefold().replace("’", "'").strip().removeprefix("the ")
    if plain in SHORT_NAMES:
        return SHORT_NAMES[plain]
    return next((called for part, called in COLLECTIVES if part in plain), "")
