"""What was promised is changed with its reason: words, a measure’s path, a pledge taken back."""

from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.governance.partnership.queries import check_may_own_action
from trust.vision.outcomes.queries import indicator
from trust.vision.plan import rules
from trust.vision.plan.actions.priorities import OVERTAKEN
from trust.vision.plan.actions.promised import check_will_exist, path_kept
from trust.vision.plan.models import Action, ActionEdition, Measure, Pledge, PledgeWithdrawn
from trust.vision.plan.queries.paths import basis_of
from trust.vision.plan.rules.promises import Aimed
from trust.vision.plan.rules.yearly import Yearly, in_order
from trust.vision.plan.words import Reach

MORE = ("partners", "resources", "reach", "what_works", "prevention")
# What a measure is, whatever its path.
OF_A_MEASURE = ("priority_id", "kind", "title", "indicator", "about", "areas", "owner_id", "invented")
ENDED = "This action has ended, so its words stay as they were."
REPLACED = "Someone else gave this measure a new path just before you. Look at theirs."
WITHDRAWN = "This pledge is withdrawn already."


@transaction.atomic
def reword_action(
    *, action: UUID, resting_on: int, words: dict[str, Any], why: str, by: Actor, at: datetime
) -> ActionEdition:
    """Give an action new words, unless somebody has already replaced the ones they rest on."""
    newest = _newest(action)
    if newest.edition != resting_on:
        raise Refused(OVERTAKEN)
    if newest.ended_because:
        raise Refused(ENDED)
    if not why.strip():
        raise Refused("Say why the words change: the reason is published.")
    facts = _facts(newest, words, at=at)
    with second_is_told(OVERTAKEN):
        edition = ActionEdition.objects.create(
            action_id=action,
            edition=resting_on + 1,
            milestones=newest.milestones,
            changed_because=why,
            invented=newest.invented,
            by=by.name,
            at=at,
            **facts,
            **_succession(newest, facts["owner_id"], why, at=at),
        )
    record("plan.action.reworded", on=edition, by=by, at=at, edition=edition.edition, why=why)
    return edition


def _succession(newest: ActionEdition, owner: UUID, why: str, *, at: datetime) -> dict[str, Any]:
    """From whom it came stays with the words; where these name another owner, it comes from the last."""
    if owner == newest.owner_id:
        names = ("owned_from", "passed_from_id", "passed_because")
        return {name: getattr(newest, name) for name in names}
    return {"owned_from": london_day(at), "passed_from_id": newest.owner_id, "passed_because": why}


def _newest(action: UUID) -> ActionEdition:
    rows = ActionEdition.objects.filter(action=action).select_related("action__priority__plan")
    newest = rows.order_by("-edition").first()
    if newest is None:
        raise NotFound
    return newest


def _facts(newest: ActionEdition, words: dict[str, Any], *, at: datetime) -> dict[str, Any]:
    plan = newest.action.priority.plan
    partner = check_may_own_action(words["owner"], on=london_day(at))
    rules.check_due(words["due"], first=plan.first, last=plan.last)
    check_will_exist(partner, words["due"])
    if words.get("reach"):
        Reach(words["reach"])
    facts = {name: words.get(name, getattr(newest, name)) for name in MORE}
    facts |= {name: words[name] for name in ("what", "due", "how_we_will_know")}
    return facts | {"owner_id": partner.id, "depends_on": depends_on(newest.action, words.get("depends_on"))}


def depends_on(action: Action, other: str | UUID | None) -> Action | None:
    """The action of the same plan that this one waits for; errors: Refused where it waits for itself."""
    if not other:
        return None
    found = Action.objects.filter(pk=other, priority__plan=action.priority.plan_id).first()
    if found is None:
        raise NotFound
    if _waits_for(found.pk, action.pk):
        raise Refused("These two actions would wait for each other. Choose another.")
    return found


def _waits_for(one: UUID, other: UUID) -> bool:
    """Whether an action waits for another, at once or through a chain."""
    newest = ActionEdition.objects.order_by("action", "-edition").distinct("action")
    next_of = {row.action_id: row.depends_on_id for row in newest}
    seen, here = set[UUID](), one
    while here not in seen:
        if here == other:
            return True
        seen.add(here)
        here = next_of.get(here) or here
    return False


@transaction.atomic
def replace_measure(
    *,
    token: UUID,
    measure: UUID,
    baseline_period: str,
    baseline: Decimal,
    target_period: str,
    target: Decimal,
    yearly_targets: Yearly,
    tolerance: Decimal | None,
    because: str,
    by: Actor,
    at: datetime,
) -> Measure:
    """Give a measure a new path in place of its old one, with the reason; the old one stays readable."""
    made = Measure.objects.filter(pk=token).first()
    if made:
        return made
    old = Measure.objects.filter(pk=measure).first()
    if old is None:
        raise NotFound
    if not because.strip():
        raise Refused("Say why the measure changes: the reason is published.")
    rules.check_periods(baseline_period, target_period)
    figure = indicator(old.indicator)
    rules.check_counted(figure.plain_title, figure.valid_until, target_period)
    path = Aimed(baseline_period, baseline, target_period, target, tolerance, in_order(yearly_targets))
    basis_of(figure, old.areas, london_day(at)).check(path)
    same = {name: getattr(old, name) for name in OF_A_MEASURE}
    with second_is_told(REPLACED):
        new = Measure.objects.create(
            pk=token, replaces=old, because=because, by=by.name, at=at, **same, **path_kept(path)
        )
    record("plan.measure.replaced", on=new, by=by, at=at, was=str(old.pk), because=because)
    return new


@transaction.atomic
def withdraw_pledge(*, pledge: UUID, because: str, said_by: str, by: Actor, at: datetime) -> PledgeWithdrawn:
    """Say that a partner no longer gives what it pledged, and why; the pledge stays readable."""
    given = Pledge.objects.select_related("partner").filter(pk=pledge, corrected_by=None).first()
    if given is None:
        raise NotFound
    if not because.strip() or not said_by.strip():
        raise Refused("Say why it is withdrawn, and who says so: both are kept.")
    with second_is_told(WITHDRAWN):
        gone = PledgeWithdrawn.objects.create(
            pledge=given, because=because, said_by=said_by, by=by.name, at=at
        )
    record("plan.pledge.withdrawn", on=gone, by=by, at=at, partner=given.partner.name, because=because)
    return gone
