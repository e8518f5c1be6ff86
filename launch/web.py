"""The web server: granian, as a child of ours, with an eye on what an earlier one may have left running."""

import json
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.request import urlopen

from launch import places, ports, processes
from launch.trouble import Trouble

NOTE = places.STATE / "web.json"
LOG = places.STATE / "web.log"
PATIENCE = 30.0
OURS = "trust.config.wsgi:application"
SERVER = (
    "-m",
    "granian",
    "--interface=wsgi",
    "--workers=2",
    "--blocking-threads=4",
    "--log-level=warning",
    f"--host={ports.HERE}",
)


@dataclass
class Web:
    """A running web server and where it answers."""

    port: int
    child: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        return f"http://{ports.HERE}:{self.port}/"

    def has_answered(self) -> bool:
        """Whether a whole page came back: the port opens long before the product has loaded."""
        try:
            with urlopen(self.address, timeout=PATIENCE) as answer:
                return bool(answer.read())
        except OSError:
            return False

    def is_running(self) -> bool:
        return self.child.poll() is None

    def stop(self) -> None:
        group = self.child.pid
        processes.end(lambda: remaining(self.child, group), gently=signal.SIGTERM, seconds=PATIENCE / 6)
        NOTE.unlink(missing_ok=True)


def remaining(child: subprocess.Popen[bytes], group: int) -> list[int]:
    child.poll()
    return processes.in_group(group)


def start(port: int, environment: Mapping[str, str], *, application: str = OURS) -> Web:
    """Start serving and wait for the first answer."""
    with LOG.open("wb") as output:
        child = subprocess.Popen(
            [str(places.PYTHON), *SERVER, f"--port={port}", application],
            env=places.child_environment(DJANGO_SETTINGS_MODULE="trust.config.settings", **environment),
            cwd=places.ROOT,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    NOTE.write_text(json.dumps({"group": child.pid, "port": port}))
    web = Web(port, child)
    processes.wait_until(lambda: web.has_answered() or not web.is_running(), seconds=PATIENCE)
    if not web.has_answered():
        web.stop()
        raise Trouble(f"The web server did not start: its own words are in {LOG}.")
    return web


def end_leftovers() -> None:
    """End the server of an earlier command that was killed before it could do so itself."""
    if not NOTE.is_file():
        return
    group = int(json.loads(NOTE.read_text())["group"])
    processes.end(lambda: our_servers(group), gently=signal.SIGTERM, seconds=PATIENCE / 6)
    NOTE.unlink(missing_ok=True)


def our_servers(group: int) -> list[int]:
    """The group's web servers only: the number may since have gone to somebody else's programs."""
    return [pid for pid in processes.in_group(group) if "granian" in processes.command_of(pid)]
