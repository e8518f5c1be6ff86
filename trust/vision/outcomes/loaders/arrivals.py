"""Bring in one official file: it is kept under its hash, read to be shown, and read again to be loaded."""

import hashlib
import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, transaction

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.outcomes.actions import Delivery, define_indicator, release_figures
from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.official.assemble import Reading, read_official
from trust.vision.outcomes.formats.official.registry import FAMILIES
from trust.vision.outcomes.queries.arriving import Comparison, compare, name_for, release_of_file
from trust.vision.outcomes.queries.register import definitions

LARGEST = 200_000_000
TOO_LARGE = "This file is larger than 200 MB. Split it, for example by year, and bring in each part."
NO_FIGURE = (
    "We know this layout, but no row of the file can be loaded. Is it the file its publisher gave out?"
)
LONGEST_NAME = 80
# One file is brought in at a time: two at once could each take the other's figures for missing.
ONE_AT_A_TIME = 7_301_442


@dataclass(frozen=True)
class Arrival:
    """An official file as it was read, and what it would change."""

    file: Path
    file_sha256: str
    reading: Reading
    entries: tuple[Entry, ...]
    comparison: Comparison
    held_as: UUID | None

    @property
    def nothing_new(self) -> bool:
        return self.held_as is not None or (self.comparison.nothing_new and not self.entries)

    @property
    def name(self) -> str:
        """The name its release is known by."""
        stem = re.sub(r"[^a-z0-9]+", "-", self.file.stem.lower()).strip("-")[:LONGEST_NAME]
        key = self.reading.family.key
        return f"{stem}.csv" if stem.startswith(key) else f"{key}-{stem}.csv"


def keep_arrival(pieces: Iterable[bytes], name: str) -> str:
    """Keep a file that was sent until it is loaded, under its hash; errors: Refused where it is too large."""
    waiting = _arrivals() / f"{uuid4().hex}.part"
    waiting.parent.mkdir(parents=True, exist_ok=True)
    whole, size = hashlib.sha256(), 0
    try:
        with waiting.open("wb") as kept:
            for piece in pieces:
                size += len(piece)
                if size > LARGEST:
                    raise Refused(TOO_LARGE)
                whole.update(piece)
                kept.write(piece)
        folder = _arrivals() / whole.hexdigest()
        folder.mkdir(exist_ok=True)
        if not any(folder.iterdir()):
            os.replace(waiting, folder / _safe_name(name))
    finally:
        waiting.unlink(missing_ok=True)
    return whole.hexdigest()


def arrived(file_sha256: str) -> Path:
    """The file that was kept under a hash; errors: NotFound."""
    folder = _arrivals() / file_sha256
    if not re.fullmatch(r"[0-9a-f]{64}", file_sha256) or not folder.is_dir():
        raise NotFound
    file = next(folder.iterdir(), None)
    if file is None:
        raise NotFound
    return file


def read_arrival(file: Path) -> Arrival:
    """Read an official file and say what it would change; errors: Refused where it is none that we know."""
    if file.stat().st_size > LARGEST:
        raise Refused(TOO_LARGE)
    known = definitions()
    try:
        reading = read_official(file, FAMILIES, known)
    except Unreadable as error:
        raise Refused(str(error)) from error
    if not reading.rows and not reading.entries:
        raise Refused(NO_FIGURE)
    entries = (one for one in reading.entries.values() if reading.family.defines or one.code not in known)
    file_sha256 = _hash_of(file)
    return Arrival(
        file, file_sha256, reading, tuple(entries), compare(reading.rows), release_of_file(file_sha256)
    )


@transaction.atomic
def load_arrival(arrival: Arrival, *, by: Actor, at: datetime) -> UUID | None:
    """Hold an official file's figures as a release; None where nothing in it is new."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
    if arrival.nothing_new or release_of_file(arrival.file_sha256):
        return None
    for entry in arrival.entries:
        define_indicator(entry=entry, by=by, at=at)
    reading = arrival.reading
    name = name_for(arrival.name, reading.rows, arrival.file_sha256)
    delivery = Delivery(name, arrival.file_sha256, reading.rows, reading.faults)
    release = release_figures(delivery=delivery, by=by, at=at)
    return release.id if release else None


def _arrivals() -> Path:
    return Path(settings.STATE) / "arrivals"


def _safe_name(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9_-]+", "-", Path(name).stem)[:LONGEST_NAME].strip("-") + ".csv"


def _hash_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
