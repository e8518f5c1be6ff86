"""The demonstration’s annual reviews: begun, completed by people and published, each on its own day."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from trust.demo.keys import moment, same
from trust.foundation.kernel.actor import Actor
from trust.governance.board.queries import decisions
from trust.vision.plan import actions
from trust.vision.plan.queries import Plan
from trust.vision.plan.queries.reviewing import drafted
from trust.vision.plan.words import ReviewPart, YoungPart

REVIEWS = Path(__file__).parent / "reviews.toml"


def reviews_of(title: str) -> list[dict[str, Any]]:
    """What is told of each review of one plan."""
    told = tomllib.loads(REVIEWS.read_text(encoding="utf-8"))["review"]
    return [one for one in told if one["plan"] == title]


def write_review(plan: Plan, told: dict[str, Any], by: Actor) -> None:
    """One review, once all that had been reported of the plan by its day is there."""
    _Told(plan, told, by).write()


class _Told:
    """One review, from its first draft to its publication."""

    def __init__(self, plan: Plan, told: dict[str, Any], by: Actor) -> None:
        self.plan, self.told, self.by = plan, told, by

    def on(self, day: date) -> dict[str, Any]:
        return {"by": self.by, "at": moment(day)}

    def write(self) -> None:
        told, out = self.told, self.told["published_on"]
        key = same("review", self.plan.title, told["year_ending"])
        review = actions.begin_review(
            token=key, plan=self.plan, year_ending=told["year_ending"], **self.on(told["begun_on"])
        )
        words = {"review": key, "invented": True, "resting_on": 0, **self.on(out)}
        for part in (*ReviewPart, *YoungPart):
            if part in told["parts"]:
                evidence = told.get("evidence", {}).get(part, "")
                actions.write_review_part(part=part, text=told["parts"][part], evidence=evidence, **words)
        parts = {row.said: row.part for row in drafted(review, out).rows}
        for one in told.get("row", ()):
            found = next(part for said, part in parts.items() if said.startswith(one["said"]))
            actions.write_review_part(part=found, text=one["did"], evidence=one["evidence"], **words)
        decision = decisions(out, words=told["decision"])[0].id
        actions.publish_review(review=key, decision=decision, why=told["why"], **self.on(out))
