"""A plan's statements, what it agrees with, and which groups it is for: each said again by adding."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.plan.actions.priorities import OVERTAKEN
from trust.vision.plan.models import (
    AlignedTarget,
    Alignment,
    GroupCovered,
    OtherSideChanged,
    Plan,
    Priority,
    Statement,
)
from trust.vision.plan.words import AlignedWith, Part


@transaction.atomic
def write_statement(
    *,
    plan: Plan,
    part: Part,
    text: str,
    resting_on: int,
    adopted: UUID | None = None,
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> Statement:
    """Give a statement a new wording, unless somebody has already replaced the one it rests on."""
    newest = Statement.objects.filter(plan=plan, part=part).order_by("-edition").first()
    if (newest.edition if newest else 0) != resting_on:
        raise Refused(OVERTAKEN)
    if not text.strip():
        raise Refused(f"Write something under “{part.label}”.")
    with second_is_told(OVERTAKEN):
        edition = Statement.objects.create(
            plan=plan,
            part=part,
            edition=resting_on + 1,
            text=text,
            adopted_id=adopted,
            invented=invented,
            by=by.name,
            at=at,
        )
    record("plan.statement.written", on=edition, by=by, at=at, part=part.value, edition=edition.edition)
    return edition


@transaction.atomic
def align(
    *,
    plan: Plan,
    aligned_with: AlignedWith,
    title: str,
    states: str,
    stated_on: date,
    evidence: str = "",
    address: str = "",
    assessment: UUID | None = None,
    targets: tuple[tuple[str, UUID | None], ...] = (),
    replaces: UUID | None = None,
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> Alignment:
    """State how the plan agrees with another; stated again, it takes the place of what was said before."""
    if not title.strip() or not states.strip():
        raise Refused("Name the other plan, and say how the two agree.")
    if stated_on > at.date():
        raise Refused("Give the day on which the two were compared: it has not come yet.")
    with second_is_told("Someone else stated this again just before you. Read theirs first."):
        kept = Alignment.objects.create(
            plan=plan,
            aligned_with=aligned_with,
            title=title,
            states=states,
            evidence=evidence,
            address=address,
            assessment=assessment,
            stated_on=stated_on,
            replaces_id=replaces,
            invented=invented,
            by=by.name,
            at=at,
        )
    AlignedTarget.objects.bulk_create(
        AlignedTarget(alignment=kept, title=name, priority_id=priority, by=by.name, at=at)
        for name, priority in targets
    )
    record("plan.alignment.stated", on=kept, by=by, at=at, aligned_with=aligned_with.value)
    return kept


@transaction.atomic
def other_side_changed(*, alignment: UUID, on: date, what: str, by: Actor, at: datetime) -> OtherSideChanged:
    """Say that the other plan has changed: the alignment is stale until it is stated again."""
    about = Alignment.objects.filter(pk=alignment, replaced_by=None).first()
    if about is None:
        raise NotFound
    if not what.strip():
        raise Refused("Say what changed in the other plan.")
    kept = OtherSideChanged.objects.create(alignment=about, on=on, what=what, by=by.name, at=at)
    record("plan.alignment.changed", on=about, by=by, at=at, what=what)
    return kept


@transaction.atomic
def cover_group(
    *,
    plan: Plan,
    group: str,
    priority: UUID | None = None,
    reason: str = "",
    by: Actor,
    at: datetime,
) -> GroupCovered:
    """Say which priority is for a group of children, or why none is."""
    if priority is None and not reason.strip():
        raise Refused(f"Choose the priority that is for this group, or say why none is: {group}.")
    if priority and not Priority.objects.filter(pk=priority, plan=plan).exists():
        raise NotFound
    before = GroupCovered.objects.filter(plan=plan, group=group, replaced_by=None).first()
    with second_is_told("Someone else answered for this group just before you. Look at theirs."):
        kept = GroupCovered.objects.create(
            plan=plan,
            group=group,
            priority_id=priority,
            reason=reason,
            replaces=before,
            by=by.name,
            at=at,
        )
    record("plan.group.covered", on=kept, by=by, at=at, group=group)
    return kept
