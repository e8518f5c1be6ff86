"""Who was asked about a thing, what they said, and what became of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from trust.foundation.kernel.refusals import NotFound
from trust.vision.participation.models import Consultation, ConsultationFinding, FindingAnswer, Reached
from trust.vision.participation.rules.consulted import is_short
from trust.vision.participation.words import Audience, Response


@dataclass(frozen=True)
class Counted:
    """How many of a group answered; `number` is None where it was between one and five."""

    audience: Audience
    group: str
    number: int | None
    population: int | None
    source: str


@dataclass(frozen=True)
class YouSaid:
    """What people said and what became of it."""

    id: UUID
    heading: str
    statement: str
    audience: Audience
    response: Response | None
    answer: str
    owner: str
    answered_on: date | None
    told_on: date | None
    invented: bool


@dataclass(frozen=True)
class ConsultationCard:
    """A consultation with everything that was counted, said and answered in it."""

    id: UUID
    about: UUID
    about_title: str
    title: str
    asked: str
    decision: str
    methods: str
    opens: date
    closes: date
    why_short: str
    invented: bool
    counted: tuple[Counted, ...]
    said: tuple[YouSaid, ...]

    @property
    def is_short(self) -> bool:
        return is_short(self.opens, self.closes)

    def is_open(self, on: date) -> bool:
        return self.opens <= on <= self.closes

    @property
    def unanswered(self) -> tuple[str, ...]:
        return tuple(one.heading for one in self.said if one.response is None)

    @property
    def audiences(self) -> frozenset[Audience]:
        """Those whom it reached: somebody answered, even if too few to be counted."""
        return frozenset(one.audience for one in self.counted if one.number != 0)


def consultations(*, about: UUID | None = None, on: date) -> list[ConsultationCard]:
    """Every consultation that had opened by a day, the newest first; about one thing, if asked."""
    rows = _whole(on).filter(opens__lte=on)
    if about:
        rows = rows.filter(about=about)
    return [_card(row) for row in rows.order_by("-opens", "title")]


def consultation(key: UUID, *, on: date = date.max) -> ConsultationCard:
    """One consultation with what had been answered by a day; errors: NotFound."""
    row = _whole(on).filter(pk=key).first()
    if row is None:
        raise NotFound
    return _card(row)


def consultation_of(finding: UUID) -> ConsultationCard:
    """The consultation in which something was said; errors: NotFound."""
    row = _whole(date.max).filter(findings=finding).first()
    if row is None:
        raise NotFound
    return _card(row)


def _whole(on: date) -> QuerySet[Consultation]:
    standing = Q(replaced_by=None) | Q(replaced_by__answered_on__gt=on)
    newest = FindingAnswer.objects.filter(standing, answered_on__lte=on)
    said = ConsultationFinding.objects.prefetch_related(Prefetch("answers", newest))
    counted = Reached.objects.filter(replaced_by=None)
    return Consultation.objects.prefetch_related(Prefetch("reached", counted), Prefetch("findings", said))


def _card(row: Consultation) -> ConsultationCard:
    return ConsultationCard(
        id=row.pk,
        about=row.about,
        about_title=row.about_title,
        title=row.title,
        asked=row.asked,
        decision=row.decision,
        methods=row.methods,
        opens=row.opens,
        closes=row.closes,
        why_short=row.why_short,
        invented=row.invented,
        counted=tuple(
            Counted(Audience(one.audience), one.group, one.number, one.population, one.source)
            for one in row.reached.all()
        ),
        said=tuple(_said(one) for one in row.findings.all()),
    )


def _said(row: ConsultationFinding) -> YouSaid:
    # The newest alone was fetched.
    answer = next(iter(row.answers.all()), None)
    return YouSaid(
        id=row.pk,
        heading=row.heading,
        statement=row.statement,
        audience=Audience(row.audience),
        response=Response(answer.response) if answer else None,
        answer=answer.text if answer else "",
        owner=answer.owner if answer else "",
        answered_on=answer.answered_on if answer else None,
        told_on=answer.told_on if answer else None,
        invented=row.invented,
    )
