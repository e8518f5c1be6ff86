"""`run demo`: from a fresh clone to a page that answers, and from a kill to the same page."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager

from launch import database, django, frontend, locks, packages, places, ports, progress, web
from launch.database import Database
from launch.trouble import Trouble

USUAL_PORT = 8000
# What `--fresh` leaves alone: nothing here was made by people who used the demonstration.
KEPT = {"test-postgres", "vendor", "cache", "browser", "stamps"}
DOING = {"prepared": "Preparing the demonstration town", "static": "Gathering styles and scripts"}
DATABASE_KILLED = (
    "The database was stopped from outside: run `python3 run demo` again, nothing saved is lost."
)
WEB_KILLED = "The web server was stopped from outside: run `python3 run demo` again, nothing saved is lost."


def demo(*, fresh: bool, port: int | None, serve: bool) -> int:
    """Prepare everything that is not ready, then serve until Ctrl-C."""
    chosen = USUAL_PORT if port is None else port
    ports.check_possible(chosen)
    with only_one():
        web.end_leftovers()
        if serve:
            ports.check_free(chosen)
        packages.install("runtime")
        frontend.install()
        if fresh:
            start_afresh()
        with database.running(database.DEMONSTRATION) as ready:
            prepare(ready)
            if serve:
                serve_until_told(ready, chosen)
    return 0


@contextmanager
def only_one() -> Iterator[None]:
    with locks.opened(places.STATE / "demo.lock") as lock:
        if not locks.try_alone(lock):
            raise Trouble("The demonstration already runs from this folder: stop it first, with Ctrl-C.")
        yield


def start_afresh() -> None:
    """Forget all that the demonstration holds, and make it again as on the first day."""
    database.forget(database.DEMONSTRATION)
    for path in places.STATE.iterdir():
        if path.is_dir() and path.name not in KEPT:
            shutil.rmtree(path)
    for name in DOING:
        places.forget(name)


def prepare(ready: Database) -> None:
    """Bring the database and the static files up to date with the code, unless nothing has changed."""
    if not (places.STATE / "static").is_dir():
        places.forget("static")
    for name, words, mark in (
        ("prepared", ("prepare", "--demo"), data_mark(ready)),
        ("static", ("collectstatic", "--noinput"), static_mark()),
    ):
        if not places.is_stamped(name, mark):
            with progress.step(DOING[name]):
                django.quietly(words, ready.environment)
            places.stamp(name, mark)


def data_mark(ready: Database) -> str:
    trust = places.ROOT / "trust"
    sources = [*trust.glob("**/migrations"), trust / "demo", places.ROOT / "areas", *trust.glob("**/law")]
    return places.fingerprint(sources, born(ready))


def born(ready: Database) -> str:
    """Which database this is, so that a new one is prepared whatever the stamps say."""
    if ready.cluster is None:
        return os.environ["DATABASE_URL"]
    return str((ready.cluster.data / "PG_VERSION").stat().st_mtime_ns)


def static_mark() -> str:
    return places.fingerprint([*(places.ROOT / "trust").glob("**/static"), frontend.VENDOR])


def serve_until_told(ready: Database, port: int) -> None:
    """Serve, say where and to whom, and notice when something beneath us is killed."""
    people = django.quietly(["people"], ready.environment)
    with progress.step("Starting the web server"):
        serving = web.start(port, ready.environment)
    try:
        progress.say(f"\n{people.rstrip()}\n")
        progress.say(f"Ready in {progress.since_start():.0f} s: {serving.address}   (Ctrl-C stops it)")
        watch(ready, serving)
    finally:
        serving.stop()


def watch(ready: Database, serving: web.Web) -> None:
    while True:
        if not ready.is_running():
            raise Trouble(DATABASE_KILLED)
        if not serving.is_running():
            raise Trouble(WEB_KILLED)
        time.sleep(0.5)
