"""`boundaries/districts.geojson`: the outlines of an area's districts, for its maps."""

import json
from collections.abc import Container
from typing import Any

from trust.vision.outcomes.formats.figures import Unreadable


def read_outlines(content: bytes, places: Container[str]) -> dict[str, Any]:
    """The collection as it is, once every outline is of a place that we know; errors: Unreadable."""
    try:
        found = json.loads(content)
        codes = [feature["properties"]["code"] for feature in found["features"]]
        shapes = {feature["geometry"]["type"] for feature in found["features"]}
    except (ValueError, KeyError, TypeError) as error:
        raise Unreadable(f"It is not GeoJSON with a code for each outline: {error}.") from error
    unknown = [code for code in codes if code not in places]
    if unknown:
        raise Unreadable(f"“{unknown[0]}” is not the code of a place that we know.")
    if shapes - {"Polygon", "MultiPolygon"}:
        raise Unreadable("An outline must be a Polygon or a MultiPolygon.")
    return dict(found)
