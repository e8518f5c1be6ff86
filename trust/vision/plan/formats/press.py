"""Papers made once and kept under the hash of what they say: beside the pages, never in the way of one."""

import hashlib
import json
import os
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

MOST_KEPT = 100
# A paper that somebody began this long ago was not finished: the server stopped.
ABANDONED_AFTER_SECONDS = 60.0
# One at a time in each process: typst uses every processor, and the pages must go on.
_press = ThreadPoolExecutor(max_workers=1, thread_name_prefix="press")

type Words = dict[str, Any]
type Print = Callable[[Words], bytes]


def key_of(words: Words) -> str:
    return hashlib.sha256(json.dumps(words, sort_keys=True).encode()).hexdigest()


def printed(folder: Path, words: Words, *, by: Print, wait: float) -> bytes | None:
    """The paper with these words; None where it is still being made after `wait` seconds.

    What the print itself raises comes out where it is waited for, and is tried again when next asked for.
    """
    paper = folder / f"{key_of(words)}.pdf"
    if paper.exists():
        return paper.read_bytes()
    folder.mkdir(parents=True, exist_ok=True)
    begun = _begin(paper, words, by)
    return _finished(begun, paper, time.monotonic() + wait)


def _begin(paper: Path, words: Words, by: Print) -> Future[None] | None:
    """Set it going, unless another process or thread already did."""
    claim = paper.with_suffix(".making")
    with suppress(FileNotFoundError):
        if time.time() - claim.stat().st_mtime > ABANDONED_AFTER_SECONDS:
            claim.unlink(missing_ok=True)
    try:
        os.close(os.open(claim, os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return None
    return _press.submit(_make, paper, claim, words, by)


def _make(paper: Path, claim: Path, words: Words, by: Print) -> None:
    """Whole or not at all: written beside, and then renamed."""
    try:
        beside = paper.with_suffix(".part")
        beside.write_bytes(by(words))
        beside.replace(paper)
        _make_room(paper.parent)
    finally:
        claim.unlink(missing_ok=True)


def _make_room(folder: Path) -> None:
    """The papers that were made longest ago go; each can be made again, the same to the byte."""
    oldest_last = sorted(folder.glob("*.pdf"), key=lambda file: file.stat().st_mtime, reverse=True)
    for file in oldest_last[MOST_KEPT:]:
        file.unlink(missing_ok=True)


def _finished(begun: Future[None] | None, paper: Path, until: float) -> bytes | None:
    while True:
        if begun is not None and begun.done():
            begun.result()
        if paper.exists():
            return paper.read_bytes()
        if time.monotonic() >= until:
            return None
        time.sleep(0.02)
