from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from trust.foundation.directory.queries import (
    OrganisationCard,
    organisation,
    organisation_called,
    organisations,
)
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words
from trust.foundation.statute.law import Law, read_law
from trust.governance.partnership import rules
from trust.governance.partnership.rules import Capability, Standing

LAW = Path(__file__).with_name("law")


@dataclass(frozen=True)
class Partner:
    organisation: OrganisationCard
    capability: Capability


@cache
def partner_law() -> Law:
    return read_law(LAW / "partner_kinds.toml")


@cache
def owner_law() -> Law:
    return read_law(LAW / "owners.toml")


def partner_kinds() -> frozenset[str]:
    return frozenset(partner_law().rules())


def partners(*, on: date) -> list[Partner]:
    """Every organisation that is a partner on the day, by name, with what the law makes of it."""
    found = [(one, rules.capability(one.kind, on=on, law=partner_law())) for one in organisations(on=on)]
    return [Partner(one, capability) for one, capability in found if capability]


def capability_of(one: OrganisationCard, *, on: date) -> Capability:
    """What the law makes of this organisation on the day; refused where it is not a partner then."""
    found = rules.capability(one.kind, on=on, law=partner_law())
    if found is None:
        raise Refused(f"{one.name} is not a partner on {in_words(on)}.")
    return found


def owners(*, on: date) -> list[OrganisationCard]:
    """The organisations that may own an action on the day."""
    return [one for one in organisations(on=on) if may_own(one, on)]


def may_own(one: OrganisationCard, on: date) -> bool:
    return not why_not(one, on=on)


def check_owner(one: OrganisationCard, on: date, deed: str = rules.OWN) -> None:
    rules.check_may_own_action(standing(one), on=on, partners=partner_law(), owners=owner_law(), deed=deed)


def standing(one: OrganisationCard) -> Standing:
    return Standing(one.name, one.kind, one.span, one.legal_capacity, one.host)


def check_may_hold_money(one: OrganisationCard) -> None:
    """Refused for a partner without legal capacity: its host holds what it is given."""
    rules.check_may_hold_money(standing(one))


def organisation_meant(owner: UUID | str) -> OrganisationCard | None:
    """The organisation with this identifier, key or name; one that has ended is found too."""
    try:
        return organisation(owner if isinstance(owner, UUID) else UUID(owner))
    except (NotFound, ValueError):
        return organisation_called(str(owner))


def why_not(one: OrganisationCard, *, on: date, deed: str = rules.OWN) -> str:
    """Why this organisation cannot do the deed on the day; empty where it can."""
    try:
        check_owner(one, on, deed)
    except Refused as refusal:
        return str(refusal)
    return ""


def stranger(name: str, *, on: date, deed: str = rules.OWN) -> str:
    """Why a name that is no organisation of ours cannot do the deed."""
    return str(rules.refuse_stranger(name, on=on, deed=deed))


def check_may_own_action(owner: UUID | str, *, on: date, deed: str = rules.OWN) -> OrganisationCard:
    """The organisation that this identifier, key or name means, or the reason why it cannot do the deed."""
    one = organisation_meant(owner)
    if one is None:
        raise rules.refuse_stranger(str(owner), on=on, deed=deed)
    check_owner(one, on, deed)
    return one
