"""Partners sign their own part of the plan, or say why they do not; what was signed is sealed by its hash."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.governance.partnership.queries import check_may_own_action
from trust.vision.plan.models import Alignment, JointSignature, Plan, Signature, SignedFor
from trust.vision.plan.queries.lives import stage_of
from trust.vision.plan.queries.signing import part_of
from trust.vision.plan.words import AlignedWith, Stage

CHANGED = "The text has changed since you opened it. Read it again below, and sign that."
SIGNED_MEANWHILE = "Someone else answered for this partner just before you. Look at what they signed."


@transaction.atomic
def sign(
    *,
    plan: Plan,
    partner: UUID | str,
    seen: str,
    signed_by: str,
    signed_on: date,
    signed_for: Sequence[tuple[str, str]] = (),
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> Signature:
    """Sign a partner's own part of an agreed plan; `seen` is the hash of the text that was read.

    `signed_for` are the schools or colleges, by key and name, whose representative signs (section 12A(5)).
    """
    card = check_may_own_action(partner, on=signed_on, deed="sign the plan")
    check_may_be_signed(plan, signed_on)
    if not signed_by.strip():
        raise Refused("Give the post of whoever signs.")
    part = part_of(plan, card.id)
    if part.sha256 != seen:
        raise Refused(CHANGED)
    facts = {"text": part.text, "sha256": part.sha256, "signed_by": signed_by, "signed_on": signed_on}
    kept = _answer(plan, card.id, facts | {"invented": invented}, by=by, at=at)
    SignedFor.objects.bulk_create(
        SignedFor(signature=kept, key=key, name=name, by=by.name, at=at) for key, name in signed_for
    )
    record("plan.part.signed", on=kept, by=by, at=at, partner=card.name, sha256=part.sha256)
    return kept


@transaction.atomic
def decline(
    *,
    plan: Plan,
    partner: UUID | str,
    reason: str,
    said_by: str,
    said_on: date,
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> Signature:
    """Publish why a partner does not sign."""
    card = check_may_own_action(partner, on=said_on, deed="sign the plan")
    check_may_be_signed(plan, said_on)
    if not reason.strip():
        raise Refused("Say why, in a sentence the public can read.")
    facts = {"reason": reason, "signed_by": said_by, "signed_on": said_on, "invented": invented}
    kept = _answer(plan, card.id, facts, by=by, at=at)
    record("plan.part.declined", on=kept, by=by, at=at, partner=card.name)
    return kept


def check_may_be_signed(plan: Plan, on: date) -> None:
    stage = stage_of(plan, on)
    if stage in {Stage.DRAFT, Stage.CONSULTING, Stage.FINAL_DRAFT}:
        raise Refused("The Board has not agreed this plan yet, so there is nothing to sign.")
    if stage in {Stage.SUPERSEDED, Stage.ENDED}:
        raise Refused("This plan is over: it can no longer be signed.")


def _answer(plan: Plan, partner: UUID, facts: dict[str, object], *, by: Actor, at: datetime) -> Signature:
    before = Signature.objects.filter(plan=plan, partner=partner, replaced_by=None).first()
    with second_is_told(SIGNED_MEANWHILE):
        return Signature.objects.create(
            plan=plan, partner_id=partner, replaces=before, by=by.name, at=at, **facts
        )


@transaction.atomic
def sign_jointly(
    *, alignment: UUID, partner: UUID | str, signed_by: str, signed_on: date, by: Actor, at: datetime
) -> JointSignature:
    """The authority or health signs a commissioning plan that the plan is aligned with."""
    about = Alignment.objects.filter(pk=alignment, replaced_by=None).first()
    if about is None:
        raise NotFound
    if about.aligned_with != AlignedWith.COMMISSIONING_PLAN:
        raise Refused("Only a commissioning plan is signed by two together.")
    if signed_on > london_day(at):
        raise Refused("Give the day on which it was signed: it has not come yet.")
    card = check_may_own_action(partner, on=signed_on, deed="sign a commissioning plan")
    kept, is_new = JointSignature.objects.get_or_create(
        alignment=about,
        partner_id=card.id,
        defaults={"signed_by": signed_by, "signed_on": signed_on, "by": by.name, "at": at},
    )
    if is_new:
        record("plan.commissioning.signed", on=kept, by=by, at=at, partner=card.name)
    return kept
