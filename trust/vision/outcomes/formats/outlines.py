"""Outlines of places as GeoJSON: a boundary file as it was downloaded, or one of an area's own pack.

An official file is known by its properties: `LSOA21CD` has the codes of the small areas of 2021.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from trust.vision.outcomes.formats.borders import Polygon, Ring, Shape
from trust.vision.outcomes.formats.figures import Fault, Unreadable
from trust.vision.outcomes.words import Geography

CODES = re.compile(r"(LSOA|MSOA|WD|LAD|CTYUA|UTLA)(\d\d)CD")
KINDS = {
    "LSOA": Geography.LSOA, "MSOA": Geography.MSOA, "WD": Geography.WARD, "LAD": Geography.DISTRICT,
    "CTYUA": Geography.AUTHORITY, "UTLA": Geography.AUTHORITY,
}  # fmt: skip
DRAWN = frozenset(KINDS.values())
# The code of the kind itself comes before those of the larger places that it names beside it.
NARROWEST = tuple(KINDS)
ONS = "Office for National Statistics, outlines of {} ({})"
LICENCE = "OGL v3"
ATTRIBUTION = (
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. "
    "Contains OS data © Crown copyright and database right"
)
DECIMALS = 5
FURTHEST_EAST, FURTHEST_NORTH = 180, 90
NOT_GEOJSON = "It is not GeoJSON: it cannot be read as a collection of outlines."
NO_CODES = (
    "We do not know what these outlines are of. An official file has a column of codes such as LSOA21CD, "
    "MSOA21CD, WD24CD, LAD24CD or CTYUA23CD."
)
IN_METRES = (
    "Its positions are in metres of the National Grid. Download it again as GeoJSON, with positions in "
    "degrees (WGS 84)."
)
NOTHING_DRAWN = "No outline of the file can be drawn: an outline must be a Polygon or a MultiPolygon."
NO_OUTLINE = "No outline of it can be drawn."


@dataclass(frozen=True)
class Outlined:
    """One place with its outline, whose first point is also its last."""

    code: str
    name: str
    shape: Shape


@dataclass(frozen=True)
class Boundaries:
    """A file of outlines: what they are of, of which year, who drew them, and what could not be read."""

    geography: Geography
    vintage: str
    source: str
    licence: str
    attribution: str
    outlines: tuple[Outlined, ...]
    faults: tuple[Fault, ...] = field(default=())


@dataclass(frozen=True)
class About:
    """Where the codes and names of a file stand, and what the file is."""

    geography: Geography
    vintage: str
    code: str
    name: str
    source: str
    licence: str
    attribution: str


def read_boundaries(content: bytes) -> Boundaries:
    """Every outline that can be drawn, and a sentence for each that cannot; errors: Unreadable."""
    try:
        whole = json.loads(content)
        features = list(whole["features"])
        properties = [dict(feature["properties"]) for feature in features]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Unreadable(NOT_GEOJSON) from error
    about = _about(whole, properties[0] if properties else {})
    found, faults = _read(features, about)
    if not found:
        raise Unreadable(NOTHING_DRAWN)
    return Boundaries(
        about.geography, about.vintage, about.source, about.licence, about.attribution,
        tuple(found.values()), tuple(faults),
    )  # fmt: skip


def _about(whole: Mapping[str, Any], first: Mapping[str, Any]) -> About:
    """What the file says of itself at its head, or what the names of its properties say."""
    if "geography" in whole:
        return _ours(whole)
    known = [(NARROWEST.index(name[1]), name) for key in first if (name := CODES.fullmatch(str(key).upper()))]
    if not known:
        raise Unreadable(NO_CODES)
    name = min(known, key=lambda one: one[0])[1]
    code = next(key for key in first if str(key).upper() == name[0])
    named = next((key for key in first if str(key).upper() == f"{name[0][:-2]}NM"), code)
    geography, vintage = KINDS[name[1]], f"20{name[2]}"
    source = ONS.format(geography.several, vintage)
    return About(geography, vintage, code, named, source, LICENCE, ATTRIBUTION)


def _ours(whole: Mapping[str, Any]) -> About:
    """A file of an area's pack names its geography and its year at its head."""
    if whole["geography"] not in DRAWN:
        raise Unreadable(f"“{whole['geography']}” is no kind of place with outlines of its own.")
    if not re.fullmatch(r"\d{4}", str(whole.get("vintage", ""))):
        raise Unreadable("It does not say the year of its outlines, such as 2021.")
    told = {name: str(whole.get(name, "")) for name in ("vintage", "source", "licence", "attribution")}
    return About(Geography(whole["geography"]), code="code", name="name", **told)


def _read(features: Sequence[Any], about: About) -> tuple[dict[str, Outlined], list[Fault]]:
    found: dict[str, Outlined] = {}
    faults = []
    for number, feature in enumerate(features, start=1):
        code = str(feature["properties"].get(about.code) or "")
        if sentence := _wrong(code, found):
            faults.append(Fault(number, "code", sentence, code))
            continue
        shape = _shape(feature.get("geometry"))
        if shape:
            found[code] = Outlined(code, str(feature["properties"].get(about.name) or code), shape)
        else:
            faults.append(Fault(number, "outline", NO_OUTLINE, code))
    return found, faults


def _wrong(code: str, found: Mapping[str, Outlined]) -> str:
    if not code:
        return "It has no code."
    return f"“{code}” has more than one outline: the first is taken." if code in found else ""


def _shape(geometry: Any) -> Shape:
    """A polygon, or several; nothing where it is something else, or breaks off.

    Errors: Unreadable where the whole file is in metres.
    """
    try:
        kind, parts = geometry["type"], geometry["coordinates"]
        whole = {"Polygon": [parts], "MultiPolygon": parts}[kind]
        return tuple(filter(None, (_polygon(part) for part in whole)))
    except Unreadable:
        raise
    except (TypeError, KeyError, ValueError):
        return ()


def _polygon(rings: Sequence[Any]) -> Polygon:
    """The outer ring and its holes; each turns the way that GeoJSON asks, so that neighbours meet head on."""
    read = [_ring(ring) for ring in rings]
    if not read or not read[0]:
        return ()
    return (_turned(read[0], leftwards=True), *(_turned(ring, leftwards=False) for ring in read[1:] if ring))


def _ring(spots: Sequence[Any]) -> Ring:
    ring = [(round(float(x), DECIMALS), round(float(y), DECIMALS)) for x, y, *_ in spots]
    if any(abs(x) > FURTHEST_EAST or abs(y) > FURTHEST_NORTH for x, y in ring):
        raise Unreadable(IN_METRES)
    if not all(x == x and y == y for x, y in ring):
        raise ValueError("A position is no number.")
    kept = [spot for spot, after in pairwise([*ring, *ring[:1]]) if spot != after] or ring
    if kept and kept[0] != kept[-1]:
        kept.append(kept[0])
    return tuple(kept) if len(kept) > 3 else ()


def _turned(ring: Ring, *, leftwards: bool) -> Ring:
    twice = sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))
    return ring if (twice > 0) == leftwards else ring[::-1]


def collection_of(outlines: Sequence[Outlined]) -> dict[str, Any]:
    """The outlines as GeoJSON, as they are kept and drawn."""
    return {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"code": one.code, "name": one.name},
                "geometry": {"type": "MultiPolygon", "coordinates": one.shape},
            }
            for one in outlines
        ],
    }


def shape_of(feature: Mapping[str, Any]) -> Shape:
    """The outline of one place of a collection that is kept."""
    geometry = feature["geometry"]
    parts = geometry["coordinates"]
    polygons = parts if geometry["type"] == "MultiPolygon" else [parts]
    return tuple(tuple(tuple((x, y) for x, y in ring) for ring in polygon) for polygon in polygons)
