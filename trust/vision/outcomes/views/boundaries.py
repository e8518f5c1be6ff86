"""Bringing a boundary file in: see what it has, keep it, and see which outlines are held."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, moment, page
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.outcomes import loaders
from trust.vision.outcomes.queries.outlines import outline_files

NEEDS = "outcomes.load"
SHOWN = 20


@page(needs=NEEDS)
def preview(request: Asked, digest: str) -> HttpResponse:
    try:
        file = loaders.arrived(digest)
    except NotFound:
        # It was kept a moment ago, by this form sent twice.
        return redirect("outcomes:outlines")
    try:
        arrival = loaders.read_outlines_file(file)
    except Refused as refusal:
        return render(request, "outcomes/bring_in_refused.html", {"sentence": str(refusal)})
    if request.method == "POST":
        loaders.load_outlines(arrival, by=request.actor, at=moment(request))
        loaders.clear_arrival(digest)
        return redirect("outcomes:outlines")
    context = {
        "arrival": arrival,
        "found": arrival.boundaries,
        "unknown": arrival.unknown[:SHOWN],
        "faults": arrival.boundaries.faults[:SHOWN],
    }
    return render(request, "outcomes/outlines_preview.html", context)


@page(needs=NEEDS)
def held(request: Asked) -> HttpResponse:
    return render(request, "outcomes/outlines.html", {"files": outline_files()})
