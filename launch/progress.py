"""Tell the person waiting what is happening and how long it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

BEGAN = time.monotonic()


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def complain(line: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


@contextmanager
def step(name: str) -> Iterator[None]:
    """Announce a piece of work, and when it is done the seconds it took."""
    began = time.monotonic()
    sys.stdout.write(f"{name} … ")
    sys.stdout.flush()
    try:
        yield
    except BaseException:
        say("failed")
        raise
    say(f"{time.monotonic() - began:.1f} s")


def since_start() -> float:
    """Seconds since this command began."""
    return time.monotonic() - BEGAN
