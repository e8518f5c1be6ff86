"""The plan for young people: as anyone reads it, and as the office writes it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.reading_age import readable
from trust.vision.participation.queries import Subject, where_to_tell_us
from trust.vision.plan.actions import OVERTAKEN
from trust.vision.plan.actions.young import write_young
from trust.vision.plan.forms.reviewing import YoungForm
from trust.vision.plan.queries import the_plan
from trust.vision.plan.queries.young import seen_now, young_draft, young_plan
from trust.vision.plan.rules.reviewing import YOUNG_READING_AGE
from trust.vision.plan.views.reviews import drawn


@page(needs="public")
def young_page(request: Asked, plan: UUID) -> HttpResponse:
    of = the_plan(plan)
    whole = young_plan(of, request.day)
    context = {
        "plan": of,
        "parts": [(one, drawn(one.picture) if one.picture else None) for one in whole.written],
        "reading": whole.reading,
        "tell_us": where_to_tell_us(Subject(of.pk, of.title)),
    }
    return render(request, "plan/young.html", context)


@page(needs="plan.write")
def young_parts(request: Asked, plan: UUID) -> HttpResponse:
    of = the_plan(plan)
    whole, seen = young_draft(of, request.today), seen_now(of, request.today)
    parts = [(one, readable(one.text), one.part in seen) for one in whole.parts]
    context = {
        "plan": of,
        "parts": parts,
        "seen": seen,
        "reading": whole.reading,
        "aim": YOUNG_READING_AGE,
    }
    return render(request, "plan/young_office.html", context)


@page(needs="plan.write")
def young_part(request: Asked, plan: UUID, part: str) -> HttpResponse:
    """One part: the skeleton beside what a person writes, and how easily that reads."""
    of = the_plan(plan)
    now, seen = young_draft(of, request.today).part(part), part in seen_now(of, request.today)
    text = now.text or now.drafted
    initial = {"text": text, "edition": now.edition}
    form = YoungForm(request.POST or None, initial=initial)
    checking = "check" in request.POST
    if form.is_valid() and not checking:
        with refusals_on(form):
            write_young(
                plan=of,
                part=part,
                text=form.cleaned_data["text"],
                resting_on=form.cleaned_data["edition"],
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            when = "now" if seen else "as soon as it is published with the plan"
            messages.success(request, f"“{now.heading}” is saved. Young people can read it {when}.")
            return redirect("plan:young-parts", plan=plan)
    overtaken = not checking and form.is_overtaken(now.edition, OVERTAKEN)
    context = {
        "plan": of,
        "form": form,
        "label": now.heading,
        "drafted": now.drafted,
        "theirs": now if overtaken else None,
        "written": bool(now.text),
        "reading": readable(form.data.get("text", "") if form.is_bound else text),
        "aim": YOUNG_READING_AGE,
    }
    return render(request, "plan/young_part.html", context, status=409 if overtaken else 200)
