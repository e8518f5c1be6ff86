"""The first draft of an annual review, written from what is held as of a day and from nothing else."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from trust.foundation.kernel.english import exactly
from trust.foundation.kernel.time import LONDON, in_words
from trust.foundation.statistics.words import Direction
from trust.vision.outcomes.queries import Figure
from trust.vision.plan.formats import PublishedAction, PublishedMeasure, PublishedPledge, PublishedPriority
from trust.vision.plan.formats.review import Picture, ReviewRow, Spot
from trust.vision.plan.models import ActionEdition
from trust.vision.plan.queries.progress import Reading, Told, latest_reports, readings
from trust.vision.plan.queries.published import Published
from trust.vision.plan.rules import reviewing, year_of
from trust.vision.plan.words import Delivery, Given, Standing, Status


@dataclass(frozen=True)
class Held:
    """All that a draft is written from: the published plan, what was reported, and how measures read."""

    found: Published
    since: date
    on: date
    actions: dict[UUID, Told]
    pledges: dict[UUID, Told]
    readings: dict[UUID, list[Reading]]
    withdrawn: list[ActionEdition]

    @property
    def all_readings(self) -> list[Reading]:
        return [row for rows in self.readings.values() for row in rows]


def held(found: Published, *, since: date, on: date) -> Held:
    """What is held of a published plan on a day, in as many queries whatever the number of its promises."""
    priorities = found.plan.priorities
    read: dict[UUID, list[Reading]] = {priority.id: [] for priority in priorities}
    for priority, row in readings(priorities, on):
        read[priority.id].append(row)
    actions = [action.id for priority in priorities for action in priority.actions]
    pledges = [pledge.id for priority in priorities for pledge in priority.pledges]
    return Held(
        found=found,
        since=since,
        on=on,
        actions=latest_reports(actions, on=on, of="action"),
        pledges=latest_reports(pledges, on=on, of="pledge"),
        readings=read,
        withdrawn=_withdrawn(found.id, since, on),
    )


def _withdrawn(plan: UUID, since: date, on: date) -> list[ActionEdition]:
    """The actions that were taken out of the plan in the year, with the reason."""
    first, last = (datetime.combine(day, time(), LONDON) for day in (since, on + timedelta(days=1)))
    rows = ActionEdition.objects.filter(action__priority__plan=plan, at__gte=first, at__lt=last)
    ended = rows.exclude(ended_because="").select_related("owner", "action")
    return list(ended.order_by("action", "-edition").distinct("action"))


def rows_of(known: Held) -> Iterator[ReviewRow]:
    """Every commitment, in the order of the plan: what was promised, what was given, how it is measured."""
    for priority in known.found.plan.priorities:
        changed = _changed(known, priority)
        yield from _of_actions(known, priority, changed)
        for pledge in priority.pledges:
            if pledge.agreed_on <= known.on:
                yield _of_pledge(known, priority, pledge, changed)
        for reading in known.readings[priority.id]:
            yield _of_measure(known, priority, reading)


def _of_actions(known: Held, priority: PublishedPriority, changed: str) -> Iterator[ReviewRow]:
    gone = {row.action_id for row in known.withdrawn}
    for action in priority.actions:
        if action.id not in gone:
            yield _of_action(known, priority, action, changed)
    for row in known.withdrawn:
        if row.action.priority_id == priority.id:
            yield _of_withdrawn(priority, row)


def _of_action(known: Held, priority: PublishedPriority, action: PublishedAction, changed: str) -> ReviewRow:
    said = reported(known.actions.get(action.id))
    became = reviewing.delivery(due=action.due, said=said, on=known.on)
    due = in_words(action.due)
    return ReviewRow(
        kind="action",
        id=action.id,
        priority=priority.id,
        number=priority.number,
        title=priority.title,
        partner=action.owner,
        said=action.what,
        due=due,
        delivery=became,
        did=_did(said),
        evidence=_evidence(said, action.owner),
        changed=changed,
        next=reviewing.next_step(became, due=due, owner=action.owner),
        invented=action.invented,
    )


def _of_withdrawn(priority: PublishedPriority, row: ActionEdition) -> ReviewRow:
    return ReviewRow(
        kind="action",
        id=row.action_id,
        priority=priority.id,
        number=priority.number,
        title=priority.title,
        partner=row.owner.name,
        said=row.what,
        due=in_words(row.due),
        delivery=Delivery.WITHDRAWN,
        did=f"It was withdrawn. {row.ended_because}",
        evidence=f"Taken out of the plan on {in_words(row.at.astimezone(LONDON).date())}.",
        changed="Nothing was done under it after that.",
        next=reviewing.next_step(Delivery.WITHDRAWN, due="", owner=""),
        invented=row.invented,
    )


def _of_pledge(known: Held, priority: PublishedPriority, pledge: PublishedPledge, changed: str) -> ReviewRow:
    told, due = known.pledges.get(pledge.id), known.found.plan.last
    said = reported(told)
    if pledge.given == Given.MONEY and pledge.amount is not None:
        paid = told.paid if told else None
        became = reviewing.delivery_of_money(amount=pledge.amount, paid=paid, due=due, on=known.on)
        did = f"{money(paid)} of {money(pledge.amount)} was paid." if paid else _did(said)
    else:
        became, did = reviewing.delivery(due=due, said=said, on=known.on), _did(said)
    promised = f" ({money(pledge.amount)})" if pledge.amount else ""
    return ReviewRow(
        kind="pledge",
        id=pledge.id,
        priority=priority.id,
        number=priority.number,
        title=priority.title,
        partner=pledge.partner,
        said=f"{pledge.what}{promised}",
        due=in_words(due),
        delivery=became,
        did=did,
        evidence=_evidence(said, pledge.partner, paid=told is not None and bool(told.paid)),
        changed=changed,
        next=reviewing.next_step(became, due=in_words(due), owner=pledge.partner),
        invented=pledge.invented,
    )


def _of_measure(known: Held, priority: PublishedPriority, reading: Reading) -> ReviewRow:
    measure = reading.measure
    became = _measured(known, reading)
    unit = unit_of(reading)
    return ReviewRow(
        kind="measure",
        id=measure.id,
        priority=priority.id,
        number=priority.number,
        title=priority.title,
        partner=measure.owner,
        said=_aim(measure, unit),
        due=measure.target_period,
        delivery=became,
        did=reading.sentence,
        evidence=_figure(reading.latest, unit),
        changed=moved_of(reading),
        next=f"The aim is {exactly(measure.target)}{unit} in {measure.target_period}.",
        invented=measure.invented,
    )


def _measured(known: Held, reading: Reading) -> Delivery:
    """Whether the aim was met, which only the figure of its own period can say."""
    measure = reading.measure
    if reading.latest and year_of(reading.latest.period) >= year_of(measure.target_period):
        return Delivery.DELIVERED if reading.status is Status.ON_TRACK else Delivery.NOT_DELIVERED
    return Delivery.NO_EVIDENCE if known.on > known.found.plan.last else Delivery.NOT_YET_DUE


def reported(report: Told | None) -> reviewing.Reported | None:
    if report is None:
        return None
    return reviewing.Reported(Standing(report.standing), report.words, report.said_on)


def _did(said: reviewing.Reported | None) -> str:
    if said is None:
        return reviewing.NOTHING_SAID
    return said.words.strip() or f"Its owner says: {said.standing}."


def _evidence(said: reviewing.Reported | None, who: str, *, paid: bool = False) -> str:
    """A report is evidence where it says what was done or paid; a word alone is none."""
    if said is None or not (paid or said.words.strip()):
        return ""
    return f"{who}’s report of {in_words(said.on)}."


def _changed(known: Held, priority: PublishedPriority) -> str:
    """What every row of a priority says: how its measures moved."""
    moves = [moved_of(reading) for reading in known.readings[priority.id]]
    return " ".join(moves) or "No measure says."


def moved_of(reading: Reading) -> str:
    return reviewing.changed(reading.measure.title, direction_of(reading))


def direction_of(reading: Reading) -> Direction | None:
    return Direction(reading.direction) if reading.direction else None


def _aim(measure: PublishedMeasure, unit: str) -> str:
    start = f"{exactly(measure.baseline)}{unit} in {measure.baseline_period}"
    way = f"; on the way {measure.on_the_way}" if measure.on_the_way else ""
    return f"{measure.title}: from {start} to {exactly(measure.target)}{unit} in {measure.target_period}{way}"


def _figure(latest: Figure | None, unit: str) -> str:
    """A figure with its limits and its source; nothing where there is none."""
    if latest is None:
        return ""
    limits = f" ({latest.between})" if latest.between else ""
    return f"{latest.said}{unit}{limits} in {latest.period}. Source: {latest.source}."


def unit_of(reading: Reading) -> str:
    return reading.card.unit if reading.card.unit == "%" else f" {reading.card.unit}"


def money(amount: Decimal | None) -> str:
    return f"£{amount or 0:,.0f}"


def picture_of(number: int, priority: PublishedPriority, reading: Reading) -> Picture:
    """The small chart of a priority: the course of its first measure."""
    return Picture(
        priority=priority.id,
        number=number,
        title=priority.title,
        measure=reading.measure.title,
        unit=unit_of(reading).strip(),
        words=reviewing.for_the_young(direction_of(reading)),
        spots=tuple(
            Spot(one.period, one.value, one.lower, one.upper, one.in_years)
            for one in reading.series
            if one.value is not None
        ),
    )


def pictures_of(known: Held) -> tuple[Picture, ...]:
    return tuple(
        picture_of(priority.number, priority, rows[0])
        for priority in known.found.plan.priorities
        if (rows := [one for one in known.readings[priority.id] if one.latest])
    )
