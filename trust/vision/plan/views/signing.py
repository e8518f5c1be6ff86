"""Who signs the plan: the office's list, a partner's own part, and commissioning plans signed by two."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar, organisation, schools
from trust.governance.partnership.queries import partners
from trust.vision.participation.queries import Subject, consultations, where_to_consult
from trust.vision.participation.words import Audience
from trust.vision.plan import actions, forms, queries
from trust.vision.plan.access import open_part
from trust.vision.plan.actions.signing import CHANGED as CHANGED_TEXT
from trust.vision.plan.forms.signing import LIST, REGISTER
from trust.vision.plan.models import Plan
from trust.vision.plan.queries import SignatureCard
from trust.vision.plan.queries.statements import completeness_law
from trust.vision.plan.rules.signing import read_list

A_PAGE = 20
EDUCATION = "education"
JOINT = frozenset({"local_authority", "pct"})
WAITS, CHANGED, SIGNED, DECLINED = "No answer yet", "Changed since it signed", "Signed", "Does not sign"
STATES = (WAITS, CHANGED, SIGNED, DECLINED)
COLUMNS = ("partner", "state", "signed_by", "signed_on", "reason", "signed_for", "sha256")


def state_of(card: SignatureCard, changed: frozenset[UUID]) -> str:
    if not card.answered:
        return WAITS
    if card.partner in changed:
        return CHANGED
    return SIGNED if card.sha256 or card.in_place_of else DECLINED


@page(needs="plan.write")
def signatures_page(request: Asked, plan: UUID) -> HttpResponse:
    """Everyone with where they stand; those to chase are the ones without an answer or with an old text."""
    of = queries.the_plan(plan)
    cards = queries.signatures(of, request.today)
    changed = queries.changed_since(of, cards)
    every = [(card, state_of(card, changed)) for card in cards]
    asked = {name: value for name in ("state", "find") if (value := request.GET.get(name, "")[:100])}
    wanted, find = asked.get("state"), asked.get("find", "").casefold()
    found = [
        (card, state)
        for card, state in every
        if (not wanted or state == wanted) and find in card.name.casefold()
    ]
    if request.GET.get("format") == "csv":
        return as_file(found, f"signatures-{request.today}.csv")
    context = {
        "plan": of,
        "every": every,
        "chase": sum(state in {WAITS, CHANGED} for _, state in every),
        "states": STATES,
        "asked": asked,
        "number": len(found),
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "others": f"{urlencode(asked)}&" if asked else "",
    }
    return render(request, "plan/office_signatures.html", context)


def as_file(found: list[tuple[SignatureCard, str]], name: str) -> HttpResponse:
    rows = (
        (one.name, state, one.signed_by, one.signed_on, one.reason, one.signed_for, one.sha256)
        for one, state in found
    )
    return sent_table(COLUMNS, rows, name)


@page(needs="office.open")
def sign_page(request: Asked, plan: UUID, partner: UUID) -> HttpResponse:
    """A partner reads its own part and signs that very text; one that changed meanwhile is read again."""
    open_part(partner, by=request.actor)
    of, by_whom = queries.the_plan(plan), organisation(partner)
    part = queries.part_of(of, partner)
    choices = {
        "by_office": request.actor.organisation != partner,
        "for_schools": by_whom.sector == EDUCATION,
    }
    initial = {"seen": part.sha256, "signed_on": request.today}
    form = forms.SignPart(request.POST or None, request.FILES or None, initial=initial, **choices)
    if form.is_valid():
        with refusals_on(form):
            sign(form, of, partner, request)
            messages.success(request, f"{by_whom.name} has signed. What was signed is sealed.")
            return redirect("plan:sign", plan=plan, partner=partner)
    overtaken = form.is_bound and form.data.get("seen") != part.sha256
    if overtaken:
        form = again(form, part.sha256, choices)
    context = {"plan": of, "partner": by_whom, "part": part, "form": form, "overtaken": overtaken}
    now = standing(of, partner, request)
    context |= {"now": now, "changed": bool(now and now.sha256 and now.sha256 != part.sha256)}
    context["by_office"] = request.actor.may("plan.write")
    return render(request, "plan/sign.html", context, status=409 if overtaken else 200)


def standing(plan: Plan, partner: UUID, request: Asked) -> SignatureCard | None:
    return next((one for one in queries.signatures(plan, request.today) if one.partner == partner), None)


def again(form: forms.SignPart, sha256: str, choices: dict[str, bool]) -> forms.SignPart:
    """What was filled in, on the text as it stands now: it is read and ticked once more."""
    typed = {name: value for name, value in form.data.items() if name != "read"}
    fresh = forms.SignPart(typed | {"seen": sha256}, **choices)
    fresh.is_valid()
    fresh.add_error(None, CHANGED_TEXT)
    return fresh


def sign(form: forms.SignPart, plan: Plan, partner: UUID, request: Asked) -> None:
    facts = form.cleaned_data
    actions.sign(
        plan=plan,
        partner=partner,
        seen=facts["seen"],
        signed_by=facts["signed_by"],
        signed_on=facts.get("signed_on") or request.today,
        signed_for=schools_meant(facts, request),
        invented=calendar().demonstration,
        by=request.actor,
        at=moment(request),
    )


def schools_meant(facts: dict[str, str], request: Asked) -> list[tuple[str, str]]:
    """The schools and colleges that are signed for: of the register, or of a list that was typed or sent."""
    held = {one.urn: one.name for one in schools(on=request.today)} if facts.get("schools_from") else {}
    if facts.get("schools_from") == REGISTER:
        return list(held.items())
    if facts.get("schools_from") == LIST:
        return read_list(facts["file"] or facts["schools"], held)
    return []


@page(needs="office.open")
def decline_page(request: Asked, plan: UUID, partner: UUID) -> HttpResponse:
    open_part(partner, by=request.actor)
    of, by_whom = queries.the_plan(plan), organisation(partner)
    form = forms.Decline(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            actions.decline(
                plan=of,
                partner=partner,
                **form.cleaned_data,
                said_on=request.today,
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "The reason is kept, and the public reads it.")
            return redirect("plan:sign", plan=plan, partner=partner)
    return render(request, "plan/decline.html", {"plan": of, "partner": by_whom, "form": form})


@page(needs="office.open")
def sealed(request: Asked, plan: UUID, partner: UUID) -> HttpResponse:
    """The very text that was signed, to keep: its SHA-256 is the seal."""
    open_part(partner, by=request.actor)
    text = queries.sealed_text(queries.the_plan(plan), partner)
    return sent_file(text, "signed-part.json")


@page(needs="plan.write")
def sign_jointly_page(request: Asked, alignment: UUID) -> HttpResponse:
    of, about = queries.alignment(alignment)
    two = [
        (str(one.organisation.id), one.organisation.name)
        for one in partners(on=request.today)
        if one.organisation.kind in JOINT
    ]
    form = forms.SignJointly(request.POST or None, partners=two, initial={"signed_on": request.today})
    if form.is_valid():
        with refusals_on(form):
            actions.sign_jointly(
                alignment=alignment, **form.cleaned_data, by=request.actor, at=moment(request)
            )
            messages.success(request, "Signed.")
            return redirect("plan:alignments", plan=of.pk)
    return render(request, "plan/sign_jointly.html", {"plan": of, "about": about, "form": form})


@page(needs="plan.write")
def consultations_page(request: Asked, plan: UUID) -> HttpResponse:
    """Whom the law of when it was made asks it to consult, who was reached, and the consultations."""
    of = queries.the_plan(plan)
    asked = consultations(about=of.pk, on=date.max)
    reached = frozenset[Audience]().union(*(one.audiences for one in asked))
    law = completeness_law().find("C10", on=queries.made_on(of, request.today) or request.today)
    context = {
        "plan": of,
        "law": law,
        "rows": [(one, one in reached) for one in map(Audience, law.values["audiences"] if law else ())],
        "asked": asked,
        "open_address": where_to_consult(Subject(of.pk, of.title)),
        "day": request.today,
    }
    return render(request, "plan/consultations.html", context)
