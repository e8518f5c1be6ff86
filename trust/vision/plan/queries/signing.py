"""A partner's own part of the plan, as it is signed; and who has signed, for whom, or said why not."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from trust.foundation.directory.queries import organisation
from trust.governance.partnership.queries import partners
from trust.vision.plan.formats import PublishedAction, PublishedMeasure, PublishedPledge, hash_of
from trust.vision.plan.models import Plan, Signature
from trust.vision.plan.queries.draft import draft


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

    @property
    def answered(self) -> bool:
        return self.signed_on is not None


def part_of(plan: Plan, partner: UUID) -> OwnPart:
    """What the partner promises in the plan as it stands now."""
    whole = draft(plan).plan
    found = OwnPart(
        partner=organisation(partner).name,
        title=whole.title,
        actions=tuple(a for p in whole.priorities for a in p.actions if a.owner_id == partner),
        pledges=tuple(g for p in whole.priorities for g in p.pledges if g.partner_id == partner),
        measures=tuple(m for p in whole.priorities for m in p.measures if m.owner_id == partner),
        text="",
        sha256="",
    )
    told = {name: value for name, value in asdict(found).items() if name not in {"text", "sha256"}}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=str)
    return OwnPart(**{**vars(found), "text": text, "sha256": hash_of(text)})


def signatures(plan: Plan, on: date) -> list[SignatureCard]:
    """Every partner with the duty to co-operate, by name: what it signed, or that it has not answered."""
    rows = Signature.objects.filter(plan=plan, replaced_by=None, signed_on__lte=on).select_related("partner")
    answers = {row.partner_id: row for row in rows.prefetch_related("signed_for")}
    relevant = {
        p.organisation.id: p.organisation.name for p in partners(on=on) if p.capability.duty_to_cooperate
    }
    others = {key: row.partner.name for key, row in answers.items() if key not in relevant}
    everyone = sorted((relevant | others).items(), key=lambda one: one[1])
    return [_card(key, name, answers.get(key)) for key, name in everyone]


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
