"""A consultation is opened, counted, written up and answered: each by adding, never by changing."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.vision.participation.models import Consultation, ConsultationFinding, FindingAnswer, Reached
from trust.vision.participation.rules.consulted import check_consultation, check_count
from trust.vision.participation.words import Audience, Response

ANSWERED_MEANWHILE = "Someone else answered this while you were writing. Read theirs, then add yours."


@transaction.atomic
def open_consultation(
    *,
    token: UUID,
    about: UUID,
    about_title: str,
    title: str,
    asked: str,
    decision: str,
    opens: date,
    closes: date,
    methods: str = "",
    why_short: str = "",
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> Consultation:
    """Open a consultation; one of less than twelve weeks says why."""
    check_consultation(title=title, asked=asked, opens=opens, closes=closes, why_short=why_short)
    facts = {"about": about, "about_title": about_title, "title": title, "asked": asked, "opens": opens}
    facts |= {"closes": closes, "decision": decision, "methods": methods, "why_short": why_short}
    kept, is_new = Consultation.objects.get_or_create(
        pk=token, defaults={**facts, "invented": invented, "by": by.name, "at": at}
    )
    if is_new:
        record("participation.consultation.opened", on=kept, by=by, at=at, title=title)
    return kept


@transaction.atomic
def count_reached(
    *,
    consultation: UUID,
    audience: Audience,
    group: str = "",
    number: int | None,
    population: int | None = None,
    source: str = "",
    by: Actor,
    at: datetime,
) -> Reached:
    """Set down how many of a group answered; a recount takes the place of the count before it."""
    about = the_consultation(consultation)
    check_count(number, population)
    same = Reached.objects.filter(consultation=about, audience=audience, group=group, replaced_by=None)
    with second_is_told("Someone else counted this group just before you. Look at theirs."):
        kept = Reached.objects.create(
            consultation=about,
            replaces=same.first(),
            audience=audience,
            group=group,
            number=number,
            population=population,
            source=source,
            by=by.name,
            at=at,
        )
    record("participation.consultation.counted", on=kept, by=by, at=at, audience=audience.value)
    return kept


@transaction.atomic
def write_finding(
    *,
    token: UUID,
    consultation: UUID,
    heading: str,
    statement: str = "",
    audience: Audience,
    invented: bool = False,
    by: Actor,
    at: datetime,
) -> ConsultationFinding:
    """Set down what people said in a consultation, as a group."""
    if not heading.strip():
        raise Refused("Say in one line what people told you.")
    facts = {"consultation": the_consultation(consultation), "heading": heading, "statement": statement}
    kept, is_new = ConsultationFinding.objects.get_or_create(
        pk=token,
        defaults={**facts, "audience": audience, "invented": invented, "by": by.name, "at": at},
    )
    if is_new:
        record("participation.consultation.found", on=kept, by=by, at=at)
    return kept


@transaction.atomic
def answer_finding(
    *,
    finding: UUID,
    response: Response,
    text: str,
    owner: str = "",
    answered_on: date,
    told_on: date | None = None,
    by: Actor,
    at: datetime,
) -> FindingAnswer:
    """Say what became of what people said, or why nothing did; a later answer takes the place of this."""
    about = ConsultationFinding.objects.filter(pk=finding).first()
    if about is None:
        raise NotFound
    if not text.strip():
        raise Refused("Say what you did or will do, or why you cannot.")
    with second_is_told(ANSWERED_MEANWHILE):
        kept = FindingAnswer.objects.create(
            finding=about,
            replaces=about.answers.filter(replaced_by=None).first(),
            response=response,
            text=text,
            owner=owner,
            answered_on=answered_on,
            told_on=told_on,
            by=by.name,
            at=at,
        )
    record("participation.finding.answered", on=kept, by=by, at=at, response=response.value)
    return kept


def the_consultation(key: UUID) -> Consultation:
    found = Consultation.objects.filter(pk=key).first()
    if found is None:
        raise NotFound
    return found
