"""How a plan of the demonstration came to be: written, put to everyone, agreed, signed and published."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from trust.demo.claims import in_words
from trust.demo.keys import moment, same
from trust.demo.priorities import Priorities
from trust.demo.reviews import reviews_of, write_review
from trust.foundation.kernel.actor import Actor
from trust.governance.board.queries import decisions
from trust.vision.participation import actions as participation
from trust.vision.participation.words import Audience, Response
from trust.vision.plan import actions, queries
from trust.vision.plan.actions.succession import pass_on_action
from trust.vision.plan.queries import Plan
from trust.vision.plan.words import AlignedWith, Part, Stage

A_POST = "Chair"
RAN_OUT = "It reached its last day."


class Life:
    """One plan’s way from its first draft to the plan that took its place."""

    def __init__(self, told: dict[str, Any], by: Actor) -> None:
        self.told = told
        self.by = Actor(told["written_by"], duties=by.duties) if "written_by" in told else by

    @classmethod
    def read(cls, file: Path, by: Actor) -> "Life":
        return cls(tomllib.loads(file.read_text(encoding="utf-8")), by)

    def at(self, day: date) -> dict[str, Any]:
        return {"by": self.by, "at": moment(day)}

    def live(self) -> None:
        """Everything that happened to the plan, in the order in which it did."""
        begun, head = self.told["begun_on"], self.told["plan"]
        plan = actions.begin_plan(token=same(head["title"]), **head, **self.at(begun))
        promised = Priorities(plan, self.told["priority"], self.by)
        promised.write(1, moment(begun))
        self.write(plan)
        if "consultation" in self.told:
            self.consult(plan)
        if "signing" in self.told:
            self.agree_and_sign(plan)
        for _, number, told in sorted(self.happened(), key=lambda one: one[0]):
            if number:
                self.publish(plan, promised, number, told)
            else:
                promised.report()
                write_review(plan, told, self.by)
        promised.report()
        promised.challenge()
        if "ended_on" in self.told:
            over = self.at(self.told["ended_on"])
            actions.move_plan(plan=plan, to=Stage.ENDED, why=RAN_OUT, **over)

    def happened(self) -> list[tuple[date, int, dict[str, Any]]]:
        """Each version, by its number, and each review, which has none."""
        versions = [(one["on"], n, one) for n, one in enumerate(self.told.get("version", ()), 1)]
        reviews = reviews_of(self.told["plan"]["title"])
        return [*versions, *((one["published_on"], 0, one) for one in reviews)]

    def publish(self, plan: Plan, promised: Priorities, number: int, told: dict[str, Any]) -> None:
        day = told["on"]
        if number > 1:
            promised.write(number, moment(day))
        for passed in told.get("passed_on", ()):
            pass_on_action(action=same(passed["what"]), **said_of(passed), **self.at(day))
        actions.publish(plan=plan, why=told["why"], because=told.get("because", ""), **self.at(day))
        if number == 1 and "supersedes" in self.told:
            before = queries.the_plan(same(self.told["supersedes"]))
            why = f"“{plan.title}” took its place."
            took = max(day, plan.first)
            actions.move_plan(plan=before, to=Stage.SUPERSEDED, why=why, **self.at(took))

    def write(self, plan: Plan) -> None:
        """What the plan says of itself, when it was first drafted."""
        begun = self.told["begun_on"]
        for part, text in self.told["statements"].items():
            adopted = self.adopted() if part == Part.VISION else None
            actions.write_statement(
                plan=plan, part=Part(part), text=text, resting_on=0, adopted=adopted, invented=True,
                **self.at(begun),
            )  # fmt: skip
        if "claim" in self.told:
            text = in_words(self.told["claim"], as_of=begun)
            part = Part.PROGRESS
            actions.write_statement(
                plan=plan, part=part, text=text, resting_on=0, invented=True, **self.at(begun)
            )
        for alignment in self.told.get("alignment", ()):
            self.align(plan, alignment)
        for group, said in self.told.get("groups", {}).items():
            answer = {"reason": said} if " " in said else {"priority": same(said)}
            actions.cover_group(plan=plan, group=group, **answer, **self.at(begun))

    def adopted(self) -> UUID | None:
        words = self.told.get("vision_adopted")
        return decisions(self.told["signing"]["on"], words=words)[0].id if words else None

    def align(self, plan: Plan, told: dict[str, Any]) -> None:
        targets = tuple((title, same(priority)) for title, priority in told.get("targets", ()))
        kept = actions.align(
            plan=plan,
            aligned_with=AlignedWith(told["aligned_with"]),
            title=told["title"],
            states=told["states"],
            evidence=told.get("evidence", ""),
            assessment=same("needs", told["assessment"]) if "assessment" in told else None,
            stated_on=told["stated_on"],
            targets=targets,
            invented=True,
            **self.at(told["stated_on"]),
        )
        for partner in told.get("signed_by", ()):
            on = told["stated_on"]
            actions.sign_jointly(
                alignment=kept.pk, partner=partner, signed_by="Director", signed_on=on, **self.at(on)
            )

    def consult(self, plan: Plan) -> None:
        told = dict(self.told["consultation"])
        reached, said = told.pop("reached"), told.pop("said")
        counted = told.pop("counted_on", told["closes"])
        about = participation.open_consultation(
            token=same(told["title"]), about=plan.pk, about_title=plan.title, **told, invented=True,
            **self.at(told["opens"]),
        )  # fmt: skip
        actions.move_plan(plan=plan, to=Stage.CONSULTING, **self.at(told["opens"]))
        for count in reached:
            facts = {"number": None, **count, "audience": Audience(count["audience"])}
            participation.count_reached(consultation=about.pk, **facts, **self.at(counted))
        for one in said:
            self.answer(about.pk, one, counted)

    def answer(self, about: UUID, told: dict[str, Any], closed: date) -> None:
        found = participation.write_finding(
            token=same(told["heading"]),
            consultation=about,
            heading=told["heading"],
            statement=told["statement"],
            audience=Audience(told["audience"]),
            invented=True,
            **self.at(closed),
        )
        if "answer" in told:
            participation.answer_finding(
                finding=found.pk,
                response=Response(told["response"]),
                text=told["answer"],
                owner=told.get("owner", ""),
                answered_on=told["answered_on"],
                **self.at(told["answered_on"]),
            )

    def agree_and_sign(self, plan: Plan) -> None:
        """The Board agrees, and every partner signs its own part or says why it does not."""
        on, declined = self.told["signing"]["on"], self.told["signing"].get("declined", {})
        decision = decisions(on, words=self.told["agreed"])[0].id
        actions.move_plan(plan=plan, to=Stage.FINAL_DRAFT, **self.at(on))
        actions.move_plan(plan=plan, to=Stage.AGREED, decision=decision, **self.at(on))
        cards = queries.signatures(plan, on)
        seals = queries.seals(plan, cards)
        for card in cards:
            if card.name in declined:
                actions.decline(
                    plan=plan, partner=card.partner, reason=declined[card.name], said_by="Leader",
                    said_on=on, invented=True, **self.at(on),
                )  # fmt: skip
            else:
                actions.sign(
                    plan=plan, partner=card.partner, seen=seals[card.partner], signed_by=A_POST, signed_on=on,
                    invented=True, **self.at(on),
                )  # fmt: skip
        actions.move_plan(plan=plan, to=Stage.SIGNED, **self.at(on))


def said_of(passed: dict[str, Any]) -> dict[str, Any]:
    """To whom an action passed, from which day and why."""
    return {name: passed[name] for name in ("to", "due", "starts", "why")}
