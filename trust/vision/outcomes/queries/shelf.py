"""The shelf: every current release as one Parquet file, sorted for reading.

It is made again whenever the set of current releases changes, and can always be thrown away: the releases
are what is kept. A figure that was published again keeps both publications, each with the days it was the
latest known, so that a question as of a day needs no ranking.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import duckdb
from django.conf import settings

# A change of the question below is a change of every shelf.
FORM = "2"
KEPT = 3
ROWS_IN_GROUP = 30_720
SAME = 'indicator, area, "order", first_month, sex, age, "group"'
# A release keeps a split year as it was published; “201819” is read as 2018/19 everywhere.
WHEN = """case when regexp_full_match(period, '\\d{6}')
                and (try_cast(period[1:4] as integer) + 1) % 100 = try_cast(period[5:6] as integer)
            then period[1:4] || '/' || period[5:6] else period end"""
# Ranking is dear and few figures were published twice: only those are ranked.
BUILT = f"""
    copy (
        with published as (
            select * exclude (filename) replace ({WHEN} as period),
                list_position($files, filename) as loaded, hash({SAME}) as same
            from read_parquet($files, filename = true)
        ),
        again as (select same from published group by same having count(*) > 1),
        dated as (
            select *,
                lead(known_on, 1, date '9999-12-31') over every as until,
                case when main then lead(known_on, 1, date '9999-12-31') over mains else known_on end
                    as main_until
            from published where same in (from again)
            window
                every as (partition by {SAME} order by known_on, loaded),
                mains as (partition by {SAME}, main order by known_on, loaded)
            union all
            select *, date '9999-12-31', case when main then date '9999-12-31' else known_on end
            from published where same not in (from again)
        )
        select * exclude (loaded, same) from dated where until > known_on or main_until > known_on
        order by area, indicator, "order", first_month, sex, age, "group", known_on
    ) to $shelf (format parquet, row_group_size {ROWS_IN_GROUP})
"""


def shelf_of(releases: Sequence[Path]) -> Path:
    """The shelf of these releases, in the order they were loaded; made now if nobody has made it."""
    shelf = _folder() / f"{_name(releases)}.parquet"
    if not shelf.exists():
        with _alone():
            if not shelf.exists():
                _build(releases, shelf)
                _clear(shelf)
    return shelf


def _folder() -> Path:
    return Path(settings.STATE) / "shelves"


def _name(releases: Sequence[Path]) -> str:
    """Of one figure in two files the later counts, so their order is part of the name."""
    return hashlib.sha256("\n".join([FORM, *(file.stem for file in releases)]).encode()).hexdigest()


@contextmanager
def _alone() -> Iterator[None]:
    """Wait for whoever makes a shelf; the system lets go of the lock if its holder dies."""
    _folder().mkdir(parents=True, exist_ok=True)
    with (_folder() / "lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(releases: Sequence[Path], shelf: Path) -> None:
    """Write it whole or not at all, with every processor: the next reader waits for it."""
    unfinished = shelf.with_suffix(f".{uuid4().hex}.part")
    try:
        with duckdb.connect() as engine:
            engine.execute(BUILT, {"files": [str(file) for file in releases], "shelf": str(unfinished)})
        os.replace(unfinished, shelf)
    finally:
        unfinished.unlink(missing_ok=True)


def _clear(newest: Path) -> None:
    """Throw away all but the newest few: a request that began before may still read the one before."""
    made = sorted(_folder().glob("*.parquet"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in made[KEPT:]:
        if file != newest:
            file.unlink()
