"""The places of a map with their figures and their outlines, for each kind of place there is."""

from collections.abc import Callable, Sequence
from datetime import date

from trust.foundation.directory import queries as directory
from trust.vision.outcomes.formats.official.places import official_place
from trust.vision.outcomes.queries.map_gathered import Gathered, drawn, published
from trust.vision.outcomes.queries.map_localities import localities
from trust.vision.outcomes.queries.map_small import larger, small_areas
from trust.vision.outcomes.queries.outlines import atlas, outlined_years
from trust.vision.outcomes.queries.register import neighbours
from trust.vision.outcomes.queries.series import place_names
from trust.vision.outcomes.queries.store import ask_shelf
from trust.vision.outcomes.words import Geography

AUTHORITIES = ("E06", "E08", "E09", "E10")
# The beginnings of the codes from whose figures a map can be made, published or added up.
MADE_FROM = {
    Geography.WARD: ("E05", "E01"), Geography.MSOA: ("E02", "E01"), Geography.LSOA: ("E01",),
    Geography.AUTHORITY: AUTHORITIES, Geography.NEIGHBOUR: AUTHORITIES,
}  # fmt: skip
BEGINNINGS = """
    select distinct area[:3] from read_parquet($shelf)
    where indicator = $code and known_on <= $as_of and (value is not null or numerator is not null)
"""
WITH_FIGURES = """
    select distinct area from read_parquet($shelf)
    where indicator = $code and known_on <= $as_of and value is not null
        and list_contains($beginnings, area[:3])
"""


def kinds_with_figures(code: str, *, as_of: date) -> list[Geography]:
    """The kinds of place that a measure can be drawn by: there are figures, and outlines for them."""
    beginnings = {begins for (begins,) in ask_shelf(BEGINNINGS, {"code": code, "as_of": as_of})}
    years = outlined_years()
    found = [Geography.DISTRICT]
    if directory.localities(on=as_of):
        found.append(Geography.LOCALITY)
    for geography, made_from in MADE_FROM.items():
        outlines = Geography.AUTHORITY if geography is Geography.NEIGHBOUR else geography
        if outlines in years and beginnings & {*made_from}:
            found.append(geography)
    return found


def gathered(code: str, *, by: Geography, vintage: str, as_of: date) -> Gathered:
    """Every place of a kind with its figure of the latest period that any has one for."""
    return GATHERERS[by](code, vintage, as_of)


def _authorities(code: str, vintage: str, as_of: date) -> Gathered:
    held = atlas(Geography.AUTHORITY)
    found = ask_shelf(WITH_FIGURES, {"code": code, "as_of": as_of, "beginnings": list(AUTHORITIES)})
    codes = sorted({*held.features, *(area for (area,) in found)})
    period, rows = published(code, _names(codes, as_of), as_of)
    kept = tuple(row for row in rows if row.figure or row.code in held.features)
    known = len([row for row in kept if row.figure and row.figure.value is not None])
    few = f"{known} of {len(kept)} authorities have a figure." if known < len(kept) else ""
    return drawn(period, kept, held, notes=(few,))


def _alike(code: str, vintage: str, as_of: date) -> Gathered:
    chosen = neighbours(as_of=as_of)
    if chosen is None:
        return Gathered("", (), (), notes=("Nobody had said by then which places are most like this one.",))
    county = directory.setting().county
    names = _names([county, *(area for area, _ in chosen.members)], as_of)
    period, rows = published(code, names, as_of)
    whose = f"The places most like {names[county]}, as told by {chosen.source}: the set {chosen.name}."
    return drawn(period, rows, atlas(Geography.AUTHORITY), notes=(whose,))


def _names(codes: Sequence[str], as_of: date) -> dict[str, str]:
    official = {code: found.name for code in codes if (found := official_place(code))}
    return official | place_names([code for code in codes if code not in official], on=as_of)


GATHERERS: dict[Geography, Callable[[str, str, date], Gathered]] = {
    Geography.DISTRICT: larger(Geography.DISTRICT),
    Geography.LOCALITY: localities,
    Geography.WARD: larger(Geography.WARD),
    Geography.MSOA: larger(Geography.MSOA),
    Geography.LSOA: small_areas,
    Geography.AUTHORITY: _authorities,
    Geography.NEIGHBOUR: _alike,
}
