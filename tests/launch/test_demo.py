"""The demonstration comes back after everything under it was killed, with what was saved."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest

from launch import places, ports, processes

pytestmark = pytest.mark.database


class Demonstration:
    """`run demo` in a state folder of its own, as somebody at a keyboard would start it."""

    def __init__(self, state: Path) -> None:
        self.state = state
        self.port = ports.free()
        self.command: subprocess.Popen[str] | None = None

    def start(self) -> list[str]:
        """Start it and return what it printed until it was ready, or until it ended."""
        surroundings = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
        self.command = subprocess.Popen(
            [sys.executable, str(places.ROOT / "run"), "demo", "--port", str(self.port)],
            env={**surroundings, "TRUST_STATE": str(self.state)},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        return list(self.lines_until_ready())

    def lines_until_ready(self) -> Iterator[str]:
        for line in self.printing():
            yield line
            if line.startswith("Ready in"):
                return

    def printing(self) -> Iterator[str]:
        assert self.command is not None
        assert self.command.stdout is not None
        return iter(self.command.stdout)

    def front_page(self) -> str:
        with urlopen(f"http://{ports.HERE}:{self.port}/", timeout=30) as answer:
            content: bytes = answer.read()
        return re.sub(r'value="\w{64}"', "", content.decode())  # the token of each form is new every time

    def database_processes(self) -> list[int]:
        return processes.working_in(self.state / "postgres" / "data")

    def kill_everything(self) -> None:
        """What a power cut does: nobody is asked."""
        web = int((self.state / "web.json").read_text().split('"group": ')[1].split(",")[0])
        assert self.command is not None
        killed = (self.command.pid, web, *self.database_processes())
        processes.tell(list(killed), signal.SIGKILL)
        assert processes.wait_until(lambda: not any(map(processes.is_alive, killed)), seconds=10)
        self.end()

    def end(self) -> None:
        if self.command is not None:
            self.command.terminate()
            self.command.communicate(timeout=60)
        self.command = None


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A state folder in which the town stands already."""
    first = Demonstration(tmp_path_factory.mktemp("demonstration") / "state")
    printed = first.start()
    first.end()
    assert any("Preparing the demonstration town" in line for line in printed)
    return first.state


@pytest.fixture
def demonstration(prepared: Path) -> Iterator[Demonstration]:
    it = Demonstration(prepared)
    yield it
    it.end()


def test_it_comes_back_after_everything_was_killed(demonstration: Demonstration) -> None:
    demonstration.start()
    before = demonstration.front_page()
    demonstration.kill_everything()
    again = demonstration.start()
    assert again[-1].startswith("Ready in")
    assert not any("Preparing" in line or "Gathering" in line for line in again)
    assert demonstration.front_page() == before


def test_a_killed_database_ends_it_with_one_sentence(demonstration: Demonstration) -> None:
    demonstration.start()
    os.kill(min(demonstration.database_processes()), signal.SIGKILL)
    said = [line for line in demonstration.printing() if line.strip()]
    assert said == [
        "The database was stopped from outside: run `python3 run demo` again, nothing saved is lost.\n"
    ]


def test_it_stops_whole_when_asked(demonstration: Demonstration) -> None:
    demonstration.start()
    demonstration.end()
    assert demonstration.database_processes() == []
    assert not ports.is_taken(demonstration.port)
