"""The Director's briefing on paper: one tagged, accessible page (PDF/UA-1) that typst sets."""

import json
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).parent / "briefing.typ"


def briefing_pdf(words: dict[str, Any]) -> bytes:
    """The words of `queries.on_paper` as PDF; they go in as data, so no text can become markup."""
    made = typst.compile(
        TEMPLATE, sys_inputs={"briefing": json.dumps(words)}, format="pdf", pdf_standards="ua-1"
    )
    if not isinstance(made, bytes):
        raise TypeError("The briefing did not come out as one PDF.")
    return made
