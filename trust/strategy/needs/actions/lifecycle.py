"""Take an edition from the desk to the Board: share it, freeze it, and say that it was agreed."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.queries import organisation
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.board.queries import decisions
from trust.strategy.needs.actions.assessments import CHANGED_MEANWHILE, latest_edition, stage_of
from trust.strategy.needs.formats.document import Document
from trust.strategy.needs.formats.snapshot import hash_of, write
from trust.strategy.needs.models import Edition, Invited, Move, Snapshot
from trust.strategy.needs.queries.composing import compose
from trust.strategy.needs.queries.readiness import ready
from trust.strategy.needs.queries.register import assessment as assessment_card
from trust.strategy.needs.rules import check_may_freeze, check_may_share, check_move
from trust.strategy.needs.words import Stage


@transaction.atomic
def share(*, assessment: UUID, partners: Sequence[UUID], answer_by: date, by: Actor, at: datetime) -> Edition:
    """Send the draft to partners, each to comment by a day or to say that it has nothing to add."""
    edition, on = latest_edition(assessment), london_day(at)
    check_move(stage_of(edition), Stage.SHARED)
    check_may_share(ready(as_it_stands(edition, on), answer_by=answer_by))
    if not partners:
        raise Refused("Choose at least one partner to ask.")
    if answer_by <= on:
        raise Refused(f"Give partners until a day after {in_words(on)}.")
    for partner in partners:
        Invited.objects.get_or_create(
            edition=edition,
            partner_id=organisation(partner).id,
            defaults={"on": on, "by": by.name, "at": at},
        )
    _move(edition, Stage.SHARED, by=by, at=at, answer_by=answer_by)
    record("needs.edition.shared", on=edition, by=by, at=at, partners=len(partners))
    return edition


@transaction.atomic
def take_back(*, assessment: UUID, why: str, by: Actor, at: datetime) -> Edition:
    """Take a shared draft back to the desk, for a reason."""
    edition = latest_edition(assessment)
    check_move(stage_of(edition), Stage.DRAFT)
    if not why.strip():
        raise Refused("Say why it is taken back.")
    _move(edition, Stage.DRAFT, by=by, at=at, words=why)
    record("needs.edition.taken-back", on=edition, by=by, at=at)
    return edition


@transaction.atomic
def freeze(*, assessment: UUID, by: Actor, at: datetime) -> Snapshot:
    """Keep the edition whole, with every figure as it is known today, for the Board to agree."""
    edition, on = latest_edition(assessment), london_day(at)
    check_move(stage_of(edition), Stage.FROZEN)
    whole = as_it_stands(edition, on)
    shared = edition.moves.filter(stage=Stage.SHARED.value).order_by("-step")[0]
    check_may_freeze(ready(whole, answer_by=shared.answer_by), on=on)
    text = write(whole)
    with second_is_told(CHANGED_MEANWHILE):
        kept = Snapshot.objects.create(
            edition=edition, text=text, sha256=hash_of(text), on=on, by=by.name, at=at
        )
        _move(edition, Stage.FROZEN, by=by, at=at)
    record("needs.edition.frozen", on=edition, by=by, at=at, sha256=kept.sha256)
    return kept


@transaction.atomic
def agree(*, assessment: UUID, decision: UUID, by: Actor, at: datetime) -> Edition:
    """Say which decision of the Board agreed the frozen edition; the one before it is superseded."""
    edition, on = latest_edition(assessment), london_day(at)
    check_move(stage_of(edition), Stage.AGREED)
    taken = next((one for one in decisions(on) if one.id == decision), None)
    if taken is None:
        raise Refused("Choose the decision by which the Board agreed it: we hold no such decision.")
    frozen = edition.moves.get(stage=Stage.FROZEN.value)
    if taken.day < frozen.on:
        raise Refused(
            f"That decision was taken on {in_words(taken.day)}, before this edition was frozen on "
            f"{in_words(frozen.on)}: the Board cannot have seen it."
        )
    _move(edition, Stage.AGREED, by=by, at=at, decision=decision)
    _supersede_those_before(edition, by=by, at=at)
    record("needs.edition.agreed", on=edition, by=by, at=at, decision=str(decision))
    return edition


def as_it_stands(edition: Edition, on: date) -> Document:
    card = assessment_card(edition.assessment_id, as_of=on)
    return compose(card, card.edition(edition.number), as_of=on)


def _supersede_those_before(edition: Edition, *, by: Actor, at: datetime) -> None:
    for earlier in Edition.objects.filter(assessment=edition.assessment_id, number__lt=edition.number):
        if stage_of(earlier) is not Stage.SUPERSEDED:
            check_move(stage_of(earlier), Stage.SUPERSEDED)
            _move(earlier, Stage.SUPERSEDED, by=by, at=at)


def _move(
    edition: Edition,
    stage: Stage,
    *,
    by: Actor,
    at: datetime,
    words: str = "",
    answer_by: date | None = None,
    decision: UUID | None = None,
) -> None:
    with second_is_told(CHANGED_MEANWHILE):
        Move.objects.create(
            edition=edition,
            step=edition.moves.count() + 1,
            stage=stage.value,
            words=words,
            answer_by=answer_by,
            decision_id=decision,
            on=london_day(at),
            by=by.name,
            at=at,
        )
