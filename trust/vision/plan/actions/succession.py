"""A partner ends and another takes over: its promises pass on, and what it said of them stays."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.partnership.queries import check_may_own_action
from trust.vision.plan import rules
from trust.vision.plan.models import ActionEdition

MEANWHILE = "Someone else changed this action while you were writing. Look again, then pass it on."


@transaction.atomic
def pass_on_action(*, action: UUID, to: str, due: date, by: Actor, at: datetime) -> ActionEdition:
    """Give an action to the partner that takes over from its owner, with a day of its own."""
    rows = ActionEdition.objects.filter(action=action).select_related("action__priority__plan")
    newest = rows.order_by("-edition").first()
    if newest is None or newest.ended_because:
        raise NotFound
    plan = newest.action.priority.plan
    partner = check_may_own_action(to, on=london_day(at))
    if partner.id == newest.owner_id:
        raise Refused(f"{partner.name} owns it already.")
    rules.check_due(due, first=plan.first, last=plan.last)
    if partner.span.last and partner.span.last < due:
        raise Refused(f"{partner.name} ends on {in_words(partner.span.last)}, before this is due.")
    before = {f.attname: getattr(newest, f.attname) for f in newest._meta.concrete_fields}
    for own in ("id", "edition", "by", "at", "owner_id", "due"):
        del before[own]
    new = {"edition": newest.edition + 1, "owner_id": partner.id, "due": due, "by": by.name, "at": at}
    with second_is_told(MEANWHILE):
        passed = ActionEdition.objects.create(**before, **new)
    record("plan.action.passed-on", on=passed, by=by, at=at, to=partner.name, due=due.isoformat())
    return passed
