"""The demonstration's plan, built only by the deeds that the service itself allows, each on its own day."""

import tomllib
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from trust.demo.assessment import build_assessments
from trust.demo.keys import moment, same
from trust.demo.lives import Life
from trust.demo.packs import make_packs
from trust.demo.reviews import write_reviews
from trust.foundation.directory.queries import organisations
from trust.foundation.kernel.actor import Actor
from trust.governance.board.actions import raise_challenge
from trust.strategy.needs.actions import add_finding
from trust.strategy.needs.words import Sure
from trust.vision.participation.actions import answer_comment, hear, tell_us
from trust.vision.plan import actions
from trust.vision.plan.words import Given, MeasureKind, Standing

PLAN = Path(__file__).parent / "plan.toml"
LIFE = Path(__file__).parent / "lives.toml"
TEXTS = ("title", "aim_for_all", "group", "comparator", "aim_for_group", "next_step", "outcomes")


class Town:
    """One invented plan on Hampshire's published figures."""

    def __init__(self, by: Actor) -> None:
        self.by = by
        self.told = tomllib.loads(PLAN.read_text())
        self.measures: dict[UUID, dict[str, Any]] = {}

    def build(self) -> None:
        head, versions = self.told["plan"], self.told["version"]
        life = Life.read(LIFE, self.by)
        begun = moment(life.told["begun_on"])
        plan = actions.begin_plan(id=same(head["title"]), **head, by=self.by, at=begun)
        for number, version in enumerate(versions, 1):
            at = moment(version["on"])
            for priority in self.told["priority"]:
                self._priority(plan, priority, number, begun if number == 1 else at)
            if number == 1:
                life.write(plan)
                life.consult(plan)
                life.agree_and_sign(plan)
            because = life.told["published"]["because"]
            actions.publish(plan=plan, why=version["why"], because=because, by=self.by, at=at)
        for priority in self.told["priority"]:
            self._reports(priority)
        write_reviews(plan, self.by)
        for comment in self.told["comment"]:
            self._comment(comment)
        build_assessments(self.by)
        make_packs()

    def _priority(self, plan: Any, told: dict[str, Any], version: int, at: datetime) -> None:
        key = same(told["key"])
        if version == starts_in(told):
            words = {name: told[name] for name in TEXTS} | {"invented": True}
            actions.add_priority(id=key, plan=plan, words=words, by=self.by, at=at)
            self._findings(key, told, at)
        for action in of_version(told["action"], version):
            self._action(key, action, at)
        if version == starts_in(told):
            for pledge in told["pledge"]:
                self._pledge(key, pledge)
        for measure in of_version(told["measure"], version):
            self._measure(key, measure, at)

    def _findings(self, key: UUID, told: dict[str, Any], at: datetime) -> None:
        need = dict(told["need"]) | {"how_sure": Sure(told["need"]["how_sure"])}
        found = add_finding(**need, by=self.by, at=moment(need["said_on"]))
        voice = dict(told["voice"]) | {
            "quotes": tuple((words, who) for words, who in told["voice"]["quotes"])
        }
        heard = hear(**voice, invented=True, by=self.by, at=moment(voice["said_on"]))
        actions.link_need(priority=key, need=found.id, by=self.by, at=at)
        actions.link_voice(priority=key, voice=heard.id, by=self.by, at=at)

    def _action(self, key: UUID, told: dict[str, Any], at: datetime) -> None:
        facts = {name: told[name] for name in ("what", "owner", "due", "how_we_will_know")}
        actions.add_action(id=same(told["what"]), priority=key, invented=True, by=self.by, at=at, **facts)

    def _pledge(self, key: UUID, told: dict[str, Any]) -> None:
        actions.record_pledge(
            id=same(told["partner"], told["what"]),
            priority=key,
            partner=told["partner"],
            what=told["what"],
            given=Given(told["given"]),
            amount=Decimal(told["amount"]) if "amount" in told else None,
            agreed_by=told["agreed_by"],
            agreed_on=told["agreed_on"],
            invented=True,
            by=self.by,
            at=moment(told["agreed_on"]),
        )

    def _measure(self, key: UUID, told: dict[str, Any], at: datetime) -> None:
        actions.add_measure(
            id=same(told["title"]),
            priority=key,
            kind=MeasureKind(told["kind"]),
            title=told["title"],
            indicator_code=told["indicator"],
            about=told["about"],
            areas=told["areas"],
            owner=told["owner"],
            baseline_period=told["baseline_period"],
            baseline=Decimal(told["baseline"]),
            target_period=told["target_period"],
            target=Decimal(told["target"]),
            invented=True,
            by=self.by,
            at=at,
        )

    def _reports(self, told: dict[str, Any]) -> None:
        for action in told["action"]:
            for on, standing, words in action.get("said", ()):
                self._report(on, Standing(standing), words, action=same(action["what"]))
        for pledge in told["pledge"]:
            if "paid" in pledge:
                on, amount = pledge["paid"]
                about = same(pledge["partner"], pledge["what"])
                self._report(on, Standing.ON_TRACK, "Paid so far.", pledge=about, paid=Decimal(amount))
        for measure in told["measure"]:
            if "challenge" in measure:
                self._challenge(measure)

    def _report(self, on: date, standing: Standing, words: str, **about: Any) -> None:
        key = same(on, *about.values())
        actions.report(
            id=key,
            said_on=on,
            standing=standing,
            words=words,
            invented=True,
            by=self.by,
            at=moment(on),
            **about,
        )

    def _challenge(self, measure: dict[str, Any]) -> None:
        on = measure["challenged_on"]
        owner = next(o.id for o in organisations(on=on) if o.name == measure["owner"])
        raise_challenge(
            about_measure=same(measure["title"]),
            measure_title=measure["title"],
            organisation=owner,
            text=measure["challenge"],
            response_due=measure["answer_by"],
            by=self.by,
            at=moment(on),
        )

    def _comment(self, told: dict[str, Any]) -> None:
        about = next((p for p in self.told["priority"] if p["key"] == told.get("about")), None)
        kept = tell_us(
            token=same(told["text"]),
            text=told["text"],
            about=same(about["key"]) if about else None,
            about_title=about["title"] if about else "",
            district=told["district"],
            given_on=told["given_on"],
            by=self.by,
            at=moment(told["given_on"]),
        )
        if "answer" in told:
            on = told["answered_on"]
            answer_comment(comment=kept.id, text=told["answer"], answered_on=on, by=self.by, at=moment(on))


def starts_in(told: dict[str, Any]) -> int:
    return min(int(part["in_version"]) for part in told["action"])


def of_version(parts: Iterable[dict[str, Any]], version: int) -> list[dict[str, Any]]:
    return [part for part in parts if part["in_version"] == version]
