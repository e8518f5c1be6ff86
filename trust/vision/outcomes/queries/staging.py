"""Figures on their way in: one Parquet file in canonical order, its hash, and what is refused beside it."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import time
from typing import Any, overload
from uuid import uuid4

import duckdb
import numpy as np
from django.conf import settings
from numpy.typing import NDArray

from trust.vision.outcomes.formats.rows import ROW_FIELDS, Row, cells_of
from trust.vision.outcomes.queries.store import COLUMNS, parquet_of

DAY = 86_400
AT_ONCE = 10_000
MEMORY = "800MB"
SQL_OF_KIND = {
    # Each column as numbers of one width, whatever machine or engine wrote it.
    "integer": "{}::bigint",
    "bigint": "coalesce({}, -1)::bigint",
    "double": "coalesce({}, 'nan'::double)",
    "date": "coalesce(({} - date '1970-01-01')::bigint, -999999)",
    "boolean": "{}::bigint",
}


@dataclass(frozen=True)
class Staged:
    """A file's good rows as they wait to be released."""

    file: Path
    rows: int
    sha256: str
    sources: tuple[str, ...]
    licences: tuple[str, ...]

    @property
    def found(self) -> "Found[Row]":
        """Its rows, read only as far as somebody looks."""
        return Found(self.file, self.rows, Row)


class Found[T](Sequence[T]):
    """What a waiting Parquet file lists, read only as far as somebody looks."""

    def __init__(self, file: Path, count: int, make: Callable[..., T]) -> None:
        self.file, self.length, self.make = file, count, make

    def __len__(self) -> int:
        return self.length

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> list[T]: ...
    def __getitem__(self, place: int | slice) -> T | list[T]:
        if isinstance(place, int):
            return self._between(range(self.length)[place], 1)[0]
        start, stop, _ = place.indices(self.length)
        return self._between(start, max(0, stop - start))

    def __iter__(self) -> Iterator[T]:
        for start in range(0, self.length, AT_ONCE):
            yield from self._between(start, AT_ONCE)

    def _between(self, start: int, many: int) -> list[T]:
        with duckdb.connect() as engine:
            found = engine.execute(
                "select * from read_parquet($file) limit $many offset $start",
                {"file": str(self.file), "many": many, "start": start},
            )
            return [self.make(*record) for record in found.fetchall()]


def workbench() -> duckdb.DuckDBPyConnection:
    """A DuckDB of its own for one file: what does not fit in its memory goes to disk."""
    folder = waiting_room()
    spilled = str(folder / "spilled")
    return duckdb.connect(":memory:", config={"memory_limit": MEMORY, "temp_directory": spilled})


def waiting_room() -> Path:
    folder = Path(settings.STATE) / "staged"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def stage(rows: Sequence[Row]) -> Staged:
    """Stage rows that are already read, in their canonical order."""
    with workbench() as engine:
        engine.execute(f"create table ready ({columns_of(COLUMNS)})")
        for start in range(0, len(rows), AT_ONCE):
            add_rows(engine, "ready", rows[start : start + AT_ONCE])
        return stage_table(engine, "ready")


def columns_of(kinds: dict[str, str]) -> str:
    return ", ".join(f'"{name}" {kind}' for name, kind in kinds.items())


def add_rows(engine: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Row], **more: list[int]) -> None:
    """Add rows to a table that has their columns, and whatever others are given."""
    columns = zip(*map(cells_of, rows), strict=True)
    values = {**dict(zip(ROW_FIELDS, map(list, columns), strict=True)), **more}
    kinds = {**COLUMNS, **dict.fromkeys(more, "bigint")}
    cells = ", ".join(f'unnest(${name}::{kinds[name]}[]) as "{name}"' for name in values)
    engine.execute(f"insert into {table} by name (select {cells})", values)


def stage_table(engine: duckdb.DuckDBPyConnection, table: str) -> Staged:
    """Write a table in canonical order as a Parquet file that waits under the hash of its rows."""
    cells = ", ".join(f'"{name}"' for name in COLUMNS)
    unfinished = waiting_room() / f"{uuid4().hex}.part"
    with ThreadPoolExecutor(1) as beside, engine.duplicate() as writer:
        written = beside.submit(copy, writer, f"select {cells} from {table}", unfinished)
        sha256 = digest(engine, table)
        written.result()
    file = waiting_room() / f"{sha256}.parquet"
    os.replace(unfinished, file)
    [(rows, sources, licences)] = engine.execute(
        f"select count(*), list(distinct source), list(distinct licence) from {table}"
    ).fetchall()
    clear_out()
    return Staged(file, rows, sha256, tuple(sorted(sources or ())), tuple(sorted(licences or ())))


def list_aside[T](
    engine: duckdb.DuckDBPyConnection, sql: str, make: Callable[..., T], values: dict[str, Any] | None = None
) -> Found[T]:
    """What a query finds, kept in a file of its own until somebody looks."""
    file = waiting_room() / f"{uuid4().hex}.parquet"
    write(engine, sql, file, values)
    [(count,)] = engine.execute("select count(*) from read_parquet($file)", {"file": str(file)}).fetchall()
    return Found(file, count, make)


def write(
    engine: duckdb.DuckDBPyConnection, sql: str, file: Path, values: dict[str, Any] | None = None
) -> None:
    """Write a file whole or not at all."""
    unfinished = file.with_suffix(f".{uuid4().hex}.part")
    copy(engine, sql, unfinished, values)
    os.replace(unfinished, file)


def copy(
    engine: duckdb.DuckDBPyConnection, sql: str, file: Path, values: dict[str, Any] | None = None
) -> None:
    engine.execute(f"copy ({sql}) to $file (format parquet)", {"file": str(file), **(values or {})})


def keep(staged: Staged, rows_sha256: str) -> Path:
    """Make a staged file a release's own, for ever; one that is already there is left as it is."""
    target = parquet_of(rows_sha256)
    if staged.rows and not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(f".{uuid4().hex}.part")
        shutil.copyfile(staged.file, unfinished)
        os.replace(unfinished, target)
    return target


def same_rows(rows_sha256: str, staged: Staged) -> bool:
    """Whether a release holds the very rows of a staged file, by whatever rule its hash was once made."""
    if rows_sha256 == staged.sha256 or not parquet_of(rows_sha256).exists():
        return rows_sha256 == staged.sha256
    with workbench() as engine:
        engine.read_parquet(str(parquet_of(rows_sha256))).create_view("held")
        return digest(engine, "held") == staged.sha256


def clear_out() -> None:
    """Throw away what nobody has come back to for a day."""
    for file in waiting_room().iterdir():
        if file.is_file() and file.stat().st_mtime < time() - DAY:
            file.unlink(missing_ok=True)


def digest(engine: duckdb.DuckDBPyConnection, table: str) -> str:
    """SHA-256 of the hashes of the columns of a table, in their order, whatever file its rows came from.

    A column of words gives its different words in order, each ended by a NUL, and then for each row the place
    of its word among them; other columns give their values. All numbers are eight bytes, the least first.
    """
    with ThreadPoolExecutor() as beside:
        columns = beside.map(lambda column: _digest_of(engine, table, *column), COLUMNS.items())
        return hashlib.sha256(b"".join(columns)).hexdigest()


def _digest_of(engine: duckdb.DuckDBPyConnection, table: str, name: str, kind: str) -> bytes:
    column = hashlib.sha256(f"{name}\0".encode())
    with engine.duplicate() as reader:
        for piece in _pieces(reader, table, name, kind):
            column.update(piece)
    return column.digest()


def _pieces(engine: duckdb.DuckDBPyConnection, table: str, name: str, kind: str) -> Iterator[bytes]:
    if kind == "varchar":
        words, codes = _coded(engine, table, f'"{name}"')
        yield "".join(f"{word}\0" for word in words).encode()
        yield codes.tobytes()
    else:
        sql = SQL_OF_KIND[kind].format(f'"{name}"')
        [values] = engine.execute(f"select {sql} from {table}").fetchnumpy().values()
        yield values.tobytes()


def _coded(engine: duckdb.DuckDBPyConnection, table: str, column: str) -> tuple[list[str], NDArray[np.int64]]:
    """The different words of a column in order, and for each row the place of its word among them."""
    [(kind,)] = engine.execute(
        "select data_type from duckdb_columns() where table_name = $table and column_name = $name",
        {"table": table, "name": column.strip('"')},
    ).fetchall()
    if kind.startswith("ENUM"):
        [(listed,)] = engine.execute(f"select enum_range(null::{kind})").fetchall()
    else:
        found = engine.execute(f"select distinct {column}::varchar from {table}").fetchall()
        listed = [word for (word,) in found]
        column = f"{column}::varchar::{_type_of(engine, column, listed)}"
    [codes] = engine.execute(f"select enum_code({column}) from {table}").fetchnumpy().values()
    held = [word for word, count in zip(listed, np.bincount(codes), strict=False) if count]
    words = sorted(held)
    places = {word: place for place, word in enumerate(words)}
    in_order = np.array([places.get(word, -1) for word in listed], np.int64)
    return words, in_order[codes]


def _type_of(engine: duckdb.DuckDBPyConnection, column: str, words: list[str]) -> str:
    """A type of these words alone, so that each has a number; other columns are read at the same time."""
    engine.execute(
        "create or replace temp table listed as select unnest($words::varchar[]) as word",
        {"words": words or [""]},
    )
    name = f'"held in {column.strip('"')}"'
    engine.execute(f"drop type if exists {name}")
    engine.execute(f"create type {name} as enum (select word from listed)")
    return name
