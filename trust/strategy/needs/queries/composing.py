"""An assessment put together as of a day: its words, its live figures, its findings and comments."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from trust.foundation.directory.queries import setting
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.kernel.time import in_words
from trust.strategy.needs.formats.document import (
    SCHEMA,
    SILENT,
    Asked,
    CitedFigure,
    Document,
    Found,
    Part,
    Said,
    Tally,
    Text,
)
from trust.strategy.needs.formats.snapshot import read
from trust.strategy.needs.models import (
    Citation,
    Comment,
    Finding,
    Invited,
    LocalCount,
    LookedAgain,
    Passage,
    Section,
    standing,
)
from trust.strategy.needs.queries.cited import Cited, cited_figure, is_held
from trust.strategy.needs.queries.register import AssessmentCard, EditionCard, frozen_text
from trust.strategy.needs.words import Kind, Show, Sure
from trust.vision.outcomes.queries import place_names

type Heard = dict[UUID | None, tuple[Said, ...]]


def document(card: AssessmentCard, edition: EditionCard, *, as_of: date) -> Document:
    """A frozen edition as it was frozen; any other as it stands on the day."""
    if edition.is_kept_whole:
        return read(frozen_text(edition.id))
    return compose(card, edition, as_of=as_of)


def compose(card: AssessmentCard, edition: EditionCard, *, as_of: date) -> Document:
    """The whole document with its figures as of the day."""
    comments = _comments(edition.id, as_of)
    whole = Composer(card.id, comments, as_of)
    return Document(
        schema=SCHEMA,
        id=card.id,
        title=card.title,
        theme=card.theme.value,
        theme_label=card.theme.label,
        leads=card.leads,
        area=setting().area_name,
        as_of=as_of,
        began_on=card.began_on,
        cycle_months=card.cycle_months,
        source=card.source,
        invented=card.invented,
        edition=edition.number,
        why=edition.why,
        asked=_asked(edition.id, comments, as_of),
        comments=tuple(said for said in comments[None] if said.words),
        parts=tuple(whole.part(section) for section in Section.objects.filter(assessment=card.id)),
    )


def citation_of(row: Citation) -> Cited:
    return Cited(
        row.indicator,
        tuple(row.places),
        tuple(row.comparison),
        row.group,
        row.since,
        Show(row.show),
        row.pk,
    )


def figure_of(row: Finding, *, as_of: date) -> CitedFigure | None:
    """The figure that a finding rests on; None where it names no measure that is held, or no place."""
    if not (row.indicator and row.places and is_held(row.indicator)):
        return None
    cited = Cited(row.indicator, tuple(row.places), tuple(row.comparison), "", row.since, id=row.pk)
    return cited_figure(cited, as_of=as_of)


class Composer:
    """The rows of one assessment, read once each and handed out by section."""

    def __init__(self, assessment: UUID, comments: Heard, as_of: date) -> None:
        self.as_of, self.comments = as_of, comments
        within = {"section__assessment": assessment}
        self.passages = _by_section(
            standing(Passage.objects.filter(**within), as_of=as_of).order_by("place", "at")
        )
        self.citations = _by_section(
            standing(Citation.objects.filter(**within), as_of=as_of).filter(taken_out=False)
        )
        self.findings = _by_section(
            Finding.objects.as_of(as_of).filter(**within).order_by("said_on", "statement")
        )
        self.counts = _by_section(standing(LocalCount.objects.filter(**within), as_of=as_of))
        self.looks = _looks(assessment, as_of)

    def part(self, section: Section) -> Part:
        found = [self._found(row) for row in self.findings[section.pk]]
        return Part(
            id=section.pk,
            number=section.number,
            title=section.title,
            asks=section.asks,
            texts=tuple(self._text(row) for row in self.passages[section.pk]),
            figures=tuple(
                cited_figure(citation_of(row), as_of=self.as_of) for row in self.citations[section.pk]
            ),
            findings=tuple(one for one in found if one.kind == Kind.FINDING),
            gaps=tuple(one for one in found if one.kind == Kind.GAP),
            tallies=self._tallies(self.counts[section.pk]),
        )

    def _text(self, row: Passage) -> Text:
        looked = max(row.on, self.looks.get(row.pk, row.on))
        return Text(row.pk, row.words, row.on, row.by, looked, self.comments.get(row.pk, ()))

    def _found(self, row: Finding) -> Found:
        looked = self.looks.get(row.pk, row.said_on)
        return found_of(row, looked=looked, comments=self.comments.get(row.pk, ()), as_of=self.as_of)

    def _tallies(self, rows: list[LocalCount]) -> tuple[Tally, ...]:
        names = place_names({row.area for row in rows}, on=self.as_of)
        return tuple(
            Tally(
                row.pk, row.counted, row.what, names[row.area], row.period, row.count,
                row.how_counted, row.on, row.invented,
            )
            for row in rows
        )  # fmt: skip


def _by_section[Row: (Passage, Citation, Finding, LocalCount)](rows: Iterable[Row]) -> dict[UUID, list[Row]]:
    found: dict[UUID, list[Row]] = defaultdict(list)
    for row in rows:
        if row.section_id:
            found[row.section_id].append(row)
    return found


def _looks(assessment: UUID, as_of: date) -> dict[UUID, date]:
    """When each passage and finding was last found still true."""
    rows = LookedAgain.objects.filter(on__lte=as_of).order_by("on")
    here = rows.filter(passage__section__assessment=assessment) | rows.filter(
        finding__section__assessment=assessment
    )
    return {about: row.on for row in here if (about := row.passage_id or row.finding_id)}


def _comments(edition: UUID, as_of: date) -> Heard:
    rows = Comment.objects.filter(edition=edition, on__lte=as_of).select_related("partner", "answer")
    found: dict[UUID | None, list[Said]] = defaultdict(list)
    for row in rows:
        found[row.passage_id or row.finding_id].append(_said(row, as_of))
    return {None: (), **{about: tuple(said) for about, said in found.items()}}


def _said(row: Comment, as_of: date) -> Said:
    answer = getattr(row, "answer", None)
    known = answer if answer and answer.on <= as_of else None
    return Said(
        row.pk, row.partner.name, row.words, row.on, row.invented,
        known.words if known else "", known.on if known else None,
    )  # fmt: skip


def _asked(edition: UUID, comments: Heard, as_of: date) -> tuple[Asked, ...]:
    """Each partner that was asked, and whether it commented, had nothing to add, or has not answered."""
    every = [said for about in comments.values() for said in about]
    rows = Invited.objects.filter(edition=edition, on__lte=as_of).select_related("partner")
    return tuple(
        Asked(row.partner.name, _answered(row.partner.name, every)) for row in rows.order_by("partner__name")
    )


def _answered(partner: str, every: list[Said]) -> str:
    mine = [said for said in every if said.partner == partner]
    if not mine:
        return SILENT
    day = in_words(max(said.on for said in mine))
    return f"commented, {day}" if any(said.words for said in mine) else f"had nothing to add, {day}"


def finding_document(wanted: UUID, *, as_of: date) -> Found:
    """One finding with its figure and every comment there was by the day; errors: NotFound."""
    row = Finding.objects.filter(pk=wanted, said_on__lte=as_of).first()
    if row is None:
        raise NotFound
    comments = Comment.objects.filter(finding=row, on__lte=as_of).select_related("partner", "answer")
    looks = LookedAgain.objects.filter(finding=row, on__lte=as_of).order_by("on").last()
    said = tuple(_said(comment, as_of) for comment in comments)
    return found_of(row, looked=looks.on if looks else row.said_on, comments=said, as_of=as_of)


def found_of(row: Finding, *, looked: date, comments: tuple[Said, ...], as_of: date) -> Found:
    return Found(
        id=row.pk,
        kind=row.kind,
        statement=row.statement,
        group=row.group_label,
        how_sure=Sure(row.how_sure).label,
        figure=figure_of(row, as_of=as_of) if row.kind == Kind.FINDING else None,
        why_it_matters=row.why_it_matters,
        what_would_close=row.what_would_close,
        who_could_close=row.who_could_close,
        refresh_by=row.refresh_by,
        on=row.said_on,
        by=row.said_by,
        looked_on=max(row.said_on, looked),
        invented=row.invented,
        comments=comments,
    )
