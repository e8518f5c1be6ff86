"""What a plan says of itself: its statements, what it agrees with, and which groups it is for."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from uuid import UUID

from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import in_words
from trust.foundation.statute.law import Law, read_law
from trust.vision.plan.models import (
    AlignedTarget,
    Alignment,
    GroupCovered,
    JointSignature,
    OtherSideChanged,
    Plan,
    PlanVersion,
    Statement,
)
from trust.vision.plan.words import AlignedWith, Part

LAW = Path(__file__).parents[1] / "law" / "completeness.toml"


@cache
def completeness_law() -> Law:
    return read_law(LAW)


@dataclass(frozen=True)
class StatementCard:
    part: Part
    text: str
    edition: int
    adopted: bool
    by: str
    invented: bool


@dataclass(frozen=True)
class TargetCard:
    """A target of another plan, and the priority that serves it, if any does."""

    id: UUID
    title: str
    priority: UUID | None


@dataclass(frozen=True)
class AlignmentCard:
    """How the plan agrees with another; `stale_because` is empty while neither side has changed since."""

    id: UUID
    aligned_with: AlignedWith
    title: str
    address: str
    assessment: UUID | None
    states: str
    evidence: str
    stated_on: date
    stale_because: str
    targets: tuple[TargetCard, ...]
    signed_by: tuple[str, ...]
    invented: bool


@dataclass(frozen=True)
class GroupCard:
    """A group that the plan must think of; neither priority nor reason where nothing has been said."""

    group: str
    priority: UUID | None = None
    reason: str = ""

    @property
    def covered(self) -> bool:
        return bool(self.priority or self.reason)


def statements(plan: Plan) -> dict[Part, StatementCard]:
    """The newest wording of each statement that has been written."""
    rows = Statement.objects.filter(plan=plan).order_by("part", "-edition").distinct("part")
    return {
        Part(row.part): StatementCard(
            Part(row.part), row.text, row.edition, row.adopted_id is not None, row.by, row.invented
        )
        for row in rows
    }


def alignments(plan: Plan, on: date) -> list[AlignmentCard]:
    """What the plan was said to agree with by a day, and whether either side has changed since."""
    rows = list(Alignment.objects.filter(plan=plan, replaced_by=None, stated_on__lte=on).order_by("at", "id"))
    changes = OtherSideChanged.objects.filter(alignment__in=rows, on__lte=on).order_by("on")
    theirs = {row.alignment_id: row for row in changes}
    published = PlanVersion.objects.filter(plan=plan, published_on__lte=on, number__gt=1)
    ours = published.order_by("-published_on").values_list("published_on", flat=True).first()
    targets = list(AlignedTarget.objects.filter(alignment__in=rows).order_by("at", "id"))
    joint = list(JointSignature.objects.filter(alignment__in=rows).select_related("partner"))
    return [
        AlignmentCard(
            id=row.pk,
            aligned_with=AlignedWith(row.aligned_with),
            title=row.title,
            address=row.address,
            assessment=row.assessment,
            states=row.states,
            evidence=row.evidence,
            stated_on=row.stated_on,
            stale_because=stale_because(row, theirs.get(row.pk), ours),
            targets=tuple(
                TargetCard(one.pk, one.title, one.priority_id)
                for one in targets
                if one.alignment_id == row.pk
            ),
            signed_by=tuple(one.partner.name for one in joint if one.alignment_id == row.pk),
            invented=row.invented,
        )
        for row in rows
    ]


def alignment(key: UUID) -> tuple[Plan, AlignmentCard]:
    """One alignment as it stands, and the plan it is of; errors: NotFound."""
    row = Alignment.objects.select_related("plan").filter(pk=key, replaced_by=None).first()
    if row is None:
        raise NotFound
    return row.plan, next(card for card in alignments(row.plan, date.max) if card.id == key)


def stale_because(row: Alignment, theirs: OtherSideChanged | None, ours: date | None) -> str:
    """Which side changed after the two were last compared, in words; empty where neither did."""
    if theirs and theirs.on > row.stated_on:
        return f"it changed on {in_words(theirs.on)}: {theirs.what}"
    if ours and ours > row.stated_on:
        return f"our plan changed on {in_words(ours)}"
    return ""


def groups(plan: Plan, on: date) -> list[GroupCard]:
    """Each group that the plan must think of, in the order of the rules, with what it says."""
    provision = completeness_law().in_force("C17", on=max(on, date(2005, 9, 1)))
    said = {row.group: row for row in GroupCovered.objects.filter(plan=plan, replaced_by=None)}
    listed = [*provision.values["groups"], *(name for name in said if name not in provision.values["groups"])]
    return [
        GroupCard(name, said[name].priority_id, said[name].reason) if name in said else GroupCard(name)
        for name in listed
    ]
