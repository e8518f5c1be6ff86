"""A county, or a country, of invented small areas: counts in Parquet, a file for each period."""

from dataclasses import dataclass
from pathlib import Path

import duckdb
import numpy as np

from trust.foundation.statistics.quantiles import quantile_groups

PERIODS, INDICATORS, GROUPS = 10, 100, 12
AREAS_IN_LOCALITY, LOCALITIES_IN_COUNTY, DISTRICTS_IN_COUNTY = 11, 82, 11
FIFTHS = 5
SEED = 2010

PLACES = f"""
    select area, area // {AREAS_IN_LOCALITY} locality,
        area // {AREAS_IN_LOCALITY * LOCALITIES_IN_COUNTY} county,
        county * {DISTRICTS_IN_COUNTY}
            + locality % {LOCALITIES_IN_COUNTY} * {DISTRICTS_IN_COUNTY} // {LOCALITIES_IN_COUNTY} district,
        fifth
    from scored
"""
CELLS = f"""
    with
    children as (
        select indicator, grp, area, fifth, 4 + hash(area, grp, $period) % 90 as out_of,
            (hash(area, grp, indicator, $period) % 10007) / 10007 - 0.5 as chance
        from range({INDICATORS}) i(indicator), range({GROUPS}) g(grp), places
    ),
    reached as (
        select *, out_of * (0.25 + 0.004 * indicator + 0.03 * fifth - 0.008 * grp + 0.005 * $period)
            + chance * sqrt(out_of) as about
        from children
    )
    select $period::utinyint as period, indicator::utinyint as indicator, grp::utinyint as grp,
        area::usmallint as area, greatest(0, least(out_of, round(about)))::usmallint as count,
        out_of::usmallint as out_of
    from reached order by indicator, grp, area
"""


@dataclass(frozen=True)
class Size:
    """How many small areas: each has 10 periods x 100 indicators x 12 groups = 12,000 cells."""

    name: str
    areas: int

    @property
    def cells(self) -> int:
        return self.areas * PERIODS * INDICATORS * GROUPS


COUNTY, NATIONAL = Size("county", 902), Size("national", 32_844)


def make(size: Size, folder: Path) -> None:
    """Write the places and every cell, the same each time.

    Places: 11 small areas in a locality, 82 localities in a county, 11 districts in a county; each area has a
    score of deprivation (a seeded normal draw) and by it a fifth of its county, 1 the most deprived.
    Cells: 4 to 93 children (by hash); the share who reach rises with the indicator, the fifth and the year
    and falls with the group; chance is a hash, spread by the root of the children.
    """
    engine = duckdb.connect()
    engine.register("scored", scored(size.areas))
    engine.execute(f"create table places as {PLACES}")
    engine.execute("copy places to $file (format parquet)", {"file": str(folder / "places.parquet")})
    for period in range(PERIODS):
        file = str(folder / f"cells-{period}.parquet")
        engine.execute(f"copy ({CELLS}) to $file (format parquet)", {"file": file, "period": period})


def scored(areas: int) -> dict[str, np.ndarray]:
    score = np.random.default_rng(SEED).normal(size=areas)
    counties = np.arange(areas) // (AREAS_IN_LOCALITY * LOCALITIES_IN_COUNTY)
    fifths = np.zeros(areas, dtype=np.int64)
    for county in np.unique(counties):
        fifths[counties == county] = quantile_groups(score[counties == county], FIFTHS)
    return {"area": np.arange(areas), "fifth": fifths}
