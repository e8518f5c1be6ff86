"""The random passwords and the secret key of this copy, made once and readable by its owner alone."""

import json
import os
import secrets
from pathlib import Path

NAMES = ("secret_key", "postgres", "trust_owner", "trust_open", "trust_closed")


def read(path: Path) -> dict[str, str]:
    """The keys in a file, which is made if absent and filled if some are missing."""
    known: dict[str, str] = json.loads(path.read_text()) if path.is_file() else {}
    missing = {name: secrets.token_urlsafe(48) for name in NAMES if name not in known}
    if missing:
        known |= missing
        write(path, known)
    return known


def write(path: Path, known: dict[str, str]) -> None:
    """Write beside and rename, so that a full disk never leaves half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".new")
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(known, file)
    beside.replace(path)
