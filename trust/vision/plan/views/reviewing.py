"""The annual review in the office: begun, read beside its draft, written, and published when agreed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from trust.foundation.design.pages import Asked, moment, page, refusals_on
from trust.foundation.directory.queries import calendar
from trust.foundation.kernel.reading_age import readable, reading_age
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.actions import OVERTAKEN
from trust.vision.plan.actions import reviewing as actions
from trust.vision.plan.formats.review import PublishedReview, ReviewRow, part_label
from trust.vision.plan.forms.reviewing import BeginReview, PublishReview, ReviewPartForm
from trust.vision.plan.models import Review
from trust.vision.plan.queries import newest_version, the_plan
from trust.vision.plan.queries import reviewing as queries
from trust.vision.plan.rules.review_years import due_by, may_begin_from, may_publish_from, year_to_review
from trust.vision.plan.rules.reviewing import READING_AGE, YOUNG_READING_AGE, all_partners
from trust.vision.plan.views.lives import decided
from trust.vision.plan.words import YoungPart

NEEDS = "plan.write"
A_PAGE = 50


@page(needs=NEEDS)
def every_review(request: Asked, plan: UUID) -> HttpResponse:
    """The reviews of a plan, when the next is due, and the way to begin it."""
    of = the_plan(plan)
    rows = queries.reviews_of(of, request.today)
    form = BeginReview(request.POST or None)
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            review = actions.begin_review(
                token=facts["token"],
                plan=of,
                year_ending=facts["year_ending"],
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "The review is begun. It has written its own first draft.")
            return redirect("plan:review-office", review=review.pk)
    live = newest_version(plan, request.today)
    out = [row.published_on for row in rows if row.published_on]
    last = max(out) if out else live.published_on if live else None
    year = year_to_review(of.first, of.last, [row.year_ending for row in rows])
    form.initial["year_ending"] = year
    context = {
        "plan": of,
        "rows": rows,
        "form": form,
        "due": due_by(last) if last else None,
        "today": request.today,
        "year": year,
        "begins": may_begin_from(year) if year else None,
    }
    return render(request, "plan/reviews_office.html", context)


@page(needs=NEEDS)
def review_page(request: Asked, review: UUID) -> HttpResponse:
    """The review as it stands today: each part with who wrote it, and each commitment with its marks."""
    about = queries.the_review(review)
    whole = queries.as_it_stands(about, request.today)
    return render(request, "plan/review_office.html", office_context(about, whole, request))


def office_context(about: Review, whole: PublishedReview, request: Asked) -> dict[str, Any]:
    main = [(one, reading_age(one.text)) for one in whole.texts if one not in whole.young]
    claims = [row for row in whole.rows if row.is_promise]
    return {
        "about": about,
        "out": queries.review_card(about, whole.as_of).published_on,
        "review": whole,
        "parts": main,
        "young": whole.young,
        "young_reading": queries.young_reading(whole),
        "young_age": YOUNG_READING_AGE,
        "page": Paginator(claims, A_PAGE).get_page(request.GET.get("page")),
        "drafted": sum(not one.by_people for one, _ in main),
        "bare": [row for row in claims if row.delivery == "no evidence yet"],
        "whole": all_partners(queries.tallies(whole.rows)),
    }


@page(needs=NEEDS)
def part_page(request: Asked, review: UUID, part: str) -> HttpResponse:
    """One part of a review: the draft beside what a person writes, and how easily that reads."""
    about = queries.the_review(review)
    draft = queries.drafted(about, request.today)
    drafted, label, row = drafted_part(draft, part)
    now = queries.written_parts(about).get(part)
    edition = now.edition if now else 0
    text = now.text if now else drafted
    initial = {"text": text, "evidence": now.evidence if now else "", "edition": edition}
    form = ReviewPartForm(request.POST or None, initial=initial)
    checking = "check" in request.POST
    if form.is_valid() and not checking:
        with refusals_on(form):
            facts = form.cleaned_data
            actions.write_review_part(
                review=review,
                part=part,
                text=facts["text"],
                evidence=facts["evidence"],
                resting_on=facts["edition"],
                invented=calendar().demonstration,
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, f"“{label}” is saved. It is published when the review is.")
            return redirect("plan:review-office", review=review)
    overtaken = not checking and form.is_overtaken(edition, OVERTAKEN)
    context = {
        "about": about,
        "form": form,
        "part": part,
        "label": label,
        "row": row,
        "drafted": drafted,
        "theirs": now if overtaken else None,
        "written": now,
        "reading": readable(form.data.get("text", "") if form.is_bound else text),
        "aim": YOUNG_READING_AGE if part in YoungPart else READING_AGE,
    }
    return render(request, "plan/review_part.html", context, status=409 if overtaken else 200)


def drafted_part(draft: PublishedReview, part: str) -> tuple[str, str, ReviewRow | None]:
    """What was drafted, its heading and, where it is of one commitment, that; errors: NotFound."""
    text = draft.said(part)
    if text:
        return text.drafted, part_label(part), None
    row = next((one for one in draft.rows if one.part == part), None)
    if row is None:
        raise NotFound
    return row.did, row.said, row


@page(needs="plan.publish")
def publish_review_page(request: Asked, review: UUID) -> HttpResponse:
    about = queries.the_review(review)
    whole = queries.as_it_stands(about, request.today)
    form = PublishReview(request.POST or None, decisions=decided(request))
    if form.is_valid():
        facts = form.cleaned_data
        with refusals_on(form):
            actions.publish_review(
                review=review,
                decision=UUID(facts["decision"]) if facts["decision"] else None,
                why=facts["why"],
                by=request.actor,
                at=moment(request),
            )
            messages.success(request, "The review is published. Anyone can read it now.")
            return redirect("plan:review", plan=about.plan_id, year=about.year_ending.year)
    context = office_context(about, whole, request) | {"form": form}
    context["late"] = not context["out"] and request.today > whole.due_by
    opens = may_publish_from(about.year_ending)
    context["opens"] = opens if request.today < opens else None
    return render(request, "plan/review_publish.html", context)
