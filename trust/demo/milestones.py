"""The demonstration’s milestones: claimed by partners, and reached, moved or withdrawn since."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

from trust.demo.keys import moment, same
from trust.foundation.kernel.actor import Actor
from trust.vision.plan import actions

FILE = Path(__file__).with_suffix(".toml")


def set_milestones(by: Actor) -> None:
    for told in tomllib.loads(FILE.read_text(encoding="utf-8"))["step"]:
        held = actions.claim_milestone(
            action=same(told["action"]),
            what=told["what"],
            on=told["on"],
            owner=told["owner"],
            invented=True,
            by=by,
            at=moment(told["claimed_on"]),
        )
        for said_on, what, day, words in told.get("said", ()):
            _tell(what, day, words, milestone=held.milestone_id, by=by, at=moment(said_on))


def _tell(what: str, day: date, words: str, **about: Any) -> None:
    said = {"token": same(what, day, about["milestone"]), "invented": True, **about}
    if what == "reached":
        actions.reach_milestone(on=day, evidence=words, **said)
    elif what == "moved":
        actions.move_milestone(to=day, why=words, **said)
    else:
        actions.withdraw_milestone(why=words, **said)
