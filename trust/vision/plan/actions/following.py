"""Asking partners how it goes, by a link that needs no account, and what they answer."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.db import transaction

from trust.foundation.audit.actions import record, second_is_told
from trust.foundation.directory.queries import calendar, organisation
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.english import counted, listed
from trust.foundation.kernel.ids import new_id
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import in_words, london_day
from trust.foundation.letters.actions import write_letter
from trust.foundation.letters.rules import LINK, hash_of, token_of
from trust.foundation.letters.words import Kind
from trust.vision.plan.actions.promised import report
from trust.vision.plan.models import (
    AskedItem,
    Asking,
    ItemAnswer,
    PartnerContact,
    Reminder,
    UpdateLink,
    UpdateRequest,
)
from trust.vision.plan.queries.adopted import with_adopted
from trust.vision.plan.queries.asking import ToAsk, contacts, not_asked, to_ask
from trust.vision.plan.queries.following import OPENS, unanswered
from trust.vision.plan.queries.running import running
from trust.vision.plan.rules.following import (
    CHASED_AFTER_DAYS,
    Quarter,
    chased,
    check_of_measure,
    ended_before,
    last_day,
    quarter_from,
)
from trust.vision.plan.words import MeasureKind, Standing

NOBODY = "No partner that promised something has an address to write to. Add one for each partner first."
NO_PLAN = "No plan that runs is published yet, so there is nothing to ask about."


@transaction.atomic
def keep_contact(*, partner: UUID, post: str, address: str, by: Actor, at: datetime) -> PartnerContact:
    """Keep the post of a partner that is written to; an empty address means that none is."""
    card = organisation(partner)
    if not post.strip():
        raise Refused("Give the post, such as Head of children’s commissioning, and no person’s name.")
    facts = {"post": post.strip(), "address": address.strip().lower()}
    kept = PartnerContact.objects.create(organisation_id=card.id, **facts, by=by.name, at=at)
    record("plan.contact.kept", on=kept, by=by, at=at, partner=card.name, ended=not address.strip())
    return kept


@transaction.atomic
def ask_for_updates(*, by: Actor, at: datetime) -> Asking:
    """Ask every owner how the last quarter went in every plan that runs: one letter to each, one link."""
    today = london_day(at)
    quarter, known = ended_before(today), contacts()
    asked = {owner: things for owner, things in _askable(quarter, today).items() if owner in known}
    if not asked:
        raise Refused(NOBODY)
    with second_is_told(f"Partners were already asked about {quarter.name}."):
        asking = Asking.objects.create(quarter=quarter.first, on=today, by=by.name, at=at)
    for owner, things in asked.items():
        request = _request(asking, known[owner], things, by=by, at=at)
        _write(request, _new_link(request, today, by=by, at=at), again="", by=by, at=at)
    record("plan.updates.asked", on=asking, by=by, at=at, quarter=quarter.name, partners=len(asked))
    return asking


def _askable(quarter: Quarter, today: date) -> dict[UUID, list[ToAsk]]:
    plans = running(today)
    if not plans:
        raise Refused(NO_PLAN)
    why_not = not_asked(plans, quarter)
    if len(why_not) == len(plans):
        raise Refused(" ".join(why_not.values()))
    asked = [one for one in plans if one.id not in why_not]
    return to_ask(with_adopted(asked, today), today)


def _request(
    asking: Asking, to: PartnerContact, things: list[ToAsk], *, by: Actor, at: datetime
) -> UpdateRequest:
    written = {"by": by.name, "at": at}
    request = UpdateRequest.objects.create(
        asking=asking, organisation_id=to.organisation_id, post=to.post, address=to.address, **written
    )
    AskedItem.objects.bulk_create(
        AskedItem(
            request=request,
            plan_id=one.plan,
            action_id=one.action,
            measure_id=one.measure,
            milestone_id=one.step,
            **written,
        )
        for one in things
    )
    return request


def _new_link(request: UpdateRequest, today: date, *, by: Actor, at: datetime) -> UpdateLink:
    key = new_id()
    token = token_of(settings.SECRET_KEY, OPENS, str(key))
    return UpdateLink.objects.create(
        id=key, request=request, token_hash=hash_of(token), last_day=last_day(today), by=by.name, at=at
    )


def _write(request: UpdateRequest, link: UpdateLink, *, again: str, by: Actor, at: datetime) -> None:
    quarter = quarter_from(request.asking.quarter).name
    titles = list(request.items.order_by("plan__title").values_list("plan__title", flat=True))
    plans = list(dict.fromkeys(titles))
    of = plans[0] if len(plans) == 1 else counted(len(plans), "plan").capitalize()
    write_letter(
        key=f"update:{link.pk}:{again}",
        kind=Kind.DUTY,
        to_name=f"{request.post}, {request.organisation.name}",
        to_address=request.address,
        subject=f"{again}How did it go, {quarter}? {of}"[:200],
        text=(
            f"You promised {counted(len(titles), 'thing')} in {listed([f'“{one}”' for one in plans])}. "
            f"Please say how each went from {quarter}.\n\n"
            f"It takes about a minute for each, on a phone too, and needs no password:\n{LINK}\n\n"
            f"The link opens until {in_words(link.last_day)}. Who has it can answer for "
            f"{request.organisation.name}, so pass it on only to whoever should. What you say is published."
        ),
        opens=OPENS,
        opens_key=link.pk,
        by=by,
        at=at,
    )


@transaction.atomic
def ask_again(*, request: UUID, by: Actor, at: datetime) -> UpdateLink:
    """Send a partner a new link, because the first was lost or is over; what it answered stays."""
    found = UpdateRequest.objects.select_related("asking", "organisation").filter(pk=request).first()
    if found is None:
        raise NotFound
    if not unanswered().filter(pk=request).exists():
        raise Refused(f"{found.organisation.name} has answered everything already.")
    link = _new_link(found, london_day(at), by=by, at=at)
    _write(found, link, again="A new link: ", by=by, at=at)
    record("plan.updates.asked-again", on=found, by=by, at=at, partner=found.organisation.name)
    return link


@transaction.atomic
def remind(*, by: Actor, at: datetime) -> int:
    """Remind, once each, every partner that has said nothing for a fortnight; how many were reminded."""
    today, reminded = london_day(at), 0
    for request in _silent():
        link = request.links.order_by("-last_day", "-at").first()
        if link and chased(request.asking.on, today) and link.last_day >= today:
            _, new = Reminder.objects.get_or_create(
                request=request, defaults={"on": today, "by": by.name, "at": at}
            )
            if new:
                _write(request, link, again="Reminder: ", by=by, at=at)
                record("plan.updates.reminded", on=request, by=by, at=at, after_days=CHASED_AFTER_DAYS)
                reminded += 1
    return reminded


def _silent() -> Iterable[UpdateRequest]:
    unsaid = UpdateRequest.objects.filter(reminder=None).exclude(items__answers__isnull=False)
    return unsaid.select_related("asking", "organisation")


@transaction.atomic
def answer_item(
    *,
    token: UUID,
    request: UUID,
    item: UUID,
    standing: Standing | None,
    words: str,
    number: Decimal | None,
    by: Actor,
    at: datetime,
) -> bool:
    """Keep what an owner says of one thing; whether it was the last, after which the link opens no more."""
    # A milestone is answered for by `answer_step`.
    rows = AskedItem.objects.filter(pk=item, request=request, milestone=None)
    asked = rows.select_related("request__organisation", "measure").first()
    if asked is None or by.organisation != asked.request.organisation_id:
        raise NotFound
    if not ItemAnswer.objects.filter(pk=token).exists():
        answer = _keep_answer(token, asked, standing, words.strip(), number, by=by, at=at)
        record("plan.updates.answered", on=answer, by=by, at=at, partner=asked.request.organisation.name)
    return not unanswered().filter(pk=request).exists()


def _keep_answer(
    key: UUID,
    asked: AskedItem,
    standing: Standing | None,
    words: str,
    number: Decimal | None,
    *,
    by: Actor,
    at: datetime,
) -> ItemAnswer:
    here = calendar().demonstration
    facts = {"id": key, "item": asked, "by": by.name, "at": at, "invented": here}
    if asked.measure:
        service = asked.measure.kind == MeasureKind.SERVICE
        check_of_measure(service=service, number=number, words=words)
        return ItemAnswer.objects.create(number=number if service else None, words=words, **facts)
    if standing is None:
        raise Refused("Say how it is going.")
    said = report(
        token=key,
        action=asked.action_id,
        said_on=london_day(at),
        standing=standing,
        words=words,
        invented=here,
        by=by,
        at=at,
    )
    return ItemAnswer.objects.create(report=said, **facts)
