"""What partners promise under a priority: actions, pledges and measures, and what they say of them."""

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.queries import OrganisationCard, organisation
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.foundation.statute.law import read_law
from trust.governance.partnership.queries import (
    capability_of,
    check_may_hold_money,
    check_may_own_action,
)
from trust.vision.outcomes.queries import indicator
from trust.vision.plan import rules
from trust.vision.plan.actions.priorities import the_priority
from trust.vision.plan.models import Action, ActionEdition, Measure, Pledge, Report
from trust.vision.plan.queries.paths import basis_of
from trust.vision.plan.rules.promises import Aimed
from trust.vision.plan.rules.two_ways import check_receiver
from trust.vision.plan.rules.yearly import Yearly, as_kept, in_order
from trust.vision.plan.words import Given, MeasureKind, Reach, Receiver, Recurrence, Standing, Treatment

POWERS = read_law(Path(__file__).parents[1] / "law" / "powers.toml")
CORRECTED = "This pledge has been corrected since you opened it. Open the newest and look again."


@transaction.atomic
def add_action(
    *,
    token: UUID,
    priority: UUID,
    what: str,
    owner: str,
    due: date,
    how_we_will_know: str,
    by: Actor,
    at: datetime,
    invented: bool = False,
    **more: str,
) -> Action:
    """Add an action with one owner, one day and a way to know; the Board or a partnership may not own it."""
    of = the_priority(priority)
    partner = check_may_own_action(owner, on=london_day(at))
    rules.check_due(due, first=of.plan.first, last=of.plan.last)
    check_will_exist(partner, due)
    action, new = Action.objects.get_or_create(id=token, defaults={"priority": of, "by": by.name, "at": at})
    if new:
        words = {"what": what, "owner_id": partner.id, "due": due, "how_we_will_know": how_we_will_know}
        ActionEdition.objects.create(
            action=action, edition=1, by=by.name, at=at, invented=invented, **words, **_more(more, of.plan.pk)
        )
        record(
            "plan.action.added", on=action, by=by, at=at, what=what, owner=partner.name, due=due.isoformat()
        )
    return action


def check_will_exist(partner: OrganisationCard, due: date) -> None:
    rules.check_will_exist(partner.name, partner.span.last, due)


def _more(more: dict[str, str], plan: UUID) -> dict[str, Any]:
    names = ("partners", "milestones", "resources", "reach", "what_works", "prevention")
    if more.get("reach"):
        Reach(more["reach"])
    other = more.get("depends_on")
    if other and not Action.objects.filter(pk=other, priority__plan=plan).exists():
        raise NotFound
    return {name: more.get(name, "") for name in names} | {"depends_on_id": other or None}


@transaction.atomic
def end_action(*, action: UUID, because: str, by: Actor, at: datetime) -> ActionEdition:
    """Take an action out of the plan, with the reason; its history stays."""
    newest = ActionEdition.objects.filter(action=action).order_by("-edition").first()
    if newest is None:
        raise NotFound
    if not because.strip():
        raise Refused("Say why the action ends: the reason is published.")
    before = {f.attname: getattr(newest, f.attname) for f in newest._meta.concrete_fields}
    for own in ("id", "edition", "by", "at", "ended_because"):
        del before[own]
    with second_is_told("Someone else changed this action while you were writing. Look again, then end it."):
        ended = ActionEdition.objects.create(
            **before, edition=newest.edition + 1, ended_because=because, by=by.name, at=at
        )
    record("plan.action.ended", on=ended, by=by, at=at, because=because)
    return ended


@transaction.atomic
def record_pledge(
    *,
    token: UUID,
    priority: UUID,
    partner: str,
    what: str,
    given: Given,
    amount: Decimal | None,
    agreed_by: str,
    agreed_on: date,
    by: Actor,
    at: datetime,
    receiver: Receiver = Receiver.CHILDREN,
    to_partner: str = "",
    invented: bool = False,
) -> Pledge:
    """Record what a partner puts in; the power and the treatment follow from the law and the facts."""
    of = the_priority(priority)
    rules.check_agreed(agreed_on, today=london_day(at))
    card = check_may_own_action(partner, on=agreed_on, deed="make a pledge")
    rules.check_amount(given, amount)
    if given is Given.MONEY:
        check_may_hold_money(card)
    to = _to_partner(receiver, to_partner, giver=card.id, given=given, on=agreed_on)
    may_pool = capability_of(card, on=agreed_on).may_pool_s10
    others = Pledge.objects.filter(priority=of).exclude(partner_id=card.id).exists()
    derived = rules.terms(given=given, may_pool=may_pool, others_give=others, agreed_on=agreed_on, law=POWERS)
    facts = {"partner_id": card.id, "what": what, "given": given.value, "amount": amount}
    facts |= {"agreed_by": agreed_by, "agreed_on": agreed_on, "invented": invented}
    facts |= {"receiver": receiver.value, "to_partner_id": to}
    facts |= {
        "treatment": derived.treatment.value,
        "power": derived.power,
        "recurrence": derived.recurrence.value,
    }
    written = {"priority": of, "by": by.name, "at": at, **facts}
    pledge, new = Pledge.objects.get_or_create(id=token, defaults=written)
    if new:
        record("plan.pledge.recorded", on=pledge, by=by, at=at, partner=card.name, amount=str(amount))
    return pledge


def _to_partner(receiver: Receiver, name: str, *, giver: UUID, given: Given, on: date) -> UUID | None:
    """The one partner that receives a pledge, if it is one; money only to a body that can hold it."""
    to = check_may_own_action(name, on=on, deed="be given a pledge") if name.strip() else None
    check_receiver(receiver, named=to is not None, itself=to is not None and to.id == giver)
    if to and given is Given.MONEY:
        check_may_hold_money(to)
    return to.id if to else None


@transaction.atomic
def correct_terms(
    *, pledge: UUID, treatment: Treatment, recurrence: Recurrence, power: str, by: Actor, at: datetime
) -> Pledge:
    """Correct what was derived for a pledge: a new row takes its place and the old one stays readable."""
    old = Pledge.objects.select_related("partner").filter(pk=pledge, corrected_by=None).first()
    if old is None:
        raise Refused(CORRECTED)
    card = organisation(old.partner_id)
    may_pool = capability_of(card, on=old.agreed_on).may_pool_s10
    rules.check_may_pool(treatment, may_pool=may_pool, partner=card.name)
    facts = {f.attname: getattr(old, f.attname) for f in old._meta.concrete_fields}
    for own in ("id", "by", "at", "corrects_id"):
        del facts[own]
    facts |= {"treatment": treatment.value, "recurrence": recurrence.value, "power": power}
    with second_is_told(CORRECTED):
        new = Pledge.objects.create(**facts, corrects=old, by=by.name, at=at)
    record("plan.pledge.corrected", on=new, by=by, at=at, corrects=str(old.pk))
    return new


@transaction.atomic
def add_measure(
    *,
    token: UUID,
    priority: UUID,
    kind: MeasureKind,
    title: str,
    indicator_code: str,
    about: str,
    areas: list[str],
    owner: str,
    baseline_period: str,
    baseline: Decimal,
    target_period: str,
    target: Decimal,
    by: Actor,
    at: datetime,
    yearly_targets: Yearly = (),
    tolerance: Decimal | None = None,
    invented: bool = False,
) -> Measure:
    """Say how everyone will see whether the priority is met."""
    of = the_priority(priority)
    card = check_may_own_action(owner, on=london_day(at), deed="answer for a measure")
    rules.check_periods(baseline_period, target_period)
    figure = indicator(indicator_code)
    rules.check_counted(figure.plain_title, figure.valid_until, target_period)
    path = Aimed(baseline_period, baseline, target_period, target, tolerance, in_order(yearly_targets))
    basis_of(figure, areas, london_day(at)).check(path)
    facts: dict[str, Any] = {
        "kind": kind.value,
        "title": title,
        "indicator": indicator_code,
        "about": about,
        "areas": areas,
    }
    facts |= {"invented": invented, "owner_id": card.id, **path_kept(path)}
    written = {"priority": of, "by": by.name, "at": at, **facts}
    measure, new = Measure.objects.get_or_create(id=token, defaults=written)
    if new:
        record("plan.measure.added", on=measure, by=by, at=at, indicator=indicator_code, target=str(target))
    return measure


def path_kept(path: Aimed) -> dict[str, Any]:
    """A path as a measure keeps it."""
    return vars(path) | {"yearly_targets": as_kept(path.yearly_targets)}


@transaction.atomic
def report(
    *,
    token: UUID,
    said_on: date,
    standing: Standing,
    words: str,
    by: Actor,
    at: datetime,
    action: UUID | None = None,
    pledge: UUID | None = None,
    paid: Decimal | None = None,
    invented: bool = False,
) -> Report:
    """Say how an action or a pledge is going; what was said before stays."""
    _check_may_report(action=action, pledge=pledge, by=by, today=london_day(at))
    if standing in {Standing.AT_RISK, Standing.NOT_DONE} and not words.strip():
        raise Refused("Say why, and what would put it right: people will read it.")
    facts = {"action_id": action, "pledge_id": pledge, "said_on": said_on, "standing": standing.value}
    written = {"words": words, "paid": paid, "invented": invented, "by": by.name, "at": at, **facts}
    row, new = Report.objects.get_or_create(id=token, defaults=written)
    if new:
        record("plan.report.made", on=row, by=by, at=at, standing=standing.value)
    return row


def _check_may_report(*, action: UUID | None, pledge: UUID | None, by: Actor, today: date) -> None:
    """A partner speaks for its own promises; whoever writes the plan may set down what a partner said."""
    wordings = (
        ActionEdition.objects.filter(action=action)
        .order_by("-edition")
        .select_related("owner", "passed_from")
    )
    said = wordings.first() if action else None
    given = Pledge.objects.filter(pk=pledge).select_related("partner").first() if pledge else None
    owner = _owner_on(said, today) if said else (given.partner_id, given.partner.name) if given else None
    if owner is None:
        raise NotFound
    if by.organisation != owner[0] and not by.may("plan.write"):
        raise Refused(f"Only {owner[1]} can say how this is going. Ask them, or the partnership officer.")


def _owner_on(said: ActionEdition, day: date) -> tuple[UUID, str]:
    """Who answers for an action on a day: until the new owner’s first, the one before."""
    if said.passed_from and said.owned_from and said.owned_from > day:
        return said.passed_from.pk, said.passed_from.name
    return said.owner.pk, said.owner.name
