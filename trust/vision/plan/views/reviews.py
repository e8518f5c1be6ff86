"""Published annual reviews, as anyone may read them, search them and take them away."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from trust.foundation.design.charts import Chart, Drawing, Point, card_line
from trust.foundation.design.charts.kept import End, Promised, kept_chart
from trust.foundation.design.pages import Asked, page
from trust.foundation.kernel.refusals import NotFound
from trust.vision.participation.queries import Subject, where_to_tell_us
from trust.vision.plan.formats.review import Picture, PublishedReview, ReviewRow
from trust.vision.plan.models import Plan
from trust.vision.plan.queries import newest_version, published, the_plan
from trust.vision.plan.queries import reviewing as queries
from trust.vision.plan.rules.review_years import due_by
from trust.vision.plan.rules.reviewing import Tally, all_partners
from trust.vision.plan.views.review_files import heading_of
from trust.vision.plan.words import ACID_TEST, Delivery

# A review of most plans is one page; a county’s largest has two thousand promises.
A_PAGE = 100
# A mark for each promise says something at a glance; more of them than this would only be a wall.
MOST_MARKS = 400


@page(needs="public")
def all_reviews(request: Asked, plan: UUID) -> HttpResponse:
    """Every published review of a plan, and whether one is late."""
    of = the_plan(plan)
    rows = [row for row in queries.reviews_of(of, request.day) if row.published_on]
    live = newest_version(plan, request.day)
    if live is None:
        raise NotFound
    last = max([row.published_on for row in rows if row.published_on], default=None)
    due = due_by(last or live.published_on)
    context = {
        "plan": of,
        "rows": rows,
        "due": due if due <= of.last else None,
        "day": request.day,
        "live": live,
    }
    return render(request, "plan/reviews.html", context)


@page(needs="public")
def one_review(request: Asked, plan: UUID, year: int) -> HttpResponse:
    """What was said and what was done, to be read on a phone in two minutes."""
    of = the_plan(plan)
    found = queries.published_review(plan, year, request.day)
    review = found.review
    asked = {name: request.GET.get(name, "").strip() for name in ("q", "partner", "status")}
    promises = [row for row in review.rows if row.is_promise]
    kept = narrowed(promises, **asked)
    shown = Paginator(kept, A_PAGE).get_page(request.GET.get("page"))
    tallies = queries.tallies(review.rows)
    context = {
        "plan": of,
        "found": found,
        "review": review,
        "asked": asked,
        "narrowed": any(asked.values()),
        "number": len(kept),
        "groups": grouped(review, shown, request),
        "page": shown,
        "others": f"{urlencode(asked)}&" if any(asked.values()) else "",
        "partners": sorted({row.partner for row in promises}),
        "states": [state.value for state in Delivery],
        "tallies": tallies,
        "whole": all_partners(tallies),
        "heading": heading_of(all_partners(tallies)),
        "chart": chart_of(tallies) if 0 < len(promises) <= MOST_MARKS else None,
        "acid": [one for one in review.texts if one.part in ACID_TEST],
        "rest": [one for one in review.texts if one.part not in ACID_TEST and one not in review.young],
        "tell_us": where_to_tell_us(about_review(of, review)),
    }
    return render(request, "plan/review.html", context)


def chart_of(tallies: Sequence[Tally]) -> Chart:
    """One mark for each promise of each partner."""
    whole = all_partners(tallies)
    return kept_chart(
        [Promised(one.partner, ends_of(one), f"{one.rate}{' done' if one.due else ''}") for one in tallies],
        title="Promises by partner",
        description=f"All partners together delivered {whole.rate}. The table has each partner.",
    )


def ends_of(one: Tally) -> tuple[End, ...]:
    counts: tuple[tuple[End, int], ...] = (
        ("done", one.delivered),
        ("partly", one.partly),
        ("not done", one.not_delivered),
        ("no evidence", one.no_evidence),
        ("to come", one.not_yet_due),
        ("withdrawn", one.withdrawn),
    )
    return tuple(end for end, count in counts for _ in range(count))


def about_review(plan: Plan, review: PublishedReview) -> Subject:
    return Subject(plan.pk, f"The review of {review.years}")


def narrowed(rows: Sequence[ReviewRow], *, q: str, partner: str, status: str) -> list[ReviewRow]:
    """The commitments that hold every word, of one partner and with one status, where those are asked for."""
    words = q.casefold().split()
    return [
        row
        for row in rows
        if partner in {"", row.partner}
        and status in {"", row.delivery}
        and all(word in f"{row.said} {row.did} {row.partner} {row.title}".casefold() for word in words)
    ]


def grouped(review: PublishedReview, kept: Iterable[ReviewRow], request: Asked) -> list[dict[str, Any]]:
    """The promises of each priority, with what its measures say and the page where it is followed."""
    live = published(request.day)
    now = {one.id for one in live.plan.priorities} if live else set()
    groups = []
    for key, rows in groupby(kept, key=lambda row: row.priority):
        mine = list(rows)
        measures = [row for row in review.rows if row.priority == key and not row.is_promise]
        plan = reverse("plan:version", args=[review.plan, review.plan_version])
        thread = reverse("public:promise", args=[key]) if key in now else f"{plan}#p{mine[0].number}"
        groups.append(
            {
                "number": mine[0].number,
                "title": mine[0].title,
                "rows": mine,
                "measures": measures,
                "thread": thread,
            }
        )
    return groups


@page(needs="public")
def young_review(request: Asked, plan: UUID, year: int) -> HttpResponse:
    """The review for young people: big type, one picture for each priority."""
    found = queries.published_review(plan, year, request.day)
    context = {
        "plan": the_plan(plan),
        "found": found,
        "review": found.review,
        "parts": found.review.young,
        "reading": queries.young_reading(found.review),
        "pictures": [(one, drawn(one)) for one in found.review.pictures],
        "tell_us": where_to_tell_us(about_review(the_plan(plan), found.review)),
    }
    return render(request, "plan/review_young.html", context)


def drawn(picture: Picture) -> Drawing:
    first, last = picture.spots[0], picture.spots[-1]
    course = f"From {first.value:g} in {first.label} to {last.value:g} in {last.label}."
    return card_line(
        [Point(one.label, one.value, one.lower, one.upper, one.x) for one in picture.spots],
        title=picture.measure,
        description=f"{course} {picture.words}",
    )
