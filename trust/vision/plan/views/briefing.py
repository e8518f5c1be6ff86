"""The Director's page before a Board: what needs a decision, who kept their word, and is the gap closing."""

from collections import Counter
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.files import sent_file
from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.governance.board.actions import raise_challenge
from trust.vision.plan import forms, queries
from trust.vision.plan.formats.briefing import briefing_pdf
from trust.vision.plan.rules import WORD_OF
from trust.vision.plan.views.charts import course


@page(needs="board.brief")
def page_for_the_director(request: Asked) -> HttpResponse:
    found = queries.briefing(request.day)
    tally = Counter(row.word for row in found.measures)
    context = {
        "briefing": found,
        "tally": [(word, tally[word]) for word in (*WORD_OF.values(), "Cannot say yet") if word in tally],
        "measures": [(row, course(row)) for row in found.measures],
    }
    return render(request, "plan/briefing.html", context)


@page(needs="board.brief")
def as_pdf(request: Asked) -> HttpResponse:
    pdf = briefing_pdf(queries.on_paper(queries.briefing(request.day)))
    return sent_file(pdf, f"briefing-{request.day.isoformat()}.pdf", shown=True)


@page(needs="board.brief")
def challenge(request: Asked, measure: UUID) -> HttpResponse:
    found = queries.measure_of(measure, request.day)
    form = forms.ChallengeForm(request.POST or None)
    if form.is_valid():
        with refusals_on(form):
            raise_challenge(
                about_measure=measure,
                measure_title=found.title,
                organisation=found.owner_id,
                by=request.actor,
                at=moment(request),
                **form.cleaned_data,
            )
            messages.success(request, f"{found.owner} is asked. It is on the Board’s list.")
            return redirect("plan:briefing")
    return render(request, "plan/challenge.html", {"form": form, "measure": found})
