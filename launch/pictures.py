"""`run picture`: the pictures in the README, taken of the running demonstration and never drawn."""

import subprocess

from launch import chromium, database, demo, frontend, packages, places, ports, progress, web
from launch.trouble import Trouble

FOLDER = places.ROOT / "docs" / "pictures"
PAGES = {"front": "", "board-check": "who/board-check/", "family-tree": "who/"}
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars")


def take() -> int:
    """Serve the demonstration on a free port and photograph its pages, one file each."""
    packages.install("runtime")
    frontend.install()
    browser = str(chromium.find())
    FOLDER.mkdir(parents=True, exist_ok=True)
    with database.running(database.DEMONSTRATION) as ready:
        demo.prepare(ready)
        serving = web.start(ports.free(), ready.environment)
        try:
            for name, page in PAGES.items():
                photograph(browser, f"{serving.address}{page}", name)
        finally:
            serving.stop()
    return 0


def photograph(browser: str, address: str, name: str) -> None:
    made = FOLDER / f"{name}.png"
    words = [browser, *QUIET, f"--screenshot={made}", "--window-size=1280,1400", address]
    answer = subprocess.run(words, capture_output=True, check=False, timeout=60)
    if answer.returncode or not made.is_file():
        raise Trouble(f"The browser could not take a picture of {address}.")
    progress.say(f"Wrote {made.relative_to(places.ROOT)}.")
