"""The database survives whatever is done to it, and harms no stranger. Real servers are killed here."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from launch import processes, trouble, unprivileged
from launch.postgres import CARELESS, Cluster
from launch.trouble import Trouble

pytestmark = pytest.mark.database


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    made = Cluster(tmp_path / "postgres", "correct horse", CARELESS)
    made.start()
    yield made
    made.stop()


def connect(cluster: Cluster, password: str = "correct horse") -> psycopg.Connection:
    return psycopg.connect(
        host="127.0.0.1",
        port=cluster.port,
        user="postgres",
        password=password,
        dbname="postgres",
        autocommit=True,
    )


def server_of(cluster: Cluster) -> int:
    server = cluster.server()
    assert server is not None
    return server


def kill(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    assert processes.wait_until(lambda: not processes.is_alive(pid), seconds=5)


def test_a_server_answers_to_the_right_password_alone(cluster: Cluster) -> None:
    with connect(cluster) as connection:
        assert connection.execute("show server_encoding").fetchone() == ("UTF8",)
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        connect(cluster, password="battery staple")


def test_a_second_start_uses_the_server_that_is_there(cluster: Cluster) -> None:
    second = Cluster(cluster.home, cluster.password, CARELESS)
    second.start()
    assert (second.port, second.server()) == (cluster.port, cluster.server())


def test_stopping_ends_it_and_stopping_again_does_nothing(cluster: Cluster) -> None:
    cluster.stop()
    assert not cluster.is_running()
    assert cluster.occupants() == []
    cluster.stop()


def test_what_was_committed_outlives_a_kill(tmp_path: Path) -> None:
    """The killed server stays a zombie here, because its parent, this test, has not collected it."""
    killed = Cluster(tmp_path / "postgres", "correct horse")
    killed.start()
    with connect(killed) as connection:
        connection.execute("create table kept as select generate_series(1, 1000) as n")
    kill(server_of(killed))
    after = Cluster(killed.home, killed.password)
    after.start()
    with connect(after) as connection:
        assert connection.execute("select count(*) from kept").fetchone() == (1000,)
    after.stop()
    assert not killed.is_running()


def test_a_lock_file_that_names_a_stranger_harms_no_stranger(cluster: Cluster) -> None:
    lines = (cluster.data / "postmaster.pid").read_text().splitlines()
    cluster.stop()
    (cluster.data / "postmaster.pid").write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")
    stale = Cluster(cluster.home, cluster.password, CARELESS)
    stale.stop()
    stale.start()
    assert stale.server() not in {None, os.getpid()}
    stale.stop()


def test_a_half_made_database_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "postgres" / "making").mkdir(parents=True)
    made = Cluster(tmp_path / "postgres", "correct horse", CARELESS)
    made.start()
    assert made.is_running()
    made.forget()
    assert not made.home.exists()


def test_a_server_that_cannot_start_says_why_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match=r"^The database did not start: .*no_such_setting[^\n]*\.$"):
        Cluster(tmp_path / "postgres", "x", ("no_such_setting=1",)).start()


def test_a_full_disk_is_known_without_a_word_from_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("launch.postgres.ROOM_TO_START", 2**63)
    with pytest.raises(Trouble) as told:
        Cluster(tmp_path / "postgres", "x", ("no_such_setting=1",)).start()
    assert str(told.value) == trouble.DISK_FULL


@pytest.mark.parametrize("way", [unprivileged.NAMESPACE, unprivileged.KEEP_RIGHTS])
def test_root_may_use_every_way_that_this_machine_allows(
    way: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() == 0 and unprivileged.works(way):
        monkeypatch.setattr(unprivileged, "prefix", lambda: way)
    made = Cluster(tmp_path / "postgres", "correct horse", CARELESS)
    made.start()
    with connect(made) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
    made.forget()


def test_a_zombie_is_not_alive() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    assert processes.wait_until(lambda: not processes.is_alive(child), seconds=5)
    os.waitpid(child, 0)
    assert not processes.is_alive(child)
