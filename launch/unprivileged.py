"""Run PostgreSQL's programs for whoever we are: the server refuses to run as root.

As root there are three ways, tried in this order:
1. a user namespace in which we appear as `nobody`: nothing changes owner, and closed folders stay closed;
2. become `nobody` but keep the right to pass through folders (a container often forbids way 1);
3. become `nobody` and nothing more, which needs every folder above to be passable.
"""

import functools
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

NOBODY = 65534
RIGHTS = "+dac_override,+dac_read_search"
NAMESPACE = ("unshare", "-U", "--map-user=nobody", "--map-group=nogroup")
KEEP_RIGHTS = (
    "setpriv",
    f"--reuid={NOBODY}",
    f"--regid={NOBODY}",
    "--clear-groups",
    f"--inh-caps={RIGHTS}",
    f"--ambient-caps={RIGHTS}",
)


@functools.cache
def prefix() -> tuple[str, ...]:
    """What to put before a command so that it does not run as root; empty where none is needed or works."""
    if os.geteuid() != 0:
        return ()
    return next((way for way in (NAMESPACE, KEEP_RIGHTS) if works(way)), ())


def works(way: tuple[str, ...]) -> bool:
    if shutil.which(way[0]) is None:
        return False
    answer = subprocess.run([*way, "true"], capture_output=True, check=False)
    return answer.returncode == 0


def run(command: list[str], *, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run one of the programs to its end and keep what it printed."""
    return subprocess.run(
        [*prefix(), *command],
        env=dict(environment),
        cwd="/",
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **becoming(),
    )


def start(command: list[str], *, environment: Mapping[str, str], log: Path) -> subprocess.Popen[bytes]:
    """Start a server as our child, out of reach of Ctrl-C: we stop it ourselves, and gently."""
    with log.open("ab") as output:
        return subprocess.Popen(
            [*prefix(), *command],
            env=dict(environment),
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            **becoming(),
        )


def becoming() -> dict[str, Any]:
    """Way 3, for a root that has neither of the other two."""
    if os.geteuid() != 0 or prefix():
        return {}
    return {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def give(folder: Path) -> None:
    """Give a folder and all in it to the user that the server will see itself as."""
    if os.geteuid() != 0:
        return
    owner = 0 if prefix() == NAMESPACE else NOBODY
    if folder.stat().st_uid == owner:
        return
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner, owner, follow_symlinks=False)
