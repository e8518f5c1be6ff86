"""A web server that was killed leaves nothing behind that keeps the next one from starting."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from launch import ports, processes, web
from launch.trouble import Trouble

pytestmark = pytest.mark.database

APPLICATION = "tests.launch.hello:application"


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(web, "NOTE", tmp_path / "web.json")
    monkeypatch.setattr(web, "LOG", tmp_path / "web.log")
    yield
    web.end_leftovers()


def answer_of(serving: web.Web) -> bytes:
    with urlopen(serving.address, timeout=10) as answer:
        content: bytes = answer.read()
        return content


def test_it_serves_and_stops() -> None:
    serving = web.start(ports.free(), {}, application=APPLICATION)
    assert answer_of(serving) == b"hello"
    serving.stop()
    assert not ports.is_taken(serving.port)


def test_after_a_kill_the_same_port_serves_again() -> None:
    killed = web.start(ports.free(), {}, application=APPLICATION)
    os.kill(killed.child.pid, signal.SIGKILL)
    killed.child.wait()
    assert not killed.is_running()
    web.end_leftovers()
    assert processes.in_group(killed.child.pid) == []
    again = web.start(killed.port, {}, application=APPLICATION)
    assert answer_of(again) == b"hello"
    again.stop()


def test_a_server_that_does_not_start_is_one_sentence() -> None:
    with pytest.raises(Trouble, match=r"^The web server did not start: its own words are in .*web\.log\.$"):
        web.start(ports.free(), {}, application="tests.launch.hello:absent")


def test_a_note_that_names_a_stranger_harms_no_stranger() -> None:
    web.NOTE.write_text(f'{{"group": {os.getpgid(0)}, "port": 1}}')
    web.end_leftovers()
    assert not web.NOTE.exists()
