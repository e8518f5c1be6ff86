"""Asking how it goes: the officer’s list, and the page behind a link that needs no account."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from trust.foundation.design.files import sent_table
from trust.foundation.design.forms import PlainForm
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.english import listed
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.plan import queries
from trust.vision.plan.actions import following as deeds
from trust.vision.plan.actions.reaching import answer_step
from trust.vision.plan.forms import following as forms
from trust.vision.plan.forms.milestones import REACHED, AnswerStep
from trust.vision.plan.queries import following
from trust.vision.plan.queries.asking import contact_cards, not_asked
from trust.vision.plan.queries.following import Item, OpenRequest
from trust.vision.plan.rules.following import CLOSED, ended_before
from trust.vision.plan.words import Standing

A_YEAR = 4
COLUMNS = ("quarter", "name", "post", "items", "said", "state", "reminded_on", "last_day")


@page(needs="plan.write")
def follow_page(request: Asked) -> HttpResponse:
    """Who was asked, who answered and who is silent, by quarter; and the button that asks."""
    if request.GET.get("format") == "csv":
        return as_file(following.rounds(request.today), f"updates-{request.today}.csv")
    quarter, askings = ended_before(request.today), following.askings(request.today)
    shown = Paginator(askings, A_YEAR).get_page(request.GET.get("page"))
    plans = queries.running(request.today)
    why_not = not_asked(plans, quarter)
    context = {
        "page": shown,
        "rounds": following.rounds_of(shown, request.today),
        "quarter": quarter,
        "asked": askings.filter(quarter=quarter.first).exists(),
        "to_ask": listed([one.plan.title for one in plans if one.id not in why_not]),
        "why_not": why_not.values(),
        "contacts": contact_cards(plans, request.today),
    }
    return render(request, "plan/follow.html", context)


def as_file(rounds: list[following.Round], name: str) -> HttpResponse:
    rows = (
        [row.quarter.name, *(getattr(line, column) for column in COLUMNS[1:])]
        for row in rounds
        for line in row.lines
    )
    return sent_table(COLUMNS, rows, name)


@page(needs="plan.write")
def ask_page(request: Asked) -> HttpResponse:
    """Ask every owner at once; what it refuses is said on the list."""
    if request.method == "POST":
        said_or_refused(
            request,
            lambda: deeds.ask_for_updates(by=request.actor, at=moment(request)),
            "Partners are asked. Their letters are written.",
        )
    return redirect("plan:follow")


@page(needs="plan.write")
def ask_again_page(request: Asked, key: UUID) -> HttpResponse:
    if request.method == "POST":
        said_or_refused(
            request,
            lambda: deeds.ask_again(request=key, by=request.actor, at=moment(request)),
            "A new link is on its way.",
        )
    return redirect("plan:follow")


def said_or_refused(request: Asked, deed: Any, said: str) -> None:
    try:
        deed()
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, said)


@page(needs="plan.write")
def contact_page(request: Asked, partner: UUID) -> HttpResponse:
    plans = queries.running(request.today)
    cards = {card.organisation: card for card in contact_cards(plans, request.today)}
    if partner not in cards:
        raise NotFound
    card = cards[partner]
    form = forms.ContactForm(request.POST or None, initial={"post": card.post, "address": card.address})
    if form.is_valid():
        facts = {name: form.cleaned_data[name] for name in ("post", "address")}
        with refusals_on(form):
            deeds.keep_contact(partner=partner, **facts, by=request.actor, at=moment(request))
            messages.success(request, f"Kept. We write to that post of {card.name} from now on.")
            return redirect("plan:follow")
    return render(request, "plan/follow_contact.html", {"form": form, "card": card})


def shut(request: Asked) -> HttpResponse:
    """One and the same answer for a link that is used, over or wrong."""
    return render(request, "plan/follow_closed.html", {"sentence": CLOSED}, status=404)


def kept_to_itself(answer: HttpResponse) -> HttpResponse:
    """The address is the key: it goes to no other site, into no search engine and into no cache."""
    # Not `no-referrer`: a browser would then send its forms as from nowhere, and they would be refused.
    answer["Referrer-Policy"] = "same-origin"
    answer["X-Robots-Tag"] = "noindex"
    return answer


@never_cache
def _by_link(request: Asked, token: str, item: UUID | None = None) -> HttpResponse:
    try:
        found = following.open_request(token, request.today)
    except NotFound:
        return kept_to_itself(shut(request))
    items = following.items_of(found.id)
    if item is None:
        context = {"found": found, "items": items, "token": token, "left": sum(not i.answered for i in items)}
        return kept_to_itself(render(request, "plan/follow_update.html", context))
    one = next((row for row in items if row.id == item), None)
    return kept_to_itself(shut(request) if one is None else answer_one(request, token, found, one))


@page(needs="public")
def update_page(request: Asked, token: str) -> HttpResponse:
    """What an owner promised, each with what it last said: no account, no password."""
    return _by_link(request, token)


@page(needs="public")
def update_item(request: Asked, token: str, item: UUID) -> HttpResponse:
    return _by_link(request, token, item)


def answer_one(request: Asked, token: str, found: OpenRequest, item: Item) -> HttpResponse:
    if item.step:
        return answer_a_step(request, token, found, item)
    form = form_for(item)(
        request.POST or None,
        initial={"standing": item.standing, "words": item.words, "number": item.number},
    )
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            last = deeds.answer_item(
                token=facts["token"],
                request=found.id,
                item=item.id,
                standing=Standing(facts["standing"]) if facts.get("standing") else None,
                words=facts["words"],
                number=facts.get("number"),
                by=found.holder,
                at=moment(request),
            )
            if last:
                return render(request, "plan/follow_thanks.html", {"found": found})
            messages.success(request, "Saved.")
            return redirect(f"{reverse('plan:update', args=[token])}#left")
    return render(
        request, "plan/follow_item.html", {"form": form, "found": found, "item": item, "token": token}
    )


def answer_a_step(request: Asked, token: str, found: OpenRequest, item: Item) -> HttpResponse:
    """A milestone, answered with the day it was reached, or the day to which it moves."""
    form = AnswerStep(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            last = answer_step(
                token=facts["token"],
                request=found.id,
                item=item.id,
                reached=facts["how"] == REACHED,
                on=facts["on"],
                words=facts["words"],
                invented=calendar().demonstration,
                by=found.holder,
                at=moment(request),
            )
            if last:
                return render(request, "plan/follow_thanks.html", {"found": found})
            messages.success(request, "Saved.")
            return redirect(f"{reverse('plan:update', args=[token])}#left")
    context = {"form": form, "found": found, "item": item, "token": token}
    return render(request, "plan/follow_item.html", context)


def form_for(item: Item) -> type[PlainForm]:
    if item.action:
        return forms.AnswerAction
    return forms.AnswerService if item.service else forms.AnswerPopulation
