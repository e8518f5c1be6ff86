"""Bring in a file of outlines: those of places that we know are kept, made simple enough to draw."""

import hashlib
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from trust.foundation.directory import queries as directory
from trust.foundation.directory.words import PlaceKind
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.actions import keep_outlines
from trust.vision.outcomes.formats.borders import simplified
from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.official.places import SMALL_AREA, official_place
from trust.vision.outcomes.formats.outlines import Boundaries, Outlined, read_boundaries
from trust.vision.outcomes.models import Outlines
from trust.vision.outcomes.queries.outlines import atlas, fresh_outlines
from trust.vision.outcomes.words import Geography

# As many points as a page can draw at once: about 15 for each of 1,100 small areas.
MOST_POINTS = 16_000
LARGEST = 60_000_000
TOO_LARGE = "This file is larger than 60 MB. Choose the generalised outlines (BGC or BSC), which are smaller."
NONE_OF_OURS = "None of its {} outlines is of a place that we know. The first is “{}”, {}."
KINDS = {
    Geography.DISTRICT: (PlaceKind.DISTRICT, PlaceKind.UNITARY),
    Geography.WARD: (PlaceKind.WARD,),
    Geography.MSOA: (PlaceKind.MSOA,),
    Geography.LSOA: (PlaceKind.LSOA,),
}


@dataclass(frozen=True)
class OutlinesArrival:
    """A file of outlines as it was read: what is kept of it, and what would change."""

    file: Path
    file_sha256: str
    boundaries: Boundaries
    unknown: tuple[Outlined, ...]
    new: int
    changed: int

    @property
    def same(self) -> int:
        return len(self.boundaries.outlines) - self.new - self.changed

    @property
    def nothing_new(self) -> bool:
        return not self.new and not self.changed


def is_geojson(file: Path) -> bool:
    """Whether a file begins as GeoJSON does; no table does."""
    with file.open("rb") as content:
        return content.read(100).decode("utf-8-sig", errors="replace").lstrip().startswith("{")


@dataclass(frozen=True)
class Sorted:
    """A file of outlines with those of places that we know apart from the others."""

    whole: Boundaries
    ours: tuple[Outlined, ...]
    unknown: tuple[Outlined, ...]


def check_outlines_file(file: Path) -> None:
    """Errors: Refused, with a sentence, for a file of which nothing could be kept."""
    sorted_out(content_of(file))


def read_outlines_file(file: Path) -> OutlinesArrival:
    """Read a file of outlines and say what it would change; errors: Refused, with a sentence."""
    content = content_of(file)
    found = sorted_out(content)
    kept = replace(found.whole, outlines=fewer_points(found.ours))
    held = atlas(kept.geography, kept.vintage).features
    fresh = fresh_outlines(kept)
    new = len([code for code in fresh if code not in held])
    digest = hashlib.sha256(content).hexdigest()
    return OutlinesArrival(file, digest, kept, found.unknown, new, len(fresh) - new)


def content_of(file: Path) -> bytes:
    if file.stat().st_size > LARGEST:
        raise Refused(TOO_LARGE)
    return file.read_bytes()


def sorted_out(content: bytes) -> Sorted:
    try:
        whole = read_boundaries(content)
    except Unreadable as error:
        raise Refused(str(error)) from error
    known = known_places(whole.geography, whole.vintage)
    ours = tuple(one for one in whole.outlines if one.code in known)
    if not ours:
        first = whole.outlines[0]
        raise Refused(NONE_OF_OURS.format(len(whole.outlines), first.code, first.name))
    return Sorted(whole, ours, tuple(one for one in whole.outlines if one.code not in known))


def fewer_points(outlines: Sequence[Outlined]) -> tuple[Outlined, ...]:
    shapes = simplified({one.code: one.shape for one in outlines}, most=MOST_POINTS)
    return tuple(replace(one, shape=shapes[one.code]) for one in outlines)


def known_places(geography: Geography, vintage: str) -> Container[str]:
    """The codes of a kind of place; of small areas only those that stood in the year of the outlines."""
    if geography is Geography.AUTHORITY:
        return Authorities()
    stood = directory.vintage_on(PlaceKind.LSOA, date(int(vintage), 12, 31))
    of = stood if geography is Geography.LSOA else ""
    return {code for kind in KINDS[geography] for code in directory.places_of(kind, vintage=of)}


class Authorities:
    """Every code of an authority that official statistics know."""

    def __contains__(self, code: object) -> bool:
        found = official_place(str(code))
        return found is not None and found.code == code and not SMALL_AREA.fullmatch(found.code)


def load_outlines(arrival: OutlinesArrival, *, by: Actor, at: datetime) -> Outlines | None:
    """Keep the outlines of a file; None where nothing in it is new."""
    return keep_outlines(
        boundaries=arrival.boundaries,
        file=arrival.file.name,
        file_sha256=arrival.file_sha256,
        by=by,
        at=at,
    )
