"""What the good rows of a table make of a plan: many at once, or one by the deeds of its parts."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from trust.foundation.audit.actions import record_each, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.vision.plan.actions.milestones import add_stepped_action
from trust.vision.plan.actions.priorities import add_priority, link_need, link_voice, with_outcomes
from trust.vision.plan.actions.promised import add_measure
from trust.vision.plan.models import (
    Action,
    ActionEdition,
    FindingLink,
    Measure,
    Milestone,
    MilestoneHeld,
    Plan,
    Priority,
    PriorityEdition,
)
from trust.vision.plan.rules.brought import Finding, Judged, New, NewAction, NewMeasure, NewPriority
from trust.vision.plan.rules.yearly import as_kept

AT_ONCE = 1000
MEANWHILE = "Someone else has just loaded this file. Open it again to see what they loaded."


def add_rows(plan: Plan, judged: Sequence[Judged], *, by: Actor, at: datetime, invented: bool) -> None:
    """What the deeds of their parts would make, of thousands of rows as of one."""
    every: list[New] = [new for one in judged for new in one.makes]
    said: dict[str, Any] = {"by": by.name, "at": at}
    facts = said | {"invented": invented}
    with second_is_told(MEANWHILE):
        new = [one for one in every if isinstance(one, NewPriority)]
        priorities = _priorities(plan, new, said, facts)
        links = [_link(one.id, finding, said) for one in new for finding in one.rests_on]
        FindingLink.objects.bulk_create(links, batch_size=AT_ONCE)
        actions = _actions([one for one in every if isinstance(one, NewAction)], said, facts)
        steps = _steps([one for one in every if isinstance(one, NewAction)], said, invented=invented)
        measures = [_measure(one, facts) for one in every if isinstance(one, NewMeasure)]
        Measure.objects.bulk_create(measures, batch_size=AT_ONCE)
    told = [(edition.priority, {"title": edition.title}) for edition in priorities]
    record_each("plan.priority.added", told, by=by, at=at)
    linked = [(link, {name: str(key)}) for link in links for name, key in to_finding(link).items()]
    record_each("plan.finding.linked", linked, by=by, at=at)
    record_each("plan.action.added", actions, by=by, at=at)
    record_each("plan.milestone.claimed", steps, by=by, at=at)
    aimed = [(row, {"indicator": row.indicator, "target": str(row.target)}) for row in measures]
    record_each("plan.measure.added", aimed, by=by, at=at)


def _link(priority: UUID, to: Finding, said: Mapping[str, Any]) -> FindingLink:
    named = {"need_id": to.id} if to.is_need else {"voice_id": to.id}
    return FindingLink(priority_id=priority, **named, **said)


def to_finding(link: FindingLink) -> dict[str, UUID]:
    """What a link leads to, under the name that the record gives it."""
    found = {"need_id": link.need_id, "voice_id": link.voice_id}
    return {name: key for name, key in found.items() if key}


def _priorities(
    plan: Plan, new: Sequence[NewPriority], said: Mapping[str, Any], facts: Mapping[str, Any]
) -> list[PriorityEdition]:
    before = Priority.objects.filter(plan=plan).count()
    Priority.objects.bulk_create(Priority(pk=one.id, plan=plan, **said) for one in new)
    return PriorityEdition.objects.bulk_create(
        PriorityEdition(
            priority=Priority(pk=one.id),
            edition=1,
            number=before + place,
            **with_outcomes({**one.words}),
            **facts,
        )
        for place, one in enumerate(new, start=1)
    )


def _actions(
    new: Sequence[NewAction], said: Mapping[str, Any], facts: Mapping[str, Any]
) -> list[tuple[Action, dict[str, str]]]:
    made = {one.id: Action(pk=one.id, priority_id=one.priority, **said) for one in new}
    Action.objects.bulk_create(made.values(), batch_size=AT_ONCE)
    editions = (_edition(one, made[one.id], facts) for one in new)
    ActionEdition.objects.bulk_create(editions, batch_size=AT_ONCE)
    told = ({"what": one.what, "owner": one.owner_name, "due": one.due.isoformat()} for one in new)
    return list(zip(made.values(), told, strict=True))


def _steps(
    new: Sequence[NewAction], said: Mapping[str, Any], *, invented: bool
) -> list[tuple[Milestone, dict[str, str]]]:
    """The milestones on the way of new actions, which their owners hold."""
    pairs = [
        (Milestone(action_id=one.id, on=step.on, what=step.what, invented=invented, **said), one)
        for one in new
        for step in one.steps
    ]
    Milestone.objects.bulk_create([row for row, _ in pairs], batch_size=AT_ONCE)
    held = (MilestoneHeld(milestone=row, number=1, owner_id=one.owner, **said) for row, one in pairs)
    MilestoneHeld.objects.bulk_create(held, batch_size=AT_ONCE)
    return [(row, {"owner": one.owner_name, "due": row.on.isoformat()}) for row, one in pairs]


def _edition(one: NewAction, action: Action, facts: Mapping[str, Any]) -> ActionEdition:
    more = {name: text for name, text in one.more.items() if name != "depends_on"}
    return ActionEdition(
        action=action,
        edition=1,
        what=one.what,
        owner_id=one.owner,
        due=one.due,
        how_we_will_know=one.how_we_will_know,
        depends_on_id=one.more.get("depends_on"),
        **more,
        **facts,
    )


def _measure(new: NewMeasure, facts: Mapping[str, Any]) -> Measure:
    kept = {"kind": new.aim.kind.value, "yearly_targets": as_kept(new.aim.yearly_targets)}
    return Measure(
        pk=new.id, priority_id=new.priority, owner_id=new.owner, indicator=new.aim.indicator,
        **_aimed(new) | kept, **facts,
    )  # fmt: skip


def _aimed(new: NewMeasure) -> dict[str, Any]:
    """What a measure says, as the deed and the table both name it."""
    names = (
        "kind",
        "title",
        "about",
        "baseline_period",
        "baseline",
        "target_period",
        "target",
        "tolerance",
        "yearly_targets",
    )
    return {name: getattr(new.aim, name) for name in names} | {"areas": list(new.aim.areas)}


def do_one(plan: Plan, new: New, *, by: Actor, at: datetime, invented: bool) -> None:
    """One new thing by the deed of its kind."""
    said: dict[str, Any] = {"token": new.id, "by": by, "at": at}
    if isinstance(new, NewPriority):
        add_priority(plan=plan, words={**new.words, "invented": invented}, **said)
        for to in new.rests_on:
            if to.is_need:
                link_need(priority=new.id, need=to.id, by=by, at=at)
            else:
                link_voice(priority=new.id, voice=to.id, by=by, at=at)
        return
    said |= {"priority": new.priority, "owner": str(new.owner), "invented": invented}
    if isinstance(new, NewAction):
        said |= new.more
        said |= {"what": new.what, "due": new.due, "how_we_will_know": new.how_we_will_know}
        add_stepped_action(steps=new.steps, **said)
    else:
        add_measure(indicator_code=new.aim.indicator, **_aimed(new), **said)
