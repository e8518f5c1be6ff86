"""The register: what each indicator means, and which files of figures are held."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.months import month_of
from trust.foundation.kernel.once import asked_once
from trust.foundation.kernel.refusals import NotFound
from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.neighbours import Neighbours
from trust.vision.outcomes.formats.rows import Definition
from trust.vision.outcomes.models import FigureRelease, Indicator, NeighbourSet, Quarantined
from trust.vision.outcomes.rules.figures import Measured
from trust.vision.outcomes.words import Method, Outcome

IN_SHORT = (
    "code", "plain_title", "title", "number", "outcome", "family", "method", "polarity", "multiplier",
    "counts_rounded_to",
)  # fmt: skip
# A change of one of these is a change of what is counted.
COUNTED = ("numerator", "denominator", "unit", "multiplier", "method")


@dataclass(frozen=True)
class IndicatorCard(Entry):
    """An indicator as other rooms see it: what its register says, and how its figures are judged."""

    new_ways: tuple[int, ...] = ()

    @property
    def measured(self) -> Measured:
        return Measured(self.method, self.polarity, self.multiplier, self.counts_rounded_to, self.new_ways)


@dataclass(frozen=True)
class Release:
    """A file of figures as it is held now."""

    id: UUID
    file: str
    file_sha256: str
    rows_sha256: str
    rows: int
    waiting: int
    sources: tuple[str, ...]
    licences: tuple[str, ...]
    loaded_by: str
    loaded_at: datetime


@dataclass(frozen=True)
class WaitingRow:
    file: str
    line: int
    field: str
    sentence: str
    row: str


def indicators() -> list[IndicatorCard]:
    """The latest version of every indicator, by outcome and number."""
    latest = Indicator.objects.order_by("code", "-version").distinct("code")
    order, ways = list(Outcome), new_ways()
    cards = [_card(row, ways) for row in latest]
    return sorted(cards, key=lambda card: (order.index(card.outcome), card.number, card.plain_title))


@dataclass(frozen=True)
class Title:
    """As much of an indicator as a list of all of them needs."""

    code: str
    plain_title: str
    title: str
    number: str
    family: str
    outcome: Outcome
    measured: Measured


@asked_once
def titles() -> list[Title]:
    """The latest version of every indicator in short, by outcome and number."""
    latest = Indicator.objects.order_by("code", "-version").distinct("code")
    order = {outcome.value: place for place, outcome in enumerate(Outcome)}
    ways = new_ways()
    rows = sorted(latest.values_list(*IN_SHORT), key=lambda row: (order[row[4]], row[3], row[1]))
    return [
        Title(
            code, plain, title, number, family, Outcome(outcome),
            Measured(Method(method), Polarity(polarity), per, rounded, ways.get(code, ())),
        )
        for code, plain, title, number, outcome, family, method, polarity, per, rounded in rows
    ]  # fmt: skip


def cards(codes: Collection[str]) -> dict[str, IndicatorCard]:
    """The latest version of these indicators, by code."""
    latest = Indicator.objects.filter(code__in=codes).order_by("code", "-version").distinct("code")
    ways = new_ways()
    return {row.code: _card(row, ways) for row in latest}


@asked_once
def indicator(code: str) -> IndicatorCard:
    """The latest version of one indicator; errors: NotFound."""
    row = Indicator.objects.filter(code=code).order_by("-version").first()
    if row is None:
        raise NotFound
    return _card(row, new_ways())


def definitions() -> dict[str, Definition]:
    """What a row is checked against, by indicator."""
    return {card.code: Definition(card.method, card.multiplier, card.lag_months) for card in indicators()}


def neighbours(*, as_of: date) -> Neighbours | None:
    """The newest set of places like this area that had been published by a day, if any had."""
    return neighbours_of(directory.setting().county, as_of=as_of)


def neighbours_of(code: str, *, as_of: date) -> Neighbours | None:
    """The newest set of places like any authority that had been published by a day, if any had."""
    row = sets_of(code).filter(known_on__lte=as_of).first()
    return _neighbours(row) if row else None


def sets_of(code: str) -> QuerySet[NeighbourSet]:
    """Every set of places like one, newest first; those of an area's own pack are like its county."""
    ours = Q(area="") if code == directory.setting().county else Q()
    return NeighbourSet.objects.filter(Q(area=code) | ours if ours else Q(area=code))


def held_neighbours() -> dict[tuple[str, str], Neighbours]:
    """Every set of an official file, by the authority it is about and its name; the last addition counts."""
    rows = NeighbourSet.objects.exclude(area="").order_by("added_at")
    return {(row.area, row.name): _neighbours(row) for row in rows}


def _neighbours(row: NeighbourSet) -> Neighbours:
    return Neighbours(row.name, row.known_on, row.source, row.licence, _members(row))


@asked_once
def neighbour_names() -> dict[str, str]:
    """The name of every place in a set of the area's own pack, for places outside the directory."""
    return {code: name for row in NeighbourSet.objects.filter(area="") for code, name in _members(row)}


def _members(row: NeighbourSet) -> tuple[tuple[str, str], ...]:
    return tuple((code, name) for code, name in row.members)


def releases() -> list[Release]:
    return [_release(row) for row in FigureRelease.objects.current().order_by("file")]


def release(release_id: UUID) -> Release:
    row = FigureRelease.objects.filter(pk=release_id).first()
    if row is None:
        raise NotFound
    return _release(row)


def waiting_rows() -> list[WaitingRow]:
    """Every row that waits for a correction, in the files that are held now."""
    rows = Quarantined.objects.filter(release__in=FigureRelease.objects.current()).select_related("release")
    return [
        WaitingRow(row.release.file, row.line, row.field, row.sentence, row.row)
        for row in rows.order_by("release__file", "line")
    ]


def _card(row: Indicator, ways: Mapping[str, tuple[int, ...]]) -> IndicatorCard:
    return IndicatorCard(
        code=row.code, family=row.family, number=row.number, title=row.title, plain_title=row.plain_title,
        numerator=row.numerator, denominator=row.denominator, unit=row.unit, multiplier=row.multiplier,
        method=Method(row.method), polarity=Polarity(row.polarity), frequency=row.frequency,
        lag_months=row.lag_months, source=row.source, outcome=Outcome(row.outcome), caveat=row.caveat,
        valid_from=row.valid_from, counts_rounded_to=row.counts_rounded_to, changed=row.changed,
        new_ways=ways.get(row.code, ()), valid_until=row.valid_until,
    )  # fmt: skip


@asked_once
def new_ways() -> dict[str, tuple[int, ...]]:
    """The months from which an indicator is counted in a new way, by code; nothing of one that never was."""
    told_again = Indicator.objects.filter(version__gt=1).values("code")
    found: dict[str, list[int]] = defaultdict(list)
    rows: Iterable[Mapping[str, Any]] = Indicator.objects.filter(code__in=told_again).values()
    for before, after in pairwise(sorted(rows, key=lambda row: (row["code"], row["version"]))):
        if before["code"] == after["code"] and counts_anew(before, after):
            day: date = after["valid_from"]
            found[after["code"]].append(month_of(day))
    return {code: tuple(months) for code, months in found.items()}


def counts_anew(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether a version changes what is counted, and from a day of its own."""
    day = after["valid_from"]
    return bool(day and day != before["valid_from"] and any(before[name] != after[name] for name in COUNTED))


def _release(row: FigureRelease) -> Release:
    return Release(
        id=row.id,
        file=row.file,
        file_sha256=row.file_sha256,
        rows_sha256=row.rows_sha256,
        rows=row.rows,
        waiting=row.waiting,
        sources=tuple(row.sources),
        licences=tuple(row.licences),
        loaded_by=row.loaded_by,
        loaded_at=row.loaded_at,
    )
