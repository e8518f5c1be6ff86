"""On a machine with nothing and no network, the person is told so in one sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from launch import places, trouble

NOWHERE = "http://127.0.0.1:9"


def a_clone(folder: Path) -> Path:
    folder.mkdir()
    shutil.copy(places.ROOT / "run", folder)
    for part in ("launch", "requirements"):
        shutil.copytree(places.ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def surroundings(home: Path) -> dict[str, str]:
    """A home with no cache in it, and a network that leads nowhere."""
    told = ("TRUST_", "PIP_", "UV_", "DATABASE_URL", "PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(told)}
    dead = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), NOWHERE)
    return {**kept, **dead, "HOME": str(home), "PIP_CONFIG_FILE": os.devnull, "UV_HTTP_RETRIES": "0"}


def test_no_network_is_one_sentence_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    clone = a_clone(tmp_path / "clone")
    (tmp_path / "home").mkdir()
    answer = subprocess.run(
        [sys.executable, str(clone / "run"), "demo", "--no-serve"],
        env=surroundings(tmp_path / "home"),
        text=True,
        check=False,
        capture_output=True,
    )
    assert answer.returncode == 1
    assert answer.stderr.strip() == trouble.NO_NETWORK
    assert not (clone / ".venv" / "stamps").exists()
