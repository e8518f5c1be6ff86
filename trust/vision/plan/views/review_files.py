"""A published review to take away: paper, a table, and the snapshot itself."""

from dataclasses import asdict
from itertools import groupby
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse

from trust.foundation.design.files import sent_file, sent_table
from trust.foundation.design.pages import Asked, page
from trust.foundation.directory.queries import setting
from trust.foundation.kernel.english import counted
from trust.foundation.kernel.time import in_words
from trust.vision.plan.formats.review import COLUMNS, PublishedReview, ReviewRow, ReviewText, review_rows
from trust.vision.plan.formats.review_paper import review_pdf
from trust.vision.plan.queries import reviewing as queries
from trust.vision.plan.rules.reviewing import Tally, all_partners
from trust.vision.plan.words import ACID_TEST


@page(needs="public")
def review_on_paper(request: Asked, plan: UUID, year: int) -> HttpResponse:
    found = queries.published_review(plan, year, request.day)
    address = request.build_absolute_uri(reverse("plan:review", args=[plan, year]))
    pdf = review_pdf(on_paper(found, address))
    return sent_file(pdf, f"review-{year}.pdf", shown=True)


def on_paper(found: queries.ReviewOut, address: str) -> dict[str, Any]:
    """The review as words alone."""
    review = found.review
    tallies = queries.tallies(review.rows)
    late = f"It was due by {in_words(review.due_by)}, so it came late." if found.late else ""
    rest = [one for one in review.texts if one.part not in ACID_TEST and one not in review.young]
    return {
        "title": f"{review.plan_title}: review of {review.years}",
        "author": f"{setting().area_name} Children’s Trust",
        "heading": heading_of(all_partners(tallies)),
        "lede": f"The review of {review.plan_title} for {review.years}. {found.why}",
        "late": late,
        "number": found.number,
        "published_on": in_words(found.published_on),
        "sha256": found.sha256,
        "acid": [_text(one) for one in review.texts if one.part in ACID_TEST],
        "groups": [
            _group(review, list(rows)) for _, rows in groupby(_promises(review), lambda r: r.priority)
        ],
        "tallies": [{**{k: str(v) for k, v in asdict(one).items()}, "rate": one.rate} for one in tallies],
        "rest": [_text(one) for one in rest],
        "young": [_text(one) for one in review.young],
        "tell_us": address,
        "tell_us_words": address.split("://", 1)[-1],
    }


def heading_of(whole: Tally) -> str:
    """
    >>> heading_of(Tally("All partners", delivered=2, partly=1))
    'We did two of the three things that were due'
    >>> heading_of(Tally("All partners", delivered=3)), heading_of(Tally("All partners", delivered=1))
    ('We did all three things that were due', 'We did the one thing that was due')
    """
    if not whole.due:
        return "Nothing was due yet"
    due = f"{counted(whole.due, 'thing')} that {_were(whole.due)} due"
    if whole.delivered == whole.due:
        return f"We did {'all' if whole.due > 1 else 'the'} {due}"
    done = counted(whole.delivered, "of", "of") if whole.delivered else "none of"
    return f"We did {done} the {due}"


def _were(count: int) -> str:
    return "was" if count == 1 else "were"


def _promises(review: PublishedReview) -> list[ReviewRow]:
    return [row for row in review.rows if row.is_promise]


def _text(one: ReviewText) -> dict[str, Any]:
    drafted = one.drafted.splitlines() if one.by_people and one.drafted != one.text else []
    return {
        "label": one.label,
        "lines": [line for line in one.text.splitlines() if line.strip()],
        "evidence": one.evidence,
        "by_people": one.by_people,
        "drafted": drafted,
    }


def _group(review: PublishedReview, rows: list[ReviewRow]) -> dict[str, Any]:
    measures = [row for row in review.rows if row.priority == rows[0].priority and not row.is_promise]
    return {
        "title": f"{rows[0].number}. {rows[0].title}",
        "changed": [f"{row.changed} {row.evidence or 'No evidence yet.'}" for row in measures],
        "rows": [
            {
                "said": row.said,
                "partner": row.partner,
                "due": row.due,
                "letter": row.delivery.status.value if row.delivery.status else "",
                "word": row.delivery.capitalize(),
                "did": row.did,
                "evidence": row.evidence or "Nothing yet.",
                "next": row.next,
            }
            for row in rows
        ],
    }


@page(needs="public")
def review_table(request: Asked, plan: UUID, year: int) -> HttpResponse:
    """Each commitment as a row to take away."""
    found = queries.published_review(plan, year, request.day)
    return sent_table(COLUMNS, review_rows(found.review), f"review-{year}.csv")


@page(needs="public")
def review_data(request: Asked, plan: UUID, year: int) -> HttpResponse:
    """The snapshot itself: its SHA-256 is the review’s hash."""
    found = queries.published_review(plan, year, request.day)
    text = queries.text_of_review(found.version)
    return sent_file(text, f"review-{year}.json")
