"""Which partners can be asked how it goes, about what in the plans that run, and to which posts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.directory.queries import organisations
from trust.foundation.kernel.english import counted, listed
from trust.vision.plan.models import PartnerContact
from trust.vision.plan.queries.milestones import to_be_asked
from trust.vision.plan.queries.published import Published
from trust.vision.plan.queries.succession import done
from trust.vision.plan.rules.following import Quarter, why_not_asked


@dataclass(frozen=True)
class ToAsk:
    """One thing that its owner can be asked about, by the plan that promises it."""

    plan: UUID
    action: UUID | None = None
    measure: UUID | None = None
    step: UUID | None = None


@dataclass(frozen=True)
class ContactCard:
    """A partner that owns something in a plan that runs, and the post that is written to, if any."""

    organisation: UUID
    name: str
    post: str
    address: str
    actions: int
    measures: int
    steps: int

    @property
    def promised(self) -> str:
        """What it can be asked about, in words."""
        parts = ((self.actions, "action"), (self.measures, "measure"), (self.steps, "milestone"))
        return listed([counted(number, thing) for number, thing in parts if number])


def contacts() -> dict[UUID, PartnerContact]:
    """The post of each partner that is written to: the newest of each, and only where there is an address."""
    rows = PartnerContact.objects.order_by("organisation", "-at", "-pk").distinct("organisation")
    return {row.organisation_id: row for row in rows if row.address}


def not_asked(plans: Iterable[Published], quarter: Quarter) -> dict[UUID, str]:
    """Of the plans that had not begun, or were over, in a quarter: why nobody is asked about them."""
    told = {
        one.id: why_not_asked(quarter, one.plan.title, first=one.plan.first, last=one.plan.last)
        for one in plans
    }
    return {plan: why for plan, why in told.items() if why}


def to_ask(plans: Sequence[Published], on: date) -> dict[UUID, list[ToAsk]]:
    """What each owner can still be asked about in these plans, without what is done or given up."""
    priorities = [(one.id, priority) for one in plans for priority in one.followed]
    actions = {row.id: (plan, row.owner_id) for plan, priority in priorities for row in priority.actions}
    over = done(actions, on)
    found: dict[UUID, list[ToAsk]] = defaultdict(list)
    for key, (plan, owner) in actions.items():
        if key not in over:
            found[owner].append(ToAsk(plan, action=key))
    for plan, priority in priorities:
        for row in priority.measures:
            found[row.owner_id].append(ToAsk(plan, measure=row.id))
    for card in to_be_asked(actions, on):
        if card.owner_id:
            found[card.owner_id].append(ToAsk(actions[card.action][0], step=card.id))
    return found


def contact_cards(plans: Sequence[Published], on: date) -> list[ContactCard]:
    """Every owner in these plans, with the post that can be asked, by name."""
    asked, known = to_ask(plans, on), contacts()
    owners = [one for one in organisations(on=on) if one.id in asked]
    return [_card(one.id, one.name, known.get(one.id), asked[one.id]) for one in owners]


def _card(owner: UUID, name: str, to: PartnerContact | None, asked: list[ToAsk]) -> ContactCard:
    return ContactCard(
        organisation=owner,
        name=name,
        post=to.post if to else "",
        address=to.address if to else "",
        actions=sum(one.action is not None for one in asked),
        measures=sum(one.measure is not None for one in asked),
        steps=sum(one.step is not None for one in asked),
    )
