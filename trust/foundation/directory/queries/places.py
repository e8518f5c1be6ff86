"""Small areas by vintage, how one vintage became another, and what is part of what on a day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from trust.foundation.directory.models import Area, Belonging, Lookup
from trust.foundation.directory.queries.here import Place, as_place, standing
from trust.foundation.directory.words import Evidence, Fit, PlaceKind, Relation
from trust.foundation.kernel.once import asked_once
from trust.foundation.kernel.time import Span


@dataclass(frozen=True)
class Vintage:
    """One drawing of the boundaries of small areas, and the days on which it stood."""

    name: str
    span: Span


@dataclass(frozen=True)
class SmallArea:
    """A small area of one vintage and the larger places that it lies wholly in, the nearest first."""

    code: str
    name: str
    vintage: str
    within: tuple[str, ...]


@dataclass(frozen=True)
class LookupPair:
    """What became of one area: `share` of its people live in the target, `back` of the target's in it."""

    source: str
    target: str
    relation: Relation
    share: float | None
    back: float | None
    basis: str


@dataclass(frozen=True)
class Whole:
    """A larger place made of small areas; `best_fit` where each is counted whole where most of it lies."""

    code: str
    name: str
    members: tuple[str, ...]
    best_fit: bool = False
    invented: bool = False


@asked_once
def vintages(kind: PlaceKind) -> list[Vintage]:
    """The vintages of a kind of place, oldest first."""
    found = Area.objects.filter(kind=kind).order_by("first").distinct("first", "vintage")
    return [Vintage(area.vintage, Span(area.first, area.last)) for area in found]


def vintage_on(kind: PlaceKind, day: date) -> str:
    """The vintage that stood on a day; the oldest before any did, and an empty one where there is none."""
    found = vintages(kind)
    stood = [vintage.name for vintage in found if vintage.span.first <= day]
    return stood[-1] if stood else next((vintage.name for vintage in found), "")


@asked_once
def places_of(kind: PlaceKind, *, vintage: str = "") -> dict[str, str]:
    """The name of every place of a kind by its code: by its newest name, or by that of one vintage."""
    asked = {"vintage": vintage} if vintage else {}
    rows = Area.objects.filter(kind=kind, **asked).order_by("first")
    return dict(rows.values_list("code", "name"))


@asked_once
def small_areas(vintage: str) -> list[SmallArea]:
    """Every small area (LSOA) of a vintage, by name."""
    rows = Area.objects.filter(kind=PlaceKind.LSOA, vintage=vintage).order_by("name", "code")
    found = list(rows.values_list("code", "name", "parent_code"))
    parents = _parents(vintage)
    return [SmallArea(code, name, vintage, _above(parent, parents)) for code, name, parent in found]


def _parents(vintage: str) -> dict[str, str]:
    """The parent of every larger place; of middle-sized areas only those of the vintage."""
    larger = Area.objects.exclude(kind__in=[PlaceKind.LSOA, PlaceKind.WARD, PlaceKind.LOCALITY])
    rows = larger.values_list("kind", "vintage", "code", "parent_code").order_by("first")
    return {code: parent for kind, of, code, parent in rows if kind != PlaceKind.MSOA or of == vintage}


def _above(code: str, parents: Mapping[str, str]) -> tuple[str, ...]:
    above = []
    while code and code not in above:
        above.append(code)
        code = parents.get(code, "")
    return tuple(above)


def lookup_pairs(source: str, target: str) -> list[LookupPair]:
    """The pairs that changed between two vintages; those of neighbouring vintages are held."""
    rows = Lookup.objects.filter(source_vintage=source, target_vintage=target)
    return [
        LookupPair(row.source_code, row.target_code, Relation(row.relation), row.share, row.back, row.basis)
        for row in rows.order_by("source_code", "target_code")
    ]


@asked_once
def localities(*, on: date) -> list[Place]:
    """The area's own localities on a day, by name; they may overlap."""
    found = Area.objects.filter(standing(on), kind=PlaceKind.LOCALITY).order_by("name")
    return [as_place(area) for area in found]


def parts_of_localities(*, on: date) -> dict[str, tuple[str, ...]]:
    """What belongs to each locality on a day, as the area told it: districts, wards or small areas."""
    rows = Belonging.objects.filter(standing(on), fit=Fit.EXACT).order_by("member_code")
    found: dict[str, tuple[str, ...]] = {}
    for whole, member in rows.values_list("whole_code", "member_code"):
        found[whole] = (*found.get(whole, ()), member)
    return found


def wholes(kind: PlaceKind, *, vintage: str, on: date) -> list[Whole]:
    """The larger places of a kind, each with its small areas; localities as they were on a day."""
    areas = small_areas(vintage)
    if kind is PlaceKind.LOCALITY:
        return _localities(areas, on)
    if kind is PlaceKind.WARD:
        return _wards(areas, vintage)
    return _parents_of(kind, areas)


def _parents_of(kind: PlaceKind, areas: Sequence[SmallArea]) -> list[Whole]:
    members: dict[str, list[str]] = {}
    for area in areas:
        for code in area.within:
            members.setdefault(code, []).append(area.code)
    names = _names(kind, members)
    return [Whole(code, name, tuple(members[code])) for code, name in names]


def _wards(areas: Sequence[SmallArea], vintage: str) -> list[Whole]:
    """Wards by best fit: each small area is counted whole in the ward that most of it lies in."""
    stood = [one.span.first for one in vintages(PlaceKind.LSOA) if one.name == vintage]
    ours = {area.code for area in areas}
    rows = Belonging.objects.filter(fit=Fit.BEST, first__in=stood, member_code__in=ours)
    members: dict[str, list[str]] = {}
    for member, whole in rows.values_list("member_code", "whole_code").order_by("member_code"):
        members.setdefault(whole, []).append(member)
    names = _names(PlaceKind.WARD, members)
    return [Whole(code, name, tuple(members[code]), best_fit=True) for code, name in names]


def _localities(areas: Sequence[SmallArea], on: date) -> list[Whole]:
    """Localities on a day: a place that belongs to one brings every small area in it."""
    rows = Belonging.objects.filter(standing(on), fit=Fit.EXACT)
    parts: dict[str, set[str]] = {}
    invented = set()
    for member, whole, evidence in rows.values_list("member_code", "whole_code", "evidence"):
        parts.setdefault(whole, set()).add(member)
        if evidence == Evidence.INVENTED:
            invented.add(whole)
    return [
        Whole(
            place.code,
            place.name,
            tuple(area.code for area in areas if parts[place.code] & {area.code, *area.within}),
            invented=place.code in invented,
        )
        for place in localities(on=on)
        if place.code in parts
    ]


def _names(kind: PlaceKind, codes: Iterable[str]) -> list[tuple[str, str]]:
    rows = Area.objects.filter(kind=kind, code__in=list(codes)).order_by("code", "-first").distinct("code")
    return sorted(rows.values_list("code", "name"), key=lambda row: row[1])
