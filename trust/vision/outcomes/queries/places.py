"""Figures on other boundaries than their own, and rolled up from small areas to larger places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from trust.foundation.directory import queries as directory
from trust.foundation.directory.queries import Whole, small_areas, vintages, wholes
from trust.foundation.directory.words import PlaceKind
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.queries.register import IndicatorCard, indicator
from trust.vision.outcomes.queries.store import Record, ask_shelf
from trust.vision.outcomes.rules.conversion import (
    Converted,
    Part,
    absence_of,
    chained,
    check_can_be_carried,
    converted,
)
from trust.vision.outcomes.rules.figures import Figure, summed, with_limits
from trust.vision.outcomes.words import Mark

# Of every small place asked for, the figures about all the children that the indicator is about.
LATEST = """
    select area, area_vintage, period, "order", first_month, numerator, denominator, value, lower, upper,
        mark, published_on, known_on, source, licence, published_note, sex, age, "group"
    from read_parquet($shelf)
    where indicator = $code and list_contains($areas, area)
        and known_on <= $as_of and main and main_until > $as_of
    order by "order", area
"""


@dataclass(frozen=True)
class Held:
    """An indicator's figures of small areas for one period, as they were published on one vintage."""

    card: IndicatorCard
    period: str
    vintage: str
    figures: dict[str, Figure]

    @property
    def source(self) -> str:
        return next((figure.source for figure in self.figures.values()), "")


@dataclass(frozen=True)
class RolledUp:
    """A larger place from its small areas; `counted` is how many of its `members` had counts."""

    whole: Whole
    figure: Figure | None
    counted: int

    @property
    def members(self) -> int:
        return len(self.whole.members)


def held_for(code: str, *, areas: Sequence[str], as_of: date, period: str = "") -> Held:
    """The latest period, or the one asked for, in which any of these has a figure; errors: NotFound."""
    card = indicator(code)
    records = ask_shelf(LATEST, {"code": code, "areas": list(areas), "as_of": as_of})
    there = [record for record in records if record[7] is not None and period in {"", record[2]}]
    if not there:
        return Held(card, "", "", {})
    latest = there[-1]
    same = [record for record in records if record[2:5] == latest[2:5] and record[1] == latest[1]]
    found = with_limits([_figure(record) for record in same], card.measured)
    vintage = latest[1] or _only_vintage({figure.area for figure in found})
    return Held(card, latest[2], vintage, {figure.area: figure for figure in found})


def _figure(record: Record) -> Figure:
    (area, _, period, order, first_month, numerator, denominator, value, lower, upper, mark, published_on,
     known_on, source, licence, published_note, sex, age, group) = record  # fmt: skip
    return Figure(
        area=area, period=period, order=order, first_month=first_month, numerator=numerator,
        denominator=denominator, value=value, lower=lower, upper=upper, mark=Mark(mark),
        published_on=published_on, known_on=known_on, source=source, licence=licence,
        published_note=published_note, sex=sex, age=age, group=group,
    )  # fmt: skip


def _only_vintage(codes: set[str]) -> str:
    """The one vintage that has all these areas; empty where none has, or several."""
    names = [one.name for one in vintages(PlaceKind.LSOA)]
    fits = [name for name in names if codes <= {area.code for area in small_areas(name)}]
    return fits[0] if len(fits) == 1 else ""


def every_small_area() -> list[str]:
    """The code of every small area of every vintage."""
    return sorted(directory.places_of(PlaceKind.LSOA))


def carried(held: Held, *, areas: Sequence[str], vintage: str) -> list[Converted]:
    """Small areas of a vintage with figures carried from the vintage that these were published on.

    Errors: Refused, with a sentence, where that would mislead.
    """
    if held.vintage == vintage or not held.figures:
        return [Converted(area, held.figures.get(area)) for area in areas]
    if not held.vintage:
        raise Refused("Its publisher does not say which boundaries these figures are for.")
    card = held.card
    check_can_be_carried(title=card.title, unit=card.unit, method=card.method, figures=held.figures.values())
    found = converted(held.figures, parts_between(held.vintage, vintage), areas=areas)
    return _limited(card, found)


def _limited(card: IndicatorCard, found: Sequence[Converted]) -> list[Converted]:
    figures = iter(with_limits([one.figure for one in found if one.figure], card.measured))
    return [
        Converted(one.area, next(figures), one.estimated, one.sentence) if one.figure else one
        for one in found
    ]


def parts_between(source: str, target: str) -> list[Part]:
    """What became of every small area between two vintages, forwards or back; errors: Refused."""
    names = [one.name for one in vintages(PlaceKind.LSOA)]
    if not {source, target} <= set(names):
        raise Refused(f"We hold no lookup between the small areas of {source} and those of {target}.")
    steps = names[min(map(names.index, (source, target))) : max(map(names.index, (source, target))) + 1]
    if source != steps[0]:
        steps.reverse()
    parts = [Part(area.code, area.code) for area in small_areas(source)]
    for earlier, later in pairwise(steps):
        parts = chained(parts, _step(earlier, later))
    return parts


def _step(source: str, target: str) -> list[Part]:
    forwards = directory.lookup_pairs(source, target)
    changed = [Part(pair.source, pair.target, pair.share) for pair in forwards]
    if not forwards:
        backwards = directory.lookup_pairs(target, source)
        changed = [Part(pair.target, pair.source, pair.back) for pair in backwards]
    moved = {part.source for part in changed} | {part.target for part in changed}
    same = {area.code for area in small_areas(source)} & {area.code for area in small_areas(target)}
    return [*changed, *(Part(code, code) for code in sorted(same - moved))]


def gathered(held: Held, *, level: PlaceKind, as_of: date) -> list[RolledUp]:
    """Every larger place of a kind from the counts of its small areas; errors: Refused, with a sentence."""
    card = held.card
    if not held.figures:
        return []
    if not held.vintage:
        raise Refused("Its publisher does not say which boundaries these figures are for.")
    check_can_be_carried(title=card.title, unit=card.unit, method=card.method, figures=held.figures.values())
    found = [_whole(whole, held) for whole in wholes(level, vintage=held.vintage, on=as_of)]
    figures = iter(with_limits([one.figure for one in found if one.figure], card.measured))
    return [RolledUp(one.whole, next(figures) if one.figure else None, one.counted) for one in found]


def _whole(whole: Whole, held: Held) -> RolledUp:
    parts = [held.figures[member] for member in whole.members if member in held.figures]
    counted = len([part for part in parts if part.tally and not part.mark.is_absence])
    if not parts:
        return RolledUp(whole, None, 0)
    figure = summed(parts, places=len(whole.members))
    mark = figure.mark
    if counted < len(whole.members):
        mark = absence_of(parts)
    elif whole.best_fit:
        mark = Mark.ESTIMATED
    return RolledUp(whole, replace(figure, area=whole.code, mark=mark), counted)
