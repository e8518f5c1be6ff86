"""Begin an assessment, write its passages, cite figures in it and count what no figure counts."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from trust.disclosure.control import make_safe
from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.queries import organisation
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.counts import Withheld
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import london_day
from trust.strategy.needs.formats.themes import templates
from trust.strategy.needs.models import (
    Assessment,
    Citation,
    Edition,
    LocalCount,
    Move,
    Passage,
    Section,
)
from trust.strategy.needs.queries.cited import Cited, is_held
from trust.strategy.needs.rules import check_count, check_rests_on_figures, check_still_written
from trust.strategy.needs.words import Counted, Stage, Sure, Theme

CHANGED_MEANWHILE = "Someone else changed this just before you. Look at it again, then change it."


@transaction.atomic
def begin_assessment(
    *,
    title: str,
    theme: Theme,
    leads: UUID,
    invented: bool,
    by: Actor,
    at: datetime,
    cycle_months: int | None = None,
    why: str = "The first edition.",
    token: UUID | None = None,
) -> Assessment:
    """Begin an assessment with the sections that its theme asks for."""
    existing = Assessment.objects.filter(pk=token).first() if token else None
    if existing:
        return existing
    template, on = templates()[theme], london_day(at)
    assessment = Assessment.objects.create(
        id=token or new_id(),
        title=title,
        theme=theme.value,
        leads_id=organisation(leads).id,
        cycle_months=cycle_months or template.cycle_months,
        source=template.source,
        invented=invented,
        on=on,
        by=by.name,
        at=at,
    )
    for number, question in enumerate(template.sections, 1):
        Section.objects.create(
            assessment=assessment,
            number=number,
            title=question.title,
            asks=question.asks,
            on=on,
            by=by.name,
            at=at,
        )
    _begin(assessment, number=1, why=why, by=by, at=at)
    record("needs.assessment.begun", on=assessment, by=by, at=at, theme=theme.value)
    return assessment


@transaction.atomic
def begin_edition(*, assessment: UUID, why: str, by: Actor, at: datetime) -> Edition:
    """Open an assessment again, for a reason: the frozen edition stays, and the next is written."""
    last = latest_edition(assessment)
    if stage_of(last) in {Stage.DRAFT, Stage.SHARED}:
        raise Refused("An edition is being written already. Change that one.")
    if not why.strip():
        raise Refused("Say why the assessment is opened again, in a sentence the public can read.")
    with second_is_told(CHANGED_MEANWHILE):
        edition = _begin(last.assessment, number=last.number + 1, why=why, by=by, at=at)
    record("needs.edition.begun", on=edition, by=by, at=at, number=edition.number)
    return edition


def _begin(assessment: Assessment, *, number: int, why: str, by: Actor, at: datetime) -> Edition:
    on = london_day(at)
    edition = Edition.objects.create(assessment=assessment, number=number, why=why, on=on, by=by.name, at=at)
    Move.objects.create(edition=edition, step=1, stage=Stage.DRAFT.value, on=on, by=by.name, at=at)
    return edition


@transaction.atomic
def write_passage(
    *, section: UUID, words: str, by: Actor, at: datetime, supersedes: UUID | None = None
) -> Passage:
    """Write a passage, or put new words in the place of one; the old words stay."""
    where = section_to_write(section)
    if not words.strip():
        raise Refused("Write something.")
    before = Passage.objects.filter(pk=supersedes, section=where).first() if supersedes else None
    if supersedes and before is None:
        raise NotFound
    last = Passage.objects.filter(section=where).aggregate(last=Max("place"))["last"] or 0
    with second_is_told(CHANGED_MEANWHILE):
        passage = Passage.objects.create(
            section=where,
            place=before.place if before else last + 1,
            words=words.strip(),
            supersedes=before,
            on=london_day(at),
            by=by.name,
            at=at,
        )
    record("needs.passage.written", on=passage, by=by, at=at, supersedes=str(supersedes or ""))
    return passage


@transaction.atomic
def cite(*, section: UUID, cited: Cited, by: Actor, at: datetime) -> Citation:
    """Rest a section on a published measure; its figures are live until the edition is frozen."""
    where = section_to_write(section)
    check_cited(cited)
    citation = Citation.objects.create(
        section=where,
        indicator=cited.indicator,
        places=list(cited.places),
        comparison=list(cited.comparison),
        group=cited.group,
        since=cited.since,
        show=cited.show.value,
        on=london_day(at),
        by=by.name,
        at=at,
    )
    record("needs.figure.cited", on=citation, by=by, at=at, indicator=cited.indicator)
    return citation


def check_cited(cited: Cited) -> None:
    """What cannot be shown is not cited."""
    if not is_held(cited.indicator):
        raise Refused("We hold no measure of that name: choose one from the list.")
    if not cited.places:
        raise Refused("Choose at least one place.")
    check_rests_on_figures(
        Sure.FAIRLY, indicator=cited.indicator, places=cited.places, comparison=cited.comparison
    )
    if cited.group and (cited.comparison or len(cited.places) > 1):
        raise Refused("A group of children is shown for one place at a time, with nothing beside it.")


@transaction.atomic
def take_out(*, citation: UUID, by: Actor, at: datetime) -> Citation:
    """Rest a section no longer on a measure; that it once did stays known."""
    before = Citation.objects.filter(pk=citation, taken_out=False).select_related("section").first()
    if before is None:
        raise NotFound
    section_to_write(before.section_id)
    with second_is_told(CHANGED_MEANWHILE):
        out = Citation.objects.create(
            section=before.section,
            indicator=before.indicator,
            places=before.places,
            comparison=before.comparison,
            group=before.group,
            since=before.since,
            show=before.show,
            taken_out=True,
            supersedes=before,
            on=london_day(at),
            by=by.name,
            at=at,
        )
    record("needs.figure.taken-out", on=out, by=by, at=at, indicator=before.indicator)
    return out


@transaction.atomic
def add_count(
    *,
    section: UUID,
    counted: Counted,
    what: str,
    area: str,
    period: str,
    count: int | None,
    how_counted: str,
    invented: bool,
    by: Actor,
    at: datetime,
    withheld: bool = False,
    supersedes: UUID | None = None,
) -> LocalCount:
    """Keep how many children of a group there are in a place, to the nearest 5; 1 to 5 is never kept."""
    where = section_to_write(section)
    check_count(count, withheld=withheld)
    safe = Withheld() if count is None else make_safe(count)
    with second_is_told(CHANGED_MEANWHILE):
        kept = LocalCount.objects.create(
            section=where,
            counted=counted.value,
            what=what,
            area=area,
            period=period,
            count=None if isinstance(safe, Withheld) else safe,
            how_counted=how_counted,
            invented=invented,
            supersedes_id=supersedes,
            on=london_day(at),
            by=by.name,
            at=at,
        )
    record("needs.count.added", on=kept, by=by, at=at, counted=counted.value, area=area)
    return kept


def section_to_write(wanted: UUID) -> Section:
    """A section of an edition that is still written; errors: NotFound, Refused once it is frozen."""
    found = Section.objects.filter(pk=wanted).first()
    if found is None:
        raise NotFound
    check_still_written(stage_of(latest_edition(found.assessment_id)))
    return found


def latest_edition(assessment: UUID) -> Edition:
    """The edition being written, or the last; errors: NotFound."""
    found = (
        Edition.objects.filter(assessment=assessment).select_related("assessment").order_by("-number").first()
    )
    if found is None:
        raise NotFound
    return found


def stage_of(edition: Edition) -> Stage:
    return Stage(edition.moves.order_by("-step")[0].stage)
