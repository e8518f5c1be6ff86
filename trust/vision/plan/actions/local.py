"""A partnership writes its delivery plan row by row, publishes it, and says each quarter how it goes."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.governance.board.queries import body as body_card
from trust.governance.partnership.queries import check_may_own_action
from trust.vision.outcomes.queries import indicator
from trust.vision.plan.access import check_writes
from trust.vision.plan.actions.priorities import OVERTAKEN
from trust.vision.plan.actions.promised import check_will_exist
from trust.vision.plan.models import (
    LocalReturn,
    LocalReturnLine,
    LocalRow,
    LocalRowEdition,
    Pen,
    Plan,
)
from trust.vision.plan.queries.local import newest_rows, pens_for, priority_titles, returns, row
from trust.vision.plan.rules.local import (
    RowFacts,
    SaidOfRow,
    check_row,
    check_said,
    quarter_in_words,
    quarter_of,
    quarters_over,
)
from trust.vision.plan.words import RowState

TEXTS = ("what", "helps", "how", "success", "indicator", "baseline", "baseline_period")
SAID_MEANWHILE = (
    "Someone else sent a return for this quarter while you were writing. Look at it, then send yours."
)


@transaction.atomic
def give_pen(*, body: UUID, worker: UUID, name: str, by: Actor, at: datetime, on: date | None = None) -> Pen:
    """Let a worker write for a local partnership; only whoever writes every plan gives the pen."""
    _check_gives(by)
    of, day = body_card(body), on or london_day(at)
    held = next((one for one in pens_for(body, day) if one.worker == worker), None)
    if held:
        return Pen.objects.get(pk=held.id)
    pen = Pen.objects.create(body_id=of.id, worker=worker, name=name, on=day, by=by.name, at=at)
    record("plan.pen.given", on=pen, by=by, at=at, body=of.key, worker=str(worker))
    return pen


@transaction.atomic
def take_pen(*, pen: UUID, by: Actor, at: datetime, on: date | None = None) -> Pen:
    """End a worker’s writing for a local partnership; what they wrote stays theirs."""
    _check_gives(by)
    held = Pen.objects.get(pk=pen)
    facts = {"body_id": held.body_id, "worker": held.worker, "name": held.name, "ends": held}
    with second_is_told("Someone else has just ended this. Look again."):
        ended = Pen.objects.create(on=on or london_day(at), by=by.name, at=at, **facts)
    record("plan.pen.taken", on=ended, by=by, at=at, worker=str(held.worker))
    return ended


def _check_gives(by: Actor) -> None:
    if not by.may("plan.write"):
        raise Refused("Only the partnership officer says who writes for a local partnership.")


@transaction.atomic
def add_row(*, token: UUID, plan: Plan, words: dict[str, Any], by: Actor, at: datetime) -> LocalRow:
    """Add a row at the end of a local plan; the same form sent twice adds one."""
    check_writes(plan, by=by, on=london_day(at))
    facts = as_kept(plan, words, at)
    added, new = LocalRow.objects.get_or_create(id=token, defaults={"plan": plan, "by": by.name, "at": at})
    if new:
        last = newest_rows(plan).aggregate(place=Max("place"))["place"] or 0
        LocalRowEdition.objects.create(row=added, edition=1, place=last + 1, by=by.name, at=at, **facts)
        record("plan.row.added", on=added, by=by, at=at, what=facts["what"], state=facts["state"])
    return added


@transaction.atomic
def reword_row(
    *, row: UUID, resting_on: int, words: dict[str, Any], by: Actor, at: datetime
) -> LocalRowEdition:
    """Give a row a new wording, unless somebody has already replaced the one it rests on."""
    plan, newest = _to_change(row, by, at)
    if newest.edition != resting_on:
        raise Refused(OVERTAKEN)
    facts = {"invented": newest.invented, **as_kept(plan, words, at)}
    edition = _next(newest, by, at, **facts)
    record("plan.row.reworded", on=edition, by=by, at=at, edition=edition.edition)
    return edition


@transaction.atomic
def move_row(*, row: UUID, up: bool, by: Actor, at: datetime) -> LocalRowEdition:
    """Put a row one place up or down; the first cannot go up."""
    plan, newest = _to_change(row, by, at)
    beside = _two_beside(plan, newest, up=up)
    if not beside:
        raise Refused(f"It is the {'first' if up else 'last'} row already.")
    step = -1.0 if up else 1.0
    place = (beside[0] + beside[1]) / 2 if len(beside) > 1 else beside[0] + step
    moved = _next(newest, by, at, place=place)
    record("plan.row.moved", on=moved, by=by, at=at, up=up)
    return moved


def _two_beside(plan: Plan, newest: LocalRowEdition, *, up: bool) -> list[float]:
    """The places of the two rows before this one, or after it: it goes between them."""
    others = newest_rows(plan).exclude(row=newest.row_id)
    found = others.filter(place__lt=newest.place) if up else others.filter(place__gt=newest.place)
    order = "-place" if up else "place"
    return list(found.order_by(order).values_list("place", flat=True)[:2])


@transaction.atomic
def end_row(*, row: UUID, because: str, by: Actor, at: datetime) -> LocalRowEdition:
    """Take a row out of the plan with its reason; its history stays."""
    _, newest = _to_change(row, by, at)
    if not because.strip():
        raise Refused("Say why the row ends: the reason is kept.")
    ended = _next(newest, by, at, ended_because=because)
    record("plan.row.ended", on=ended, by=by, at=at, because=because)
    return ended


def _to_change(key: UUID, by: Actor, at: datetime) -> tuple[Plan, LocalRowEdition]:
    plan, newest = row(key)
    check_writes(plan, by=by, on=london_day(at))
    if newest.ended_because:
        raise Refused(f"This row has ended: {newest.ended_because}")
    return plan, newest


def _next(newest: LocalRowEdition, by: Actor, at: datetime, **changed: Any) -> LocalRowEdition:
    facts = {field.attname: getattr(newest, field.attname) for field in newest._meta.concrete_fields}
    for own in ("id", "edition", "by", "at"):
        del facts[own]
    with second_is_told(OVERTAKEN):
        return LocalRowEdition.objects.create(
            **{**facts, **changed}, edition=newest.edition + 1, by=by.name, at=at
        )


def as_kept(plan: Plan, words: dict[str, Any], at: datetime) -> dict[str, Any]:
    """A row’s words as the table has them, when nothing is wrong with them; errors: Refused."""
    on = london_day(at)
    owner = check_may_own_action(words["owner"], on=on) if words.get("owner") else None
    due, targets = words.get("due"), tuple(words.get("targets", ()))
    if owner and due:
        check_will_exist(owner, due)
    priority, own = words.get("priority"), words.get("own_priority", "").strip()
    if priority is not None and priority not in priority_titles(plan):
        raise Refused("Choose one of the county’s priorities, or name one of your own.")
    if priority is None and not own:
        raise Refused("Choose the priority of the county’s that this serves, or name one of your own.")
    state = RowState(words.get("state") or RowState.PROVISIONAL)
    texts = {name: words.get(name, "").strip() for name in TEXTS}
    facts = RowFacts(
        texts["what"], owner is not None, due, texts["success"], texts["baseline_period"], targets, state
    )
    check_row(facts, first=plan.first, last=plan.last)
    if texts["indicator"]:
        indicator(texts["indicator"])
    kept = {"priority_id": priority, "own_priority": "" if priority else own, "due": due, **texts}
    kept |= {"owner_id": owner.id if owner else None, "state": state.value}
    kept |= {"targets": [list(pair) for pair in targets]}
    return kept | ({"invented": words["invented"]} if "invented" in words else {})


@transaction.atomic
def make_return(
    *,
    token: UUID,
    plan: Plan,
    quarter: date,
    resting_on: int,
    said: Sequence[SaidOfRow],
    words: str = "",
    by: Actor,
    at: datetime,
    on: date | None = None,
    invented: bool = False,
) -> LocalReturn:
    """Say how a quarter went, row by row; said again, what is not said anew stays as it was."""
    day = on or london_day(at)
    check_writes(plan, by=by, on=day)
    made = LocalReturn.objects.filter(pk=token).first()
    if made:
        return made
    _check_quarter(plan, quarter, day)
    before = returns(plan, date.max).get(quarter)
    if (before.edition if before else 0) != resting_on:
        raise Refused(SAID_MEANWHILE)
    lines = ({str(key): line for key, line in before.lines.items()} if before else {}) | _checked(plan, said)
    if not lines:
        raise Refused("Say how at least one row is going.")
    facts = {"plan": plan, "quarter": quarter, "said_on": day, "words": words, "invented": invented}
    with second_is_told(SAID_MEANWHILE):
        made = LocalReturn.objects.create(pk=token, edition=resting_on + 1, by=by.name, at=at, **facts)
    LocalReturnLine.objects.bulk_create(_line(made, line, by, at) for line in lines.values())
    record("plan.return.made", on=made, by=by, at=at, quarter=quarter.isoformat(), rows=len(lines))
    return made


def _line(made: LocalReturn, line: SaidOfRow, by: Actor, at: datetime) -> LocalReturnLine:
    facts = {"standing": line.standing.value, "words": line.words, "reached": line.reached}
    return LocalReturnLine(of=made, row_id=UUID(line.row), by=by.name, at=at, **facts)


def _check_quarter(plan: Plan, quarter: date, on: date) -> None:
    if quarter != quarter_of(quarter) or quarter not in {
        *quarters_over(plan.first, plan.last, on),
        quarter_of(on),
    }:
        raise Refused(
            f"{quarter_in_words(quarter_of(quarter))} is not a quarter of this plan that has begun by "
            f"{in_words(on)}."
        )


def _checked(plan: Plan, said: Sequence[SaidOfRow]) -> dict[str, SaidOfRow]:
    known = {str(one.row_id): one.what for one in newest_rows(plan)}
    for line in said:
        if line.row not in known:
            raise Refused("One of these rows has ended since you opened the page. Open it again.")
        check_said(line, known[line.row])
    return {line.row: line for line in said}
