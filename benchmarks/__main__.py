"""Run every benchmark and write what was measured: `python3 run bench`. Each ratio is within this run."""

import os
import platform
import statistics
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trust.config.settings")

RESULTS = Path(__file__).parent / "README.md"
ROUNDS = 60


def times(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Milliseconds of each round, after three that are not counted."""
    for _ in range(3):
        work()
    found = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        found.append((perf_counter() - start) * 1000)
    return sorted(found)


def median_and_95th(found: list[float]) -> tuple[float, float]:
    return statistics.median(found), found[int(len(found) * 0.95) - 1]


def row(name: str, ours: list[float], rival_name: str, rival: list[float]) -> str:
    (ours_50, ours_95), (rival_50, _) = median_and_95th(ours), median_and_95th(rival)
    ratio = ours_50 / rival_50
    return f"| {name} | {ours_50:.1f} | {ours_95:.1f} | {rival_name} | {rival_50:.2f} | {ratio:.1f} |"


def written(rows: list[str]) -> str:
    head = [
        "# What was measured",
        "",
        "Written by `python3 run bench`; nothing was typed. Milliseconds in the server, without the network,",
        "on the demonstration. The ratio is ours to the rival’s, both measured in this run.",
        "",
        f"{datetime.now(UTC):%d %B %Y}, {os.cpu_count()} processors, Python {platform.python_version()}.",
        "",
        "| what | median ms | 95th centile ms | against | its median ms | ratio |",
        "|---|--:|--:|---|--:|--:|",
    ]
    return "\n".join([*head, *rows]) + "\n"


def main() -> None:
    import django

    django.setup()
    from benchmarks import figures, pages

    rows = [row(*measured) for measured in (*pages.measure(times), *figures.measure(times))]
    text = written(rows)
    RESULTS.write_text(text)
    print(text)


if __name__ == "__main__":
    main()
