"""Annual reviews: as they are drafted, as people have written them, and as they were published."""

from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from uuid import UUID

from trust.foundation.kernel.reading_age import Readable, readable
from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan.formats.review import (
    SCHEMA,
    PublishedReview,
    ReviewRow,
    ReviewText,
    read_review,
)
from trust.vision.plan.models import Plan, PlanVersion, Review, ReviewEdition, ReviewVersion
from trust.vision.plan.queries.published import newest_version
from trust.vision.plan.queries.review_draft import held, pictures_of, rows_of
from trust.vision.plan.queries.review_words import drafted_words, tallies
from trust.vision.plan.rules import review_years, reviewing
from trust.vision.plan.words import Delivery, ReviewPart, YoungPart

__all__ = [
    "PARTS",
    "ReviewCard",
    "ReviewOut",
    "WrittenPart",
    "as_it_stands",
    "drafted",
    "published_review",
    "reviews_of",
    "tallies",
    "text_of_review",
    "the_review",
    "written_parts",
    "young_reading",
]
PARTS = (*ReviewPart, *YoungPart)


@dataclass(frozen=True)
class ReviewCard:
    """A review in a list; `published_on` is None while it is being written."""

    id: UUID
    year_ending: date
    published_on: date | None
    number: int | None
    due_by: date

    @property
    def late(self) -> bool:
        return self.published_on is not None and self.published_on > self.due_by


@dataclass(frozen=True)
class ReviewOut:
    """A published review: what it says, and how to tell that nobody has changed it."""

    id: UUID
    version: UUID
    review: PublishedReview
    number: int
    published_on: date
    why: str
    decision: UUID | None
    decided: str
    sha256: str
    later: int | None

    @property
    def late(self) -> bool:
        return self.number == 1 and self.published_on > self.review.due_by


@dataclass(frozen=True)
class WrittenPart:
    """What a person wrote in the place of a draft, and the edition it has reached."""

    text: str
    evidence: str
    edition: int
    by: str
    invented: bool


def the_review(key: UUID) -> Review:
    """One review that was begun; errors: NotFound."""
    found = Review.objects.select_related("plan").filter(pk=key).first()
    if found is None:
        raise NotFound
    return found


def reviews_of(plan: Plan, on: date) -> list[ReviewCard]:
    """Every review of a plan that had been begun by a day, the newest first."""
    rows = Review.objects.filter(plan=plan, at__date__lte=on).order_by("-year_ending")
    return _cards(list(rows), on)


def review_card(review: Review, on: date) -> ReviewCard:
    """One review as it stands in the list on a day."""
    return _cards([review], on)[0]


def _cards(rows: list[Review], on: date) -> list[ReviewCard]:
    firsts = ReviewVersion.objects.filter(review__in=rows, published_on__lte=on)
    firsts = firsts.order_by("review", "number").defer("snapshot")
    out: dict[UUID, list[ReviewVersion]] = {}
    for version in firsts:
        out.setdefault(version.review_id, []).append(version)
    return [
        ReviewCard(
            row.pk,
            row.year_ending,
            out[row.pk][0].published_on if row.pk in out else None,
            out[row.pk][-1].number if row.pk in out else None,
            due_day(row),
        )
        for row in rows
    ]


def due_day(review: Review) -> date:
    """Twelve months from the review before, or from the plan’s first publication."""
    return review_years.due_by(last_account(review))


def last_account(review: Review) -> date:
    """When the public last had an account of the plan: the review before, or the plan’s own publication."""
    before = ReviewVersion.objects.filter(
        review__plan=review.plan_id, review__year_ending__lt=review.year_ending, number=1
    )
    day = before.order_by("-published_on").values_list("published_on", flat=True).first()
    if day:
        return day
    firsts = PlanVersion.objects.filter(plan=review.plan_id).order_by("number")
    return firsts.values_list("published_on", flat=True).first() or review.plan.first


def written_parts(review: Review) -> dict[str, WrittenPart]:
    """The newest wording of each part that somebody wrote."""
    rows = ReviewEdition.objects.filter(review=review).order_by("part", "-edition").distinct("part")
    return {row.part: WrittenPart(row.text, row.evidence, row.edition, row.by, row.invented) for row in rows}


def drafted(review: Review, on: date) -> PublishedReview:
    """The review as what is held on a day drafts it, before anybody has written a word; errors: NotFound."""
    found = newest_version(review.plan_id, on)
    if found is None:
        raise NotFound
    since = max(review_years.year_began(review.year_ending), found.plan.first)
    known = held(found, since=since, on=on)
    rows = list(rows_of(known))
    words = drafted_words(known, rows)
    return PublishedReview(
        schema=SCHEMA,
        plan=review.plan_id,
        plan_title=found.plan.title,
        plan_version=found.number,
        year_ending=review.year_ending,
        as_of=on,
        due_by=due_day(review),
        rows=tuple(rows),
        texts=tuple(ReviewText(part, words[part], words[part]) for part in PARTS),
        pictures=pictures_of(known),
    )


def as_it_stands(review: Review, on: date) -> PublishedReview:
    """The review with what people wrote in its place; a claim that rests on nothing is not made."""
    draft, written = drafted(review, on), written_parts(review)
    return replace(
        draft,
        rows=tuple(completed(row, written.get(row.part)) for row in draft.rows),
        texts=tuple(_text(one, written.get(one.part)) for one in draft.texts),
    )


def completed(row: ReviewRow, written: WrittenPart | None) -> ReviewRow:
    """A commitment with a person’s words and evidence; without any evidence it says that there is none."""
    if written:
        evidence = " ".join(filter(None, (row.evidence, written.evidence)))
        row = replace(row, did=written.text, evidence=evidence, by_people=True, invented=written.invented)
    claims = row.did != reviewing.NOTHING_SAID
    if row.evidence or not claims:
        return row
    became = row.delivery if row.delivery is Delivery.NOT_YET_DUE else Delivery.NO_EVIDENCE
    step = reviewing.next_step(Delivery.NO_EVIDENCE, due=row.due, owner=row.partner)
    return replace(row, did=reviewing.NO_EVIDENCE_YET, delivery=became, next=step)


def _text(draft: ReviewText, written: WrittenPart | None) -> ReviewText:
    if written is None:
        return draft
    return replace(
        draft,
        text=written.text,
        evidence=written.evidence,
        by_people=True,
        invented=written.invented,
    )


def young_reading(review: PublishedReview) -> Readable:
    """How the whole of the young people’s version reads; only what people wrote of it counts."""
    return readable("\n".join(one.text for one in review.young if one.by_people))


# A text that was published never changes, so its hash is a sure key for what it reads as.
@lru_cache(maxsize=32)
def _read(sha256: str, key: UUID) -> PublishedReview:
    return read_review(text_of_review(key))


def text_of_review(version: UUID) -> str:
    """The canonical text of one version of a review, which has its hash."""
    return ReviewVersion.objects.values_list("snapshot", flat=True).get(pk=version)


def published_review(plan: UUID, year: int, on: date, number: int | None = None) -> ReviewOut:
    """A plan’s review of the year that ended in `year`, as published by a day; errors: NotFound."""
    rows = ReviewVersion.objects.filter(
        review__plan=plan, review__year_ending__year=year, published_on__lte=on
    )
    rows = rows.select_related("decision__meeting__body").defer("snapshot")
    newest = rows.order_by("-number").first()
    row = rows.filter(number=number).first() if number else newest
    if row is None or newest is None:
        raise NotFound
    decided = row.decision.public_line if row.decision else ""
    return ReviewOut(
        id=row.review_id,
        version=row.pk,
        review=_read(row.sha256, row.pk),
        number=row.number,
        published_on=row.published_on,
        why=row.why,
        decision=row.decision_id,
        decided=decided,
        sha256=row.sha256,
        later=newest.number if newest.number > row.number else None,
    )
