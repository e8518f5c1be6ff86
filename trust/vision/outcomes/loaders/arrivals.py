"""Bring in one official file: it is kept under its hash, read to be shown, and read again to be loaded."""

import hashlib
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, transaction

from trust.foundation.directory import queries as directory
from trust.foundation.directory.actions import enter_schools
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.outcomes.actions import (
    Delivery,
    define_indicator,
    keep_neighbours_of_all,
    release_figures,
)
from trust.vision.outcomes.formats.figures import Fault, Unreadable
from trust.vision.outcomes.formats.indicators import Entry
from trust.vision.outcomes.formats.neighbours import Neighbours
from trust.vision.outcomes.formats.official.assemble import (
    LATER_DAY,
    NOTHING_TOLD,
    NoDay,
    Reading,
    Told,
    read_official,
)
from trust.vision.outcomes.formats.official.registry import FAMILIES
from trust.vision.outcomes.formats.rows import Definition
from trust.vision.outcomes.loaders.own import is_own, read_own
from trust.vision.outcomes.queries.arriving import (
    Comparison,
    compare,
    name_for,
    odd_percentages,
    release_of_digest,
    release_of_file,
)
from trust.vision.outcomes.queries.register import definitions, held_neighbours
from trust.vision.outcomes.queries.staging import Staged, stage
from trust.vision.outcomes.words import Method

LARGEST = 200_000_000
TOO_LARGE = "This file is larger than 200 MB. Split it, for example by year, and bring in each part."
NO_FIGURE = (
    "We know this layout, but no row of the file can be loaded. Is it the file its publisher gave out?"
)
SAY_SO = "If it is right, say so and load it."
LONGEST_NAME = 80
ENDINGS = frozenset({".csv", ".xlsx", ".geojson", ".json"})
KEPT_FOR = timedelta(days=7)
# One file is brought in at a time: two at once could each take the other's figures for missing.
ONE_AT_A_TIME = 7_301_442


class DayNeeded(Refused):
    """A file that can be read as soon as somebody says when it was published."""


@dataclass(frozen=True)
class Arrival:
    """An official file as it was read, and what it would change."""

    file: Path
    file_sha256: str
    reading: Reading
    staged: Staged
    faults: Sequence[Fault]
    entries: tuple[Entry, ...]
    neighbours: tuple[tuple[str, Neighbours], ...]
    comparison: Comparison
    held_as: UUID | None
    redated: bool
    schools: directory.SchoolList
    odd: tuple[str, ...]

    @property
    def nothing_new(self) -> bool:
        figures = self.redated or not self.comparison.nothing_new
        changes = figures or self.entries or self.neighbours or self.schools.schools
        return self.held_as is not None or not changes

    @property
    def warnings(self) -> tuple[str, ...]:
        """What looks wrong with the file as a whole, so that a person must say that it is right."""
        return (*self.odd, *self.comparison.jumps)

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
        # The very same file sent again goes by the name it was sent under last.
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
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


def read_arrival(file: Path, told: Told = NOTHING_TOLD) -> Arrival:
    """Read an official file and say what it would change; errors: Refused where it is none that we know."""
    if file.stat().st_size > LARGEST:
        raise Refused(TOO_LARGE)
    known = definitions()
    try:
        reading, staged, faults, file_sha256 = _read(file, known, told)
    except NoDay as error:
        raise DayNeeded(str(error)) from error
    except Unreadable as error:
        raise Refused(str(error)) from error
    if reading.is_empty and not staged.rows:
        raise Refused(no_figure(faults))
    held = held_neighbours()
    neighbours = tuple((area, one) for area, one in reading.neighbours if held.get((area, one.name)) != one)
    # The rows of a file say nothing of its neighbours: the same file with another day brings new sets.
    held_as = None if neighbours else release_of_file(file_sha256, staged)
    return Arrival(
        file, file_sha256, reading, staged, faults, tuple(_new_entries(reading, known)),
        neighbours,
        compare(staged), held_as, held_as is None and release_of_digest(file_sha256) is not None,
        directory.schools_to_take(reading.schools, file=file.name, file_sha256=file_sha256),
        odd_percentages(staged, reading.entries),
    )  # fmt: skip


def no_figure(faults: Sequence[Fault]) -> str:
    """Why nothing of a known layout can be loaded, by the first row that was refused."""
    first = "".join(f" Line {fault.line}, {fault.field}: {fault.sentence}" for fault in faults[:1])
    return NO_FIGURE + first


def _read(
    file: Path, known: Mapping[str, Definition], told: Told
) -> tuple[Reading, Staged, Sequence[Fault], str]:
    """A tidy file of our own by columns, whatever its size; any other by the family that knows it."""
    if is_own(file):
        reading, own = read_own(file, known, told)
        return reading, own.staged, own.faults, own.file_sha256
    reading = read_official(file, FAMILIES, known, told)
    if reading.is_empty and any(fault.field == "published_on" for fault in reading.faults):
        raise NoDay(LATER_DAY)
    return reading, stage(reading.rows), reading.faults, _hash_of(file)


def check_arrival(file: Path) -> None:
    """Errors: Refused where a file is none that we know; one that only lacks its day is known."""
    with suppress(DayNeeded):
        read_arrival(file)


def _new_entries(reading: Reading, known: Mapping[str, Definition]) -> Iterator[Entry]:
    """The measures that are new, or of which the file has counts where we knew of none."""
    for entry in reading.entries.values():
        held = known.get(entry.code)
        counted = held and held.method is Method.NONE is not entry.method
        if held is None or reading.family.defines or counted:
            yield entry


@transaction.atomic
def load_arrival(arrival: Arrival, *, by: Actor, at: datetime, confirmed: bool = False) -> UUID | None:
    """Hold an official file's figures as a release; None where nothing in it is new.

    Errors: Refused where something looks wrong with the file and nobody has said that it is right.
    """
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(%s)", [ONE_AT_A_TIME])
    again = None if arrival.neighbours else release_of_file(arrival.file_sha256, arrival.staged)
    if arrival.nothing_new or again:
        return None
    if arrival.warnings and not confirmed:
        raise Refused(" ".join((*arrival.warnings, SAY_SO)))
    for entry in arrival.entries:
        define_indicator(entry=entry, by=by, at=at)
    keep_neighbours_of_all(sets=arrival.neighbours, by=by, at=at)
    if arrival.schools.schools:
        enter_schools(listed=arrival.schools, by=by, at=at)
    name = name_for(arrival.name, arrival.staged, arrival.file_sha256)
    delivery = Delivery(name, arrival.file_sha256, arrival.staged, arrival.faults)
    release = release_figures(delivery=delivery, by=by, at=at)
    return release.id if release else release_of_digest(arrival.file_sha256)


def held_release(file_sha256: str) -> UUID:
    """The release of a file whose copy has been cleared away; errors: NotFound."""
    found = release_of_digest(file_sha256)
    if found is None:
        raise NotFound
    return found


def clear_arrival(file_sha256: str) -> None:
    """Let go of the copy of a file that is loaded."""
    shutil.rmtree(_arrivals() / file_sha256, ignore_errors=True)


def clear_old_arrivals(*, at: datetime) -> None:
    """Let go of the copies that nobody loaded within a week."""
    for kept in _arrivals().iterdir() if _arrivals().is_dir() else ():
        if at.timestamp() - kept.stat().st_mtime > KEPT_FOR.total_seconds():
            shutil.rmtree(kept) if kept.is_dir() else kept.unlink()


def _arrivals() -> Path:
    return Path(settings.STATE) / "arrivals"


def _safe_name(name: str) -> str:
    """The name without what a path may not have; its ending stays, as a spreadsheet's says what it is."""
    ending = Path(name).suffix.lower()
    stem = re.sub(r"[^A-Za-z0-9_-]+", "-", Path(name).stem)[:LONGEST_NAME].strip("-")
    return stem + (ending if ending in ENDINGS else ".csv")


def _hash_of(file: Path) -> str:
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
