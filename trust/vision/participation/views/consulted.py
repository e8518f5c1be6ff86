"""The office's consultations: opened, counted, written up and answered."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from trust.foundation.design.files import sent_table
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.vision.participation import actions, forms, queries
from trust.vision.participation.queries import ConsultationCard, Subject
from trust.vision.participation.rules.consulted import twelve_weeks_on
from trust.vision.participation.views.charts import reach_chart
from trust.vision.participation.words import Audience, Response, State

NEEDS = "plan.write"
COLUMNS = ("title", "about_title", "opens", "closes", "why_short", "said", "answered", "unanswered")


@page(needs=NEEDS)
def every_consultation(request: Asked) -> HttpResponse:
    form = forms.FindConsultations(request.GET)
    form.is_valid()
    find, state = form.cleaned_data.get("find", ""), form.cleaned_data.get("state")
    which = State(state) if state else None
    if request.GET.get("format") == "csv":
        every = queries.consultation_rows(find=find, state=which, on=request.today)
        return as_file([queries.row_of(one) for one in every], f"consultations-{request.today}.csv")
    asked = {name: value for name, value in (("find", find), ("state", state or "")) if value}
    rows, found = queries.consultation_page(request.GET.get("page"), find=find, state=which, on=request.today)
    context = {
        "asked": asked,
        "states": list(State),
        "page": found,
        "rows": [(row, row.state(request.today)) for row in rows],
        "number": found.paginator.count,
        "others": f"{urlencode(asked)}&" if asked else "",
    }
    return render(request, "participation/office_consultations.html", context)


def as_file(found: list[queries.ConsultationRow], name: str) -> HttpResponse:
    rows = ([getattr(row, column) for column in COLUMNS] for row in found)
    return sent_table(COLUMNS, rows, name)


@page(needs=NEEDS)
def open_consultation(request: Asked) -> HttpResponse:
    """Open one, about what the signed address says or about what is written."""
    signed = request.POST.get("about") or request.GET.get("about", "")
    subject = queries.read_subject(signed)
    initial = {"about": signed, "opens": request.today, "closes": twelve_weeks_on(request.today)}
    form = forms.OpenConsultation(request.POST or None, initial=initial, subject=subject)
    if form.is_valid():
        facts = form.cleaned_data
        about: Subject = facts.pop("about")
        key = facts.pop("token")
        facts["about_title"] = about.title or facts["about_title"]
        with refusals_on(form):
            kept = actions.open_consultation(
                token=key,
                about=about.about or key,
                **facts,
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "The consultation is set down.")
            return redirect("participation:office-consultation", consultation=kept.pk)
    return render(request, "participation/open.html", {"form": form, "subject": subject})


@page(needs=NEEDS)
def office_consultation(request: Asked, consultation: UUID) -> HttpResponse:
    card = queries.consultation(consultation, on=request.today)
    lines = queries.reached_by(card)
    context = {
        "card": card,
        "day": request.today,
        "is_open": card.is_open(request.today),
        "lines": lines,
        "chart": reach_chart(lines),
        "gone": queries.not_reached(card),
        "half": queries.days_to_answer(card),
        "comments": queries.comments(about=card.id).found,
    }
    return render(request, "participation/office_consultation.html", context)


@page(needs=NEEDS)
def count_page(request: Asked, consultation: UUID) -> HttpResponse:
    card = queries.consultation(consultation)
    form = forms.CountReached(request.POST or None, initial={"audience": request.GET.get("audience")})
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form, "number"):
            actions.count_reached(
                consultation=consultation,
                **{**facts, "audience": Audience(facts["audience"])},
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Counted.")
            return redirect("participation:office-consultation", consultation=consultation)
    context = {"form": form, "card": card, "title": "Who answered?", "button": "Save this count"}
    return render(request, "participation/form.html", context)


@page(needs=NEEDS)
def finding_page(request: Asked, consultation: UUID) -> HttpResponse:
    card = queries.consultation(consultation)
    form = forms.WriteFinding(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.write_finding(
                consultation=consultation,
                **{**facts, "audience": Audience(facts["audience"])},
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "Set down. Now say what becomes of it.")
            return redirect("participation:office-consultation", consultation=consultation)
    context = {"form": form, "card": card, "title": "What did people say?", "button": "Save it"}
    return render(request, "participation/form.html", context)


@page(needs=NEEDS)
def answer_page(request: Asked, finding: UUID) -> HttpResponse:
    card, said = answered(finding)
    initial = vars(said) | {"text": said.answer, "response": said.response or ""}
    form = forms.AnswerFinding(request.POST or None, initial=initial)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.answer_finding(
                finding=finding,
                **{**facts, "response": Response(facts["response"])},
                answered_on=request.today,
                by=request.actor,
                at=moment(request),
            )
            messages.success(
                request, "Your answer is kept. The public reads it when the consultation has closed."
            )
            return redirect("participation:office-consultation", consultation=card.id)
    context = {"form": form, "card": card, "said": said, "title": "What becomes of it?"}
    return render(request, "participation/form.html", context | {"button": "Keep this answer"})


def answered(finding: UUID) -> tuple[ConsultationCard, queries.YouSaid]:
    card = queries.consultation_of(finding)
    return card, next(one for one in card.said if one.id == finding)
