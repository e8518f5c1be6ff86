"""An assessment on paper: the whole edition and a summary of two pages, tagged and accessible (PDF/UA-1)."""

import json
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
TWO_PAGES = 2
MOST_FINDINGS, SMALLEST = 9, 10
# The size of the letters, in points, and how many findings and how many gaps to show.
LARGEST_FIRST = (
    *((size, MOST_FINDINGS) for size in (13, 12, 11)),
    *((SMALLEST, most) for most in range(MOST_FINDINGS, 0, -1)),
)


def edition_pdf(words: dict[str, Any]) -> bytes:
    """The whole edition; its words go in as data, so no text can become markup."""
    return _pdf(HERE / "edition.typ", words)


def summary_pdf(words: dict[str, Any]) -> bytes:
    """Two pages, never one or three: as many findings and gaps as fit, and how many more there are."""
    for size, most in LARGEST_FIRST:
        shown = {**words, "most": most, "size": size}
        if _pages(HERE / "summary.typ", shown) == TWO_PAGES:
            return _pdf(HERE / "summary.typ", shown)
    return _pdf(HERE / "summary.typ", {**words, "most": 0, "size": SMALLEST})


def _pdf(template: Path, words: dict[str, Any]) -> bytes:
    made = typst.compile(template, sys_inputs=_given(words), format="pdf", pdf_standards="ua-1")
    if not isinstance(made, bytes):
        raise TypeError("The assessment did not come out as one PDF.")
    return made


def _pages(template: Path, words: dict[str, Any]) -> int:
    found = json.loads(typst.query(template, "<pages>", field="value", one=True, sys_inputs=_given(words)))
    return int(found)


def _given(words: dict[str, Any]) -> dict[str, str]:
    return {"assessment": json.dumps(words)}
