"""A plan comes in as a spreadsheet: chosen, looked at, loaded; and the rows that wait are mended."""

import hashlib
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, moment, page, refusals_on, refused_page
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.english import counted, opened
from trust.foundation.kernel.refusals import Refused
from trust.vision.plan import queries
from trust.vision.plan.actions import importing as deeds
from trust.vision.plan.formats.sheets import LARGEST, TOO_LARGE, HeldSheet, Unreadable, read_file
from trust.vision.plan.forms.importing import (
    ChooseSheet,
    LeaveOut,
    MendRow,
    Understood,
    answers_in,
    as_address,
)
from trust.vision.plan.models import Import, ImportLoad, WaitingRow
from trust.vision.plan.queries import importing
from trust.vision.plan.rules.brought import Answers, Judged, Thing, Verdict
from trust.vision.plan.words import Column

NEEDS = "plan.write"
A_PAGE = 50
FILES = 20
PAGES = {
    Thing.PRIORITY: "plan:findings",
    Thing.ACTION: "plan:reword-action",
    Thing.MEASURE: "plan:replace-measure",
    Thing.PLEDGE: "plan:correct-pledge",
    Thing.NO_PLEDGE: "plan:add-pledge",
}


@page(needs=NEEDS)
def choose_page(request: Asked, plan: UUID) -> HttpResponse:
    """Choose a file; see those that came before, and how many rows of them wait."""
    of = queries.the_plan(plan)
    if queries.is_local(of):
        return refused_page(request, deeds.LOCAL)
    form = ChooseSheet(request.POST or None, request.FILES or None)
    if form.is_valid():
        sent = form.cleaned_data["file"]
        with refusals_on(form, "file"):
            digest, sheets = read_sent(sent.chunks())
            brought = deeds.bring_in(
                plan=of,
                file_name=sent.name,
                sha256=digest,
                sheets=sheets,
                by=request.actor,
                at=moment(request),
            )
            return redirect("plan:import-preview", brought=brought.pk)
    files = Paginator(importing.imports_of(plan), FILES).get_page(request.GET.get("page"))
    context = {"form": form, "plan": of, "page": files, "waiting": importing.waiting(plan).count()}
    return render(request, "plan/import.html", context)


def read_sent(pieces: Iterable[bytes]) -> tuple[str, tuple[HeldSheet, ...]]:
    """The hash of a file that was sent, and its sheets; errors: Refused."""
    whole, size = hashlib.sha256(), 0
    with TemporaryDirectory() as folder:
        file = Path(folder) / "sent.xlsx"
        with file.open("wb") as kept:
            for piece in pieces:
                size += len(piece)
                if size > LARGEST:
                    raise Refused(TOO_LARGE)
                whole.update(piece)
                kept.write(piece)
        try:
            return whole.hexdigest(), read_file(file)
        except Unreadable as error:
            raise Refused(str(error)) from error


@page(needs=NEEDS)
def preview(request: Asked, brought: UUID) -> HttpResponse:
    """What a file would change, row by row; how its columns were understood can be put right."""
    held = importing.brought_in(brought)
    sent = request.method == "POST"
    answers = answers_in((request.POST if sent else request.GET).dict())
    form, refusal = Understood(request.POST if sent else None), ""
    try:
        reading = importing.read_sheet(held, answers, request.today)
    except Refused as wrong:
        refusal = str(wrong)
        reading = importing.read_sheet(held, Answers(sheet=answers.sheet), request.today)
    form.offer_sheets(reading.sheets, reading.sheet.name)
    form.ask_of(reading.head, reading.strangers, answers)
    if sent and form.is_valid() and refusal:
        form.add_error(None, refusal)
    elif sent and form.is_valid() and "look" not in request.POST:
        with refusals_on(form):
            return loaded(request, held, answers)
    return shown(request, held, reading, answers, form)


def loaded(request: Asked, held: Import, answers: Answers) -> HttpResponse:
    load = deeds.load_import(
        brought=held,
        answers=answers,
        by=request.actor,
        at=moment(request),
        invented=demonstration(),
    )
    messages.success(request, told(load))
    return redirect("plan:import-waiting" if load and load.waiting else "plan:import", plan=held.plan_id)


def demonstration() -> bool:
    """Whether all that is written here is invented."""
    return calendar().demonstration


def told(load: ImportLoad | None) -> str:
    if load is None:
        return "Nothing in this file is new, so nothing has changed."
    waits = f" {opened(counted(load.waiting, 'row'))} wait{'s' if load.waiting == 1 else ''} to be mended."
    return f"{opened(counted(load.added, 'row'))} loaded.{waits if load.waiting else ''}"


def shown(
    request: Asked, held: Import, reading: importing.Reading, answers: Answers, form: Understood
) -> HttpResponse:
    asked = request.GET.get("show", "")
    show = asked if asked in {*Verdict, importing.TWICE} else ""
    partners = importing.owner_names(request.today)
    others = as_address(answers, partners)
    wanted = Paginator(reading.shown(show), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "brought": held,
        "reading": reading,
        "form": form,
        "page": wanted,
        "rows": [(one, places_of(one, reading), address_of(one)) for one in wanted],
        "counts": [(verdict, reading.count(verdict)) for verdict in Verdict],
        "refused": reading.count(Verdict.REFUSED),
        "new": reading.count(Verdict.NEW),
        "twice": len(reading.twice),
        "show": show,
        "others": f"{urlencode({'show': show})}&{others}" if show else others,
        "answers": others,
        "partners": partners,
        "ongoing": answers.ongoing or importing.says_ongoing(reading),
        "loads": list(held.loads.order_by("number")),
    }
    return render(request, "plan/import_preview.html", context)


def places_of(one: Judged, reading: importing.Reading) -> list[tuple[str, str]]:
    """Where each fault of a row stands in the sheet, and what to do."""
    return [(reading.where(fault.column), fault.sentence) for fault in one.faults]


def address_of(one: Judged) -> str:
    """Where what the plan says otherwise is changed."""
    if one.verdict is not Verdict.DIFFERS or one.here is None:
        return ""
    return reverse(PAGES[one.here.thing], args=[one.here.id])


@page(needs=NEEDS)
def waiting_page(request: Asked, plan: UUID) -> HttpResponse:
    of = queries.the_plan(plan)
    found = Paginator(importing.waiting(plan).select_related("of"), A_PAGE)
    wanted = found.get_page(request.GET.get("page"))
    context = {"plan": of, "page": wanted, "number": found.count, "rows": [card(row) for row in wanted]}
    return render(request, "plan/import_waiting.html", context)


def card(row: WaitingRow) -> dict[str, object]:
    said = [row.cells.get(column.value, "") for column in (Column.ACTION, Column.MEASURE, Column.PRIORITY)]
    return {"row": row, "what": next(filter(None, said), "A row without words"), "file": row.of.file_name}


@page(needs=NEEDS)
def mend_page(request: Asked, row: UUID) -> HttpResponse:
    """Put a row right, cell by cell, or leave it out and say why."""
    held = importing.waiting_row(row)
    plan = held.of.plan
    if hasattr(held, "mended"):
        return render(request, "plan/import_mended.html", {"row": held, "plan": plan})
    wrong = {str(column): str(sentence) for column, sentence in held.wrong}
    aside = LeaveOut(request.POST if "aside" in request.POST else None)
    form = MendRow(None if aside.is_bound else request.POST or None, cells=held.cells, wrong=wrong)
    if aside.is_valid():
        with refusals_on(aside):
            deeds.set_aside(
                row=row, because=aside.cleaned_data["because"], by=request.actor, at=moment(request)
            )
            messages.success(request, "The row is left out, and the reason is kept.")
            return redirect("plan:import-waiting", plan=plan.pk)
    if form.is_valid() and is_good(form, held, request):
        with refusals_on(form):
            deeds.mend_row(
                row=row, cells=form.cells, by=request.actor, at=moment(request), invented=demonstration()
            )
            messages.success(request, "The row is mended, and is in the plan.")
            return redirect("plan:import-waiting", plan=plan.pk)
    context = {"row": held, "plan": plan, "form": form, "aside": aside, "wrong": held.wrong}
    context["partners"] = importing.owner_names(request.today)
    return render(request, "plan/import_row.html", context)


def is_good(form: MendRow, held: WaitingRow, request: Asked) -> bool:
    """Whether a row can be loaded as it now is; what is still wrong is told at its own cell."""
    judged = importing.judge_cells(held.of.plan, form.cells, request.today)
    for fault in judged.faults:
        form.tell(fault.column, fault.sentence)
    return not judged.faults
