"""A plan while everyone is asked about it: its draft as it stood on a day, before it is published."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.vision.participation.queries import ConsultationCard, Subject, consultations, where_to_tell_us
from trust.vision.plan.formats import PublishedCounted
from trust.vision.plan.models import THE_PLAN, ActionEdition, Plan, PlanStep, PriorityEdition, Statement
from trust.vision.plan.queries.counted import counted_in
from trust.vision.plan.queries.lives import kind, stage_of
from trust.vision.plan.queries.statements import AlignmentCard, alignments
from trust.vision.plan.words import AlignedWith, Part, Stage

ASKED_OF_ALL = frozenset({Stage.CONSULTING, Stage.FINAL_DRAFT, Stage.AGREED, Stage.SIGNED})
NEEDS = frozenset({AlignedWith.NEEDS_ASSESSMENT, AlignedWith.POVERTY_ASSESSMENT})
STANDS = {
    Stage.AGREED: "The Board has agreed this. Not every partner has answered yet.",
    Stage.SIGNED: "The Board has agreed this and its partners have answered. It is not published yet.",
}
NOT_AGREED = "This is not agreed and nobody has signed it."


@dataclass(frozen=True)
class ProposedPriority:
    """A priority as it was put to everyone, and what partners would do for it."""

    words: PriorityEdition
    actions: tuple[ActionEdition, ...]


@dataclass(frozen=True)
class Proposed:
    """A plan that has been put to everyone and is not published yet."""

    id: UUID
    title: str
    first: date
    last: date
    stage: Stage
    stands_for: tuple[str, ...]
    statements: tuple[Statement, ...]
    priorities: tuple[ProposedPriority, ...]
    alignments: tuple[AlignmentCard, ...]
    counted: tuple[PublishedCounted, ...]
    consultation: ConsultationCard | None
    is_open: bool

    @property
    def stands(self) -> str:
        return STANDS.get(self.stage, NOT_AGREED)

    @property
    def needs(self) -> list[AlignmentCard]:
        """The assessments of need that it stands on."""
        return [one for one in self.alignments if one.aligned_with in NEEDS]

    @property
    def around(self) -> list[AlignmentCard]:
        """The other plans that it must agree with."""
        return [one for one in self.alignments if one.aligned_with not in NEEDS]

    @property
    def tell_us(self) -> str:
        """The address of the form about this plan, for anyone."""
        asked = self.consultation
        return where_to_tell_us(Subject(asked.id, asked.title) if asked else Subject(self.id, self.title))

    def said(self, part: str) -> Statement | None:
        return next((one for one in self.statements if one.part == part), None)

    @property
    def how(self) -> list[tuple[str, Statement]]:
        """What the plan says of making it happen, with the name of each statement."""
        rest = [one for one in self.statements if one.part not in {Part.VISION, Part.PROGRESS}]
        return [(Part(one.part).label, one) for one in rest]


def coming_plan(on: date) -> Plan | None:
    """The Children and Young People’s Plan about which everyone is being asked on a day, if one is."""
    steps = PlanStep.objects.filter(plan__kind=THE_PLAN, on__lte=on).order_by("plan", "-number")
    consulting = [one.plan_id for one in steps.distinct("plan") if one.stage == Stage.CONSULTING]
    for plan in Plan.objects.filter(pk__in=consulting):
        if any(one.is_open(on) for one in consultations(about=plan.pk, on=on)):
            return plan
    return None


def proposed(plan: Plan, on: date) -> Proposed | None:
    """The draft as it had been written by a day; None unless it had been put to everyone."""
    stage = stage_of(plan, on)
    if stage not in ASKED_OF_ALL:
        return None
    asked = consultations(about=plan.pk, on=on)
    written = Statement.objects.filter(plan=plan, at__date__lte=on).order_by("part", "-edition")
    said = {one.part: one for one in written.distinct("part")}
    return Proposed(
        id=plan.pk,
        title=plan.title,
        first=plan.first,
        last=plan.last,
        stage=stage,
        stands_for=tuple(kind(one).name for one in plan.stands_for),
        statements=tuple(said[part] for part in Part if part in said),
        priorities=_priorities(plan, on),
        alignments=tuple(alignments(plan, on)),
        counted=counted_in(plan, on),
        consultation=asked[0] if asked else None,
        is_open=any(one.is_open(on) for one in asked),
    )


def _priorities(plan: Plan, on: date) -> tuple[ProposedPriority, ...]:
    words = PriorityEdition.objects.filter(priority__plan=plan, at__date__lte=on)
    wordings = words.order_by("priority", "-edition").distinct("priority")
    promised = ActionEdition.objects.filter(action__priority__plan=plan, at__date__lte=on)
    newest = promised.order_by("action", "-edition").distinct("action").select_related("owner", "action")
    by_priority: dict[UUID, list[ActionEdition]] = defaultdict(list)
    for row in sorted(newest, key=lambda one: one.due):
        if not row.ended_because:
            by_priority[row.action.priority_id].append(row)
    ordered = sorted(wordings, key=lambda one: one.number)
    return tuple(ProposedPriority(one, tuple(by_priority[one.priority_id])) for one in ordered)
