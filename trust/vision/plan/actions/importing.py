"""A plan comes in as a spreadsheet: it is held, loaded as far as it is good, and what waits is mended."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from trust.foundation.audit.actions import record, record_each, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import london_day
from trust.vision.plan.actions.priorities import add_priority, link_need, link_voice, with_outcomes
from trust.vision.plan.actions.promised import add_action, add_measure
from trust.vision.plan.formats.sheets import HeldSheet, as_held
from trust.vision.plan.models import (
    Action,
    ActionEdition,
    FindingLink,
    Import,
    ImportLoad,
    Measure,
    Mended,
    Plan,
    Priority,
    PriorityEdition,
    WaitingRow,
)
from trust.vision.plan.queries.importing import (
    Reading,
    best_sheet,
    judge_cells,
    read_sheet,
    waiting,
    waiting_row,
)
from trust.vision.plan.queries.lives import is_local
from trust.vision.plan.rules.brought import (
    Answers,
    Finding,
    Judged,
    New,
    NewAction,
    NewMeasure,
    NewPriority,
    Verdict,
)
from trust.vision.plan.words import Column

AT_ONCE = 1000
LONGEST_NAME = 200
MEANWHILE = "Someone else has just loaded this file. Open it again to see what they loaded."
MENDED = "Someone else has just dealt with this row."
LOCAL = "A local plan keeps its rows on its own page, so this file cannot be loaded into it."


@transaction.atomic
def bring_in(
    *, plan: Plan, file_name: str, sha256: str, sheets: tuple[HeldSheet, ...], by: Actor, at: datetime
) -> Import:
    """Hold a file to be looked at; the very same file again is the one that is held."""
    if is_local(plan):
        raise Refused(LOCAL)
    best_sheet(sheets)
    held = Import.objects.filter(plan=plan, sha256=sha256).first()
    if held:
        return held
    with second_is_told(MEANWHILE):
        brought = Import.objects.create(
            pk=uuid5(plan.pk, sha256),
            plan=plan,
            file_name=file_name[-LONGEST_NAME:],
            sha256=sha256,
            sheets=as_held(sheets),
            by=by.name,
            at=at,
        )
    record("plan.import.brought", on=brought, by=by, at=at, sha256=sha256)
    return brought


@transaction.atomic
def load_import(
    *, brought: Import, answers: Answers, by: Actor, at: datetime, invented: bool = False
) -> ImportLoad | None:
    """Load the good rows of a sheet and let the bad ones wait; None where nothing in it is new.

    It makes what `add_priority`, `add_action` and `add_measure` make, of thousands of rows as of one.
    """
    reading = read_sheet(brought, answers, london_day(at))
    open_rows = {str(row.pk): row for row in waiting(brought.plan_id)}
    bad = _not_yet_waiting(brought.plan, reading.judged)
    still = {one.line.number for one in reading.judged if one.faults} - {one.line.number for one in bad}
    refs = {one.line.says(Column.WAITING) for one in reading.judged if one.line.number not in still}
    back = [row for key, row in open_rows.items() if key in refs]
    if not (reading.count(Verdict.NEW) or bad or back):
        return None
    load = _load(brought, reading, answers, len(bad), by=by, at=at)
    _add(brought.plan, reading.judged, by=by, at=at, invented=invented)
    WaitingRow.objects.bulk_create(
        [_waits(brought, reading.sheet.name, one, by=by, at=at) for one in bad], batch_size=AT_ONCE
    )
    with second_is_told(MENDED):
        Mended.objects.bulk_create(Mended(waiting=row, of=brought, by=by.name, at=at) for row in back)
    record("plan.import.loaded", on=load, by=by, at=at, added=load.added, waiting=load.waiting)
    return load


def _not_yet_waiting(plan: Plan, judged: Iterable[Judged]) -> list[Judged]:
    """The refused rows, but for those whose very words came before: those wait, or were dealt with."""
    came = {
        _words(cells) for cells in WaitingRow.objects.filter(of__plan=plan).values_list("cells", flat=True)
    }
    return [one for one in judged if one.faults and _words(_cells(one)) not in came]


def _words(cells: Mapping[str, str]) -> frozenset[tuple[str, str]]:
    aside = {Column.WAITING.value, Column.REASON.value}
    return frozenset((name, text) for name, text in cells.items() if name not in aside)


def _cells(one: Judged) -> dict[str, str]:
    return {column.value: text for column, text in one.line.cells.items()}


def _load(
    brought: Import, reading: Reading, answers: Answers, waits: int, *, by: Actor, at: datetime
) -> ImportLoad:
    count = reading.count
    with second_is_told(MEANWHILE):
        return ImportLoad.objects.create(
            of=brought,
            number=1 + ImportLoad.objects.filter(of=brought).count(),
            sheet=reading.sheet.name,
            answers=answers.as_kept(),
            added=count(Verdict.NEW),
            same=count(Verdict.SAME),
            different=count(Verdict.DIFFERS),
            waiting=waits,
            by=by.name,
            at=at,
        )


def _waits(brought: Import, sheet: str, one: Judged, *, by: Actor, at: datetime) -> WaitingRow:
    return WaitingRow(
        of=brought,
        sheet=sheet,
        number=one.line.number,
        cells=_cells(one),
        wrong=[[fault.column.value, fault.sentence] for fault in one.faults],
        by=by.name,
        at=at,
    )


def _add(plan: Plan, judged: Sequence[Judged], *, by: Actor, at: datetime, invented: bool) -> None:
    every: list[New] = [new for one in judged for new in one.makes]
    said: dict[str, Any] = {"by": by.name, "at": at}
    facts = said | {"invented": invented}
    with second_is_told(MEANWHILE):
        new = [one for one in every if isinstance(one, NewPriority)]
        priorities = _priorities(plan, new, said, facts)
        links = [_link(one.id, finding, said) for one in new for finding in one.rests_on]
        FindingLink.objects.bulk_create(links, batch_size=AT_ONCE)
        actions = _actions([one for one in every if isinstance(one, NewAction)], said, facts)
        measures = [_measure(one, facts) for one in every if isinstance(one, NewMeasure)]
        Measure.objects.bulk_create(measures, batch_size=AT_ONCE)
    told = [(edition.priority, {"title": edition.title}) for edition in priorities]
    record_each("plan.priority.added", told, by=by, at=at)
    linked = [(link, {name: str(key)}) for link in links for name, key in to_finding(link).items()]
    record_each("plan.finding.linked", linked, by=by, at=at)
    record_each("plan.action.added", actions, by=by, at=at)
    aimed = [(row, {"indicator": row.indicator, "target": str(row.target)}) for row in measures]
    record_each("plan.measure.added", aimed, by=by, at=at)


def _link(priority: UUID, to: Finding, said: Mapping[str, Any]) -> FindingLink:
    named = {"need_id": to.id} if to.is_need else {"voice_id": to.id}
    return FindingLink(priority_id=priority, **named, **said)


def to_finding(link: FindingLink) -> dict[str, UUID]:
    """What a link leads to, under the name that the record gives it."""
    found = {"need_id": link.need_id, "voice_id": link.voice_id}
    return {name: key for name, key in found.items() if key}


def _priorities(
    plan: Plan, new: Sequence[NewPriority], said: Mapping[str, Any], facts: Mapping[str, Any]
) -> list[PriorityEdition]:
    before = Priority.objects.filter(plan=plan).count()
    Priority.objects.bulk_create(Priority(pk=one.id, plan=plan, **said) for one in new)
    return PriorityEdition.objects.bulk_create(
        PriorityEdition(
            priority=Priority(pk=one.id),
            edition=1,
            number=before + place,
            **with_outcomes({**one.words}),
            **facts,
        )
        for place, one in enumerate(new, start=1)
    )


def _actions(
    new: Sequence[NewAction], said: Mapping[str, Any], facts: Mapping[str, Any]
) -> list[tuple[Action, dict[str, str]]]:
    made = {one.id: Action(pk=one.id, priority_id=one.priority, **said) for one in new}
    Action.objects.bulk_create(made.values(), batch_size=AT_ONCE)
    editions = (_edition(one, made[one.id], facts) for one in new)
    ActionEdition.objects.bulk_create(editions, batch_size=AT_ONCE)
    told = ({"what": one.what, "owner": one.owner_name, "due": one.due.isoformat()} for one in new)
    return list(zip(made.values(), told, strict=True))


def _edition(one: NewAction, action: Action, facts: Mapping[str, Any]) -> ActionEdition:
    more = {name: text for name, text in one.more.items() if name != "depends_on"}
    return ActionEdition(
        action=action,
        edition=1,
        what=one.what,
        owner_id=one.owner,
        due=one.due,
        how_we_will_know=one.how_we_will_know,
        depends_on_id=one.more.get("depends_on"),
        **more,
        **facts,
    )


def _measure(new: NewMeasure, facts: Mapping[str, Any]) -> Measure:
    return Measure(
        pk=new.id, priority_id=new.priority, owner_id=new.owner, indicator=new.aim.indicator,
        **_aimed(new) | {"kind": new.aim.kind.value}, **facts,
    )  # fmt: skip


def _aimed(new: NewMeasure) -> dict[str, Any]:
    """What a measure says, as the deed and the table both name it."""
    names = ("kind", "title", "about", "baseline_period", "baseline", "target_period", "target", "tolerance")
    return {name: getattr(new.aim, name) for name in names} | {"areas": list(new.aim.areas)}


@transaction.atomic
def mend_row(
    *, row: UUID, cells: Mapping[Column, str], by: Actor, at: datetime, invented: bool = False
) -> Mended:
    """Bring back a row that waited, as it was mended, by the deeds of its parts; errors: Refused."""
    held = _open(row)
    judged = judge_cells(held.of.plan, cells, london_day(at))
    wrong = [fault.sentence for fault in judged.faults]
    if wrong or judged.verdict is Verdict.DIFFERS:
        raise Refused(" ".join(wrong or judged.notes))
    for new in judged.makes:
        _do(held.of.plan, new, by=by, at=at, invented=invented)
    with second_is_told(MENDED):
        mended = Mended.objects.create(waiting=held, by=by.name, at=at)
    record("plan.import.mended", on=mended, by=by, at=at, row=str(row), made=judged.says)
    return mended


def _do(plan: Plan, new: New, *, by: Actor, at: datetime, invented: bool) -> None:
    said: dict[str, Any] = {"token": new.id, "by": by, "at": at}
    if isinstance(new, NewPriority):
        add_priority(plan=plan, words={**new.words, "invented": invented}, **said)
        for to in new.rests_on:
            if to.is_need:
                link_need(priority=new.id, need=to.id, by=by, at=at)
            else:
                link_voice(priority=new.id, voice=to.id, by=by, at=at)
        return
    said |= {"priority": new.priority, "owner": str(new.owner), "invented": invented}
    if isinstance(new, NewAction):
        said |= new.more
        add_action(what=new.what, due=new.due, how_we_will_know=new.how_we_will_know, **said)
    else:
        add_measure(indicator_code=new.aim.indicator, **_aimed(new), **said)


@transaction.atomic
def set_aside(*, row: UUID, because: str, by: Actor, at: datetime) -> Mended:
    """Leave a row that waited out of the plan, with the reason; what it said is kept."""
    held = _open(row)
    if not because.strip():
        raise Refused("Say why this row is left out.")
    with second_is_told(MENDED):
        aside = Mended.objects.create(waiting=held, why=because.strip(), by=by.name, at=at)
    record("plan.import.set_aside", on=aside, by=by, at=at, row=str(row), because=because)
    return aside


def _open(row: UUID) -> WaitingRow:
    held = waiting_row(row)
    if Mended.objects.filter(waiting=held).exists():
        raise Refused(MENDED)
    return held
