"""Bring in an area's folder: good rows are held, bad rows wait with a sentence each."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path

from django.db import transaction

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.loading import LoadReport
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.outcomes.actions import (
    Delivery,
    define_indicator,
    keep_neighbours,
    release_figures,
)
from trust.vision.outcomes.formats.figures import Known, Unreadable, read_figures
from trust.vision.outcomes.formats.indicators import read_indicators
from trust.vision.outcomes.formats.neighbours import Neighbours, read_neighbours
from trust.vision.outcomes.formats.rows import Key
from trust.vision.outcomes.loaders.boundaries import load_outlines, read_outlines_file
from trust.vision.outcomes.models import Outlines
from trust.vision.outcomes.queries.outlines import was_kept
from trust.vision.outcomes.queries.staging import stage

REGISTER, NEIGHBOURS = "indicators.toml", "neighbours.toml"
OUTLINES = "boundaries"


class KnownPlaces:
    """The codes that the directory or a set of neighbours knows, each asked for once in a load."""

    def __init__(self, neighbours: Iterable[Neighbours]) -> None:
        self.answers: dict[object, bool] = {code: True for one in neighbours for code, _ in one.members}

    def __contains__(self, code: object) -> bool:
        if code not in self.answers:
            self.answers[code] = is_place(str(code))
        return self.answers[code]


def is_place(code: str) -> bool:
    try:
        directory.place(code)
    except NotFound:
        return False
    return True


@transaction.atomic
def load_figures(folder: Path, *, by: Actor, at: datetime) -> LoadReport:
    """Load `figures/` and the outlines of an area's folder; the same files twice change nothing.

    A bad row is no refusal: it waits, is listed by `queries.waiting_rows`, and the rest is loaded.
    """
    figures = folder / "figures"
    try:
        entries, refused = read_indicators(_content(figures / REGISTER))
        sets = read_neighbours(_content(figures / NEIGHBOURS))
    except Unreadable as error:
        return LoadReport(refused=[f"{REGISTER} or {NEIGHBOURS}: {error}"])
    kept = [keep_neighbours(neighbours=one, by=by, at=at) for one in sets]
    defined = [define_indicator(entry=entry, by=by, at=at) for entry in entries]
    known = Known({entry.code: entry.definition for entry in entries}, KnownPlaces(sets))
    deliveries, unread = _read_files(sorted(figures.glob("*.csv")), known)
    released = [release_figures(delivery=delivery, by=by, at=at) for delivery in deliveries]
    outlines, unclear = _outlines(folder / OUTLINES, by=by, at=at)
    done = [*kept, *defined, *released, *outlines]
    return LoadReport(
        added=len([one for one in done if one]),
        unchanged=len([one for one in done if not one]),
        refused=[*(f"{REGISTER}: {sentence}" for sentence in refused), *unread, *unclear],
    )


def _outlines(folder: Path, *, by: Actor, at: datetime) -> tuple[list[Outlines | None], list[str]]:
    """Every file of outlines in a folder, and a sentence for one that cannot be read or knows too much."""
    kept: list[Outlines | None] = []
    unclear = []
    for file in sorted(folder.glob("*.geojson")):
        try:
            arrival = read_outlines_file(file)
        except Refused as refusal:
            unclear.append(f"{file.name}: {refusal}")
            continue
        unclear += [f"{file.name}: “{one.code}” is no place that we know." for one in arrival.unknown]
        # A pack that is loaded again must not take the place of closer outlines that came in since.
        again = was_kept(arrival.file_sha256)
        kept.append(None if again else load_outlines(arrival, by=by, at=at))
    return kept, unclear


def _content(file: Path) -> bytes:
    """What a file holds; nothing, where an area has no such file."""
    return file.read_bytes() if file.exists() else b""


def _read_files(files: Sequence[Path], known: Known) -> tuple[list[Delivery], list[str]]:
    """Each file's good rows and those that wait; a sentence for a file that is not one of ours at all."""
    deliveries: list[Delivery] = []
    refused: list[str] = []
    seen: dict[Key, str] = {}
    for file in files:
        try:
            deliveries.append(_read_file(file, known, seen))
        except Unreadable as error:
            refused.append(f"{file.name}: {error}")
    return deliveries, refused


def _read_file(file: Path, known: Known, seen: dict[Key, str]) -> Delivery:
    content = file.read_bytes()
    rows, faults = read_figures(content, known, file=file.name, seen=seen)
    return Delivery(file.name, hashlib.sha256(content).hexdigest(), stage(rows), faults)
