"""A published plan on paper: tagged and accessible (PDF/UA-1), the same bytes each time it is made."""

import json
from pathlib import Path
from typing import Any

import typst

TEMPLATE = Path(__file__).parent / "plan.typ"


def plan_pdf(words: dict[str, Any]) -> bytes:
    """The words of `views.paper` as PDF; they go in as data, so no text can become markup."""
    made = typst.compile(
        TEMPLATE,
        sys_inputs={"plan": json.dumps(words)},
        format="pdf",
        pdf_standards="ua-1",
        timestamp=words["made_on"],
    )
    if not isinstance(made, bytes):
        raise TypeError("The plan did not come out as one PDF.")
    return made
