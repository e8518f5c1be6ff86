"""The outlines that are held: of each place the newest, and whom to thank for them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from trust.foundation.kernel.once import asked_once
from trust.vision.outcomes.formats.outlines import Boundaries, collection_of, shape_of
from trust.vision.outcomes.models import Outlines
from trust.vision.outcomes.words import Geography

type Feature = dict[str, Any]


@dataclass(frozen=True)
class Atlas:
    """Outlines of one kind of place by code, each of its newest year, with what must be said beside them."""

    features: dict[str, Feature]
    attributions: tuple[str, ...]

    def of(self, codes: Iterable[str]) -> list[Feature]:
        return [self.features[code] for code in codes if code in self.features]


@dataclass(frozen=True)
class OutlineFile:
    """One file of outlines as it was loaded."""

    geography: Geography
    vintage: str
    file: str
    file_sha256: str
    source: str
    licence: str
    attribution: str
    outlines: int
    loaded_by: str
    loaded_at: datetime


@asked_once
def atlas(geography: Geography, vintage: str = "") -> Atlas:
    """What is held of a kind of place: of every year, or of the one asked for."""
    asked = {"vintage": vintage} if vintage else {}
    rows = Outlines.objects.filter(geography=geography, **asked).order_by("vintage", "turn", "added_at")
    drawn: dict[str, tuple[Feature, str]] = {}
    for row, attribution in rows.values_list("id", "attribution"):
        drawn |= {code: (feature, attribution) for code, feature in _features(row).items()}
    return Atlas(
        {code: feature for code, (feature, _) in drawn.items()},
        tuple(sorted({attribution for _, attribution in drawn.values()})),
    )


# A row is never changed, and reading its many points is dear.
@lru_cache(maxsize=16)
def _features(row: UUID) -> dict[str, Feature]:
    collection = Outlines.objects.values_list("collection", flat=True).get(pk=row)
    return {feature["properties"]["code"]: _unchanging(feature) for feature in collection["features"]}


def _unchanging(feature: Feature) -> Feature:
    """With tuples for lists, which Python's collector need not look through again and again."""
    return {**feature, "geometry": {"type": "MultiPolygon", "coordinates": shape_of(feature)}}


def outlines() -> dict[str, Any]:
    """The outlines of the area's districts as GeoJSON; an empty collection where none were given."""
    held = atlas(Geography.DISTRICT)
    return {"features": list(held.features.values()), "source": " ".join(held.attributions)}


@asked_once
def outlined_years() -> dict[Geography, list[str]]:
    """The years of the outlines that are held of each kind of place, oldest first."""
    rows = Outlines.objects.order_by("vintage").values_list("geography", "vintage").distinct()
    found: dict[Geography, list[str]] = {}
    for geography, vintage in rows:
        found.setdefault(Geography(geography), []).append(vintage)
    return found


def outline_files() -> list[OutlineFile]:
    """Every file of outlines, newest first."""
    return [
        OutlineFile(
            Geography(row.geography), row.vintage, row.file, row.file_sha256, row.source, row.licence,
            row.attribution, row.outlines, row.loaded_by, row.added_at,
        )
        for row in Outlines.objects.defer("collection")
    ]  # fmt: skip


def was_kept(file_sha256: str) -> bool:
    """Whether this very file was ever kept, though another may be drawn by now."""
    return Outlines.objects.filter(file_sha256=file_sha256).exists()


def fresh_outlines(boundaries: Boundaries) -> list[str]:
    """The codes of a file's places whose outlines of that year are not held, or are held otherwise."""
    held = atlas(boundaries.geography, boundaries.vintage).features
    come = collection_of(boundaries.outlines)["features"]
    codes = [(feature["properties"]["code"], feature) for feature in come]
    return [code for code, feature in codes if held.get(code) != feature]
