"""Packs for meetings: choose whom and which meeting, look, choose by hand, and keep."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.kernel.refusals import NotFound
from trust.governance.board.queries import ComingMeeting, coming_meetings, next_meeting
from trust.vision.outcomes.queries import indicators
from trust.vision.plan import access, forms
from trust.vision.plan.actions import packs as actions
from trust.vision.plan.formats.packs import PackText
from trust.vision.plan.queries.pack import compose
from trust.vision.plan.queries.packs import Subject, by_hand, meeting_for, saved_packs, subject_of, subjects
from trust.vision.plan.views.pack_files import heading_of, links_of, sparks_of
from trust.vision.plan.words import ByHand

A_PAGE = 20


@page(needs="office.open")
def all_packs(request: Asked) -> HttpResponse:
    makes = request.actor.may(access.MAKE)
    board = next_meeting(request.day)
    context = {
        "page": Paginator(access.packs_for(request.actor), A_PAGE).get_page(request.GET.get("page")),
        "makes": makes,
        "subjects": subjects(request.day) if makes else {},
        "meetings": coming_meetings(request.day) if makes else [],
        "board": board,
        "own": _own(request) if not makes else None,
    }
    return render(request, "plan/packs.html", context)


def _own(request: Asked) -> Subject | None:
    try:
        return access.open_subject(f"partner:{request.actor.organisation}", request.day, by=request.actor)
    except NotFound:
        return None


@page(needs="office.open")
def pack_page(request: Asked) -> HttpResponse:
    """The pack as it would be today; a partner's lead sees that of their own partner, and cannot keep it."""
    subject = access.open_subject(request.GET.get("for", ""), request.day, by=request.actor)
    meeting = meeting_for(subject, request.GET.get("meeting", ""), request.day)
    form = forms.KeepPack(request.POST or None)
    if request.actor.may(access.MAKE) and form.is_valid():
        with refusals_on(form):
            made = actions.make_pack(
                key=form.cleaned_data["token"], subject=subject, meeting=meeting, as_of=request.day,
                by=request.actor, at=moment(request),
            )  # fmt: skip
            messages.success(request, "The pack is kept. It will not change.")
            return redirect("plan:pack", pack=made.pk)
    text = compose(subject, meeting, as_of=request.day)
    return render(request, "plan/pack.html", shown(text) | _choices(request, subject, meeting, form, text))


def _choices(
    request: Asked, subject: Subject, meeting: ComingMeeting, form: forms.KeepPack, text: PackText
) -> dict[str, Any]:
    """What somebody who makes packs can choose by hand."""
    if not request.actor.may(access.MAKE):
        return {}
    within = {line.code for line in text.lines if line.area == subject.area}
    titles = {card.code: card.plain_title for card in indicators()}
    dropped = [key for key, choice in by_hand(subject).items() if choice is ByHand.DROP]
    return {
        "makes": True,
        "form": form,
        "subject": subject,
        "meeting": meeting,
        "addable": sorted(
            ((f"{code}@{subject.area}", title) for code, title in titles.items() if code not in within),
            key=lambda row: row[1],
        ),
        "dropped": [(key, titles.get(key.partition("@")[0], key)) for key in dropped],
    }


def shown(text: PackText) -> dict[str, Any]:
    """What every page of a pack shows, kept or not."""
    links, sparks = links_of(text), sparks_of(text)
    return {
        "pack": text,
        "heading": heading_of(text),
        "changed": [(line, sparks[line.key], links[line.key]) for line in text.changed],
        "same": [(line, sparks[line.key], links[line.key]) for line in text.same],
    }


@page(needs="board.brief")
def choose(request: Asked) -> HttpResponse:
    form = forms.ChooseForPack(request.POST or None)
    if not form.is_valid():
        raise NotFound
    asked = form.cleaned_data
    subject = subject_of(asked["whom"], request.day)
    with refusals_on(form):
        actions.choose_for_packs(
            subject=subject, item=asked["item"], choice=ByHand(asked["choice"]), by=request.actor,
            at=moment(request),
        )  # fmt: skip
    refused = [str(sentence) for errors in form.errors.values() for sentence in errors]
    messages.info(request, refused[0] if refused else f"{SAID[asked['choice']]} The next pack keeps to it.")
    query = urlencode({"for": subject.value, "meeting": asked["meeting"]})
    return redirect(f"{reverse('plan:pack-draft')}?{query}")


SAID = {"add": "It is in the pack.", "drop": "It is left out.", "rule": "The rule decides about it again."}


@page(needs="office.open")
def kept_pack(request: Asked, pack: UUID) -> HttpResponse:
    found, text = access.open_pack(pack, by=request.actor)
    value = f"{found.kind}:{found.subject}"
    history = [one for one in saved_packs(value=value) if one.id != found.id]
    return render(request, "plan/pack.html", shown(text) | {"kept": found, "history": history})
