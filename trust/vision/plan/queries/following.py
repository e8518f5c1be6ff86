"""Who was asked and answered, and what stands behind a link."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.letters.rules import hash_of
from trust.vision.outcomes.queries import indicator
from trust.vision.plan.models import (
    ActionEdition,
    AskedItem,
    Asking,
    ItemAnswer,
    Milestone,
    UpdateLink,
    UpdateRequest,
)
from trust.vision.plan.queries.milestones import days_now
from trust.vision.plan.rules.following import Answered, Quarter, answered, quarter_from
from trust.vision.plan.words import MeasureKind

OPENS = "/update/"


@dataclass(frozen=True)
class Item:
    """One thing an owner is asked about, with what was said of it last through this request."""

    id: UUID
    plan: str
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


def askings(on: date) -> QuerySet[Asking]:
    """When partners were asked by a day, the newest quarter first."""
    return Asking.objects.filter(on__lte=on).order_by("-quarter")


def rounds(on: date) -> list[Round]:
    """Every round by a day, the newest first."""
    return rounds_of(askings(on), on)


def last_round(on: date) -> Round | None:
    return next(iter(rounds_of(askings(on)[:1], on)), None)


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
        .select_related("request__organisation", "request__asking")
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
        quarter=quarter_from(request.asking.quarter),
        last_day=row.last_day,
        asked_on=request.asking.on,
    )


def items_of(request: UUID) -> list[Item]:
    """All that a partner is asked about, by plan, then by day, with the last answer to each."""
    rows = list(AskedItem.objects.filter(request=request).select_related("plan", "measure", "milestone"))
    said = ItemAnswer.objects.filter(item__in=rows).select_related("report")
    last = {row.item_id: row for row in said.order_by("item", "-at", "-pk").distinct("item")}
    asked = {row.milestone.action_id if row.milestone else row.action_id for row in rows}
    of_actions = ActionEdition.objects.filter(action__in=asked - {None})
    words = {row.action_id: row for row in of_actions.order_by("action", "-edition").distinct("action")}
    moved = days_now([row.milestone_id for row in rows if row.milestone_id])
    found = [_item(row, words, moved, last.get(row.pk)) for row in rows]
    return sorted(found, key=_place)


def _place(item: Item) -> tuple[object, ...]:
    return item.plan, item.action is None, item.step is None, item.due or date.max, item.what


def _item(
    row: AskedItem, words: dict[UUID, ActionEdition], moved: dict[UUID, date], said: ItemAnswer | None
) -> Item:
    measure, action = row.measure, words[row.action_id] if row.action_id else None
    service = measure is not None and measure.kind == MeasureKind.SERVICE
    report = said.report if said else None
    return Item(
        id=row.pk,
        plan=row.plan.title,
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
