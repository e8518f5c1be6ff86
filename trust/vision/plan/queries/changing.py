"""What was promised, as the forms that change it show it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from trust.foundation.kernel.english import exactly
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.models import ActionEdition, Measure, PledgeWithdrawn
from trust.vision.plan.rules.yearly import as_lines, from_kept

IN_FORM = (
    "what", "due", "how_we_will_know", "partners", "resources", "reach", "what_works", "prevention",
    "edition",
)  # fmt: skip


def action_form(action: UUID) -> tuple[UUID, dict[str, Any]]:
    """The priority of an action, and its newest words with the edition they rest on; errors: NotFound."""
    rows = ActionEdition.objects.filter(action=action).select_related("owner", "action")
    row = rows.order_by("-edition").first()
    if row is None or row.ended_because:
        raise NotFound
    facts = {name: getattr(row, name) for name in IN_FORM}
    facts |= {"owner": row.owner.name, "depends_on": str(row.depends_on_id or "")}
    return row.action.priority_id, facts


def other_actions(action: UUID) -> list[tuple[str, str]]:
    """The actions of the same plan that one could wait for, by key and words."""
    about = ActionEdition.objects.filter(action=action).select_related("action__priority").first()
    if about is None:
        raise NotFound
    every = actions_of(about.action.priority.plan_id)
    return [(key, what) for key, what in every if key != str(action)]


def actions_of(plan: UUID) -> list[tuple[str, str]]:
    """Every action that stands in a plan, by key and words."""
    rows = ActionEdition.objects.filter(action__priority__plan=plan).order_by("action", "-edition")
    newest = rows.distinct("action")
    return sorted(
        ((str(row.action_id), row.what) for row in newest if not row.ended_because), key=lambda pair: pair[1]
    )


@dataclass(frozen=True)
class TakenBack:
    """A promise that no longer stands, and why."""

    what: str
    who: str
    because: str
    on: datetime


def taken_back(priority: UUID) -> list[TakenBack]:
    """The actions of a priority that were ended and the pledges that were withdrawn, the newest first."""
    ended = ActionEdition.objects.filter(action__priority=priority).exclude(ended_because="")
    gone = PledgeWithdrawn.objects.filter(pledge__priority=priority).select_related("pledge__partner")
    rows = [TakenBack(r.what, r.owner.name, r.ended_because, r.at) for r in ended.select_related("owner")]
    rows += [TakenBack(r.pledge.what, r.pledge.partner.name, r.because, r.at) for r in gone]
    return sorted(rows, key=lambda row: row.on, reverse=True)


def measure_path(measure: UUID) -> tuple[UUID, str, dict[str, Any]]:
    """The priority, name and path of a measure that nothing has replaced; errors: NotFound."""
    row = Measure.objects.filter(pk=measure, replaced_by=None).first()
    if row is None:
        raise NotFound
    numbers = {name: getattr(row, name) for name in ("baseline", "target", "tolerance")}
    path = {name: "" if value is None else exactly(value) for name, value in numbers.items()}
    path |= {"baseline_period": row.baseline_period, "target_period": row.target_period}
    return row.priority_id, row.title, path | {"yearly_targets": as_lines(from_kept(row.yearly_targets))}
