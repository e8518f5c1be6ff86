"""Who can be asked, who was asked and answered, and what stands behind a link."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from trust.foundation.directory.queries import OrganisationCard, organisations
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.letters.rules import hash_of
from trust.vision.outcomes.queries import indicator
from trust.vision.plan.formats import PublishedPlan
from trust.vision.plan.models import (
    ActionEdition,
    AskedItem,
    Asking,
    ItemAnswer,
    Milestone,
    PartnerContact,
    UpdateLink,
    UpdateRequest,
)
from trust.vision.plan.queries.milestones import days_now, to_be_asked
from trust.vision.plan.queries.progress import latest_reports
from trust.vision.plan.queries.published import newest_version
from trust.vision.plan.rules.following import Answered, Quarter, answered, quarter_from
from trust.vision.plan.words import MeasureKind, Standing

OPENS = "/update/"
OVER = frozenset({Standing.DONE.value, Standing.NOT_DONE.value})


@dataclass(frozen=True)
class ContactCard:
    """A partner that owns something in a plan, and the post that is written to, if any."""

    organisation: UUID
    name: str
    post: str
    address: str
    actions: int
    measures: int
    steps: int = 0


@dataclass(frozen=True)
class Promised:
    """What one partner can be asked about."""

    actions: tuple[UUID, ...]
    measures: tuple[UUID, ...]
    steps: tuple[UUID, ...] = ()


@dataclass(frozen=True)
class Item:
    """One thing an owner is asked about, with what was said of it last through this request."""

    id: UUID
    action: UUID | None
    measure: UUID | None
    step: UUID | None
    what: str
    due: date | None
    unit: str
    service: bool
    standing: str
    number: Decimal | None
    words: str
    answered: bool
    leads_to: str = ""


@dataclass(frozen=True)
class OpenRequest:
    """A request as its link-holder sees it."""

    id: UUID
    organisation: UUID
    name: str
    post: str
    plan: UUID
    plan_title: str
    quarter: Quarter
    last_day: date
    asked_on: date

    @property
    def holder(self) -> Actor:
        """Whoever holds the link speaks for the partner it was sent to, and has no duty."""
        return Actor(name=f"{self.post}, {self.name}", organisation=self.organisation)


@dataclass(frozen=True)
class RequestLine:
    """One partner of a round: how far it has answered by a day."""

    id: UUID
    organisation: UUID
    name: str
    post: str
    items: int
    said: int
    state: Answered
    reminded_on: date | None
    last_day: date


@dataclass(frozen=True)
class Round:
    id: UUID
    quarter: Quarter
    on: date
    lines: tuple[RequestLine, ...]

    def number(self, state: Answered) -> int:
        return sum(line.state is state for line in self.lines)

    @property
    def tally(self) -> list[tuple[str, int]]:
        return [(state.value, self.number(state)) for state in Answered if self.number(state)]


def contacts() -> dict[UUID, PartnerContact]:
    """The post of each partner that is written to: the newest of each, and only where there is an address."""
    rows = PartnerContact.objects.order_by("organisation", "-at", "-pk").distinct("organisation")
    return {row.organisation_id: row for row in rows if row.address}


def promised(plan: PublishedPlan, on: date) -> dict[UUID, Promised]:
    """What each owner can still be asked about: what is done or given up is not asked again."""
    actions = [row for priority in plan.priorities for row in priority.actions]
    said = latest_reports([row.id for row in actions], on=on, of="action")
    going = [row for row in actions if row.id not in said or said[row.id].standing not in OVER]
    measures = [row for priority in plan.priorities for row in priority.measures]
    steps = to_be_asked([row.id for row in actions], on)
    owners = {row.owner_id for row in going} | {row.owner_id for row in measures} | set(steps)
    return {
        owner: Promised(
            tuple(row.id for row in going if row.owner_id == owner),
            tuple(row.id for row in measures if row.owner_id == owner),
            steps.get(owner, ()),
        )
        for owner in owners
    }


def contact_cards(plan: UUID, on: date) -> list[ContactCard]:
    """Every owner in the published plan, with the post that can be asked, by name."""
    live = newest_version(plan, on)
    owned = promised(live.plan, on) if live else {}
    known, names = contacts(), _names(owned, on)
    cards = [
        ContactCard(
            organisation=owner,
            name=names[owner],
            post=known[owner].post if owner in known else "",
            address=known[owner].address if owner in known else "",
            actions=len(parts.actions),
            measures=len(parts.measures),
            steps=len(parts.steps),
        )
        for owner, parts in owned.items()
        if owner in names
    ]
    return sorted(cards, key=lambda card: card.name)


def _names(wanted: Iterable[UUID], on: date) -> dict[UUID, str]:
    held: dict[UUID, OrganisationCard] = {one.id: one for one in organisations(on=on)}
    return {key: held[key].name for key in wanted if key in held}


def askings(plan: UUID, on: date) -> QuerySet[Asking]:
    """When partners were asked by a day, the newest quarter first."""
    return Asking.objects.filter(plan=plan, on__lte=on).order_by("-quarter")


def rounds(plan: UUID, on: date) -> list[Round]:
    """Every round of a plan by a day, the newest first."""
    return rounds_of(askings(plan, on), on)


def last_round(plan: UUID, on: date) -> Round | None:
    return next(iter(rounds_of(askings(plan, on)[:1], on)), None)


def rounds_of(asked_when: Iterable[Asking], on: date) -> list[Round]:
    """These rounds, with how far each partner has answered; as many queries whatever their number."""
    rows = list(asked_when)
    asked = UpdateRequest.objects.filter(asking__in=rows).order_by("organisation__name")
    requests = list(asked.select_related("organisation", "reminder").prefetch_related("links"))
    counted = _counted([request.pk for request in requests], on)
    return [
        Round(
            row.pk,
            quarter_from(row.quarter),
            row.on,
            tuple(
                _line(request, counted[request.pk], row.on, on)
                for request in requests
                if request.asking_id == row.pk
            ),
        )
        for row in rows
    ]


def _counted(requests: list[UUID], on: date) -> dict[UUID, tuple[int, int]]:
    """Of each request how many things were asked, and of how many something had been said by a day."""
    said = Count("pk", distinct=True, filter=Q(answers__at__date__lte=on))
    rows = AskedItem.objects.filter(request__in=requests).values("request")
    return {
        row["request"]: (row["n"], row["said"])
        for row in rows.annotate(n=Count("pk", distinct=True), said=said)
    }


def _line(row: UpdateRequest, counted: tuple[int, int], asked_on: date, on: date) -> RequestLine:
    reminder = getattr(row, "reminder", None)
    number, said = counted
    return RequestLine(
        id=row.pk,
        organisation=row.organisation_id,
        name=row.organisation.name,
        post=row.post,
        items=number,
        said=said,
        state=answered(items=number, said=said, asked_on=asked_on, on=on),
        reminded_on=reminder.on if reminder and reminder.on <= on else None,
        last_day=max(link.last_day for link in row.links.all()),
    )


def unanswered() -> QuerySet[UpdateRequest]:
    """The requests in which something is left to say; once nothing is, their links are spent."""
    left = AskedItem.objects.filter(request=OuterRef("pk"), answers=None)
    return UpdateRequest.objects.filter(Exists(left))


def open_request(token: str, on: date) -> OpenRequest:
    """What a link opens on a day; errors: NotFound.

    A link that is used, over or wrong takes the same one query, so that its time says nothing either.
    """
    row = (
        UpdateLink.objects.filter(token_hash=hash_of(token), last_day__gte=on, request__in=unanswered())
        .select_related("request__organisation", "request__asking__plan")
        .first()
    )
    if row is None:
        raise NotFound
    request = row.request
    return OpenRequest(
        id=request.pk,
        organisation=request.organisation_id,
        name=request.organisation.name,
        post=request.post,
        plan=request.asking.plan_id,
        plan_title=request.asking.plan.title,
        quarter=quarter_from(request.asking.quarter),
        last_day=row.last_day,
        asked_on=request.asking.on,
    )


def items_of(request: UUID) -> list[Item]:
    """All that a partner is asked about: actions, then steps, by their day, with the last answer to each."""
    rows = list(AskedItem.objects.filter(request=request).select_related("measure", "milestone"))
    said = ItemAnswer.objects.filter(item__in=rows).select_related("report")
    last = {row.item_id: row for row in said.order_by("item", "-at", "-pk").distinct("item")}
    asked = {row.milestone.action_id if row.milestone else row.action_id for row in rows}
    of_actions = ActionEdition.objects.filter(action__in=asked - {None})
    words = {row.action_id: row for row in of_actions.order_by("action", "-edition").distinct("action")}
    moved = days_now([row.milestone_id for row in rows if row.milestone_id])
    found = [_item(row, words, moved, last.get(row.pk)) for row in rows]
    return sorted(
        found, key=lambda item: (item.action is None, item.step is None, item.due or date.max, item.what)
    )


def _item(
    row: AskedItem, words: dict[UUID, ActionEdition], moved: dict[UUID, date], said: ItemAnswer | None
) -> Item:
    measure, action = row.measure, words[row.action_id] if row.action_id else None
    service = measure is not None and measure.kind == MeasureKind.SERVICE
    report = said.report if said else None
    return Item(
        id=row.pk,
        action=row.action_id,
        measure=row.measure_id,
        step=row.milestone_id,
        what=_what(row, action),
        due=action.due if action else _due(row.milestone, moved),
        unit=indicator(measure.indicator).unit if measure and service else "",
        service=service,
        standing=report.standing if report else "",
        number=said.number if said else None,
        words=(report.words if report else said.words) if said else "",
        answered=said is not None,
        leads_to=words[row.milestone.action_id].what if row.milestone else "",
    )


def _what(row: AskedItem, action: ActionEdition | None) -> str:
    if action:
        return action.what
    return row.measure.title if row.measure else row.milestone.what if row.milestone else ""


def _due(step: Milestone | None, moved: dict[UUID, date]) -> date | None:
    return moved.get(step.pk, step.on) if step else None
