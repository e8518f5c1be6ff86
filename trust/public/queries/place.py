"""What the Trust promised to one district, whether it happened, and how children there are doing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from trust.foundation.directory.queries import Place, districts, setting
from trust.foundation.kernel.refusals import NotFound
from trust.governance.board.queries import LocalPartnership, local_partnership_for
from trust.public.drawings import marks_of
from trust.public.queries.front import CHOSEN, plan_on
from trust.public.sentences import of_all_promises
from trust.vision.outcomes.queries import Figure, IndicatorCard, indicator, latest_by_area
from trust.vision.outcomes.words import Mark
from trust.vision.participation.queries import Subject, where_to_tell_us
from trust.vision.plan.queries import Promise, Published, PublishedPriority, promises


@dataclass(frozen=True)
class Promised:
    """One priority, some of what its partners promised under it, and whether it names this district."""

    id: UUID
    number: int
    title: str
    names_us: bool
    promises: tuple[Promise, ...]


@dataclass(frozen=True)
class Beside:
    """The district's latest figure beside the county's, of one period."""

    card: IndicatorCard
    here: Figure | None
    county: Figure | None

    @property
    def period(self) -> str:
        figure = self.here or self.county
        return figure.period if figure else ""


@dataclass(frozen=True)
class YourArea:
    """Everything on the page of one district, as of a day."""

    place: Place
    partnership: LocalPartnership | None
    plan: Published | None
    promised_here: tuple[Promised, ...]
    promised_everywhere: tuple[Promised, ...]
    figures: tuple[Beside, ...]
    tell_us: str

    @property
    def marks(self) -> list[Mark]:
        return marks_of([figure for row in self.figures for figure in (row.here, row.county) if figure])

    @property
    def heading(self) -> str:
        """What was promised and whether it happened; the whole county's promises are the district's too."""
        shown = (*self.promised_here, *self.promised_everywhere)
        return of_all_promises([promise for row in shown for promise in row.promises])


def your_area(code: str, *, on: date) -> YourArea:
    """What a district's page says; errors: NotFound where the code is no district of ours on the day."""
    every = districts(on=on)
    place = next((district for district in every if district.code == code), None)
    if place is None:
        raise NotFound
    plan = plan_on(on)
    rows = [_promised(priority, code, on) for priority in (plan.plan.priorities if plan else ())]
    others = [one.name for one in every if one.code != code]
    return YourArea(
        place=place,
        partnership=local_partnership_for(code, on),
        plan=plan,
        promised_here=tuple(_here(rows, place.name)),
        promised_everywhere=tuple(_everywhere(rows, [place.name, *others])),
        figures=tuple(_figures(code, plan, on)),
        tell_us=where_to_tell_us(Subject(district=place.name)),
    )


def _promised(priority: PublishedPriority, code: str, on: date) -> Promised:
    measured = {area for measure in priority.measures for area in measure.areas}
    needed = {area for need in priority.needs for area in need.group}
    names_us = code in measured | needed
    return Promised(priority.id, priority.number, priority.title, names_us, tuple(promises(priority, on)))


def _here(rows: list[Promised], place: str) -> Iterator[Promised]:
    """The priorities under which something is promised in this very place, with that alone."""
    for row in rows:
        found = tuple(one for one in row.promises if one.names(place))
        if found:
            yield replace(row, promises=found)


def _everywhere(rows: list[Promised], places: list[str]) -> Iterator[Promised]:
    """Every priority with what is promised in no one place; without one promised in other places alone."""
    for row in rows:
        found = tuple(one for one in row.promises if not one.names(*places))
        if found or not row.promises:
            yield replace(row, promises=found)


def _figures(code: str, plan: Published | None, on: date) -> list[Beside]:
    county = setting().county
    measured = [m.indicator for p in (plan.plan.priorities if plan else ()) for m in p.measures]
    found = [
        _beside(indicator_code, code, county, on) for indicator_code in dict.fromkeys([*measured, *CHOSEN])
    ]
    return [row for row in found if row and row.here]


def _beside(indicator_code: str, code: str, county: str, on: date) -> Beside | None:
    try:
        card = indicator(indicator_code)
    except NotFound:
        return None
    here, whole = latest_by_area(indicator_code, areas=(code, county), as_of=on)
    return Beside(card, here.figure, whole.figure)
