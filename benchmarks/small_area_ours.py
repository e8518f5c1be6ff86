"""The product's own path: DuckDB reads, adds up and writes; every figure is from `foundation.statistics`."""

import os
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from benchmarks.small_area_cells import FIFTHS, GROUPS, PERIODS
from trust.foundation.statistics.gaps import difference
from trust.foundation.statistics.intervals import Floats
from trust.foundation.statistics.proportions import wilson
from trust.foundation.statistics.relative import relative_gaps_of_proportions
from trust.foundation.statistics.slope import slope_index
from trust.foundation.statistics.words import Polarity

type Engine = duckdb.DuckDBPyConnection
type Columns = dict[str, NDArray[Any]]

AREAS = """
    create table areas as
    select area::usmallint as area, locality::usmallint as locality, district::usmallint as district,
        county::usmallint as county, fifth::utinyint as fifth
    from read_parquet($file)
"""
LARGEST = "select max(out_of)::integer from read_parquet($file)"
WORKED_OUT = """
    create or replace temp table worked_out as
    select (out_of * $width + count)::integer as tally, share, lower, upper from every
"""
SMALL = """
    select period, indicator, grp, area, share, lower, upper
    from read_parquet($cells) join worked_out on tally = out_of::integer * $width::integer + count
"""
LOCALITIES = """
    create temp table localities as
    select indicator, grp, locality, sum(count)::integer as x, sum(out_of)::integer as n
    from read_parquet($file) join areas using (area) group by all
"""
PLACES = """
    with
    above as (select distinct locality, district, county from areas),
    sums as (
        select case when grouping(locality) = 0 then 0 when grouping(district) = 0 then 1
                when grouping(county) = 0 then 2 else 3 end::utinyint as level,
            coalesce(locality, district, county, 0) as place, indicator, grp,
            sum(x)::integer as x, sum(n)::integer as n
        from localities join above using (locality)
        group by grouping sets (
            (indicator, grp, locality), (indicator, grp, district), (indicator, grp, county), (indicator, grp)
        )
    )
    from sums order by level, place, indicator, grp
"""
FIFTHS_OF_COUNTIES = """
    select county, indicator, fifth, sum(count)::integer as x, sum(out_of)::integer as n
    from read_parquet($file) join areas using (area) group by all order by all
"""


def small_areas(folder: Path, out: Path) -> None:
    """A period at a time, as releases come, and a processor to each."""
    engine = duckdb.connect()
    engine.execute("set threads = 1; set preserve_insertion_order = false")
    engine.execute(AREAS, {"file": str(folder / "places.parquet")})
    for name in ("small", "rolled", "slopes"):
        (out / f"{name}.parquet").mkdir()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(partial(one_period, engine, folder, out), range(PERIODS)))


def one_period(engine: Engine, folder: Path, out: Path, period: int) -> None:
    cells = str(folder / f"cells-{period}.parquet")
    with engine.cursor() as own:
        intervals_of_cells(own, cells, out / f"small.parquet/{period}.parquet")
        own.execute(LOCALITIES, {"file": cells})
        groups = own.execute(PLACES).fetchnumpy()
        own.execute("drop table localities")
        keep(own, with_gaps(groups), period, out / f"rolled.parquet/{period}.parquet")
        fifths = own.execute(FIFTHS_OF_COUNTIES, {"file": cells}).fetchnumpy()
        keep(own, slopes(fifths), period, out / f"slopes.parquet/{period}.parquet")


def intervals_of_cells(own: Engine, cells: str, file: Path) -> None:
    """Millions of cells hold few different counts of few children: each is worked out once, and looked up."""
    ((largest,),) = own.execute(LARGEST, {"file": cells}).fetchall()
    out_of = np.repeat(np.arange(1, largest + 1), np.arange(2, largest + 2))
    count = np.arange(1, out_of.size + 1) - out_of * (out_of + 1) // 2
    found = wilson(count, out_of)
    shares = {"share": found.value, "lower": found.lower, "upper": found.upper}
    own.register("every", {"count": count, "out_of": out_of, **shares})
    width = {"width": largest + 1}
    own.execute(WORKED_OUT, width)
    own.execute(f"copy ({SMALL}) to $file (format parquet)", {"file": str(file), "cells": cells, **width})


def with_gaps(groups: Columns) -> Columns:
    """Shares, limits and gaps from sums of counts: each group against everyone else of its place."""
    x, n = groups.pop("x"), groups.pop("n")
    others = everyone_but(x), everyone_but(n)
    mine, theirs = wilson(x, n), wilson(*others)
    gap = difference(theirs, mine).scaled(100)
    relative = relative_gaps_of_proportions((x, n), others, Polarity.HIGH)
    return {
        **groups, "count": x, "out_of": n, "share": mine.value, "lower": mine.lower, "upper": mine.upper,
        "gap": gap.value, "gap_lower": gap.lower, "gap_upper": gap.upper,
        "relative": relative.value, "relative_lower": relative.lower, "relative_upper": relative.upper,
    }  # fmt: skip


def everyone_but(count: NDArray[Any]) -> Floats:
    by_group = np.asarray(count, dtype=np.float64).reshape(-1, GROUPS)
    return (by_group.sum(axis=1, keepdims=True) - by_group).ravel()


def slopes(fifths: Columns) -> Columns:
    x, n = (np.asarray(fifths[key], dtype=np.float64).reshape(-1, FIFTHS) for key in ("x", "n"))
    found = slope_index(x / n, n)
    keys = {key: fifths[key][::FIFTHS] for key in ("county", "indicator")}
    return {**keys, "slope": found.slope, "relative": found.relative}


def keep(own: Engine, figures: Columns, period: int, file: Path) -> None:
    own.register("figures", figures)
    columns = f"select {period}::utinyint as period, * from figures"
    own.execute(f"copy ({columns}) to $file (format parquet)", {"file": str(file)})
