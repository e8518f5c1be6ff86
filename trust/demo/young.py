"""The demonstration's plan in words for young people."""

import tomllib
from pathlib import Path
from typing import Any

from trust.demo.keys import moment, same
from trust.foundation.kernel.actor import Actor
from trust.vision.plan.actions.young import write_young
from trust.vision.plan.queries import draft, the_plan

TOLD = Path(__file__).with_name("young.toml")


def tell_the_young(by: Actor) -> None:
    for told in tomllib.loads(TOLD.read_text(encoding="utf-8"))["young"]:
        _write(told, by)


def _write(told: dict[str, Any], by: Actor) -> None:
    """Each part under its name, and each priority under its number in the plan."""
    plan, at = the_plan(same(told["plan"])), moment(told["written_on"])
    numbers = {str(one.number): f"priority-{one.id}" for one in draft(plan).plan.priorities}
    for key, text in told["parts"].items():
        part = numbers.get(key, key)
        write_young(plan=plan, part=part, text=text, resting_on=0, invented=True, by=by, at=at)
