"""Figures as immutable Parquet files, named by the hash of their rows, read by DuckDB in this process."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
from django.conf import settings

from trust.foundation.kernel.once import asked_once
from trust.vision.outcomes.models import FigureRelease
from trust.vision.outcomes.queries.shelf import shelf_of

type Record = tuple[Any, ...]

COLUMNS = {
    "indicator": "varchar", "area": "varchar", "order": "integer", "first_month": "integer",
    "period": "varchar", "sex": "varchar", "age": "varchar", "group": "varchar", "known_on": "date",
    "main": "boolean", "area_vintage": "varchar",
    "numerator": "bigint", "denominator": "double", "value": "double", "lower": "double", "upper": "double",
    "mark": "varchar", "published_on": "date", "published_note": "varchar", "source": "varchar",
    "licence": "varchar",
}  # fmt: skip


class FiguresMissing(RuntimeError):
    """The register names a file of figures that this machine has not: loading the area again rebuilds it."""


def parquet_of(rows_sha256: str) -> Path:
    return Path(settings.STATE) / "releases" / f"{rows_sha256}.parquet"


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    """One DuckDB for the process, in memory: it only reads."""
    engine = duckdb.connect(":memory:")
    # A page reads a few thousand rows: more threads would only fight the web server for its two cores.
    engine.execute("set threads = 1")
    return engine


def ask_shelf(sql: str, values: Mapping[str, object]) -> list[Record]:
    """The rows that a query finds on the shelf, where every release is read as one file."""
    with _on_shelf(sql, values) as found:
        return found.fetchall() if found else []


def columns_on_shelf(sql: str, values: Mapping[str, object]) -> dict[str, Any]:
    """The same as arrays by their names, masked where something is missing; none where nothing is held."""
    with _on_shelf(sql, values) as found:
        return dict(found.fetchnumpy()) if found else {}


@contextmanager
def _on_shelf(sql: str, values: Mapping[str, object]) -> Iterator[duckdb.DuckDBPyConnection | None]:
    files = _current_files()
    if not files:
        yield None
        return
    check_here(files)
    with _engine().duplicate() as connection:
        yield connection.execute(sql, {"shelf": str(shelf_of(files)), **values})


def prepare_shelf() -> None:
    """Make the shelf before anybody waits for it; the files are asked for afresh, as a load changes them."""
    files = current_files()
    if files and all(file.exists() for file in files):
        shelf_of(files)


def ask(sql: str, values: Mapping[str, object]) -> list[Record]:
    """The rows that a query finds in every current release; `values` are bound, never written into `sql`."""
    files = _current_files()
    if not files:
        return []
    return ask_files(sql, files, values)


def ask_files(sql: str, files: Sequence[Path], values: Mapping[str, object]) -> list[Record]:
    check_here(files)
    # Each call has a connection of its own: they share the engine and may run in threads side by side.
    with _engine().duplicate() as connection:
        return connection.execute(sql, {"files": [str(file) for file in files], **values}).fetchall()


def check_here(files: Sequence[Path]) -> None:
    """Errors: FiguresMissing, though the shelf might still answer: what was released must be held."""
    missing = [file.name for file in files if not file.exists()]
    if missing:
        raise FiguresMissing(
            f"{len(missing)} of {len(files)} files of figures are not on this machine. Load the area again."
        )


def current_files() -> list[Path]:
    """The file of every current release, in the order they were loaded."""
    releases = FigureRelease.objects.current().filter(rows__gt=0).order_by("loaded_at", "file")
    return [parquet_of(digest) for digest in releases.values_list("rows_sha256", flat=True)]


_current_files = asked_once(current_files)
