"""Build `.venv` and fill it by hashes, with uv where possible and pip where not."""

import os
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

from launch import interpreter, locks, places, progress, trouble

REQUIREMENTS = places.ROOT / "requirements"
# A set that holds another: whoever has the second needs nothing for the first.
HOLDS = {"runtime": ("runtime", "dev"), "dev": ("dev",), "node": ("node",)}


def install(wanted: str) -> None:
    """Make sure that `.venv` holds the packages of one requirements file, changing nothing that is right."""
    with locks.alone(places.STATE / "install.lock"):
        if not venv_works():
            make_venv()
        if not any(places.is_stamped(held, mark(held), folder=places.INSTALLED) for held in HOLDS[wanted]):
            with progress.step(f"Installing the {wanted} packages"):
                fetch(REQUIREMENTS / f"{wanted}.txt")
            places.stamp(wanted, mark(wanted), folder=places.INSTALLED)


def mark(name: str) -> str:
    """Changes with the requirements, and with the folder: a virtual environment cannot be moved."""
    return places.fingerprint([REQUIREMENTS / f"{name}.txt"], str(places.VENV))


def venv_works() -> bool:
    return places.PYTHON.exists() and interpreter.is_suitable(interpreter.version_of(str(places.PYTHON)))


def make_venv() -> None:
    with progress.step("Making .venv"):
        answer = run([sys.executable, "-m", "venv", "--clear", "--without-pip", str(places.VENV)])
        if answer.returncode:
            raise trouble.from_output(
                answer.stdout,
                otherwise="This Python cannot make a virtual environment: install its venv module "
                "(for example `apt-get install python3-venv`) and run the same command again.",
            )


def fetch(requirements: Path) -> None:
    """Install with uv, which is faster; failing that with pip, which may know an index that uv does not."""
    tool = uv()
    if tool and run([*tool, "pip", "install", "--quiet", *hashed(requirements)]).returncode == 0:
        return
    ensure_pip()
    answer = run([str(places.PYTHON), "-m", "pip", "install", "--quiet", *hashed(requirements)])
    if answer.returncode:
        raise trouble.from_output(
            answer.stdout, otherwise=f"The packages could not be installed: {last_line(answer.stdout)}"
        )


def hashed(requirements: Path) -> list[str]:
    return ["--require-hashes", "-r", str(requirements)]


def uv() -> list[str]:
    """The command that starts uv, fetching it when it is absent; empty when it cannot be had."""
    if shutil.which("uv"):
        return ["uv"]
    own = [str(places.PYTHON), "-m", "uv"]
    if run([*own, "--version"]).returncode == 0:
        return own
    ensure_pip()
    fetched = run([str(places.PYTHON), "-m", "pip", "install", "--quiet", *hashed(REQUIREMENTS / "uv.txt")])
    return own if fetched.returncode == 0 else []


def ensure_pip() -> None:
    if run([str(places.PYTHON), "-m", "pip", "--version"]).returncode == 0:
        return
    answer = run([str(places.PYTHON), "-m", "ensurepip"])
    if answer.returncode:
        raise trouble.from_output(
            answer.stdout,
            otherwise="This Python has no pip: install it (for example `apt-get install python3-venv`) "
            "and run the same command again.",
        )


def run(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run an installer quietly, with patience for one slow answer but not for a network that is not there."""
    environment = places.child_environment(
        UV_COMPILE_BYTECODE="1",
        UV_PYTHON_DOWNLOADS="never",
        UV_LINK_MODE="copy",
        VIRTUAL_ENV=str(places.VENV),
        PIP_RETRIES="2",
        PIP_DISABLE_PIP_VERSION_CHECK="1",
        PIP_ROOT_USER_ACTION="ignore",
        npm_config_fetch_retries="1",
        npm_config_fetch_retry_mintimeout="1000",
        **own_certificates(),
        **without_home(),
    )
    return subprocess.run(
        command,
        env=environment,
        cwd=places.ROOT,
        text=True,
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def own_certificates() -> dict[str, str]:
    """Trust what this machine trusts: many a council's network shows a certificate of its own."""
    store = ssl.get_default_verify_paths().cafile
    if store is None:
        return {}
    return {"UV_SYSTEM_CERTS": "1", "NODE_EXTRA_CA_CERTS": os.environ.get("NODE_EXTRA_CA_CERTS", store)}


def without_home() -> dict[str, str]:
    """Somewhere to keep downloads when this account has no home folder to keep them in."""
    home = os.environ.get("HOME", "")
    if home and os.access(home, os.W_OK):
        return {}
    cache = places.STATE / "cache"
    return {
        "UV_CACHE_DIR": str(cache / "uv"),
        "PIP_CACHE_DIR": str(cache / "pip"),
        "npm_config_cache": str(cache / "npm"),
    }


def last_line(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    return lines[-1] if lines else "no reason was given."
