"""Find a Chromium for the browser tests, or get one."""

import os
import shutil
import stat
import subprocess
from pathlib import Path

from launch import frontend, packages, places, progress
from launch.trouble import Trouble

NAMES = ("chromium", "chromium-browser", "google-chrome")
LOCK = Path(__file__).parent / "browser"
HOME = places.STATE / "browser"
APT = ("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-liberation")
UNPACK = """
import brotli, io, pathlib, sys, tarfile
packed, home = map(pathlib.Path, sys.argv[1:])
(home / "chrome").write_bytes(brotli.decompress((packed / "chromium.br").read_bytes()))
for name, place in (("al2023", "libraries"), ("swiftshader", "."), ("fonts", ".")):
    with tarfile.open(fileobj=io.BytesIO(brotli.decompress((packed / f"{name}.tar.br").read_bytes()))) as tar:
        tar.extractall(home / place, filter="data")
"""
WRAPPER = """#!/bin/sh
LD_LIBRARY_PATH="{home}/libraries/lib" FONTCONFIG_FILE="{home}/fonts.xml" exec "{home}/chrome" "$@"
"""
# The package's own list of fonts names folders of a cloud machine; without a font no text is drawn.
FONTS = """<?xml version="1.0"?>
<fontconfig><dir>{home}/fonts</dir><cachedir>{home}/font-cache</cachedir></fontconfig>
"""


def surroundings() -> dict[str, str]:
    """The variable by which the browser tests find their browser."""
    return {"TRUST_CHROMIUM": str(find())}


def find() -> Path:
    """The first there is: named by the environment, installed here, from apt, from npm."""
    named = os.environ.get("TRUST_CHROMIUM", "")
    for candidate in (named, *map(shutil.which, NAMES)):
        if candidate and Path(candidate).is_file():
            return Path(candidate)
    return from_apt() or from_npm()


def from_apt() -> Path | None:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with progress.step("Installing Chromium with apt"):
        for command in (["apt-get", "update"], list(APT)):
            subprocess.run(command, env=quiet, capture_output=True, check=False)
    found = shutil.which("chromium")
    return Path(found) if found else None


def from_npm() -> Path:
    """A Chromium that needs nothing of the machine but its C library, for people who may not install one."""
    wrapper = HOME / "chromium"
    mark = places.fingerprint([LOCK / "package-lock.json", Path(__file__)])
    if not (wrapper.is_file() and places.is_stamped("browser", mark)):
        with progress.step("Fetching Chromium with npm"):
            unpack(wrapper)
        places.stamp("browser", mark)
    return wrapper


def unpack(wrapper: Path) -> None:
    shutil.rmtree(HOME, ignore_errors=True)
    HOME.mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(LOCK / name, HOME / name)
    frontend.fetch(frontend.npm_command(), HOME)
    packed = HOME / "node_modules" / "@sparticuz" / "chromium" / "bin"
    answer = packages.run([str(places.PYTHON), "-c", UNPACK, str(packed), str(HOME)])
    if answer.returncode:
        raise Trouble(f"The browser could not be unpacked: {packages.last_line(answer.stdout)}")
    shutil.rmtree(HOME / "node_modules")
    (HOME / "fonts.xml").write_text(FONTS.format(home=HOME))
    wrapper.write_text(WRAPPER.format(home=HOME))
    for program in (wrapper, HOME / "chrome"):
        program.chmod(program.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
