"""Fixtures for every test: a real PostgreSQL database as it was made, and to which no other test wrote.

A test that asks for `database` has the area loaded; one that asks for `town` has the demonstration too.
Both run as the web roles, never as the owner.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from uuid import uuid4

import django
import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connections
from django.test import Client
from django.test.utils import setup_test_environment
from hypothesis import settings as examples

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "trust.config.settings")
django.setup()

# How long an example takes says how busy the machine is; speed is measured in `benchmarks/`.
examples.register_profile("untimed", deadline=None)
examples.load_profile("untimed")

# It builds the whole server as it is imported, and has no example to try.
collect_ignore = ["trust/config/wsgi.py"]
# Of each kind the copy that no test has written to.
UNTOUCHED: dict[str, str] = {}
DONE_TO_IT = """
    select numbackends, tup_inserted + tup_updated + tup_deleted from pg_stat_database where datname = %s
"""
AREA = Path(__file__).parent / "areas" / "hampshire"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        names = getattr(item, "fixturenames", ())
        if "browser" in names:
            item.add_marker("browser")
        elif {"database", "town", "empty_database"} & set(names):
            item.add_marker("database")


@pytest.fixture(scope="session", autouse=True)
def _environment() -> None:
    setup_test_environment()


def point_at(name: str) -> None:
    for alias in connections:
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = name


@contextmanager
def at_the_server() -> Iterator[None]:
    point_at("postgres")
    yield
    connections["owner"].close()


def server_does(statement: str) -> None:
    with at_the_server(), connections["owner"].cursor() as cursor:
        cursor.execute(statement)


@cache
def template(kind: str) -> str:
    """A database made once for the run: `empty` (migrated), `area` (Hampshire loaded) or `town`."""
    name = f"template_{kind}_{uuid4().hex[:8]}"
    source = {"empty": None, "area": "empty", "town": "area"}[kind]
    server_does(f'create database "{name}"' + (f' template "{template(source)}"' if source else ""))
    point_at(name)
    fill(kind)
    point_at("postgres")
    return name


def fill(kind: str) -> None:
    if kind == "empty":
        call_command("collectstatic", interactive=False, verbosity=0)
        call_command("migrate", database="owner", verbosity=0)
        call_command("grants")
    elif kind == "area":
        call_command("load_area", str(AREA), "--demonstration", verbosity=0)
    else:
        call_command("load_demonstration", verbosity=0)


@contextmanager
def a_copy(kind: str) -> Iterator[str]:
    """A copy as it was made: the one that the tests before only read, or else a new one."""
    name = UNTOUCHED.pop(kind, "") or copied(kind)
    point_at(name)
    try:
        yield name
    finally:
        if was_written_to(name):
            server_does(f'drop database "{name}"')
        else:
            UNTOUCHED[kind] = name


def copied(kind: str) -> str:
    name = f"test_{uuid4().hex[:12]}"
    server_does(f'create database "{name}" template "{template(kind)}"')
    return name


def was_written_to(name: str) -> bool:
    """Whether any row was added, changed or deleted, though it was rolled back, by PostgreSQL's own count.

    It counts what a connection did when that ends, and a web role's may need a moment to close.
    """
    with at_the_server(), connections["owner"].cursor() as cursor:
        for _ in range(500):
            cursor.execute(DONE_TO_IT, [name])
            [(connected, written)] = cursor.fetchall()
            if not connected:
                return bool(written)
            time.sleep(0.01)
    raise RuntimeError(f"The database {name} is still in use after its test.")


@pytest.fixture(scope="session", autouse=True)
def state(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this run keeps its Parquet, its static files and the demonstration's password."""
    settings.STATE = tmp_path_factory.mktemp("state")
    settings.STATIC_ROOT = settings.STATE / "static"
    folder: Path = settings.STATE
    return folder


@pytest.fixture
def empty_database() -> Iterator[str]:
    with a_copy("empty") as name:
        yield name


@pytest.fixture
def database() -> Iterator[str]:
    with a_copy("area") as name:
        yield name


@pytest.fixture
def town() -> Iterator[str]:
    with a_copy("town") as name:
        yield name


@pytest.fixture
def moved_to(town: str) -> Callable[[date], None]:
    """Moves the day at which the demonstration stands still."""

    def move(day: date) -> None:
        calendar = apps.get_model("directory", "Calendar")
        calendar._default_manager.using("owner").update(today=day)

    return move


@pytest.fixture
def visitor() -> Client:
    return Client()
