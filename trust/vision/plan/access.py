"""Who may open which pack, and who may write which partnership’s plan."""

from datetime import date
from uuid import UUID

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.plan.formats.packs import PackText
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.lives import stage_of, the_plan
from trust.vision.plan.queries.local import pens_of
from trust.vision.plan.queries.milestones import ActionHead
from trust.vision.plan.queries.packs import SavedPack, Subject, saved_pack, saved_packs, subject_of
from trust.vision.plan.words import Stage

MAKE = "board.brief"
READ_OWN = "partner.report"
WRITE_ANY, WRITE_LOCAL = "plan.write", "local.write"
HONEST = "What is to be confirmed or provisional is marked so, row by row."
NOT_YOURS = "This plan is its own partnership’s. Ask its chair, or the partnership officer."


def packs_for(by: Actor) -> list[SavedPack]:
    if by.may(MAKE):
        return saved_packs()
    return saved_packs(only=by.organisation) if _has_own(by) else []


def open_pack(wanted: UUID, *, by: Actor) -> tuple[SavedPack, PackText]:
    """A pack that was made; one that is absent and one that is not yours look the same. Errors: NotFound."""
    found, text = saved_pack(wanted)
    if not _may_see(found.kind.value, found.subject, by):
        raise NotFound
    return found, text


def open_subject(value: str, on: date, *, by: Actor) -> Subject:
    """Whom a pack is about, where this person may see such a pack; errors: NotFound."""
    found = subject_of(value, on)
    if not _may_see(found.kind.value, found.key, by):
        raise NotFound
    return found


def _may_see(kind: str, subject: str, by: Actor) -> bool:
    own = _has_own(by) and kind == "partner" and subject == str(by.organisation)
    return by.may(MAKE) or own


def _has_own(by: Actor) -> bool:
    return by.organisation is not None and by.may(READ_OWN)


def writes(plan: Plan, *, by: Actor, on: date) -> bool:
    """Whether somebody may write this plan: whoever writes them all, or who holds its partnership’s pen."""
    if by.may(WRITE_ANY):
        return True
    return by.may(WRITE_LOCAL) and plan.body_id in pens_of(by.worker, on)


def check_writes(plan: Plan, *, by: Actor, on: date) -> None:
    if not writes(plan, by=by, on=on):
        raise Refused(NOT_YOURS)


def open_written_plan(key: UUID, *, by: Actor, on: date) -> Plan:
    """A plan of any kind that this person may write; errors: NotFound."""
    found = the_plan(key)
    if not writes(found, by=by, on=on):
        raise NotFound
    return found


def open_local_plan(key: UUID, *, by: Actor, on: date) -> Plan:
    """A plan whose rows this person may write; one that is absent and one of others look the same."""
    found = open_written_plan(key, by=by, on=on)
    if found.body_id is None:
        raise NotFound
    return found


NOT_SHARED = "This draft is not shared yet. You can comment on it once the consultation has begun."


def check_may_comment(plan: Plan, *, by: Actor, on: date) -> None:
    """Whoever writes the plan comments at any time; a partner’s lead once the draft is shared."""
    if by.may(WRITE_ANY):
        return
    if not _has_own(by):
        raise NotFound
    if stage_of(plan, on) == Stage.DRAFT:
        raise Refused(NOT_SHARED)


def may_sign_for(partner: UUID, *, by: Actor) -> bool:
    """Its own lead signs for a partner; whoever writes the plan may set down what was signed on paper."""
    return by.may("plan.write") or (_has_own(by) and by.organisation == partner)


def open_part(partner: UUID, *, by: Actor) -> None:
    """One that is absent and one that is not yours look the same; errors: NotFound."""
    if not may_sign_for(partner, by=by):
        raise NotFound


def open_steps(head: ActionHead, *, by: Actor, on: date) -> None:
    """Who writes the plan opens the milestones of an action; a partner’s lead once the draft is shared."""
    if head.ended or not (by.may(WRITE_ANY) or _has_own(by)):
        raise NotFound
    if not by.may(WRITE_ANY) and stage_of(the_plan(head.plan), on) == Stage.DRAFT:
        raise NotFound
