"""Which assessments there are, and how far each has got by a day."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from trust.foundation.kernel.months import months_after
from trust.foundation.kernel.refusals import NotFound
from trust.strategy.needs.models import Assessment, Edition, Move, Section
from trust.strategy.needs.words import KEPT_WHOLE, Stage, Theme


@dataclass(frozen=True)
class EditionCard:
    """One edition as it stood on a day."""

    id: UUID
    number: int
    why: str
    begun_on: date
    stage: Stage
    since: date
    answer_by: date | None
    frozen_on: date | None
    agreed_on: date | None
    decision: str
    sha256: str

    @property
    def is_kept_whole(self) -> bool:
        return self.stage in KEPT_WHOLE


@dataclass(frozen=True)
class AssessmentCard:
    """An assessment with every edition begun by a day, newest first."""

    id: UUID
    title: str
    theme: Theme
    leads: str
    began_on: date
    cycle_months: int
    source: str
    invented: bool
    editions: tuple[EditionCard, ...]

    @property
    def now(self) -> EditionCard:
        return self.editions[0]

    @property
    def readable(self) -> EditionCard | None:
        """The edition that anyone may read: the newest that has left the desk it is written at."""
        return next((one for one in self.editions if one.stage is not Stage.DRAFT), None)

    @property
    def next_due(self) -> date:
        """When it comes round: its cycle after it was last agreed, or begun."""
        agreed = [one.agreed_on for one in self.editions if one.agreed_on]
        return months_after(max(agreed, default=self.began_on), self.cycle_months)

    def edition(self, number: int) -> EditionCard:
        for one in self.editions:
            if one.number == number:
                return one
        raise NotFound


@dataclass(frozen=True)
class SectionCard:
    id: UUID
    assessment: UUID
    number: int
    title: str
    asks: str


def assessments(*, as_of: date) -> list[AssessmentCard]:
    """Those begun by the day, by theme and title."""
    rows = Assessment.objects.filter(on__lte=as_of).select_related("leads").order_by("title")
    found = [_card(row, as_of) for row in rows]
    return sorted(found, key=lambda card: list(Theme).index(card.theme))


def assessment(wanted: UUID, *, as_of: date) -> AssessmentCard:
    row = Assessment.objects.filter(pk=wanted, on__lte=as_of).select_related("leads").first()
    if row is None:
        raise NotFound
    return _card(row, as_of)


def section(assessment_id: UUID, number: int) -> SectionCard:
    row = Section.objects.filter(assessment=assessment_id, number=number).first()
    if row is None:
        raise NotFound
    return SectionCard(row.pk, row.assessment_id, row.number, row.title, row.asks)


def sections(assessment_id: UUID) -> list[SectionCard]:
    rows = Section.objects.filter(assessment=assessment_id).order_by("number")
    return [SectionCard(row.pk, row.assessment_id, row.number, row.title, row.asks) for row in rows]


def frozen_text(edition: UUID) -> str:
    """The snapshot of an edition; errors: NotFound where it is not frozen."""
    row = Edition.objects.filter(pk=edition, snapshot__isnull=False).select_related("snapshot").first()
    if row is None:
        raise NotFound
    return row.snapshot.text


def _card(row: Assessment, as_of: date) -> AssessmentCard:
    editions = Edition.objects.filter(assessment=row, on__lte=as_of).select_related("snapshot")
    return AssessmentCard(
        id=row.pk,
        title=row.title,
        theme=Theme(row.theme),
        leads=row.leads.name,
        began_on=row.on,
        cycle_months=row.cycle_months,
        source=row.source,
        invented=row.invented,
        editions=tuple(_edition(one, as_of) for one in editions.order_by("-number")),
    )


def _edition(row: Edition, as_of: date) -> EditionCard:
    moves = list(row.moves.filter(on__lte=as_of).select_related("decision__meeting").order_by("step"))
    last, by_stage = moves[-1], {Stage(move.stage): move for move in moves}
    frozen, agreed = by_stage.get(Stage.FROZEN), by_stage.get(Stage.AGREED)
    return EditionCard(
        id=row.pk,
        number=row.number,
        why=row.why,
        begun_on=row.on,
        stage=Stage(last.stage),
        since=last.on,
        answer_by=last.answer_by,
        frozen_on=frozen.on if frozen else None,
        agreed_on=agreed.on if agreed else None,
        decision=_decision(agreed),
        sha256=row.snapshot.sha256 if frozen else "",
    )


def _decision(agreed: Move | None) -> str:
    return agreed.decision.public_line if agreed and agreed.decision else ""
