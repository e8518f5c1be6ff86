"""What is still running after somebody was killed, asked of the operating system and not of a file."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

PROC = Path("/proc")


def is_alive(pid: int) -> bool:
    """Whether a process still runs: a dead one that nobody has collected (state Z) does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return state(pid) not in {"Z", "X"}


def state(pid: int) -> str:
    """The letter Linux gives a process's state, or "" where there is no /proc to read."""
    try:
        return (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return ""


def working_in(folder: Path) -> list[int]:
    """The live processes whose working folder this is: PostgreSQL's all stand in their data folder."""
    return [
        int(entry.name)
        for entry in numbered()
        if stands_in(entry) == str(folder) and is_alive(int(entry.name))
    ]


def numbered() -> list[Path]:
    return [entry for entry in PROC.iterdir() if entry.name.isdigit()] if PROC.is_dir() else []


def stands_in(entry: Path) -> str:
    try:
        return os.readlink(entry / "cwd")
    except OSError:
        return ""


def command_of(pid: int) -> str:
    try:
        return (PROC / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""


def in_group(group: int) -> list[int]:
    """The live processes of one process group."""
    return [
        pid for pid in (int(entry.name) for entry in numbered()) if group_of(pid) == group and is_alive(pid)
    ]


def group_of(pid: int) -> int:
    try:
        return os.getpgid(pid)
    except OSError:
        return 0


def end(pids: Callable[[], list[int]], *, gently: signal.Signals, seconds: float) -> None:
    """Ask processes to stop, and end what is left when the time is up."""
    tell(pids(), gently)
    if not wait_until(lambda: not pids(), seconds=seconds):
        tell(pids(), signal.SIGKILL)
        wait_until(lambda: not pids(), seconds=seconds)


def tell(pids: list[int], what: signal.Signals) -> None:
    for pid in pids:
        try:
            os.kill(pid, what)
        except ProcessLookupError:
            continue


def wait_until(done: Callable[[], bool], *, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if done():
            return True
        time.sleep(0.05)
    return done()
