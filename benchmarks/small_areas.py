"""Every figure of a county's small areas, worked out three ways from the same counts with the same answers.

Wilson limits of every cell; counts added up to locality, district, county and England; there, for every
period, indicator and group, the share with its limits and both gaps (absolute and relative) with theirs; the
slope and relative index of each county, period and indicator; all read from Parquet and written as Parquet.
Small areas have no gaps of their own: those would be of handfuls of children.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

WAYS = ("ours", "raw DuckDB", "plain NumPy")
ROUNDS = 5


@dataclass(frozen=True)
class Run:
    """What one way took, once: seconds without Python's start, and the most memory that it held."""

    seconds: float
    mebibytes: float


def table(size: str) -> list[str]:
    """The table of one size, `county` or `national`: each way's quickest round, beside the best rival's.

    The quickest is what the work costs; slower rounds also count what else the machine was doing.
    """
    with tempfile.TemporaryDirectory() as home:
        made = child("make", size, home)
        # One round of a country takes minutes.
        runs = measured(Path(home), rounds=ROUNDS if size == "county" else 1)
    best = {
        way: Run(min(r.seconds for r in found), max(r.mebibytes for r in found))
        for way, found in runs.items()
    }
    heading = f"{made['areas']:,} small areas, {made['cells'] / 1e6:.1f} million cells"
    return [
        f"| {heading} | seconds | ratio | peak MiB | ratio |",
        "|---|--:|--:|--:|--:|",
        *rows(best),
    ]


def rows(best: dict[str, Run]) -> Iterator[str]:
    fastest = min(best[way].seconds for way in WAYS[1:])
    leanest = min(best[way].mebibytes for way in WAYS[1:])
    for way, run in best.items():
        time = f"{run.seconds:.2f} | {run.seconds / fastest:.2f}"
        yield f"| {way} | {time} | {run.mebibytes:.0f} | {run.mebibytes / leanest:.2f} |"


def measured(home: Path, rounds: int) -> dict[str, list[Run]]:
    """Each way in turn, round after round, so that a busy moment is shared; the last answers are compared."""
    found: dict[str, list[Run]] = {way: [] for way in WAYS}
    for turn in range(rounds):
        for way in WAYS:
            out = home / way
            found[way].append(Run(**child("run", way, str(home), str(out))))
            if turn < rounds - 1:
                shutil.rmtree(out)
    for way in WAYS[1:]:
        child("compare", str(home / WAYS[0]), str(home / way))
    return found


def child(*words: str) -> dict[str, float]:
    """The answer of a process of its own: its memory is its own too, and this one stays small."""
    command = [sys.executable, "-m", "benchmarks.small_area_child", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(words[:2])} did not end well: {done.stderr.strip()[-600:]}")
    answer: dict[str, float] = json.loads(done.stdout)
    return answer
