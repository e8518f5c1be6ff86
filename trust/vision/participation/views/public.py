"""What we ask of everyone, and afterwards what they said and what we did."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import urlencode

from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.vision.participation import forms, queries
from trust.vision.participation.queries import ConsultationCard, Subject
from trust.vision.participation.views.charts import reach_chart
from trust.vision.participation.words import State


@page(needs="public")
def all_consultations(request: Asked) -> HttpResponse:
    """Those that are open now in full, and every one that has closed, a page at a time."""
    form = forms.FindConsultations(request.GET)
    form.is_valid()
    find = form.cleaned_data.get("find", "")
    running, _ = queries.consultation_page(1, state=State.OPEN, on=request.day)
    closed, pages = queries.consultation_page(
        request.GET.get("page"), find=find, state=State.CLOSED, on=request.day
    )
    context = {
        "day": request.day,
        "find": find,
        "open": running,
        "closed": closed,
        "page": pages,
        "others": f"{urlencode({'find': find})}&" if find else "",
    }
    return render(request, "participation/consultations.html", context)


@page(needs="public")
def one_consultation(request: Asked, consultation: UUID) -> HttpResponse:
    card = queries.consultation(consultation, on=request.day)
    if card.opens > request.day:
        raise NotFound
    return render(request, "participation/consultation.html", public_context(card, request))


def public_context(card: ConsultationCard, request: Asked) -> dict[str, object]:
    is_open = card.is_open(request.day)
    lines = [] if is_open else queries.reached_by(card)
    return {
        "card": card,
        "is_open": is_open,
        "days_left": (card.closes - request.day).days,
        "said": [] if is_open else card.said,
        "lines": lines,
        "chart": reach_chart(lines),
        "read": queries.where_to_read(card.about, request.day),
        "told": queries.published_comments([card.id], request.day),
        "half": queries.days_to_answer(card),
        "tell_us": queries.where_to_tell_us(Subject(card.id, card.title)),
    }
