"""Find a Python that can run the product. This file itself must be readable by Python 3.8."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

OLDEST = (3, 12)
NEWEST = (3, 14)
NAMES = ("python3.13", "python3.12", "python3.14", "python3")
ASK_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"
SENTENCE = (
    "This needs Python 3.12 or 3.13 and none was found on this machine: install one "
    "(for example with `apt-get install python3`, `brew install python@3.13` or `pyenv install 3.13`) "
    "and run the same command again."
)


def ensure_suitable() -> None:
    """Go on under a suitable Python, replacing this process when it is not one itself."""
    if is_suitable(sys.version_info[:2]):
        return
    found = find()
    if found is None:
        sys.stderr.write(SENTENCE + "\n")
        sys.exit(1)
    os.execv(found, [found, *sys.argv])


def is_suitable(version: tuple[int, ...]) -> bool:
    return OLDEST <= tuple(version[:2]) <= NEWEST


def find() -> str | None:
    """The first Python that really answers: a version manager's stand-in may be on PATH and lead nowhere."""
    for candidate in candidates():
        if is_suitable(version_of(candidate)):
            return candidate
    return None


def candidates() -> Iterator[str]:
    for name in NAMES:
        found = shutil.which(name)
        if found:
            yield found
    for folder in version_folders():
        for version in ("3.13", "3.12", "3.14"):
            for home in sorted(folder.glob(version + "*"), reverse=True):
                yield str(home / "bin" / "python3")


def version_folders() -> Iterator[Path]:
    """Where pyenv keeps its Pythons; found beside its shims too, for when HOME is empty."""
    if os.environ.get("PYENV_ROOT"):
        yield Path(os.environ["PYENV_ROOT"]) / "versions"
    for home in {os.environ.get("HOME", ""), pwd.getpwuid(os.getuid()).pw_dir} - {""}:
        yield Path(home) / ".pyenv" / "versions"
    for entry in os.environ.get("PATH", "").split(os.pathsep):
        if entry.endswith("shims"):
            yield Path(entry).parent / "versions"


def version_of(python: str) -> tuple[int, ...]:
    """The version that an interpreter reports, or () when it does not start."""
    try:
        answer = subprocess.run(
            [python, "-c", ASK_VERSION],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    words = answer.stdout.decode(errors="replace").strip().split(".")
    return tuple(int(word) for word in words) if all(word.isdigit() for word in words) else ()
