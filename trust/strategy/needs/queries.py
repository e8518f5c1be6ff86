"""What has been found about children's needs, as it was said by a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.refusals import NotFound
from trust.strategy.needs.models import Finding
from trust.strategy.needs.words import Sure
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

    @property
    def how_sure_words(self) -> str:
        return Sure(self.how_sure).label


def findings(*, as_of: date, words: str = "") -> list[FindingCard]:
    """What had been said by a day, newest first, of those that hold every word asked for."""
    rows = Finding.objects.as_of(as_of)
    for word in words.split():
        rows = rows.filter(
            Q(statement__icontains=word) | Q(group_label__icontains=word) | Q(indicator__icontains=word)
        )
    return [_card(row) for row in rows]


def finding(finding_id: UUID) -> FindingCard:
    """One finding, though a later one may have superseded it; errors: NotFound."""
    row = Finding.objects.filter(pk=finding_id).first()
    if row is None:
        raise NotFound
    return _card(row)


def findings_by_id(ids: Iterable[UUID]) -> dict[UUID, FindingCard]:
    return {row.pk: _card(row) for row in Finding.objects.filter(pk__in=list(ids))}


def story(card: FindingCard, *, as_of: date) -> GapStory | None:
    """The gap that a finding speaks of, as it was known on a day; None where it rests on no figure."""
    if not (card.indicator and card.places and card.comparison):
        return None
    return gap_story(
        card.indicator, group=card.places, others=card.comparison, as_of=as_of, since=card.since or None
    )


def _card(row: Finding) -> FindingCard:
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
