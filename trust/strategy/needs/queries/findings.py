"""What has been found about children's needs, and what is not known, as it was said by a day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload
from uuid import UUID

from django.db.models import Q, QuerySet

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.refusals import NotFound
from trust.strategy.needs.models import Finding
from trust.strategy.needs.words import Kind, Sure
from trust.vision.outcomes.queries import GapStory, gap_story, in_words, indicator, indicators


@dataclass(frozen=True)
class FindingCard:
    """A finding as others see it. `places` and `comparison` are area codes; `group` names the places."""

    id: UUID
    statement: str
    indicator: str
    group: str
    places: tuple[str, ...]
    comparison: tuple[str, ...]
    since: str
    how_sure: str
    invented: bool
    said_on: date
    said_by: str
    kind: str = Kind.FINDING.value
    assessment: UUID | None = None
    assessment_title: str = ""
    section: str = ""
    why_it_matters: str = ""
    what_would_close: str = ""
    who_could_close: str = ""
    refresh_by: date | None = None
    supersedes: UUID | None = None

    @property
    def how_sure_words(self) -> str:
        return Sure(self.how_sure).label

    @property
    def is_gap(self) -> bool:
        return self.kind == Kind.GAP


class Cards(Sequence[FindingCard]):
    """Findings that the database counts and pages: only those asked for are read."""

    def __init__(self, rows: "QuerySet[Finding]") -> None:
        self._rows = rows

    def __len__(self) -> int:
        return self._rows.count()

    @overload
    def __getitem__(self, wanted: int) -> FindingCard: ...
    @overload
    def __getitem__(self, wanted: slice) -> list[FindingCard]: ...
    def __getitem__(self, wanted: int | slice) -> FindingCard | list[FindingCard]:
        if isinstance(wanted, int):
            return as_card(self._rows[wanted])
        return [as_card(row) for row in self._rows[wanted]]

    def __iter__(self) -> Iterator[FindingCard]:
        return map(as_card, self._rows.iterator())


def findings(
    *,
    as_of: date,
    words: str = "",
    kind: Kind | None = Kind.FINDING,
    sure: str = "",
    place: str = "",
    assessment: UUID | None = None,
) -> Cards:
    """What had been said by a day, newest first, of those that hold every word asked for."""
    rows = Finding.objects.as_of(as_of).select_related("section__assessment")
    for word in words.split():
        rows = rows.filter(
            Q(statement__icontains=word) | Q(group_label__icontains=word) | Q(indicator__icontains=word)
        )
    asked: dict[str, object] = {
        "kind": kind,
        "how_sure": sure,
        "places__contains": [place] if place else None,
    }
    asked |= {"section__assessment": assessment}
    return Cards(rows.filter(**{name: wanted for name, wanted in asked.items() if wanted}))


def finding(finding_id: UUID) -> FindingCard:
    """One finding, though a later one may have superseded it; errors: NotFound."""
    row = Finding.objects.filter(pk=finding_id).select_related("section__assessment").first()
    if row is None:
        raise NotFound
    return as_card(row)


def findings_by_id(ids: Iterable[UUID]) -> dict[UUID, FindingCard]:
    rows = Finding.objects.filter(pk__in=list(ids)).select_related("section__assessment")
    return {row.pk: as_card(row) for row in rows}


def needs_that_say(statements: Iterable[str]) -> dict[str, UUID]:
    """The newest finding with each of these very statements, by statement; without those that none has."""
    rows = Finding.objects.filter(statement__in=list(statements)).order_by("said_on", "pk")
    return dict(rows.values_list("statement", "pk"))


def history(finding_id: UUID, *, as_of: date) -> list[FindingCard]:
    """Every wording of a finding that had been said by the day, newest first."""
    before, after = finding(finding_id), finding_id
    found = [before]
    while before.supersedes:
        before = finding(before.supersedes)
        found.append(before)
    while later := Finding.objects.filter(supersedes=after, said_on__lte=as_of).first():
        after = later.pk
        found.insert(0, finding(after))
    return found


def story(card: FindingCard, *, as_of: date) -> GapStory | None:
    """The gap that a finding speaks of, as it was known on a day; None where it rests on no figure."""
    if not (card.indicator and card.places and card.comparison):
        return None
    return gap_story(
        card.indicator, group=card.places, others=card.comparison, as_of=as_of, since=card.since or None
    )


def as_card(row: Finding) -> FindingCard:
    section = row.section
    return FindingCard(
        id=row.pk,
        statement=row.statement,
        indicator=row.indicator,
        group=row.group_label,
        places=tuple(row.places),
        comparison=tuple(row.comparison),
        since=row.since,
        how_sure=row.how_sure,
        invented=row.invented,
        said_on=row.said_on,
        said_by=row.said_by,
        kind=row.kind,
        assessment=section.assessment_id if section else None,
        assessment_title=section.assessment.title if section else "",
        section=section.title if section else "",
        why_it_matters=row.why_it_matters,
        what_would_close=row.what_would_close,
        who_could_close=row.who_could_close,
        refresh_by=row.refresh_by,
        supersedes=row.supersedes_id,
    )


@dataclass(frozen=True)
class Told:
    """A finding with its figure as a sentence, as it was known on a day."""

    card: FindingCard
    measure: str
    sentence: str
    who_moved: str
    source: str


def told(card: FindingCard, *, as_of: date) -> Told:
    """Put the figure into words: the gap where the finding has one, else the latest figure of its places."""
    try:
        measure = indicator(card.indicator)
    except NotFound:
        return Told(card, "", "", "", "")
    gap = story(card, as_of=as_of)
    if gap:
        source = gap.last.group.source if gap.last else measure.source
        return Told(card, measure.plain_title, gap.sentence, gap.who_moved, source)
    figure = in_words(card.indicator, areas=card.places, as_of=as_of) if card.places else ""
    return Told(card, measure.plain_title, figure, "", measure.source)


def measure_choices() -> list[tuple[str, str]]:
    return [("", "None"), *((card.code, card.plain_title) for card in indicators())]


def place_choices() -> list[tuple[str, str]]:
    """The area's districts, and the whole county."""
    county = directory.setting().county
    whole = [(county, directory.place(county).name)] if county else []
    today = directory.calendar().today
    return [*((place.code, place.name) for place in directory.districts(on=today)), *whole]
