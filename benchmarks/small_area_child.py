"""One step of the benchmark of small areas, alone in its process; the answer is a line of JSON."""

import json
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import duckdb

from benchmarks import small_area_cells, small_area_ours, small_area_rivals

WAYS = {
    "ours": small_area_ours.small_areas,
    "raw DuckDB": small_area_rivals.raw_duckdb,
    "plain NumPy": small_area_rivals.plain_numpy,
}
SIZES = {size.name: size for size in (small_area_cells.COUNTY, small_area_cells.NATIONAL)}
KEYS = {
    "small": ("period", "indicator", "grp", "area"),
    "rolled": ("level", "place", "period", "indicator", "grp"),
    "slopes": ("county", "period", "indicator"),
}
FIGURES = {
    "small": ("share", "lower", "upper"),
    "rolled": (
        "count", "out_of", "share", "lower", "upper",
        "gap", "gap_lower", "gap_upper", "relative", "relative_lower", "relative_upper",
    ),
    "slopes": ("slope", "relative"),
}  # fmt: skip
# Every cell of a county; of a country, every cell of its first county and every sum.
COMPARED = {"small": f"area < {small_area_cells.COUNTY.areas}", "rolled": "true", "slopes": "true"}
NEAR = 1e-9


def make(name: str, home: str) -> dict[str, float]:
    size = SIZES[name]
    small_area_cells.make(size, Path(home))
    return {"areas": size.areas, "cells": size.cells}


def run(way: str, home: str, out: str) -> dict[str, float]:
    Path(out).mkdir()
    start = perf_counter()
    WAYS[way](Path(home), Path(out))
    seconds = perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return {"seconds": seconds, "mebibytes": peak / (2**20 if sys.platform == "darwin" else 2**10)}


def compare(ours: str, theirs: str) -> dict[str, float]:
    """Refuse unless both wrote the same rows with the same figures, to a part in a thousand million."""
    found = {name: different(name, Path(ours), Path(theirs)) for name in KEYS}
    if any(found.values()):
        raise SystemExit(f"{theirs} and ours differ in {found} rows; a faster wrong answer is no answer.")
    return dict(found)


def different(name: str, ours: Path, theirs: Path) -> int:
    """How many rows only one side has, or where a figure differs; a period at a time, to stay small."""
    apart = " or ".join(
        f"coalesce(abs(o.{figure} - t.{figure}) > {NEAR} * greatest(1, abs(t.{figure})), true)"
        for figure in FIGURES[name]
    )
    one, other = (
        f"(from read_parquet('{files(way, name)}') where period = $period and {COMPARED[name]})"
        for way in (ours, theirs)
    )
    sql = f"select count(*) from {one} o full join {other} t using ({', '.join(KEYS[name])}) where {apart}"
    periods = range(small_area_cells.PERIODS)
    return sum(duckdb.execute(sql, {"period": period}).fetchall()[0][0] for period in periods)


def files(way: Path, name: str) -> str:
    written = way / f"{name}.parquet"
    return f"{written}/*" if written.is_dir() else str(written)


STEPS: dict[str, Callable[..., dict[str, float]]] = {"make": make, "run": run, "compare": compare}

if __name__ == "__main__":
    step, *words = sys.argv[1:]
    print(json.dumps(STEPS[step](*words)))
