"""The annual review: begun, written by people beside its draft, agreed by the Board and published."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.vision.plan.actions.lives import move_plan
from trust.vision.plan.actions.priorities import OVERTAKEN
from trust.vision.plan.formats import hash_of
from trust.vision.plan.formats.review import PublishedReview, write_review
from trust.vision.plan.models import Plan, PlanVersion, Review, ReviewEdition, ReviewVersion
from trust.vision.plan.queries import reviewing as reviews
from trust.vision.plan.queries.lives import stage_of
from trust.vision.plan.rules import review_years, reviewing
from trust.vision.plan.words import Stage

PUBLISHED_MEANWHILE = "Someone else published this review just before you. Look at what it says now."


@transaction.atomic
def begin_review(
    *,
    token: UUID,
    plan: Plan,
    year_ending: date,
    by: Actor,
    at: datetime,
    on: date | None = None,
) -> Review:
    """Begin the review of one year of a plan; a plan that stands published is now under review."""
    day = on or london_day(at)
    review_years.check_year(year_ending, first=plan.first, last=plan.last)
    if not PlanVersion.objects.filter(plan=plan, published_on__lte=day).exists():
        raise Refused("The plan is not published yet, so nothing was promised that can be reviewed.")
    of_year = Review.objects.filter(plan=plan, year_ending__year=year_ending.year).exclude(pk=token)
    if of_year.exists():
        raise Refused(f"The review of the year to {in_words(year_ending)} is begun already. Open that one.")
    review_years.check_nearly_over(year_ending, on=day)
    review, new = Review.objects.get_or_create(
        id=token, defaults={"plan": plan, "year_ending": year_ending, "by": by.name, "at": at}
    )
    if new:
        record("plan.review.begun", on=review, by=by, at=at, year_ending=year_ending.isoformat())
        if stage_of(plan, day) is Stage.PUBLISHED:
            why = f"The review of the year to {in_words(year_ending)} began."
            move_plan(plan=plan, to=Stage.UNDER_REVIEW, why=why, by=by, at=at, on=day)
    return review


@transaction.atomic
def write_review_part(
    *,
    review: UUID,
    part: str,
    text: str,
    resting_on: int,
    evidence: str = "",
    invented: bool = False,
    by: Actor,
    at: datetime,
    on: date | None = None,
) -> ReviewEdition:
    """Write a part in a person’s words, unless somebody has already replaced what it rests on."""
    about = reviews.the_review(review)
    _check_part(about, part, on or london_day(at))
    newest = ReviewEdition.objects.filter(review=about, part=part).order_by("-edition").first()
    if (newest.edition if newest else 0) != resting_on:
        raise Refused(OVERTAKEN)
    if not text.strip():
        raise Refused("Write something, or leave the part as it was drafted.")
    with second_is_told(OVERTAKEN):
        edition = ReviewEdition.objects.create(
            review=about,
            part=part,
            edition=resting_on + 1,
            text=text.replace("\r\n", "\n"),
            evidence=evidence,
            invented=invented,
            by=by.name,
            at=at,
        )
    record("plan.review.written", on=edition, by=by, at=at, part=part, edition=edition.edition)
    return edition


def _check_part(review: Review, part: str, on: date) -> None:
    if part in reviews.PARTS:
        return
    if part not in {row.part for row in reviews.drafted(review, on).rows}:
        raise NotFound


@transaction.atomic
def publish_review(
    *,
    review: UUID,
    decision: UUID | None,
    why: str,
    by: Actor,
    at: datetime,
    on: date | None = None,
) -> ReviewVersion:
    """Publish a review that the Board agreed, with its hash; the plan then stands published again."""
    about, day = reviews.the_review(review), on or london_day(at)
    if decision is None:
        raise Refused("Name the decision of the Board that agreed this review.")
    if not why.strip():
        raise Refused("Say what this review is, in a sentence the public can read.")
    review_years.check_over(about.year_ending, on=day)
    whole = reviews.as_it_stands(about, day)
    reviewing.check_young(reviews.young_reading(whole))
    version = _publish(about, whole, decision, why, by, at, day)
    if stage_of(about.plan, day) is Stage.UNDER_REVIEW:
        done = f"The review of the year to {in_words(about.year_ending)} is published."
        move_plan(plan=about.plan, to=Stage.PUBLISHED, why=done, by=by, at=at, on=day)
    return version


def _publish(
    about: Review, whole: PublishedReview, decision: UUID, why: str, by: Actor, at: datetime, day: date
) -> ReviewVersion:
    text = write_review(whole)
    last = ReviewVersion.objects.filter(review=about).order_by("-number").first()
    if last and last.sha256 == hash_of(text):
        raise Refused("Nothing has changed since it was published, so there is nothing to publish.")
    with second_is_told(PUBLISHED_MEANWHILE):
        version = ReviewVersion.objects.create(
            review=about,
            number=last.number + 1 if last else 1,
            published_on=day,
            decision_id=decision,
            why=why,
            snapshot=text,
            sha256=hash_of(text),
            by=by.name,
            at=at,
        )
    record("plan.review.published", on=version, by=by, at=at, number=version.number, sha256=version.sha256)
    return version
