"""Asking partners by a link: who is asked, what opens, what an answer needs, and who is reminded."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from trust.foundation.audit.models import Event
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.foundation.letters.models import Letter
from trust.foundation.letters.queries import link_of
from trust.vision.plan import queries
from trust.vision.plan.actions import following as deeds
from trust.vision.plan.models import Report, UpdateLink, UpdateRequest
from trust.vision.plan.queries import following
from trust.vision.plan.queries.asking import contact_cards
from trust.vision.plan.rules.following import CLOSED, Answered
from trust.vision.plan.tests.known import BY, NOW, OFFICER, TODAY
from trust.vision.plan.tests.people import answer_all
from trust.vision.plan.words import Standing

HEALTH = "Hampshire Primary Care Trust"


def owner(name: str) -> UUID:
    cards = contact_cards(queries.running(TODAY), TODAY)
    return next(card.organisation for card in cards if card.name == name)


@pytest.fixture
def asked(town: str) -> UpdateRequest:
    health = owner(HEALTH)
    deeds.keep_contact(partner=health, post="Head of commissioning", address="Plans@pct.example", **BY)
    deeds.ask_for_updates(**BY)
    return UpdateRequest.objects.get(organisation=health, asking__on=TODAY)


def link(asked: UpdateRequest) -> str:
    return link_of(following.OPENS, UpdateLink.objects.filter(request=asked).order_by("at", "pk")[0].pk)


def token(asked: UpdateRequest) -> str:
    return link(asked).split("/")[2]


def test_an_owner_without_an_address_is_not_asked(asked: UpdateRequest) -> None:
    (latest, *_) = following.rounds(TODAY)
    names = {line.name for line in latest.lines}
    assert HEALTH in names
    assert "Gosport Borough Council" not in names
    assert latest.quarter.name == "January to March 2010"


def test_a_quarter_is_asked_about_once(asked: UpdateRequest) -> None:
    with pytest.raises(Refused, match="already asked about January to March 2010"):
        deeds.ask_for_updates(**BY)


def test_a_letter_holds_no_link_and_the_record_no_address(asked: UpdateRequest) -> None:
    letter = Letter.objects.get(to_address="plans@pct.example")
    assert token(asked) not in letter.text
    assert not [one for one in Event.objects.using("owner") if "pct.example" in str(one.detail).lower()]
    assert UpdateLink.objects.get(request=asked).token_hash != token(asked)


def test_a_link_opens_what_its_partner_promised_and_nothing_else(
    asked: UpdateRequest, visitor: Client
) -> None:
    answer = visitor.get(link(asked))
    page = answer.content.decode()
    assert "A young people’s clinic" in page
    assert "A trained youth worker" not in page
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]


def test_the_last_answer_spends_the_link(asked: UpdateRequest, visitor: Client) -> None:
    results = answer_all(asked, NOW)
    assert results[-1] is True
    assert not any(results[:-1])
    assert visitor.get(link(asked)).status_code == 404


def test_used_over_and_wrong_links_answer_alike(asked: UpdateRequest, visitor: Client) -> None:
    over = UpdateLink.objects.create(
        request=asked, token_hash="0" * 64, last_day=TODAY - timedelta(days=1), by="x", at=NOW
    )
    answer_all(asked, NOW)
    pages = []
    for address in (link(asked), link_of(following.OPENS, over.pk), "/update/wrong/", f"/update/{'a' * 43}/"):
        with CaptureQueriesContext(connection) as ran:
            answer = visitor.get(address)
        body = re.sub(r'value="[^"]*"', "", answer.content.decode()).replace(address, "")
        pages.append((answer.status_code, body, len(ran)))
    assert CLOSED in pages[0][1].replace("&#x27;", "'")
    assert len(set(pages)) == 1


def test_the_same_answer_sent_twice_is_kept_once(asked: UpdateRequest) -> None:
    item = next(item for item in following.items_of(asked.pk) if item.action)
    key, before = uuid4(), Report.objects.count()
    holder = Actor("a post", organisation=asked.organisation_id)
    for _ in range(2):
        deeds.answer_item(
            token=key, request=asked.pk, item=item.id, standing=Standing.DONE, words="", number=None,
            by=holder, at=NOW,
        )  # fmt: skip
    assert Report.objects.count() == before + 1


def test_another_partners_link_cannot_answer(asked: UpdateRequest) -> None:
    item = following.items_of(asked.pk)[0]
    stranger = Actor("a post", organisation=owner("Gosport Borough Council"))
    with pytest.raises(NotFound):
        deeds.answer_item(
            token=uuid4(), request=asked.pk, item=item.id, standing=Standing.DONE, words="", number=None,
            by=stranger, at=NOW,
        )  # fmt: skip


@pytest.mark.parametrize("standing", [Standing.AT_RISK, Standing.NOT_DONE])
def test_what_is_at_risk_needs_its_why(asked: UpdateRequest, standing: Standing) -> None:
    item = next(item for item in following.items_of(asked.pk) if item.action)
    with pytest.raises(Refused, match="Say why"):
        deeds.answer_item(
            token=uuid4(), request=asked.pk, item=item.id, standing=standing, words=" ", number=Decimal(1),
            by=Actor("a post", organisation=asked.organisation_id), at=NOW,
        )  # fmt: skip


def test_who_says_nothing_for_a_fortnight_is_reminded_once(asked: UpdateRequest) -> None:
    before = Letter.objects.count()
    assert deeds.remind(by=OFFICER, at=NOW + timedelta(days=13)) == 0
    reminded = deeds.remind(by=OFFICER, at=NOW + timedelta(days=14))
    assert deeds.remind(by=OFFICER, at=NOW + timedelta(days=20)) == 0
    assert Letter.objects.count() == before + reminded
    (latest, *_) = following.rounds(TODAY + timedelta(days=14))
    assert len(latest.lines) == reminded
    assert {(line.state, line.reminded_on) for line in latest.lines} == {(Answered.SILENT, date(2010, 6, 22))}


def test_a_new_link_opens_what_is_left(asked: UpdateRequest, visitor: Client) -> None:
    fresh = deeds.ask_again(request=asked.pk, **BY)
    assert visitor.get(link_of(following.OPENS, fresh.pk)).status_code == 200
    answer_all(asked, NOW)
    assert visitor.get(link_of(following.OPENS, fresh.pk)).status_code == 404
    with pytest.raises(Refused, match="has answered everything"):
        deeds.ask_again(request=asked.pk, **BY)


def test_before_any_plan_is_published_nobody_can_be_asked(town: str) -> None:
    with pytest.raises(Refused, match="No plan that runs is published yet"):
        deeds.ask_for_updates(by=OFFICER, at=datetime(2001, 3, 1, 9, tzinfo=LONDON))
