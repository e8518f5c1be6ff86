"""What the tests of the plan take as known: the day of the demonstration, who writes, a priority in words."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.time import LONDON

NOW = datetime(2010, 6, 8, 10, tzinfo=LONDON)
TODAY = NOW.date()
OFFICER = Actor("Priya Nair", uuid4(), duties=frozenset({"plan.write"}))
BY: dict[str, Any] = {"by": OFFICER, "at": NOW}
WORDS: dict[str, Any] = {
    "title": "More young carers get a break",
    "aim_for_all": "Every one.",
    "group": "young carers in Gosport",
    "comparator": "the rest",
    "aim_for_group": "As many.",
    "next_step": "",
}
