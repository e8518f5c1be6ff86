"""The demonstration’s local delivery plans: three partnerships write, and one of them says nothing since."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from trust.demo.keys import moment, same
from trust.demo.lives import RAN_OUT
from trust.foundation.kernel.actor import Actor
from trust.foundation.people.queries import workers
from trust.governance.board.queries import bodies
from trust.vision.plan import actions, queries
from trust.vision.plan.queries import Plan, SaidOfRow, quarter_of
from trust.vision.plan.words import Stage, Standing

LOCAL = Path(__file__).with_name("local.toml")
HONEST = "What is to be confirmed or provisional is marked so, row by row."


def build_local_plans(by: Actor) -> None:
    """Write, publish, report on and end each, by the deeds, each on its own day."""
    for told in tomllib.loads(LOCAL.read_text(encoding="utf-8"))["plan"]:
        begun = told["first"].replace(day=11)
        county = queries.plan_on(begun)
        body = next(one.id for one in bodies(begun) if one.key == told["body"])
        facts = {name: told[name] for name in ("title", "first", "last")}
        plan = actions.begin_plan(
            token=same(told["title"]), **facts, kind="local-delivery", body=body, under=county, by=by,
            at=moment(begun),
        )  # fmt: skip
        _pen(body, told, begun, by)
        for row in told["row"]:
            _row(plan, row, begun, by)
        published = told["published_on"]
        actions.publish(plan=plan, why=told["why"], because=HONEST, by=by, at=moment(published))
        if "return" in told:
            _return(plan, told, by)
        over = moment(plan.last + timedelta(days=1))
        actions.move_plan(plan=plan, to=Stage.ENDED, why=RAN_OUT, by=by, at=over)


def _pen(body: UUID, told: dict[str, Any], on: date, by: Actor) -> None:
    writer = next((one for one in workers(on=on) if one.name == told.get("writes")), None)
    if writer:
        actions.give_pen(body=body, worker=writer.id, name=writer.name, by=by, at=moment(on))


def _row(plan: Plan, told: dict[str, Any], on: date, by: Actor) -> None:
    words = {name: value for name, value in told.items() if name not in {"said", "priority"}}
    words["priority"] = same(told["priority"]) if "priority" in told else None
    words["invented"] = True
    actions.add_row(token=key_of(plan, told), plan=plan, words=words, by=by, at=moment(on))


def key_of(plan: Plan, told: dict[str, Any]) -> UUID:
    return same(plan.title, told["what"])


def _return(plan: Plan, told: dict[str, Any], by: Actor) -> None:
    on = told["return"]["said_on"]
    said = [
        SaidOfRow(str(key_of(plan, row)), Standing(row["said"][0]), *row["said"][1:])
        for row in told["row"]
        if "said" in row
    ]
    actions.make_return(
        token=same(plan.title, "return", on),
        plan=plan,
        quarter=quarter_of(plan.first),
        resting_on=0,
        said=said,
        words=told["return"]["words"],
        invented=True,
        by=by,
        at=moment(on),
    )
