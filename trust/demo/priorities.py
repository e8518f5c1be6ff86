"""The priorities of one plan of the demonstration, and everything that hangs on them."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from trust.demo.keys import moment, same
from trust.foundation.directory.queries import organisations
from trust.foundation.kernel.actor import Actor
from trust.governance.board.actions import raise_challenge
from trust.strategy.needs.actions import add_finding
from trust.strategy.needs.words import Sure
from trust.vision.participation.actions import hear
from trust.vision.plan import actions
from trust.vision.plan.queries import Plan
from trust.vision.plan.words import Countable, Given, MeasureKind, Receiver, Standing

TEXTS = ("title", "aim_for_all", "group", "comparator", "aim_for_group", "next_step", "outcomes")
OF_AN_ACTION = ("what", "owner", "due", "how_we_will_know")
MORE = ("partners", "milestones", "resources", "reach", "what_works")


class Priorities:
    """What one plan promises, in the order of its versions, and what was said of it since."""

    def __init__(self, plan: Plan, told: Iterable[dict[str, Any]], by: Actor) -> None:
        self.plan, self.told, self.by = plan, list(told), by
        self.version = 0
        self.reported: set[UUID] = set()

    def write(self, version: int, at: datetime) -> None:
        """What a version added to the one before it."""
        self.version = version
        for told in self.told:
            key = same(told["key"])
            begins = version == starts_in(told)
            if begins:
                words = {name: told[name] for name in TEXTS} | {"invented": True}
                actions.add_priority(token=key, plan=self.plan, words=words, by=self.by, at=at)
                self._findings(key, told, at)
            for action in of_version(told["action"], version):
                self._action(key, action, at)
            for pledge in told.get("pledge", ()) if begins else ():
                self._pledge(key, pledge)
            for measure in of_version(told.get("measure", ()), version):
                self._measure(key, measure, at)
            for thing, what in told.get("counted", ()) if begins else ():
                self._count(key, Countable(thing), same(what), moment(told["counted_on"]))

    def report(self) -> None:
        """What each owner said of what is promised so far, quarter by quarter."""
        for told in self.told:
            for action in told["action"]:
                said = action.get("said", ()) if action["in_version"] <= self.version else ()
                for on, standing, words in said:
                    self._report(on, Standing(standing), words, action=same(action["what"]))
            for pledge in told.get("pledge", ()) if starts_in(told) <= self.version else ():
                if "paid" in pledge:
                    on, amount = pledge["paid"]
                    about = same(pledge["partner"], pledge["what"])
                    paid = Decimal(amount)
                    self._report(on, Standing.ON_TRACK, "Paid so far.", pledge=about, paid=paid)

    def challenge(self) -> None:
        """Whom the Director asked why a measure is off its path."""
        for told in self.told:
            for measure in told.get("measure", ()):
                if "challenge" in measure:
                    self._challenge(measure)

    def _findings(self, key: UUID, told: dict[str, Any], at: datetime) -> None:
        for need in told.get("need", ()):
            facts = {**need, "how_sure": Sure(need["how_sure"])}
            found = add_finding(**facts, by=self.by, at=moment(need["said_on"]))
            actions.link_need(priority=key, need=found.id, by=self.by, at=at)
        for voice in told.get("voice", ()):
            facts = {**voice, "quotes": tuple((words, who) for words, who in voice["quotes"])}
            heard = hear(**facts, invented=True, by=self.by, at=moment(voice["said_on"]))
            actions.link_voice(priority=key, voice=heard.id, by=self.by, at=at)

    def _action(self, key: UUID, told: dict[str, Any], at: datetime) -> None:
        facts = {name: told[name] for name in OF_AN_ACTION}
        more = {name: told[name] for name in MORE if name in told}
        actions.add_action(
            token=same(told["what"]), priority=key, invented=True, by=self.by, at=at, **facts, **more
        )

    def _count(self, key: UUID, thing: Countable, counted: UUID, at: datetime) -> None:
        actions.count_in(plan=self.plan, thing=thing, key=counted, priority=key, by=self.by, at=at)

    def _pledge(self, key: UUID, told: dict[str, Any]) -> None:
        actions.record_pledge(
            token=same(told["partner"], told["what"]),
            priority=key,
            partner=told["partner"],
            what=told["what"],
            given=Given(told["given"]),
            amount=Decimal(told["amount"]) if "amount" in told else None,
            agreed_by=told["agreed_by"],
            agreed_on=told["agreed_on"],
            receiver=Receiver(told.get("receiver", Receiver.CHILDREN)),
            to_partner=told.get("to_partner", ""),
            invented=True,
            by=self.by,
            at=moment(told["agreed_on"]),
        )

    def _measure(self, key: UUID, told: dict[str, Any], at: datetime) -> None:
        actions.add_measure(
            token=same(told["title"]),
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
            yearly_targets=tuple((year, Decimal(aim)) for year, aim in told.get("yearly_targets", ())),
            invented=True,
            by=self.by,
            at=at,
        )

    def _report(self, on: date, standing: Standing, words: str, **about: Any) -> None:
        key = same(on, *about.values())
        if key in self.reported:
            return
        self.reported.add(key)
        actions.report(
            token=key,
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


def starts_in(told: dict[str, Any]) -> int:
    return min(int(part["in_version"]) for part in told["action"])


def of_version(parts: Iterable[dict[str, Any]], version: int) -> list[dict[str, Any]]:
    return [part for part in parts if part["in_version"] == version]
