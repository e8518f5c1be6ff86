"""Where everything lives: the code, and the one folder, unknown to git, for what it makes."""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STATE = Path(os.environ.get("TRUST_STATE") or ROOT / ".run").absolute()
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = STATE / "stamps"
# What is installed is stamped inside `.venv`, so that whoever deletes the one deletes the other.
INSTALLED = VENV / "stamps"


def fingerprint(paths: Iterable[Path], *also: str) -> str:
    """A hash of files, of all files below folders, and of words: equal only when nothing changed."""
    total = hashlib.sha256(json.dumps(also).encode())
    for file in files_below(paths):
        total.update(str(file).encode())
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def files_below(paths: Iterable[Path]) -> list[Path]:
    found: set[Path] = set()
    for path in paths:
        found |= {path} if path.is_file() else {file for file in path.rglob("*") if file.is_file()}
    return sorted(file for file in found if "__pycache__" not in file.parts)


def is_stamped(name: str, mark: str, *, folder: Path = STAMPS) -> bool:
    stamp = folder / name
    return stamp.is_file() and stamp.read_text() == mark


def stamp(name: str, mark: str, *, folder: Path = STAMPS) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(mark)


def forget(name: str) -> None:
    (STAMPS / name).unlink(missing_ok=True)


def child_environment(**more: str) -> dict[str, str]:
    """Our environment for a program we start: bytecode is kept, or every start takes three times as long."""
    dropped = {"PYTHONDONTWRITEBYTECODE", "PYTHONHOME", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, "PYTHONPATH": str(ROOT), **more}
