"""`run test`: every check, fast ones first, all failures told at the end."""

import time
from collections.abc import Iterable, Mapping
from contextlib import ExitStack

from launch import chromium, database, django, frontend, packages, places, progress
from launch.checks import CHECKS, Check


def everything(*, deep: bool) -> int:
    """Run all checks and return how the whole went: 0 only when every one passed."""
    packages.install("dev")
    frontend.install()
    environment = {"TRUST_STATE": str(places.STATE), **depth(deep)}
    with ExitStack() as open_things:
        failures = run_all((check for check in CHECKS if not check.needs_database), environment)
        ready = open_things.enter_context(database.running(database.TESTS))
        environment |= ready.environment | chromium.surroundings()
        failures += run_all((check for check in CHECKS if check.needs_database), environment)
    return summary(failures)


def quick() -> int:
    packages.install("dev")
    return summary(run_all((check for check in CHECKS if not check.needs_database), {}))


def some(words: list[str], *, deep: bool) -> int:
    """Run pytest alone, with its own words, and all that a test may need around it."""
    packages.install("dev")
    frontend.install()
    with database.running(database.TESTS) as ready:
        return django.python(
            ["-m", "pytest", *words], ready.environment | chromium.surroundings() | depth(deep)
        )


def depth(deep: bool) -> dict[str, str]:
    return {"TRUST_DEEP": "1"} if deep else {}


def run_all(checks: Iterable[Check], environment: Mapping[str, str]) -> list[str]:
    return [check.claim for check in checks if not passes(check, environment)]


def passes(check: Check, environment: Mapping[str, str]) -> bool:
    began = time.monotonic()
    progress.say(f"\n== {check.claim}")
    passed = django.python(check.words, environment) == 0
    progress.say(f"== {check.claim}: {'yes' if passed else 'NO'} ({time.monotonic() - began:.1f} s)")
    return passed


def summary(failures: list[str]) -> int:
    if not failures:
        progress.say(f"\nEverything passed in {progress.since_start():.0f} s.")
        return 0
    progress.say(f"\n{len(failures)} failed after {progress.since_start():.0f} s:")
    for claim in failures:
        progress.say(f"  - {claim}")
    return 1
