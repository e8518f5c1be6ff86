"""Bringing an official file in: choose it, see what it would change, load it, see what was loaded."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.tables import as_csv
from trust.vision.outcomes import loaders, queries
from trust.vision.outcomes.formats.official.registry import FAMILIES
from trust.vision.outcomes.forms import BringIn
from trust.vision.outcomes.views.taken import csv_file

NEEDS = "outcomes.load"
SHOWN = 50


@page(needs=NEEDS)
def choose_file(request: Asked) -> HttpResponse:
    form = BringIn(request.POST, request.FILES) if request.method == "POST" else BringIn()
    if form.is_valid():
        sent = form.cleaned_data["file"]
        with refusals_on(form):
            digest = loaders.keep_arrival(sent.chunks(), sent.name)
            loaders.read_arrival(loaders.arrived(digest))
            return redirect("outcomes:preview", digest=digest)
    return render(request, "outcomes/bring_in.html", {"form": form, "families": FAMILIES})


@page(needs=NEEDS)
def preview(request: Asked, digest: str) -> HttpResponse:
    try:
        arrival = loaders.read_arrival(loaders.arrived(digest))
    except Refused as refusal:
        return render(request, "outcomes/bring_in_refused.html", {"sentence": str(refusal)})
    if request.method == "POST":
        release = loaders.load_arrival(arrival, by=request.actor, at=moment(request)) or arrival.held_as
        if release:
            return redirect("outcomes:loaded", release=release)
    context = {
        "arrival": arrival,
        "digest": digest,
        "moved": arrival.comparison.moved[:SHOWN],
        "refused": arrival.reading.faults[:SHOWN],
        "shown": SHOWN,
    }
    return render(request, "outcomes/bring_in_preview.html", context)


@page(needs=NEEDS)
def refused_rows(request: Asked, digest: str) -> HttpResponse:
    arrival = loaders.read_arrival(loaders.arrived(digest))
    rows = ((fault.line, fault.field, fault.sentence, fault.row) for fault in arrival.reading.faults)
    return csv_file(as_csv(("line", "field", "why", "row"), rows), f"refused-{arrival.name}")


@page(needs=NEEDS)
def loaded(request: Asked, release: UUID) -> HttpResponse:
    return render(request, "outcomes/bring_in_loaded.html", {"release": queries.release(release)})
