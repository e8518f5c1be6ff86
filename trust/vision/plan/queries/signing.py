"""A partner's own part of the plan, as it is signed; and who has signed, for whom, or said why not."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet

from trust.foundation.directory.queries import organisation
from trust.foundation.kernel.refusals import NotFound
from trust.governance.partnership.queries import partners
from trust.vision.plan.formats import (
    PublishedAction,
    PublishedMeasure,
    PublishedPlan,
    PublishedPledge,
    hash_of,
)
from trust.vision.plan.models import Plan, PlanStep, PlanVersion, Signature, SignedFor
from trust.vision.plan.queries.draft import draft
from trust.vision.plan.queries.lives import plans_on
from trust.vision.plan.queries.succession import in_whose_place
from trust.vision.plan.words import Stage

A_PAGE = 20
# What parts say only since a later day: where it is empty, what was signed before still reads the same.
LATER = frozenset({"had_before", "receiver", "yearly_targets"})
MAY_BE_SIGNED = frozenset({Stage.AGREED, Stage.SIGNED, Stage.PUBLISHED, Stage.UNDER_REVIEW})


@dataclass(frozen=True)
class OwnPart:
    """What one partner promises in a plan; `text` is canonical, and `sha256` is its hash."""

    partner: str
    title: str
    actions: tuple[PublishedAction, ...]
    pledges: tuple[PublishedPledge, ...]
    measures: tuple[PublishedMeasure, ...]
    text: str
    sha256: str

    @property
    def empty(self) -> bool:
        return not (self.actions or self.pledges or self.measures)


@dataclass(frozen=True)
class SignatureCard:
    """Whether a partner has signed, on which day and what, or why it has not."""

    partner: UUID
    name: str
    signed_by: str = ""
    signed_on: date | None = None
    reason: str = ""
    sha256: str = ""
    signed_for: int = 0
    invented: bool = False
    # Who signed, where this partner has taken its place and not signed itself.
    in_place_of: str = ""

    @property
    def answered(self) -> bool:
        return self.signed_on is not None


@dataclass(frozen=True)
class PartCard:
    """A plan that a partner may sign: the day on which it answered, if it has, and whether it declined."""

    plan: UUID
    title: str
    answered_on: date | None
    declined: bool


def part_of(plan: Plan, partner: UUID) -> OwnPart:
    """What the partner promises in the plan as it stands now."""
    return _part(draft(plan).plan, partner, organisation(partner).name)


def _part(whole: PublishedPlan, partner: UUID, name: str) -> OwnPart:
    found = OwnPart(
        partner=name,
        title=whole.title,
        actions=tuple(a for p in whole.priorities for a in p.actions if a.owner_id == partner),
        pledges=tuple(g for p in whole.priorities for g in p.pledges if g.partner_id == partner),
        measures=tuple(m for p in whole.priorities for m in p.measures if m.owner_id == partner),
        text="",
        sha256="",
    )
    told = {name: value for name, value in asdict(found).items() if name not in {"text", "sha256"}}
    for row in (*told["actions"], *told["pledges"], *told["measures"]):
        for later in LATER & {key for key, value in row.items() if not value}:
            del row[later]
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return OwnPart(**{**vars(found), "text": text, "sha256": hash_of(text)})


def changed_since(
    plan: Plan, cards: Iterable[SignatureCard], whole: PublishedPlan | None = None
) -> frozenset[UUID]:
    """The partners whose part, in the draft or in another text of the plan, is no longer what they signed."""
    signed = {card.partner: card for card in cards if card.sha256}
    if not signed:
        return frozenset()
    now = seals(plan, signed.values(), whole)
    return frozenset(partner for partner, card in signed.items() if now[partner] != card.sha256)


def parts_to_sign(partner: UUID, on: date) -> list[PartCard]:
    """The plans that run or come, which the Board has agreed, and what this partner answered to each."""
    agreed = set(PlanStep.objects.filter(stage=Stage.AGREED, on__lte=on).values_list("plan", flat=True))
    rows = [one for one in plans_on(on) if one.id in agreed and one.stage in MAY_BE_SIGNED and one.last >= on]
    said = Signature.objects.filter(plan__in=[one.id for one in rows], partner=partner, replaced_by=None)
    answers = {one.plan_id: one for one in said.filter(signed_on__lte=on)}
    return [PartCard(one.id, one.title, *_answered(answers.get(one.id))) for one in rows]


def _answered(row: Signature | None) -> tuple[date | None, bool]:
    return (row.signed_on, bool(row.reason)) if row else (None, False)


def seals(plan: Plan, cards: Iterable[SignatureCard], whole: PublishedPlan | None = None) -> dict[UUID, str]:
    """The hash of each partner’s part as it stands in the draft or another text, from one reading of it."""
    whole = whole or draft(plan).plan
    return {card.partner: _part(whole, card.partner, card.name).sha256 for card in cards}


def signatures(plan: Plan, on: date) -> list[SignatureCard]:
    """Every partner with the duty to co-operate, by name: what it signed, or that it has not answered."""
    rows = Signature.objects.filter(plan=plan, replaced_by=None, signed_on__lte=on).select_related("partner")
    answers = {row.partner_id: row for row in rows.prefetch_related("signed_for")}
    relevant = {
        p.organisation.id: p.organisation.name for p in partners(on=on) if p.capability.duty_to_cooperate
    }
    others = {key: row.partner.name for key, row in answers.items() if key not in relevant}
    before = in_whose_place(set(relevant) - set(answers), answers)
    everyone = sorted((relevant | others).items(), key=lambda one: one[1])
    return [
        _follower(key, name, before[key]) if key in before else _card(key, name, answers.get(key))
        for key, name in everyone
    ]


def _follower(key: UUID, name: str, row: Signature) -> SignatureCard:
    """Without a seal of its own: what was sealed is shown with the body that signed it."""
    return SignatureCard(
        key, name, signed_by=row.signed_by, signed_on=row.signed_on, in_place_of=row.partner.name
    )


def _card(key: UUID, name: str, row: Signature | None) -> SignatureCard:
    if row is None:
        return SignatureCard(key, name)
    return SignatureCard(
        partner=key,
        name=name,
        signed_by=row.signed_by,
        signed_on=row.signed_on,
        reason=row.reason,
        sha256=row.sha256,
        signed_for=len(row.signed_for.all()),
        invented=row.invented,
    )


def sealed_text(plan: Plan, partner: UUID) -> str:
    """The very text that a partner signed; errors: NotFound."""
    row = Signature.objects.filter(plan=plan, partner=partner, replaced_by=None).exclude(sha256="").first()
    if row is None:
        raise NotFound
    return row.text


@dataclass(frozen=True)
class Proof:
    """What we hold under the hash of a text: who signed it, or which version of a plan it is."""

    plan: UUID
    title: str
    partner: str
    signed_by: str
    on: date
    version: int | None


def proofs_of(text: str) -> tuple[str, list[Proof]]:
    """The hash of a text and whose it is. Whoever asks has the text: nothing else is told."""
    tidy = text.strip().lstrip("\ufeff")
    sha256 = hash_of(tidy)
    signed = Signature.objects.filter(sha256=sha256).select_related("plan", "partner").order_by("signed_on")
    versions = PlanVersion.objects.filter(sha256=sha256).select_related("plan").defer("snapshot")
    found = [
        Proof(one.plan_id, one.plan.title, one.partner.name, one.signed_by, one.signed_on, None)
        for one in signed
    ]
    found += [Proof(one.plan_id, one.plan.title, "", "", one.published_on, one.number) for one in versions]
    return sha256, found


@dataclass(frozen=True)
class SignedForCard:
    """A school or college and what was signed for it, by whom and on which day."""

    id: UUID
    key: str
    name: str
    plan: UUID
    title: str
    partner: str
    signed_by: str
    signed_on: date
    text: str
    invented: bool

    @property
    def promised(self) -> list[str]:
        """What the representative promised, line by line, as it was sealed."""
        told = json.loads(self.text)
        rows = (*told["actions"], *told["pledges"])
        return [str(row["what"]) for row in rows] + [str(row["title"]) for row in told["measures"]]


def signed_for_page(
    plan: Plan, on: date, page: str | None, words: str = ""
) -> tuple[list[SignedForCard], Page[SignedFor]]:
    """The schools and colleges that were signed for by a day, by name, a page at a time."""
    rows = _signed_for().filter(signature__plan=plan, signature__signed_on__lte=on)
    for word in words.split():
        rows = rows.filter(Q(name__icontains=word) | Q(key=word))
    found = Paginator(rows.order_by("name", "key", "id"), A_PAGE).get_page(page)
    return [_signed_for_card(one) for one in found], found


def signed_for(key: UUID, on: date) -> SignedForCard:
    """What was signed for one school or college; errors: NotFound."""
    row = _signed_for().filter(pk=key, signature__signed_on__lte=on).first()
    if row is None:
        raise NotFound
    return _signed_for_card(row)


def _signed_for() -> QuerySet[SignedFor]:
    standing = SignedFor.objects.filter(signature__replaced_by=None)
    return standing.select_related("signature__plan", "signature__partner")


def _signed_for_card(row: SignedFor) -> SignedForCard:
    under = row.signature
    return SignedForCard(
        id=row.pk,
        key=row.key,
        name=row.name,
        plan=under.plan_id,
        title=under.plan.title,
        partner=under.partner.name,
        signed_by=under.signed_by,
        signed_on=under.signed_on,
        text=under.text,
        invented=under.invented,
    )
