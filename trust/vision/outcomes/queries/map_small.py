"""Maps by small area, and by what is added up from small areas: wards, middle-sized areas, districts."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from trust.foundation.directory import queries as directory
from trust.foundation.directory.words import PlaceKind
from trust.foundation.kernel.english import counted
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.queries.map_gathered import Gathered, drawn, published
from trust.vision.outcomes.queries.outlines import Atlas, atlas, outlined_years
from trust.vision.outcomes.queries.places import Held, carried, every_small_area, held_for
from trust.vision.outcomes.queries.small_areas import rows_of
from trust.vision.outcomes.words import Geography

NO_OUTLINES = "We hold no outlines of the small areas of {}, so these figures are not on a map."
BEST_FIT = (
    "Wards are worked out from small areas. Each counts whole in the ward that most of it lies in, so these "
    "are estimates."
)


def larger(geography: Geography) -> Callable[[str, str, date], Gathered]:
    """Places larger than small areas: as they were published, or added up from their small areas."""

    def gather(code: str, vintage: str, as_of: date) -> Gathered:
        kind, held = PlaceKind(geography), atlas(geography)
        period, rows = published(code, _names(kind, as_of), as_of)
        if period:
            kept = [row for row in rows if row.figure or row.code in held.features]
            return drawn(period, kept, held)
        small = held_for(code, areas=every_small_area(), as_of=as_of)
        if not small.figures:
            return Gathered("", (), ())
        try:
            return _added_up(small, geography, held, as_of)
        except Refused as refusal:
            return Gathered(small.period, (), (), notes=(str(refusal),), held=small)

    return gather


def _names(kind: PlaceKind, as_of: date) -> dict[str, str]:
    """Every place of a kind; of districts those of the day, as one that has gone is no longer drawn."""
    if kind is PlaceKind.DISTRICT:
        return {place.code: place.name for place in directory.districts(on=as_of)}
    return directory.places_of(kind)


def _added_up(small: Held, geography: Geography, held: Atlas, as_of: date) -> Gathered:
    if geography is not Geography.WARD:
        rows = rows_of(small, PlaceKind(geography), small.vintage, as_of)
        return drawn(small.period, rows, held, of=small)
    on = _best_outlined(small, held, as_of)
    rows = rows_of(_carried_whole(small, on), PlaceKind.WARD, on, as_of)
    moved = _moved(small, on, "") if on != small.vintage else ""
    return drawn(small.period, rows, held, notes=(BEST_FIT, moved), of=small)


def _best_outlined(small: Held, held: Atlas, as_of: date) -> str:
    """The boundaries whose wards have the most outlines; the figures' own where none have more."""
    years = [small.vintage, *(one.name for one in reversed(directory.vintages(PlaceKind.LSOA)))]
    return max(dict.fromkeys(years), key=lambda year: _share_outlined(year, held, as_of))


def _share_outlined(vintage: str, held: Atlas, as_of: date) -> float:
    wards = directory.wholes(PlaceKind.WARD, vintage=vintage, on=as_of)
    return len([one for one in wards if one.code in held.features]) / len(wards) if wards else -1


def _carried_whole(small: Held, vintage: str) -> Held:
    if vintage == small.vintage:
        return small
    areas = [area.code for area in directory.small_areas(vintage)]
    found = {one.area: one.figure for one in carried(small, areas=areas, vintage=vintage) if one.figure}
    return replace(small, vintage=vintage, figures=found)


def small_areas(code: str, vintage: str, as_of: date) -> Gathered:
    """Small areas on the boundaries they were published for, or carried to others."""
    small = held_for(code, areas=every_small_area(), as_of=as_of)
    if not small.figures:
        return Gathered("", (), ())
    years = outlined_years().get(Geography.LSOA, [])
    asked = vintage or (small.vintage if small.vintage in years else years[-1] if years else small.vintage)
    held = atlas(Geography.LSOA, asked)
    try:
        rows = rows_of(small, PlaceKind.LSOA, asked, as_of)
    except Refused as refusal:
        own = rows_of(small, PlaceKind.LSOA, small.vintage, as_of) if small.vintage else []
        why = f"{NO_OUTLINES.format(small.vintage)} {refusal}"
        return Gathered(small.period, tuple(own), (), notes=(why,), vintage=small.vintage, held=small)
    estimates = len([row for row in rows if row.estimated])
    moved = _moved(small, asked, counted(estimates, "area")) if asked != small.vintage else ""
    return replace(drawn(small.period, rows, held, notes=(moved,), of=small), vintage=asked)


def _moved(small: Held, vintage: str, estimates: str) -> str:
    told = f" The figures of {estimates} are estimates, for the boundaries of others did not change."
    return (
        f"These figures were published for the boundaries of {small.vintage}, and are drawn on those of "
        f"{vintage}.{told if estimates else ''}"
    )
