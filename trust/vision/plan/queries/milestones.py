"""Milestones as of a day: who holds each, on which day it is due, and whether it was reached."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.models import ActionEdition, Milestone, MilestoneHeld, MilestoneTold
from trust.vision.plan.queries.progress import Promise
from trust.vision.plan.queries.published import Published
from trust.vision.plan.rules.following import OPEN_DAYS
from trust.vision.plan.rules.milestones import Stands, Step, Telling, stands
from trust.vision.plan.words import StepState, StepTold


@dataclass(frozen=True)
class MilestoneCard:
    """One step on the way of an action, as it stood on a day."""

    id: UUID
    action: UUID
    on: date
    what: str
    owner: str
    owner_id: UUID | None
    stands: Stands
    invented: bool = False

    @property
    def open(self) -> bool:
        return self.stands.state in {StepState.COMING, StepState.LATE}


def milestones(actions: Iterable[UUID], on: date) -> list[MilestoneCard]:
    """The steps on the way of these actions, in order of their days as they are now, in three queries."""
    rows = list(Milestone.objects.filter(action__in=list(actions), at__date__lte=on))
    held = MilestoneHeld.objects.filter(milestone__in=rows, at__date__lte=on).select_related("owner")
    owners = {one.milestone_id: one.owner for one in held.order_by("number")}
    told: dict[UUID, list[Telling]] = defaultdict(list)
    for one in MilestoneTold.objects.filter(milestone__in=rows, at__date__lte=on).order_by("number"):
        told[one.milestone_id].append(Telling(StepTold(one.what), one.on, one.words))
    cards = []
    for row in rows:
        owner, how = owners.get(row.pk), stands(row.on, told[row.pk], on=on)
        name, key = (owner.name, owner.pk) if owner else ("", None)
        cards.append(MilestoneCard(row.pk, row.action_id, how.due, row.what, name, key, how, row.invented))
    return sorted(cards, key=lambda card: (card.on, card.what))


def by_action(actions: Iterable[UUID], on: date) -> dict[UUID, tuple[MilestoneCard, ...]]:
    found: dict[UUID, list[MilestoneCard]] = defaultdict(list)
    for card in milestones(actions, on):
        found[card.action].append(card)
    return {key: tuple(cards) for key, cards in found.items()}


def steps_of(actions: Iterable[UUID], on: date) -> dict[UUID, tuple[Step, ...]]:
    """The steps on the way of each of these actions as a table says them, without those withdrawn."""
    return {
        key: tuple(Step(one.on, one.what) for one in cards if one.stands.state is not StepState.WITHDRAWN)
        for key, cards in by_action(actions, on).items()
    }


@dataclass(frozen=True)
class Stepped:
    """A promise with the steps on its way."""

    promise: Promise
    steps: tuple[MilestoneCard, ...]


def stepped(promises: Iterable[Promise], on: date) -> tuple[Stepped, ...]:
    asked = tuple(promises)
    steps = by_action([one.id for one in asked], on)
    return tuple(Stepped(one, steps.get(one.id, ())) for one in asked)


def to_be_asked(actions: Iterable[UUID], on: date) -> list[MilestoneCard]:
    """The milestones that a holder is asked about: late, or due before the link that asks is over."""
    until = on + timedelta(days=OPEN_DAYS)
    return [card for card in milestones(actions, on) if card.open and card.on <= until]


def held_by(partner: UUID, plans: Iterable[Published], on: date) -> list[tuple[MilestoneCard, str]]:
    """The milestones that a partner holds in published plans, each with the action that it leads to."""
    priorities = [one for whole in plans for one in whole.followed]
    named = {action.id: action.what for one in priorities for action in one.actions}
    return [(card, named[card.action]) for card in milestones(named, on) if card.owner_id == partner]


def days_now(steps: Iterable[UUID]) -> dict[UUID, date]:
    """The day to which each milestone was moved last; one that never moved is not here."""
    moves = MilestoneTold.objects.filter(milestone__in=list(steps), what=StepTold.MOVED).order_by("number")
    return {one.milestone_id: one.on for one in moves}


@dataclass(frozen=True)
class ActionHead:
    """What a page about the milestones of one action says of it."""

    id: UUID
    what: str
    owner: str
    owner_id: UUID
    due: date
    plan: UUID
    plan_title: str
    priority: UUID
    ended: bool


def action_head(action: UUID) -> ActionHead:
    """Errors: NotFound."""
    rows = ActionEdition.objects.filter(action=action).select_related("owner", "action__priority__plan")
    row = rows.order_by("-edition").first()
    if row is None:
        raise NotFound
    of = row.action.priority
    return ActionHead(
        id=action,
        what=row.what,
        owner=row.owner.name,
        owner_id=row.owner_id,
        due=row.due,
        plan=of.plan_id,
        plan_title=of.plan.title,
        priority=of.pk,
        ended=bool(row.ended_because),
    )


def milestone(key: UUID, on: date) -> tuple[ActionHead, MilestoneCard]:
    """One milestone and what it leads to; errors: NotFound."""
    found = Milestone.objects.filter(pk=key).first()
    if found is None:
        raise NotFound
    cards = milestones([found.action_id], on)
    card = next((one for one in cards if one.id == key), None)
    if card is None:
        raise NotFound
    return action_head(found.action_id), card


def telling(key: UUID, on: date) -> list[tuple[StepTold, date, str, str]]:
    """All that was said of a milestone by a day, oldest first: what, its day, its words and whose."""
    rows = MilestoneTold.objects.filter(milestone=key, at__date__lte=on).order_by("number")
    return [(StepTold(row.what), row.on, row.words, row.by) for row in rows]
