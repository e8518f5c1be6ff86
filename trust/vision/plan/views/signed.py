"""What anyone may read of the signatures, and how a signatory proves a text."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.vision.participation.queries import Subject, where_to_tell_us
from trust.vision.plan import forms, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.commitments import both_ways, commitments


def published(plan: UUID, request: Asked) -> Plan:
    """A plan that the public could read on the day; errors: NotFound."""
    if queries.newest_version(plan, request.day) is None:
        raise NotFound
    return queries.the_plan(plan)


@page(needs="public")
def who_signed(request: Asked, plan: UUID) -> HttpResponse:
    of, live = published(plan, request), queries.newest_version(plan, request.day)
    cards = queries.signatures(of, request.day)
    context = {
        "plan": of,
        "day": request.day,
        "signed": [one for one in cards if one.sha256],
        "changed": queries.changed_since(of, cards, live.plan) if live else (),
        "declined": [one for one in cards if one.reason],
        "followers": [one for one in cards if one.in_place_of],
        "waiting": [one for one in cards if not one.answered],
        "ways": both_ways(commitments(live.plan, request.day), request.day) if live else None,
    }
    return render(request, "plan/signatures.html", context)


@page(needs="public")
def schools_signed_for(request: Asked, plan: UUID) -> HttpResponse:
    of = published(plan, request)
    find = request.GET.get("find", "")[:100].replace("\x00", "")
    rows, pages = queries.signed_for_page(of, request.day, request.GET.get("page"), find)
    context = {
        "plan": of,
        "rows": rows,
        "page": pages,
        "number": pages.paginator.count,
        "find": find,
        "others": f"{urlencode({'find': find})}&" if find else "",
    }
    return render(request, "plan/schools_signed_for.html", context)


@page(needs="public")
def one_signed_for(request: Asked, plan: UUID, signed: UUID) -> HttpResponse:
    """What was signed for one school or college, and how it objects."""
    of = published(plan, request)
    card = queries.signed_for(signed, request.day)
    if card.plan != of.pk:
        raise NotFound
    object_at = where_to_tell_us(Subject(card.id, f"What was signed for {card.name}"[:200]))
    return render(request, "plan/signed_for.html", {"plan": of, "card": card, "object_at": object_at})


@page(needs="public")
def prove(request: Asked) -> HttpResponse:
    """Whoever holds a text may ask whose it is; the page tells nothing that is not in it."""
    form = forms.Prove(request.POST or None, request.FILES or None)
    sha256, found = ("", None)
    if request.method == "POST" and form.is_valid():
        sha256, found = queries.proofs_of(form.cleaned_data["text"])
    return render(request, "plan/prove.html", {"form": form, "sha256": sha256, "found": found})
