"""The plan as it is being written: the newest wording of everything, in the shape it is published in."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from trust.foundation.kernel.refusals import NotFound
from trust.strategy.needs.queries import FindingCard, findings_by_id
from trust.vision.participation.queries import VoiceCard, voices_by_id
from trust.vision.plan.formats import (
    SCHEMA,
    CitedNeed,
    CitedVoice,
    PublishedAction,
    PublishedAlignment,
    PublishedGroup,
    PublishedMeasure,
    PublishedPlan,
    PublishedPledge,
    PublishedPriority,
    PublishedStatement,
)
from trust.vision.plan.models import (
    THE_PLAN,
    ActionEdition,
    FindingLink,
    Measure,
    Plan,
    Pledge,
    PriorityEdition,
)
from trust.vision.plan.queries.counted import counted_in
from trust.vision.plan.queries.local import published_rows
from trust.vision.plan.queries.statements import alignments, groups, statements
from trust.vision.plan.rules.succession import had_before
from trust.vision.plan.rules.yearly import from_kept
from trust.vision.plan.words import Part, Receiver

OF_AN_ACTION = (
    "action", "action__priority", "edition", "ended_because", "owner__name", "owner__host__name",
    "depends_on", "passed_from__name", "owned_from", "passed_because",
)  # fmt: skip
# What an edition and what is published of it call by the same name.
SAID_OF_AN_ACTION = (
    "what", "owner_id", "due", "how_we_will_know", "partners", "milestones", "resources", "reach",
    "what_works", "prevention", "changed_because", "invented",
)  # fmt: skip


@dataclass(frozen=True)
class Draft:
    """The plan being written, with the edition each wording has reached."""

    id: UUID
    plan: PublishedPlan
    editions: dict[UUID, int]


def plan_on(day: date) -> Plan | None:
    """The Children and Young People’s Plan that runs on a day, or the last one that ended before it."""
    return Plan.objects.filter(kind=THE_PLAN, first__lte=day).order_by("-first").first()


def draft(plan: Plan) -> Draft:
    """Everything in the plan now, in as many queries whatever its size."""
    wordings = list(_wordings().filter(priority__plan=plan))
    actions = _action_wordings(plan)
    editions = {row.priority_id: row.edition for row in wordings} | {
        row["action"]: row["edition"] for row in actions
    }
    parts = _Parts(plan, [row for row in actions if not row["ended_because"]])
    priorities = sorted((_priority(row, parts) for row in wordings), key=lambda priority: priority.number)
    whole = PublishedPlan(
        schema=SCHEMA,
        title=plan.title,
        first=plan.first,
        last=plan.last,
        priorities=tuple(priorities),
        kind=plan.kind,
        statements=_statements(plan),
        alignments=_alignments(plan),
        groups=tuple(
            PublishedGroup(one.group, one.priority, one.reason)
            for one in groups(plan, plan.first)
            if one.covered
        ),
        rows=published_rows(plan),
        counted=counted_in(plan),
    )
    return Draft(plan.id, whole, editions)


def _statements(plan: Plan) -> tuple[PublishedStatement, ...]:
    """In the order in which a plan makes them."""
    written = statements(plan)
    return tuple(
        PublishedStatement(part.value, written[part].text, written[part].invented)
        for part in Part
        if part in written
    )


def _alignments(plan: Plan) -> tuple[PublishedAlignment, ...]:
    return tuple(
        PublishedAlignment(
            one.aligned_with.value, one.title, one.address, one.states, one.stated_on, one.invented
        )
        for one in alignments(plan, date.max)
    )


def priority_form(priority: UUID) -> dict[str, Any]:
    """The newest wording of a priority as the form shows it, with the edition it rests on."""
    row = PriorityEdition.objects.filter(priority=priority).order_by("-edition").first()
    if row is None:
        raise NotFound
    names = (
        "title",
        "aim_for_all",
        "group",
        "comparator",
        "aim_for_group",
        "next_step",
        "outcomes",
        "aims",
        "edition",
    )
    return {name: getattr(row, name) for name in names}


def pledge(key: UUID) -> tuple[UUID, PublishedPledge]:
    """The priority that a pledge is under, and the pledge as it was recorded; errors: NotFound."""
    row = Pledge.objects.select_related("partner", "to_partner").filter(pk=key).first()
    if row is None:
        raise NotFound
    return row.priority_id, _pledge(row)


def _wordings() -> QuerySet[PriorityEdition]:
    return PriorityEdition.objects.order_by("priority", "-edition").distinct("priority")


def _action_wordings(plan: Plan) -> list[dict[str, Any]]:
    """As plain rows: a plan has thousands of actions, and what they hang on is asked for by name."""
    rows = ActionEdition.objects.filter(action__priority__plan=plan)
    newest = rows.order_by("action", "-edition").distinct("action")
    return list(newest.values(*OF_AN_ACTION, *SAID_OF_AN_ACTION))


class _Parts:
    """What hangs on each priority, fetched once for the whole plan."""

    def __init__(self, plan: Plan, actions: list[dict[str, Any]]) -> None:
        links = list(FindingLink.objects.filter(priority__plan=plan).order_by("at", "id"))
        needs = findings_by_id([link.need_id for link in links if link.need_id])
        voices = voices_by_id([link.voice_id for link in links if link.voice_id])
        self.needs: dict[UUID, list[CitedNeed]] = defaultdict(list)
        self.voices: dict[UUID, list[CitedVoice]] = defaultdict(list)
        for link in links:
            if link.need_id:
                self.needs[link.priority_id].append(_need(needs[link.need_id]))
            elif link.voice_id:
                self.voices[link.priority_id].append(_voice(voices[link.voice_id]))
        due_first = sorted(actions, key=itemgetter("due"))
        named = {row["action"]: row["what"] for row in actions}
        self.actions = _grouped((row["action__priority"], _action(row, named)) for row in due_first)
        pledges = Pledge.objects.filter(
            priority__plan=plan, corrected_by=None, withdrawn=None
        ).select_related("partner", "to_partner")
        self.pledges = _grouped((row.priority_id, _pledge(row)) for row in pledges.order_by("at", "id"))
        measures = Measure.objects.filter(priority__plan=plan, replaced_by=None).select_related("owner")
        self.measures = _grouped((row.priority_id, _measure(row)) for row in measures.order_by("at", "id"))


def _grouped[T](pairs: Iterable[tuple[UUID, T]]) -> dict[UUID, list[T]]:
    groups: dict[UUID, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups


def _priority(row: PriorityEdition, parts: _Parts) -> PublishedPriority:
    key = row.priority_id
    return PublishedPriority(
        id=key,
        number=row.number,
        title=row.title,
        aim_for_all=row.aim_for_all,
        group=row.group,
        comparator=row.comparator,
        aim_for_group=row.aim_for_group,
        next_step=row.next_step,
        outcomes=tuple(row.outcomes),
        aims=tuple(row.aims),
        invented=row.invented,
        needs=tuple(parts.needs.get(key, ())),
        voices=tuple(parts.voices.get(key, ())),
        actions=tuple(parts.actions.get(key, ())),
        pledges=tuple(parts.pledges.get(key, ())),
        measures=tuple(parts.measures.get(key, ())),
    )


def _need(card: FindingCard) -> CitedNeed:
    return CitedNeed(
        id=card.id,
        statement=card.statement,
        indicator=card.indicator,
        group=tuple(card.places),
        others=tuple(card.comparison),
        group_name=card.group,
        how_sure=card.how_sure,
        invented=card.invented,
    )


def _voice(card: VoiceCard) -> CitedVoice:
    quotes = tuple((words, who) for words, who in card.quotes)
    return CitedVoice(card.id, card.heading, card.statement, quotes, card.who, card.not_heard, card.invented)


def _action(row: dict[str, Any], named: dict[UUID, str]) -> PublishedAction:
    return PublishedAction(
        id=row["action"],
        owner=row["owner__name"],
        host=row["owner__host__name"] or "",
        had_before=_had_before(row),
        depends_on=named.get(row["depends_on"], ""),
        **{name: row[name] for name in SAID_OF_AN_ACTION},
    )


def _had_before(row: dict[str, Any]) -> str:
    if row["passed_from__name"] is None or row["owned_from"] is None:
        return ""
    return had_before(row["passed_from__name"], row["owned_from"], row["passed_because"])


def _pledge(row: Pledge) -> PublishedPledge:
    return PublishedPledge(
        id=row.id,
        partner_id=row.partner_id,
        partner=row.partner.name,
        what=row.what,
        given=row.given,
        amount=row.amount,
        agreed_by=row.agreed_by,
        agreed_on=row.agreed_on,
        treatment=row.treatment,
        power=row.power,
        recurrence=row.recurrence,
        invented=row.invented,
        receiver=_receiver(row),
    )


def _receiver(row: Pledge) -> str:
    if row.to_partner:
        return row.to_partner.name
    return "" if row.receiver == Receiver.CHILDREN else row.receiver


def _measure(row: Measure) -> PublishedMeasure:
    return PublishedMeasure(
        id=row.id,
        title=row.title,
        kind=row.kind,
        indicator=row.indicator,
        about=row.about,
        areas=tuple(row.areas),
        owner_id=row.owner_id,
        owner=row.owner.name,
        baseline_period=row.baseline_period,
        baseline=row.baseline,
        target_period=row.target_period,
        target=row.target,
        tolerance=row.tolerance,
        because=row.because,
        invented=row.invented,
        yearly_targets=from_kept(row.yearly_targets),
    )
