"""An annual review on paper: tagged and accessible (PDF/UA-1), set by typst from its words as data."""

import json
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).parent / "review.typ"


def review_pdf(words: dict[str, Any]) -> bytes:
    made = typst.compile(
        TEMPLATE, sys_inputs={"review": json.dumps(words)}, format="pdf", pdf_standards="ua-1"
    )
    if not isinstance(made, bytes):
        raise TypeError("The review did not come out as one PDF.")
    return made
