"""A database for as long as a command needs one: the one that `DATABASE_URL` names, or our own."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from launch import keys, locks, places, ports, progress
from launch.postgres import CARELESS, Cluster
from launch.trouble import Trouble

NOT_OURS = "Only our own database can be made afresh: unset DATABASE_URL, or empty that database yourself."


@dataclass(frozen=True)
class Purpose:
    """What a database is for, where it lives, and how careful it must be."""

    name: str
    folder: Path
    settings: tuple[str, ...]
    begins_empty: bool = False


DEMONSTRATION = Purpose("the demonstration", places.STATE / "postgres", ("max_connections=100",))
TESTS = Purpose("the tests", places.STATE / "test-postgres", CARELESS, begins_empty=True)


@dataclass(frozen=True)
class Database:
    """How the product reaches its database, and, when the server is ours, the server."""

    environment: dict[str, str]
    cluster: Cluster | None = None

    def is_running(self) -> bool:
        return self.cluster is None or self.cluster.is_running()


@contextmanager
def running(purpose: Purpose) -> Iterator[Database]:
    """A database with its roles made, stopped again when the last command that uses it ends."""
    known = keys.read(places.STATE / "secrets.json")
    if os.environ.get("DATABASE_URL"):
        yield with_roles(Database(environment(known)), known)
        return
    cluster = Cluster(purpose.folder, known["postgres"], purpose.settings)
    with served(cluster, purpose):
        yield with_roles(Database(environment(known, port=cluster.port), cluster), known)


@contextmanager
def served(cluster: Cluster, purpose: Purpose) -> Iterator[None]:
    """Start the server if need be; several commands may share it, and the last one out stops it."""
    with locks.opened(in_use(purpose)) as users:
        try:
            with locks.alone(changing(purpose)), progress.step(f"Starting the database of {purpose.name}"):
                if locks.try_alone(users) and purpose.begins_empty:
                    cluster.forget()
                cluster.start()
                locks.share(users)
            yield
        finally:
            with locks.alone(changing(purpose)):
                if locks.try_alone(users):
                    cluster.stop()


def in_use(purpose: Purpose) -> Path:
    """The lock that every user of a database shares."""
    return purpose.folder.with_suffix(".users")


def changing(purpose: Purpose) -> Path:
    """The lock of whoever starts or stops its server."""
    return purpose.folder.with_suffix(".lock")


def forget(purpose: Purpose) -> None:
    """Delete all that a database of ours holds, unless another command is using it."""
    if os.environ.get("DATABASE_URL"):
        raise Trouble(NOT_OURS)
    with locks.alone(changing(purpose)), locks.opened(in_use(purpose)) as users:
        if not locks.try_alone(users):
            raise Trouble(f"Another command is using the database of {purpose.name}: end it first.")
        Cluster(purpose.folder, "", purpose.settings).forget()


def environment(known: dict[str, str], *, port: int = 0) -> dict[str, str]:
    """What the product reads of its surroundings (`trust/config/environment.py`)."""
    ours = {"TRUST_DB_HOST": ports.HERE, "TRUST_DB_PORT": str(port)} if port else {}
    return {
        **ours,
        "TRUST_DB_NAME": "trust",
        "TRUST_DB_OWNER_PASSWORD": known["trust_owner"],
        "TRUST_DB_OPEN_PASSWORD": known["trust_open"],
        "TRUST_DB_CLOSED_PASSWORD": known["trust_closed"],
        "TRUST_SECRET_KEY": known["secret_key"],
        "TRUST_STATE": str(places.STATE),
        "TRUST_DEMO": "1",
        "TRUST_ALLOWED_HOSTS": "localhost,127.0.0.1,[::1]",
    }


def with_roles(database: Database, known: dict[str, str]) -> Database:
    """Make the roles and the database; only this step knows the administrator's password."""
    answer = subprocess.run(
        [str(places.PYTHON), "-m", "launch.roles"],
        env=places.child_environment(**database.environment, TRUST_DB_ADMIN_PASSWORD=known["postgres"]),
        cwd=places.ROOT,
        text=True,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if answer.returncode:
        raise Trouble(f"The database refused to make the roles: {answer.stdout.strip()}")
    return database
