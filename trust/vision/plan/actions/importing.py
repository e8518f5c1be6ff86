"""A plan comes in as a spreadsheet: it is held, loaded as far as it is good, and what waits is mended."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID, uuid5

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import london_day
from trust.vision.plan.actions.made import AT_ONCE, MEANWHILE, add_rows, do_one
from trust.vision.plan.formats.sheets import HeldSheet, as_held
from trust.vision.plan.models import Import, ImportLoad, Mended, Plan, WaitingRow
from trust.vision.plan.queries.importing import (
    Reading,
    best_sheet,
    judge_cells,
    read_sheet,
    waiting,
    waiting_row,
)
from trust.vision.plan.queries.lives import is_local
from trust.vision.plan.rules.brought import Answers, Judged, Verdict
from trust.vision.plan.words import Column

LONGEST_NAME = 200
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
    add_rows(brought.plan, reading.judged, by=by, at=at, invented=invented)
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
        do_one(held.of.plan, new, by=by, at=at, invented=invented)
    with second_is_told(MENDED):
        mended = Mended.objects.create(waiting=held, by=by.name, at=at)
    record("plan.import.mended", on=mended, by=by, at=at, row=str(row), made=judged.says)
    return mended


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
