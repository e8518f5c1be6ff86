"""A question about figures through the product's own path, against DuckDB asked the same by hand."""

from collections.abc import Callable, Iterator
from datetime import date

import duckdb

from trust.vision.outcomes.queries import combined, gap_story, releases
from trust.vision.outcomes.queries.store import parquet_of

type Times = Callable[[Callable[[], object]], list[float]]
type Row = tuple[str, list[float], str, list[float]]

DAY = date(2010, 6, 8)
GROUP = ("E07000088", "E07000090")
OTHERS = tuple(f"E070000{n}" for n in (84, 85, 86, 87, 89, 91, 92, 93, 94))
RAW = """
    select period, sum(numerator), sum(denominator), sum(numerator) / sum(denominator) * 1000
    from read_parquet(?) where indicator = 'ni-112' and list_contains(?, area) and known_on <= ?
    group by period order by period
"""


def measure(times: Times) -> Iterator[Row]:
    files = [str(parquet_of(held.rows_sha256)) for held in releases()]
    raw = duckdb.connect()
    by_hand = raw.execute(RAW, [files, list(GROUP), DAY]).fetchall()
    ours = combined("ni-112", areas=GROUP, as_of=DAY)
    check_same([(figure.period, figure.value) for figure in ours], [(row[0], row[3]) for row in by_hand])
    rival = times(lambda: raw.execute(RAW, [files, list(GROUP), DAY]).fetchall())
    yield "Rates of two districts together, with intervals", times(lambda: question()), "raw DuckDB", rival
    yield "The gap and its change, with tests", times(lambda: gap()), "raw DuckDB", rival


def question() -> object:
    return combined("ni-112", areas=GROUP, as_of=DAY)


def gap() -> object:
    return gap_story("ni-112", group=GROUP, others=OTHERS, as_of=DAY, since="1998")


def check_same(ours: list[tuple[str, float | None]], rival: list[tuple[str, float]]) -> None:
    for (period, value), (other_period, other) in zip(ours, rival, strict=True):
        if period != other_period or value is None or abs(value - other) > 1e-9:
            raise RuntimeError(
                f"{period}: ours says {value} and DuckDB {other}; a faster wrong answer is no answer."
            )
