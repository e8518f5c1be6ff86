"""The demonstration's needs assessments, built only by the deeds that the service itself allows."""

import tomllib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from trust.foundation.directory.queries import districts, organisation_by_key
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.time import LONDON
from trust.strategy.needs import actions
from trust.strategy.needs.queries import Cited, sections
from trust.strategy.needs.words import Counted, Show, Sure, Theme

ASSESSMENTS = Path(__file__).parent / "assessment.toml"
SMALL = "1 to 5"
OF_A_GAP = ("statement", "group_label", "why_it_matters", "what_would_close", "who_could_close")


def build_assessments(by: Actor) -> None:
    for told in tomllib.loads(ASSESSMENTS.read_text())["assessment"]:
        Assessed(by, told).build()


def same(*words: object) -> UUID:
    """The same identifier at every building, so that addresses in the demonstration keep."""
    return uuid5(NAMESPACE_URL, "/".join(["demonstration", "needs", *map(str, words)]))


def moment(day: date) -> datetime:
    return datetime.combine(day, time(10, 0), LONDON)


class Assessed:
    """One invented assessment on published figures, written, shared and perhaps frozen."""

    def __init__(self, by: Actor, told: dict[str, Any]) -> None:
        self.by, self.told, self.id = by, told, same(told["key"])
        self.at = moment(told["on"])

    def build(self) -> None:
        actions.begin_assessment(
            token=self.id,
            title=self.told["title"],
            theme=Theme(self.told["theme"]),
            leads=organisation_by_key(self.told["leads"]).id,
            why=self.told["why"],
            invented=True,
            by=self.by,
            at=self.at,
        )
        for section, told in zip(sections(self.id), self.told["section"], strict=True):
            self._section(section.id, told)
        self._share()
        for comment in self.told["comment"]:
            self._comment(comment)
        if "frozen_on" in self.told:
            actions.freeze(assessment=self.id, by=self.by, at=moment(self.told["frozen_on"]))

    def _section(self, section: UUID, told: dict[str, Any]) -> None:
        for words in told["words"]:
            actions.write_passage(section=section, words=words, by=self.by, at=self.at)
        for cite in told.get("cite", ()):
            actions.cite(section=section, cited=self._cited(cite), by=self.by, at=self.at)
        for finding in told.get("finding", ()):
            self._finding(section, finding)
        for gap in told.get("gap", ()):
            self._gap(section, gap)
        for count in told.get("count", ()):
            self._count(section, count)

    def _cited(self, told: dict[str, Any]) -> Cited:
        places = self._places(told["places"])
        return Cited(
            told["indicator"],
            places,
            self._beside(told.get("comparison", ()), places),
            told.get("group", ""),
            told.get("since", ""),
            Show(told.get("show", Show.TOGETHER)),
        )

    def _places(self, told: str | Sequence[str]) -> tuple[str, ...]:
        every = tuple(place.code for place in districts(on=self.at.date()))
        return every if told == "districts" else tuple(told)

    def _beside(self, told: str | Sequence[str], places: Sequence[str]) -> tuple[str, ...]:
        if told == "the rest":
            return tuple(code for code in self._places("districts") if code not in places)
        return tuple(told)

    def _finding(self, section: UUID, told: dict[str, Any]) -> None:
        places = self._places(told["places"])
        actions.add_finding(
            token=same(self.told["key"], told["statement"]),
            section=section,
            statement=told["statement"],
            group_label=told["group_label"],
            indicator=told["indicator"],
            places=places,
            comparison=self._beside(told.get("comparison", ()), places),
            since=told.get("since", ""),
            how_sure=Sure(told["how_sure"]),
            refresh_by=told.get("refresh_by"),
            invented=True,
            by=self.by,
            at=self.at,
        )

    def _gap(self, section: UUID, told: dict[str, Any]) -> None:
        actions.add_gap(
            token=same(self.told["key"], told["statement"]),
            section=section,
            refresh_by=told.get("refresh_by"),
            invented=True,
            by=self.by,
            at=self.at,
            **{name: told[name] for name in OF_A_GAP},
        )

    def _count(self, section: UUID, told: dict[str, Any]) -> None:
        for area, count in told["places"]:
            actions.add_count(
                section=section,
                counted=Counted(told["counted"]),
                what=told["what"],
                area=area,
                period=told["period"],
                count=None if count == SMALL else count,
                withheld=count == SMALL,
                how_counted=told["how_counted"],
                invented=True,
                by=self.by,
                at=self.at,
            )

    def _share(self) -> None:
        actions.share(
            assessment=self.id,
            partners=[organisation_by_key(key).id for key in self.told["partners"]],
            answer_by=self.told["answer_by"],
            by=self.by,
            at=moment(self.told["shared_on"]),
        )

    def _comment(self, told: dict[str, Any]) -> None:
        partner = organisation_by_key(told["partner"])
        speaker = replace(self.by, name=told["by"], worker=None, organisation=partner.id)
        kept = actions.comment(
            assessment=self.id,
            finding=same(self.told["key"], told["about"]) if "about" in told else None,
            words=told["words"],
            invented=True,
            by=speaker,
            at=moment(told["on"]),
        )
        if "answer" in told:
            actions.answer_comment(
                comment=kept.id, words=told["answer"], by=self.by, at=moment(told["answered_on"])
            )
