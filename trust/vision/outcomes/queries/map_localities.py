"""Maps by the area's own localities: each has the outline of its parts as one."""

from collections.abc import Iterable, Sequence
from datetime import date

from trust.foundation.directory import queries as directory
from trust.foundation.directory.words import PlaceKind
from trust.foundation.kernel.english import listed
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.formats.borders import Shape, united
from trust.vision.outcomes.formats.outlines import Outlined, collection_of, shape_of
from trust.vision.outcomes.queries.map_gathered import Gathered, drawn
from trust.vision.outcomes.queries.outlines import Atlas, Feature, atlas
from trust.vision.outcomes.queries.places import every_small_area, held_for
from trust.vision.outcomes.queries.series import series_of
from trust.vision.outcomes.queries.small_areas import SmallRow, rows_of
from trust.vision.outcomes.rules.figures import Figure
from trust.vision.outcomes.words import Geography

PARTS = (Geography.DISTRICT, Geography.MSOA, Geography.WARD, Geography.LSOA)
SHAPELESS = "No outline can be drawn of {}: it is made of schools, or of no place that we know."
INVENTED = "Which areas it has is invented for the demonstration."
OVERLAP = "Localities may overlap: where two do, the one later in the table is drawn over the other."


def localities(code: str, vintage: str, as_of: date) -> Gathered:
    """From small areas where there are counts; else those that are whole districts, from the districts'."""
    parts = directory.parts_of_localities(on=as_of)
    period, rows = _of_localities(code, parts, as_of)
    ordered = sorted(rows, key=lambda row: row.name)
    short = _without_common_ending([row.name for row in ordered])
    drawable = [(row.code, name, parts.get(row.code, ())) for row, name in zip(ordered, short, strict=True)]
    features = [feature for row in drawable if (feature := _locality(*row))]
    held = Atlas({one["properties"]["code"]: one for one in features}, _thanked(parts.values()))
    shapeless = [row.name for row in ordered if row.code not in held.features and not row.parts]
    none = SHAPELESS.format(listed(shapeless)) if shapeless else ""
    return drawn(period, ordered, held, notes=(none, OVERLAP if _overlap(ordered) else ""))


def _of_localities(
    code: str, parts: dict[str, tuple[str, ...]], as_of: date
) -> tuple[str, Sequence[SmallRow]]:
    small = held_for(code, areas=every_small_area(), as_of=as_of)
    if small.figures:
        try:
            return small.period, rows_of(small, PlaceKind.LOCALITY, small.vintage, as_of)
        except Refused:
            # What cannot be added up may still have been published for the districts.
            pass
    return _of_districts(code, parts, as_of)


def _of_districts(
    code: str, parts: dict[str, tuple[str, ...]], as_of: date
) -> tuple[str, Sequence[SmallRow]]:
    districts = {place.code for place in directory.districts(on=as_of)}
    whole = {locality: codes for locality, codes in parts.items() if districts.issuperset(codes)}
    found = {locality: series_of(code, areas=codes, as_of=as_of) for locality, codes in whole.items()}
    known = [one for course in found.values() for one in course if one.value is not None]
    newest = max(known, key=lambda one: (one.order, one.first_month), default=None)
    vintage = directory.vintage_on(PlaceKind.LSOA, as_of)
    rows = [
        SmallRow(
            code=one.code,
            name=one.name,
            district="",
            district_code="",
            figure=_at(found.get(one.code, ()), newest),
            note=INVENTED if one.invented else "",
            parts=one.members,
        )
        for one in directory.wholes(PlaceKind.LOCALITY, vintage=vintage, on=as_of)
    ]
    return newest.period if newest else "", rows


def _at(course: Iterable[Figure], newest: Figure | None) -> Figure | None:
    return next((one for one in course if newest and one.period == newest.period), None)


def _without_common_ending(names: Sequence[str]) -> list[str]:
    """What tells the names apart, as there is little room on a map.

    >>> _without_common_ending(["Hart Local Partnership", "Test Valley Local Partnership"])
    ['Hart', 'Test Valley']
    """
    words = [name.split() for name in names]
    same = 0
    while (
        len(words) > 1 and min(map(len, words)) > same + 1 and len({name[-1 - same] for name in words}) == 1
    ):
        same += 1
    return [" ".join(name[: len(name) - same]) for name in words]


def _locality(code: str, name: str, parts: Sequence[str]) -> Feature | None:
    """The outline of a locality: its parts as one, where every one of them has an outline."""
    shapes = [_shape_of(part) for part in parts]
    found = [shape for shape in shapes if shape]
    if not found or len(found) < len(shapes):
        return None
    whole = found[0] if len(found) == 1 else united(found)
    [feature] = collection_of([Outlined(code, name, whole)])["features"]
    return dict(feature)


def _shape_of(part: str) -> Shape:
    features = (atlas(geography).features.get(part) for geography in PARTS)
    return next((shape_of(feature) for feature in features if feature), ())


def _thanked(parts: Iterable[Sequence[str]]) -> tuple[str, ...]:
    codes = {code for some in parts for code in some}
    drawn = [held for kind in PARTS if codes & (held := atlas(kind)).features.keys()]
    return tuple(sorted({line for held in drawn for line in held.attributions}))


def _overlap(rows: Sequence[SmallRow]) -> bool:
    members = [member for row in rows for member in row.parts]
    return len(set(members)) < len(members)
