"""Bringing an official file in: choose it, see what it would change, load it, see what was loaded."""

from collections.abc import Sequence
from urllib.parse import urlencode
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.outcomes import loaders, queries
from trust.vision.outcomes.actions import MOST_WAITING
from trust.vision.outcomes.formats.official.assemble import Told
from trust.vision.outcomes.formats.official.places import place_name
from trust.vision.outcomes.formats.official.registry import FAMILIES
from trust.vision.outcomes.formats.rows import Row
from trust.vision.outcomes.forms import BringIn, WhatTheFileDoesNotSay
from trust.vision.outcomes.loaders.own import OWN
from trust.vision.outcomes.rules.figures import number
from trust.vision.outcomes.words import Mark

NEEDS = "outcomes.load"
SHOWN = 50


@page(needs=NEEDS)
def choose_file(request: Asked) -> HttpResponse:
    form = BringIn(request.POST, request.FILES) if request.method == "POST" else BringIn()
    if form.is_valid():
        sent = form.cleaned_data["file"]
        with refusals_on(form):
            loaders.clear_old_arrivals(at=moment(request))
            digest = loaders.keep_arrival(sent.chunks(), sent.name)
            if loaders.is_geojson(loaders.arrived(digest)):
                loaders.check_outlines_file(loaders.arrived(digest))
                return redirect("outcomes:preview-outlines", digest=digest)
            loaders.check_arrival(loaders.arrived(digest))
            return redirect("outcomes:preview", digest=digest)
    return render(request, "outcomes/bring_in.html", {"form": form, "families": [OWN, *FAMILIES]})


@page(needs=NEEDS)
def preview(request: Asked, digest: str) -> HttpResponse:
    try:
        file = loaders.arrived(digest)
    except NotFound:
        return redirect("outcomes:loaded", release=loaders.held_release(digest))
    # A day that was given goes with the pages of the preview, so that each shows the same file.
    form = WhatTheFileDoesNotSay(request.POST if request.method == "POST" else request.GET or None)
    try:
        arrival = loaders.read_arrival(file, form.told)
    except loaders.DayNeeded as refusal:
        form.keep_only(sheets=(), licence=False, confirm=False)
        return render(request, "outcomes/bring_in_day.html", {"sentence": str(refusal), "form": form})
    except Refused as refusal:
        return render(request, "outcomes/bring_in_refused.html", {"sentence": str(refusal)})
    if request.method == "POST" and form.is_valid() and "look" not in request.POST:
        with refusals_on(form):
            release = loaders.load_arrival(
                arrival, by=request.actor, at=moment(request), confirmed=form.cleaned_data["confirmed"]
            )
            held = release or arrival.held_as
            if held:
                loaders.clear_arrival(digest)
                return redirect("outcomes:loaded", release=held)
    return shown(request, arrival, digest, form)


def shown(request: Asked, arrival: loaders.Arrival, digest: str, form: WhatTheFileDoesNotSay) -> HttpResponse:
    """The preview of a file, page by page: what is new, what has changed and what is refused."""
    reading, comparison = arrival.reading, arrival.comparison
    told = form.told
    form.keep_only(sheets=reading.sheets, licence=not reading.family.licence, confirm=bool(arrival.warnings))
    fresh = paged(request, comparison.fresh, "new")
    context = {
        "arrival": arrival,
        "digest": digest,
        "form": form,
        "fresh": fresh,
        "fresh_rows": [in_words(row) for row in fresh],
        "moved": paged(request, comparison.moved, "changed"),
        "refused": paged(request, arrival.faults, "refused"),
        "others": said_again(told),
    }
    return render(request, "outcomes/bring_in_preview.html", context)


def paged[T](request: Asked, things: Sequence[T], named: str) -> Page[T]:
    return Paginator(things, SHOWN).get_page(request.GET.get(named))


def in_words(row: Row) -> tuple[str, str, str, str]:
    group = ", ".join(filter(None, (row.sex if row.sex != "all" else "", row.age, row.group)))
    said = Mark(row.mark).label if row.value is None else number(row.value)
    return f"{row.indicator} ({group})" if group else row.indicator, place_name(row.area), row.period, said


def said_again(told: Told) -> str:
    """What has been said of the file, for the addresses of its other pages."""
    said = {
        "published_on": told.published_on.isoformat() if told.published_on else "",
        "licence": told.licence,
        "sheet": told.sheet,
    }
    kept = {name: text for name, text in said.items() if text}
    return f"{urlencode(kept)}&" if kept else ""


@page(needs=NEEDS)
def refused_rows(request: Asked, digest: str) -> HttpResponse:
    arrival = loaders.read_arrival(loaders.arrived(digest), WhatTheFileDoesNotSay(request.GET or None).told)
    rows = ((fault.line, fault.field, fault.sentence, fault.row) for fault in arrival.faults)
    return sent_table(("line", "field", "why", "row"), rows, f"refused-{arrival.name}")


@page(needs=NEEDS)
def loaded(request: Asked, release: UUID) -> HttpResponse:
    held = queries.release(release)
    only = f"{MOST_WAITING:,}" if held.waiting > MOST_WAITING else ""
    return render(request, "outcomes/bring_in_loaded.html", {"release": held, "only": only})
