"""The demonstration’s first round of updates: who was asked, who answered by link, and who was reminded."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from trust.demo.keys import moment, same
from trust.foundation.directory.queries import organisation_called
from trust.foundation.kernel.actor import Actor
from trust.vision.plan.actions import following as deeds
from trust.vision.plan.queries.following import items_of, rounds
from trust.vision.plan.words import Standing

FILE = Path(__file__).with_suffix(".toml")


def follow(*, by: Actor) -> None:
    """One quarter asked about, partly answered, and the silent reminded."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))
    asked_on = moment(told["asked_on"])
    for one in told["contact"]:
        partner = _partner(one["partner"])
        deeds.keep_contact(partner=partner, post=one["post"], address=one["address"], by=by, at=asked_on)
    deeds.ask_for_updates(by=by, at=asked_on)
    for one in told["answer"]:
        _answer(one, told["answered_on"])
    deeds.remind(by=by, at=moment(told["reminded_on"]))
    _ask_again(told["again"], by)


def _answer(told: dict[str, Any], on: date) -> None:
    partner = _partner(told["partner"])
    line = next(one for one in rounds(on)[0].lines if one.organisation == partner)
    item = next(one for one in items_of(line.id) if one.what == told["what"])
    deeds.answer_item(
        token=same(on, told["what"]),
        request=line.id,
        item=item.id,
        standing=Standing(told["standing"]) if "standing" in told else None,
        words=told["words"],
        number=None,
        by=Actor(f"{line.post}, {line.name}", organisation=partner),
        at=moment(on),
    )


def _ask_again(told: dict[str, Any], by: Actor) -> None:
    """A new link to a partner that has not answered the newest round."""
    partner, on = _partner(told["partner"]), told["on"]
    line = next(one for one in rounds(on)[0].lines if one.organisation == partner)
    deeds.ask_again(request=line.id, by=by, at=moment(on))


def _partner(name: str) -> UUID:
    found = organisation_called(name)
    if found is None:
        raise LookupError(f"The demonstration writes to {name}, which is no organisation of the area.")
    return found.id
