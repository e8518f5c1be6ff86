"""The same figures by other means: DuckDB's SQL alone, and plain NumPy with DuckDB only to read and write."""

from pathlib import Path
from typing import Any

import duckdb
import numpy as np
from numpy.typing import NDArray

from benchmarks.small_area_cells import FIFTHS, GROUPS, INDICATORS, PERIODS

type Floats = NDArray[np.float64]
type Columns = dict[str, NDArray[Any]]

Z = 1.959963984540054
LEVELS = ("locality", "district", "county", "england")
MACROS = f"""
    create macro below(x, n) as greatest(0, least(x / n,
        (2 * x + {Z * Z} - {Z} * sqrt({Z * Z} + 4 * x * (1 - x / n))) / (2 * (n + {Z * Z}))));
    create macro above(x, n) as least(1, greatest(x / n,
        (2 * x + {Z * Z} + {Z} * sqrt({Z * Z} + 4 * x * (1 - x / n))) / (2 * (n + {Z * Z}))));
    create macro reach(x, n, y, m) as exp({Z} * sqrt(greatest(0, 1 / x - 1 / n + 1 / y - 1 / m)));
"""
SMALL = """
    select period, indicator, grp, area, x / n as share, below(x, n) as lower, above(x, n) as upper
    from (select *, count::double as x, out_of::double as n from read_parquet($cells))
"""
LOCALITY = """
    create table locality as
    select period, indicator, grp, locality as place, sum(count)::integer as x, sum(out_of)::integer as n
    from read_parquet($cells) join read_parquet($places) using (area) group by all
"""
HIGHER = """
    create table {level} as
    select period, indicator, grp, above.{level} as place, sum(x)::integer as x, sum(n)::integer as n
    from {below} join (select distinct {below}, {level} from areas) above on place = above.{below}
    group by all
"""
TOGETHER = " union all ".join(
    f"select {number}::utinyint as level, * from {level}" for number, level in enumerate(LEVELS)
)
ROLLED = f"""
    with
    groups as ({TOGETHER}),
    everyone as (
        select level, place, period, indicator, sum(x)::double as all_x, sum(n)::double as all_n
        from groups group by all
    ),
    sides as (
        select level, place, period, indicator, grp, x::double as x, n::double as n,
            all_x - x as y, all_n - n as m
        from groups join everyone using (level, place, period, indicator)
    ),
    limits as (
        select *, x / n as share, below(x, n) as lower, above(x, n) as upper,
            y / m as theirs, below(y, m) as their_lower, above(y, m) as their_upper,
            (x / n) / (y / m) as ratio, reach(x, n, y, m) as reach
        from sides
    )
    select level, place, period, indicator, grp, x::integer as count, n::integer as out_of,
        share, lower, upper,
        100 * (theirs - share) as gap,
        100 * (theirs - share - sqrt((theirs - their_lower) ** 2 + (upper - share) ** 2)) as gap_lower,
        100 * (theirs - share + sqrt((their_upper - theirs) ** 2 + (share - lower) ** 2)) as gap_upper,
        100 * (1 - ratio) as relative, 100 * (1 - ratio * reach) as relative_lower,
        100 * (1 - ratio / reach) as relative_upper
    from limits
"""
SLOPES = """
    with
    fifths as (
        select county, period, indicator, fifth, sum(count)::double as x, sum(out_of)::double as n
        from read_parquet($cells) join read_parquet($places) using (area) group by all
    ),
    shares as (
        select *, n / sum(n) over whole as a,
            sum(n) over (whole order by fifth) / sum(n) over whole - n / sum(n) over whole / 2 as b
        from fifths window whole as (partition by county, period, indicator)
    ),
    lines as (
        select county, period, indicator,
            sum(a * (b - 0.5) * x / n) / sum(a * (b - 0.5) ** 2) as slope, sum(a * x / n) as middle
        from shares group by all
    )
    select county, period, indicator, slope, (middle + slope / 2) / (middle - slope / 2) as relative
    from lines
"""


def raw_duckdb(folder: Path, out: Path) -> None:
    """One engine, SQL alone."""
    engine = duckdb.connect()
    engine.execute("set preserve_insertion_order = false")
    engine.execute(MACROS)
    values = {"cells": str(folder / "cells-*.parquet"), "places": str(folder / "places.parquet")}
    engine.execute(f"create table areas as from read_parquet('{folder / 'places.parquet'}')")
    engine.execute("alter table areas add column england integer default 0")
    copy(engine, SMALL, out / "small.parquet", {"cells": values["cells"]})
    engine.execute(LOCALITY, values)
    for below, level in zip(LEVELS[:-1], LEVELS[1:], strict=True):
        engine.execute(HIGHER.format(level=level, below=below))
    copy(engine, ROLLED, out / "rolled.parquet", {})
    copy(engine, SLOPES, out / "slopes.parquet", values)


def copy(engine: duckdb.DuckDBPyConnection, sql: str, file: Path, values: dict[str, str]) -> None:
    engine.execute(f"copy ({sql}) to $file (format parquet)", {"file": str(file), **values})


def plain_numpy(folder: Path, out: Path) -> None:
    """Whole periods as arrays, sums by bincount, formulas written out."""
    engine = duckdb.connect()
    engine.execute("set preserve_insertion_order = false")
    places: Columns = engine.execute(f"from '{folder / 'places.parquet'}' order by area").fetchnumpy()
    (out / "small.parquet").mkdir()
    parts = [one_period(engine, folder, out, places, period) for period in range(PERIODS)]
    for name, kind in (("rolled", 0), ("slopes", 1)):
        table = {key: np.concatenate([part[kind][key] for part in parts]) for key in parts[0][kind]}
        write(engine, table, out / f"{name}.parquet")


def one_period(
    engine: duckdb.DuckDBPyConnection, folder: Path, out: Path, places: Columns, period: int
) -> tuple[Columns, Columns]:
    cells: Columns = engine.execute(f"from '{folder / f'cells-{period}.parquet'}'").fetchnumpy()
    x, n = cells["count"].astype(np.float64), cells["out_of"].astype(np.float64)
    share, lower, upper = limits(x, n)
    keys = {key: cells[key] for key in ("period", "indicator", "grp", "area")}
    write(engine, {**keys, "share": share, "lower": lower, "upper": upper}, out / f"small.parquet/{period}")
    line = cells["indicator"].astype(np.int64) * GROUPS + cells["grp"]
    rolled = [level_of(cells, x, n, line, places, level, period) for level in LEVELS]
    together = {key: np.concatenate([part[key] for part in rolled]) for key in rolled[0]}
    return together, slopes_of(cells, x, n, places, period)


def level_of(
    cells: Columns, x: Floats, n: Floats, line: NDArray[np.int64], places: Columns, level: str, period: int
) -> Columns:
    of_area = (
        places[level].astype(np.int64) if level != "england" else np.zeros(len(places["area"]), np.int64)
    )
    count = int(of_area.max()) + 1
    into = of_area[cells["area"]] * (INDICATORS * GROUPS) + line
    size = count * INDICATORS * GROUPS
    sums = [np.bincount(into, values, size).reshape(-1, GROUPS) for values in (x, n)]
    gx, gn = (total.ravel() for total in sums)
    ox, on = ((total.sum(axis=1, keepdims=True) - total).ravel() for total in sums)
    every = np.arange(size)
    keys: Columns = {
        "level": np.full(size, LEVELS.index(level), np.uint8), "place": every // (INDICATORS * GROUPS),
        "period": np.full(size, period, np.uint8), "indicator": every // GROUPS % INDICATORS,
        "grp": every % GROUPS, "count": gx.astype(np.int32), "out_of": gn.astype(np.int32),
    }  # fmt: skip
    return {**keys, **both_gaps(gx, gn, ox, on)}


def limits(x: Floats, n: Floats) -> tuple[Floats, Floats, Floats]:
    share = x / n
    spread = Z * np.sqrt(Z * Z + 4 * x * (1 - share))
    low, high = (2 * x + Z * Z - spread) / (2 * (n + Z * Z)), (2 * x + Z * Z + spread) / (2 * (n + Z * Z))
    return share, np.maximum(0, np.minimum(share, low)), np.minimum(1, np.maximum(share, high))


def both_gaps(x: Floats, n: Floats, y: Floats, m: Floats) -> dict[str, Floats]:
    (share, lower, upper), (theirs, their_lower, their_upper) = limits(x, n), limits(y, m)
    gap, ratio = theirs - share, share / theirs
    with np.errstate(divide="ignore"):
        reach = np.exp(Z * np.sqrt(np.maximum(0, 1 / x - 1 / n + 1 / y - 1 / m)))
    return {
        "share": share, "lower": lower, "upper": upper, "gap": 100 * gap,
        "gap_lower": 100 * (gap - np.sqrt((theirs - their_lower) ** 2 + (upper - share) ** 2)),
        "gap_upper": 100 * (gap + np.sqrt((their_upper - theirs) ** 2 + (share - lower) ** 2)),
        "relative": 100 * (1 - ratio), "relative_lower": 100 * (1 - ratio * reach),
        "relative_upper": 100 * (1 - ratio / reach),
    }  # fmt: skip


def slopes_of(cells: Columns, x: Floats, n: Floats, places: Columns, period: int) -> Columns:
    counties = int(places["county"].max()) + 1
    spot = (places["county"].astype(np.int64) * INDICATORS * FIFTHS + places["fifth"] - 1)[cells["area"]]
    into = spot + cells["indicator"].astype(np.int64) * FIFTHS
    size = counties * INDICATORS * FIFTHS
    xs, ns = (np.bincount(into, values, size).reshape(-1, FIFTHS) for values in (x, n))
    a = ns / ns.sum(axis=1, keepdims=True)
    b = a.cumsum(axis=1) - a / 2 - 0.5
    slope, middle = (a * b * xs / ns).sum(axis=1) / (a * b * b).sum(axis=1), (a * xs / ns).sum(axis=1)
    line = np.arange(counties * INDICATORS)
    return {
        "county": line // INDICATORS, "period": np.full(line.size, period, np.uint8),
        "indicator": line % INDICATORS, "slope": slope,
        "relative": (middle + slope / 2) / (middle - slope / 2),
    }  # fmt: skip


def write(engine: duckdb.DuckDBPyConnection, table: Columns, file: Path) -> None:
    engine.register("table_of_arrays", table)
    copy(engine, "from table_of_arrays", file, {})
    engine.unregister("table_of_arrays")
