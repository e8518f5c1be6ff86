from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from trust.foundation.audit.actions import record
from trust.foundation.kernel.actor import Actor
from trust.vision.outcomes.formats.figures import Fault
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.neighbours import Neighbours
from trust.vision.outcomes.formats.outlines import Boundaries, collection_of
from trust.vision.outcomes.formats.registers import CROSSED, Crossed, Stated
from trust.vision.outcomes.models import (
    Crossing,
    FigureRelease,
    Indicator,
    NeighbourSet,
    Outlines,
    Quarantined,
    Registered,
)
from trust.vision.outcomes.queries.outlines import fresh_outlines
from trust.vision.outcomes.queries.staging import Staged, keep, same_rows
from trust.vision.outcomes.queries.store import prepare_shelf

# Of a file with more bad rows than this the first are kept here; its preview has had them all to take away.
MOST_WAITING = 10_000


@dataclass(frozen=True)
class Delivery:
    """One file as it was read: its good rows, and those that must wait."""

    file: str
    file_sha256: str
    staged: Staged
    faults: Sequence[Fault]


@transaction.atomic
def define_indicator(*, entry: Entry, by: Actor, at: datetime) -> Indicator | None:
    """Add an indicator, or a new version of one whose definition has changed; None where nothing has."""
    stated = asdict(entry)
    latest = Indicator.objects.filter(code=entry.code).order_by("-version").first()
    if latest and all(getattr(latest, name) == value for name, value in stated.items()):
        return None
    version = latest.version + 1 if latest else 1
    added = Indicator.objects.create(version=version, **stated)
    record("outcomes.indicator.defined", on=added, by=by, at=at, code=entry.code, version=version)
    return added


@transaction.atomic
def register_definitions(*, stated: Sequence[Stated], by: Actor, at: datetime) -> list[Registered]:
    """Register what a framework says of its indicators; what has changed is a new version."""
    held = {row.code: row for row in Registered.objects.order_by("code", "version")}
    facts = {one.code: {**asdict(one), "parts": list(one.parts)} for one in stated}
    new = [code for code in facts if not is_held(held.get(code), facts[code])]
    added = Registered.objects.bulk_create(
        Registered(version=held[code].version + 1 if code in held else 1, registered_at=at, **facts[code])
        for code in new
    )
    if added:
        record("outcomes.definitions.registered", on=added[0], by=by, at=at, definitions=len(added))
    return added


@transaction.atomic
def register_crossings(*, stated: Sequence[Crossed], by: Actor, at: datetime) -> list[Crossing]:
    """Keep how definitions stand to each other; what is held as it is stays."""
    held = {Crossed(**{name: getattr(row, name) for name in CROSSED}) for row in Crossing.objects.all()}
    new = [one for one in dict.fromkeys(stated) if one not in held]
    added = Crossing.objects.bulk_create(Crossing(registered_at=at, **asdict(one)) for one in new)
    if added:
        record("outcomes.crossings.registered", on=added[0], by=by, at=at, crossings=len(added))
    return added


@transaction.atomic
def keep_neighbours(*, neighbours: Neighbours, by: Actor, at: datetime) -> NeighbourSet | None:
    """Keep a set of neighbours; None where it is held as it is."""
    facts = facts_of(neighbours)
    if is_held(NeighbourSet.objects.filter(area="", name=neighbours.name).first(), facts):
        return None
    added = NeighbourSet.objects.create(added_at=at, **facts)
    record("outcomes.neighbours.kept", on=added, by=by, at=at, name=neighbours.name)
    return added


@transaction.atomic
def keep_neighbours_of_all(
    *, sets: Sequence[tuple[str, Neighbours]], by: Actor, at: datetime
) -> list[NeighbourSet]:
    """Keep what one official file says of every authority; those that are held as they are stay."""
    held = {(one.area, one.name): one for one in NeighbourSet.objects.order_by("added_at").exclude(area="")}
    new = [
        NeighbourSet(area=area, added_at=at, **facts_of(one))
        for area, one in sets
        if not is_held(held.get((area, one.name)), facts_of(one))
    ]
    added = NeighbourSet.objects.bulk_create(new)
    if added:
        record("outcomes.neighbours.kept", on=added[0], by=by, at=at, name=added[0].name, sets=len(added))
    return added


def facts_of(neighbours: Neighbours) -> dict[str, Any]:
    return {**asdict(neighbours), "members": [list(member) for member in neighbours.members]}


def is_held(held: NeighbourSet | Registered | None, facts: Mapping[str, Any]) -> bool:
    return held is not None and all(getattr(held, name) == value for name, value in facts.items())


@transaction.atomic
def keep_outlines(
    *, boundaries: Boundaries, file: str, file_sha256: str, by: Actor, at: datetime
) -> Outlines | None:
    """Keep a file's outlines; None where each of them is held as it is."""
    if not fresh_outlines(boundaries):
        return None
    added = Outlines.objects.create(
        geography=boundaries.geography,
        vintage=boundaries.vintage,
        file=file,
        file_sha256=file_sha256,
        source=boundaries.source,
        licence=boundaries.licence,
        attribution=boundaries.attribution,
        outlines=len(boundaries.outlines),
        collection=collection_of(boundaries.outlines),
        loaded_by=by.name,
        turn=Outlines.objects.count() + 1,
        added_at=at,
    )
    about = {"geography": boundaries.geography, "vintage": boundaries.vintage}
    record("outcomes.outlines.kept", on=added, by=by, at=at, outlines=added.outlines, **about)
    return added


@transaction.atomic
def release_figures(*, delivery: Delivery, by: Actor, at: datetime) -> FigureRelease | None:
    """Hold a file's good rows, superseding the file of that name; None where it holds the very same."""
    staged = delivery.staged
    before = FigureRelease.objects.current().filter(file=delivery.file).first()
    if before and before.file_sha256 == delivery.file_sha256 and same_rows(before.rows_sha256, staged):
        keep(staged, before.rows_sha256)
        return None
    keep(staged, staged.sha256)
    release = FigureRelease.objects.create(
        file=delivery.file,
        file_sha256=delivery.file_sha256,
        rows_sha256=staged.sha256,
        rows=staged.rows,
        waiting=len(delivery.faults),
        sources=list(staged.sources),
        licences=list(staged.licences),
        loaded_by=by.name,
        loaded_by_worker=by.worker,
        loaded_at=at,
        supersedes=before,
    )
    Quarantined.objects.bulk_create(
        Quarantined(release=release, line=f.line, field=f.field, sentence=f.sentence[:400], row=f.row)
        for f in delivery.faults[:MOST_WAITING]
    )
    # Should the disk be full, the figures are held all the same and the next reader makes the shelf.
    transaction.on_commit(prepare_shelf, robust=True)
    record("outcomes.figures.released", on=release, by=by, at=at, file=delivery.file, sha256=staged.sha256)
    return release
