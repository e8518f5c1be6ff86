"""A tidy file of a million figures: read, checked, compared and released, against DuckDB reading it.

The rivals only read: the first casts every cell that is not a word and keeps nothing, the second keeps the
rows as a table, the third sorts them and writes them as Parquet, as we do. None checks a row. One row in ten
thousand is wrong, and must be refused.
"""

import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from time import perf_counter

import duckdb

ROWS, BAD_EVERY = 1_000_000, 10_000
ROUNDS = 3
KEEPS_NOTHING = "DuckDB reads and casts, keeping nothing"
KEEPS_A_TABLE = "DuckDB reads, casts and keeps a table"
WRITES = "DuckDB reads, casts, sorts and writes"
WAYS = ("ours", KEEPS_NOTHING, KEEPS_A_TABLE, WRITES)
COLUMNS = (
    "indicator", "area", "area_vintage", "period", "sex", "age", "group", "numerator", "denominator", "value",
    "lower", "upper", "mark", "published_on", "published_note", "source", "licence",
)  # fmt: skip
CASTS = {
    "numerator": "bigint", "denominator": "double", "value": "double", "lower": "double", "upper": "double",
    "published_on": "date",
}  # fmt: skip
CHECKED = "count(*), count(value), sum(numerator)"


def table() -> list[str]:
    with tempfile.TemporaryDirectory() as home:
        file = Path(home) / "bench-figures.csv"
        made = child("make", str(file))
        # By turns, so that whatever else the machine does is borne by all alike.
        turns = [{way: child(way, str(file)) for way in WAYS} for _ in range(ROUNDS)]
    runs = {way: [turn[way] for turn in turns] for way in WAYS}
    ours = runs["ours"][0]
    if any(
        run["good"] != ours["good"] or run["sum"] != ours["sum"] for found in runs.values() for run in found
    ):
        raise RuntimeError(f"The rows are not the same: {runs}; a faster wrong answer is no answer.")
    heading = f"{made['rows']:,.0f} rows, {made['megabytes']:.0f} MB, {ours['refused']:.0f} refused"
    return [
        f"| {heading} | seconds | ratio of ours | peak MiB |",
        "|---|--:|--:|--:|",
        *rows({way: min(found, key=lambda run: run["seconds"]) for way, found in runs.items()}),
    ]


def rows(best: dict[str, dict[str, float]]) -> Iterator[str]:
    for way, run in best.items():
        ratio = best["ours"]["seconds"] / run["seconds"]
        yield f"| {way} | {run['seconds']:.2f} | {ratio:.1f} | {run['mebibytes']:.0f} |"


def child(*words: str) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.load_figures", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{words[0]} did not end well: {done.stderr.strip()[-600:]}")
    answer: dict[str, float] = json.loads(done.stdout)
    return answer


def make(file: Path) -> dict[str, float]:
    """An invented file: 25 measures, 400 places, 10 years, 10 groups; the seed is fixed."""
    from trust.vision.outcomes.formats.official.places import REGISTER

    chance = random.Random(7)
    with REGISTER.open(encoding="utf-8", newline="") as lines:
        areas = sorted(row["code"] for row in csv.DictReader(lines) if not row["last"])[:400]
    cells = product(range(25), areas, range(2005, 2015), range(10))
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for number, (measure, area, year, group) in enumerate(cells):
            writer.writerow(a_row(chance, number, measure, area, year, group))
    return {"rows": number + 1, "megabytes": file.stat().st_size / 1e6}


def a_row(
    chance: random.Random, number: int, measure: int, area: str, year: int, group: int
) -> tuple[object, ...]:
    below = chance.randint(40, 4000)
    above = chance.randint(0, below)
    value = above / below * 100
    figures: tuple[object, ...] = (above, below, value, max(0, value - 2), min(100, value + 2), "")
    if number % BAD_EVERY == BAD_EVERY - 1:
        figures = (above, below, "about", "", "", "")
    elif number % 50 == 0:
        figures = ("", "", "", "", "", "c")
    period, day = f"{year}/{(year + 1) % 100:02}", f"{year + 2}-02-{1 + number % 28:02}"
    who = ("all", "5 to 15", f"group {group}" if group else "")
    told = (day, "inferred: late, or so", "An invented source", "OGL v3")
    return (f"bench-{measure:02}", area, "2009", period, *who, *figures, *told)


def rival(way: str, file: Path) -> dict[str, float]:
    """DuckDB alone, told how the file is written, so that it need not guess; a bad cell becomes nothing."""
    engine = duckdb.connect()
    # A bare `try_cast` is handed to the reader of the file, which then ends at the first bad cell.
    cells = ", ".join(
        f'try_cast(nullif("{name}", \'\') as {CASTS[name]}) as "{name}"' if name in CASTS else f'"{name}"'
        for name in COLUMNS
    )
    source = f"(select {cells} from read_csv('{file}', all_varchar = true, header = true, delim = ','))"
    sql, found = asked(way, source, file.with_suffix(".parquet"))
    begun = perf_counter()
    engine.execute(sql).fetchall()
    seconds = perf_counter() - begun
    good = "where value is not null or mark <> ''"
    [(_, values, total)] = engine.execute(f"select {CHECKED} from {found} {good}").fetchall()
    return {"seconds": seconds, "good": values, "sum": total}


def asked(way: str, source: str, written: Path) -> tuple[str, str]:
    """What a rival is asked to do, and where its rows are to be looked at afterwards."""
    if way == KEEPS_A_TABLE:
        return f"create table kept as from {source}", "kept"
    if way == WRITES:
        order = 'indicator, area, period, sex, age, "group", published_on'
        sql = f"copy (from {source} order by {order}) to '{written}' (format parquet)"
        return sql, f"read_parquet('{written}')"
    every = ", ".join(f'max("{name}")' for name in COLUMNS)
    return f"select count(*), {every} from {source}", source


def ours(file: Path) -> dict[str, float]:
    """The product's own path, as the command takes it, in a transaction that is undone at the end."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trust.config.settings")
    import django

    django.setup()
    from django.db import transaction
    from django.utils import timezone

    from trust.foundation.kernel.actor import SYSTEM
    from trust.vision.outcomes.actions import define_indicator
    from trust.vision.outcomes.formats.official.explore import FAMILY
    from trust.vision.outcomes.formats.official.family import an_entry
    from trust.vision.outcomes.loaders import load_arrival, read_arrival
    from trust.vision.outcomes.queries.store import parquet_of
    from trust.vision.outcomes.words import Method, Outcome

    with transaction.atomic():
        for measure in range(25):
            entry = an_entry(
                f"bench-{measure:02}", "An invented measure", family=FAMILY, unit="%", multiplier=100,
                outcome=Outcome.BE_HEALTHY, method=Method.PROPORTION,
            )  # fmt: skip
            define_indicator(entry=entry, by=SYSTEM, at=timezone.now())
        begun = perf_counter()
        arrival = read_arrival(file)
        load_arrival(arrival, by=SYSTEM, at=timezone.now(), confirmed=True)
        seconds = perf_counter() - begun
        transaction.set_rollback(True)
    released = parquet_of(arrival.staged.sha256)
    [(_, values, total)] = duckdb.execute(f"select {CHECKED} from read_parquet('{released}')").fetchall()
    released.unlink()
    return {"seconds": seconds, "good": values, "sum": total, "refused": len(arrival.faults)}


def main(way: str, file: Path) -> dict[str, float]:
    if way == "make":
        return make(file)
    found = ours(file) if way == "ours" else rival(way, file)
    return {**found, "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], Path(sys.argv[2]))))
