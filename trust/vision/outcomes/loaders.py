"""Bring an area's figures in: good rows are held, bad rows wait with a sentence each."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from trust.foundation.directory import queries as directory
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.loading import LoadReport
from trust.vision.outcomes.actions import Delivery, define_indicator, release_figures
from trust.vision.outcomes.formats.figures import Key, Known, Unreadable, read_figures
from trust.vision.outcomes.formats.indicators import Entry, read_indicators

REGISTER = "indicators.toml"


def load_figures(folder: Path, *, by: Actor, at: datetime) -> LoadReport:
    """Load `figures/` of an area's folder; the same files twice change nothing."""
    register = folder / "figures" / REGISTER
    if not register.exists():
        return LoadReport(added=0, unchanged=0, refused=[])
    try:
        entries, refused = read_indicators(register.read_bytes())
    except Unreadable as error:
        return LoadReport(added=0, unchanged=0, refused=[f"{REGISTER}: {error}"])
    defined = [define_indicator(entry=entry, by=by, at=at) for entry in entries]
    deliveries, faults = _read_files(sorted(register.parent.glob("*.csv")), entries)
    released = [release_figures(delivery=delivery, by=by, at=at) for delivery in deliveries]
    done = [*defined, *released]
    return LoadReport(
        added=len([one for one in done if one]),
        unchanged=len([one for one in done if not one]),
        refused=[*(f"{REGISTER}: {sentence}" for sentence in refused), *faults],
    )


def _read_files(files: Sequence[Path], entries: Sequence[Entry]) -> tuple[list[Delivery], list[str]]:
    known = Known(
        {entry.code: entry.definition for entry in entries}, frozenset(p.code for p in directory.places())
    )
    deliveries: list[Delivery] = []
    sentences: list[str] = []
    seen: dict[Key, str] = {}
    for file in files:
        try:
            delivery = _read_file(file, known, seen)
        except Unreadable as error:
            sentences.append(f"{file.name}: {error}")
            continue
        deliveries.append(delivery)
        sentences += [f"{file.name}, line {f.line}, {f.field}: {f.sentence}" for f in delivery.faults]
    return deliveries, sentences


def _read_file(file: Path, known: Known, seen: dict[Key, str]) -> Delivery:
    content = file.read_bytes()
    rows, faults = read_figures(content, known, file=file.name, seen=seen)
    return Delivery(file.name, hashlib.sha256(content).hexdigest(), rows, faults)
