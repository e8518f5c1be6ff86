"""What outlives the body that promised or signed it, and who stands in its place."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from trust.foundation.directory.queries import followed
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.models import ActionEdition, Signature
from trust.vision.plan.queries.progress import latest_reports
from trust.vision.plan.rules.succession import ends_in_words, outlives
from trust.vision.plan.words import Standing


@dataclass(frozen=True)
class Orphan:
    """A promise that nobody will own by the time it is done; `said` tells when its owner ends."""

    action: UUID
    priority: UUID
    what: str
    owner: str
    ends: date
    due: date
    said: str


def orphans(plans: Iterable[UUID], on: date, adopted: Iterable[UUID] = ()) -> list[Orphan]:
    """What stands in these plans, is not done and outlives its owner, the first to end first; two queries.

    `adopted` are actions of plans that are over which still count in these.
    """
    followed_here = Q(action__priority__plan__in=list(plans)) | Q(action__in=list(adopted))
    newest = ActionEdition.objects.filter(followed_here).order_by("action", "-edition")
    rows = [
        row
        for row in ActionEdition.objects.filter(pk__in=newest.distinct("action").values("pk"))
        .filter(ended_because="", owner__last__isnull=False)
        .select_related("owner", "action")
        if row.owner.last and outlives(row.due, row.owner.last, on=on)
    ]
    over = done([row.action_id for row in rows], on)
    found = [_orphan(row, row.owner.last or on, on) for row in rows if row.action_id not in over]
    return sorted(found, key=lambda one: (one.ends, one.what))


def _orphan(row: ActionEdition, ends: date, on: date) -> Orphan:
    said = ends_in_words(row.owner.name, ends, on=on)
    return Orphan(row.action_id, row.action.priority_id, row.what, row.owner.name, ends, row.due, said)


def done(actions: Iterable[UUID], on: date) -> set[UUID]:
    said = latest_reports(actions, on=on, of="action")
    return {key for key, report in said.items() if report.standing in {Standing.DONE, Standing.NOT_DONE}}


def passing(action: UUID) -> tuple[UUID, dict[str, Any], list[tuple[str, date | None, str]]]:
    """The priority of an action, what it says now, and who owned it before; errors: NotFound."""
    rows = list(
        ActionEdition.objects.filter(action=action)
        .select_related("owner", "action", "passed_from")
        .order_by("edition")
    )
    if not rows or rows[-1].ended_because:
        raise NotFound
    newest = rows[-1]
    facts: dict[str, Any] = {"what": newest.what, "owner": newest.owner.name, "ends": newest.owner.last}
    facts |= {"due": newest.due, "edition": newest.edition}
    before = {
        (row.passed_from.name, row.owned_from, row.passed_because): None for row in rows if row.passed_from
    }
    return newest.action.priority_id, facts, list(before)


def in_whose_place(silent: Collection[UUID], answers: Mapping[UUID, Signature]) -> dict[UUID, Signature]:
    """What stands for each of these, because a body whose place it took had signed before it ended."""
    signed = {key: row for key, row in answers.items() if row.sha256}
    if not silent or not signed:
        return {}
    found = ((key, [signed[one] for one in earlier if one in signed]) for key, earlier in followed().items())
    return {key: rows[0] for key, rows in found if rows and key in silent}


def with_heirs(bodies: Collection[UUID]) -> set[UUID]:
    """These bodies, and whoever took the place of one of them: what that one gave counts as theirs."""
    here = set(bodies)
    return here | {later for later, earlier in followed().items() if not here.isdisjoint(earlier)}
