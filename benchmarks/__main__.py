"""Run every benchmark and write what was measured: `python3 run bench`. Each ratio is within this run.

A name runs that one and only prints: `python3 run bench small-areas`. With `--national` the small areas of a
whole country are measured too: they take minutes, and 3 GiB.
"""

import os
import platform
import statistics
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from benchmarks import load_figures, small_areas

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trust.config.settings")

RESULTS = Path(__file__).parent / "README.md"
ROUNDS = 60
ABOUT_AREAS = [
    "Every figure of a county’s small areas, from Parquet to Parquet, each way in a process of its own and",
    "the answers compared; the quickest of five rounds, and its ratio to the best of the rivals.",
]

ABOUT_LOADING = [
    "A tidy file of a million figures, brought in as the command does it: every row checked, the bad ones",
    "refused with a sentence each, the rest compared with what is held, sorted, hashed and released. Rivals",
    "check nothing.",
]

ABOUT_PLAN = [
    "A county’s largest plan, in a copy of the demonstration’s database: ten years, five plans at once, 30",
    "priorities, 2,000 actions, 40 local plans, 20,000 updates, all invented. Through the server’s own",
    "entrance; the best median of three tries of 15. Beside each the questions it asks, asked again without",
    "Django. `python3 run bench plan` runs this alone.",
]

type Row = tuple[str, list[float], str, list[float]]


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


def dated() -> str:
    return f"{datetime.now(UTC):%d %B %Y}, {os.cpu_count()} processors, Python {platform.python_version()}."


def of_pages(measure: Iterable[Row]) -> list[str]:
    return [
        "| what | median ms | 95th centile ms | against | its median ms | ratio |",
        "|---|--:|--:|---|--:|--:|",
        *(row(*measured) for measured in measure),
    ]


def served() -> list[str]:
    import django

    django.setup()
    from benchmarks import dashboard, figures, pages

    return of_pages((*pages.measure(times), *dashboard.measure(times), *figures.measure(times)))


def of_dashboard() -> list[str]:
    import django

    django.setup()
    from benchmarks import dashboard

    return of_pages(dashboard.measure(times))


def of_plan() -> list[str]:
    import django

    django.setup()
    from benchmarks import plan

    return plan.tables()


def everything(*, national: bool) -> str:
    # The processes of the small areas come first: a process is counted as large as the one that starts it.
    areas = small_areas.table("county")
    if national:
        areas += ["", *small_areas.table("national")]
    loading = load_figures.table()
    plan = of_plan()
    head = [
        "# What was measured",
        "",
        "Written by `python3 run bench`; nothing was typed. Milliseconds in the server, without the network,",
        "on the demonstration. The ratio is ours to the rival’s, both measured in this run.",
        "",
        dated(),
        "",
    ]
    return (
        "\n".join(
            [
                *head,
                *served(),
                "",
                *ABOUT_AREAS,
                "",
                *areas,
                "",
                *ABOUT_LOADING,
                "",
                *loading,
                "",
                *ABOUT_PLAN,
                "",
                *plan,
            ]
        )
        + "\n"
    )


def main(words: list[str]) -> None:
    if words not in ([], ["--national"]):
        text = "\n".join([dated(), "", *chosen(words)]) + "\n"
    else:
        text = everything(national=bool(words))
        RESULTS.write_text(text)
    print(text)


def chosen(words: list[str]) -> list[str]:
    match words:
        case ["small-areas"]:
            return small_areas.table("county")
        case ["small-areas", "--national"]:
            return small_areas.table("national")
        case ["pages"]:
            return served()
        case ["load-figures"]:
            return load_figures.table()
        case ["dashboard"]:
            return of_dashboard()
        case ["plan"]:
            return of_plan()
    raise SystemExit(
        "Choose nothing, --national, or one of: pages, plan, dashboard, load-figures, small-areas, "
        "small-areas --national."
    )


if __name__ == "__main__":
    main(sys.argv[1:])
