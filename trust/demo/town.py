"""The demonstration's plans, built only by the deeds that the service itself allows, each on its own day."""

import tomllib
from pathlib import Path
from typing import Any

from trust.demo.assessment import build_assessments
from trust.demo.decisions import record_decisions
from trust.demo.following import follow
from trust.demo.keys import moment, same
from trust.demo.lives import Life
from trust.demo.local import build_local_plans
from trust.demo.milestones import set_milestones
from trust.demo.packs import make_packs
from trust.demo.young import tell_the_young
from trust.foundation.kernel.actor import Actor
from trust.vision.participation.actions import answer_comment, show_comment, tell_us
from trust.vision.participation.words import Showing

HERE = Path(__file__).parent
PEOPLE = HERE / "people.toml"
COMMENTS = HERE / "comments.toml"
# One file a plan, each after those whose promises count in it or whose place it takes.
PLANS = ("plan2006.toml", "plan2009.toml", "care2010.toml", "justice2010.toml", "plan2012.toml")


class Town:
    """The invented plans of one county on its published figures."""

    def __init__(self, by: Actor) -> None:
        self.by = by

    def build(self) -> None:
        record_decisions(self.by)
        for name in PLANS:
            Life.read(HERE / name, self.by).live()
        set_milestones(self.by)
        for comment in tomllib.loads(COMMENTS.read_text())["comment"]:
            self._comment(comment)
        tell_the_young(self.by)
        build_assessments(self.by)
        build_local_plans(self.by)
        make_packs()
        follow(by=self.by)

    def _comment(self, told: dict[str, Any]) -> None:
        kept = tell_us(
            token=same(told["text"]),
            text=told["text"],
            about=same(told["about"]) if "about" in told else None,
            about_title=told.get("about_title", ""),
            district=told["district"],
            given_on=told["given_on"],
            by=self.by,
            at=moment(told["given_on"]),
        )
        if "answer" in told:
            on = told["answered_on"]
            answer_comment(comment=kept.id, text=told["answer"], answered_on=on, by=self.by, at=moment(on))
        if told.get("published"):
            show_comment(comment=kept.id, choice=Showing.PUBLISHED, by=self.by, at=moment(on))
