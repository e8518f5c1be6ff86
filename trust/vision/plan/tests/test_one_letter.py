"""A partner is asked about all it promised, in every plan that runs, by one letter with one link."""

from collections import Counter
from datetime import datetime
from uuid import UUID

import pytest
from django.test import Client

from trust.foundation.directory.queries import organisation_called
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import LONDON
from trust.foundation.letters.models import Letter
from trust.foundation.letters.queries import link_of
from trust.vision.plan import queries
from trust.vision.plan.actions import following as deeds
from trust.vision.plan.models import AskedItem, UpdateLink, UpdateRequest
from trust.vision.plan.queries import following
from trust.vision.plan.rules.following import Answered
from trust.vision.plan.tests.known import OFFICER
from trust.vision.plan.tests.people import answer_all, reads

IN_JULY = datetime(2010, 7, 26, 9, tzinfo=LONDON)
TODAY = IN_JULY.date()
MAIN, CARE = (
    "Children and Young People’s Plan 2009 to 2012",
    "Corporate Parenting Plan and Children in Care Pledge 2010 to 2013",
)
HEALTH = "Hampshire Primary Care Trust"
CLINIC, CHECK = "A young people’s clinic", "A check of health and teeth"


def health() -> UUID:
    found = organisation_called(HEALTH)
    assert found
    return found.id


def asked_on(at: datetime) -> UpdateRequest:
    deeds.keep_contact(partner=health(), post="Head", address="plans@pct.example", by=OFFICER, at=at)
    return deeds.ask_for_updates(by=OFFICER, at=at).requests.get(organisation=health())


@pytest.fixture
def asked(town: str) -> UpdateRequest:
    return asked_on(IN_JULY)


def address(asked: UpdateRequest) -> str:
    return link_of(following.OPENS, UpdateLink.objects.get(request=asked).pk)


def test_one_letter_names_the_plans_and_one_link_opens_what_was_promised_in_each(
    asked: UpdateRequest, visitor: Client
) -> None:
    letter = Letter.objects.get(to_address="plans@pct.example", at__gte=IN_JULY)
    assert letter.subject == "How did it go, April to June 2010? Two plans"
    assert f"in “{MAIN}” and “{CARE}”." in letter.text
    page = reads(visitor, address(asked))
    assert page.index(f">{MAIN}</h2>") < page.index(CLINIC) < page.index(f">{CARE}</h2>") < page.index(CHECK)


def test_a_letter_about_one_plan_has_its_title(town: str) -> None:
    asked_on(IN_JULY.replace(month=6))
    letter = Letter.objects.get(to_address="plans@pct.example", at__gte=IN_JULY.replace(month=6))
    assert letter.subject == f"How did it go, January to March 2010? {MAIN}"


def test_what_counts_in_two_plans_is_asked_once(asked: UpdateRequest) -> None:
    rows = AskedItem.objects.filter(request__asking=asked.asking)
    held = Counter(row.action_id or row.measure_id or row.milestone_id for row in rows)
    assert set(held.values()) == {1}
    assert [item.plan for item in following.items_of(asked.pk) if CLINIC in item.what] == [MAIN]


def test_the_link_is_spent_when_nothing_is_left_in_any_plan(asked: UpdateRequest, visitor: Client) -> None:
    assert not any(answer_all(asked, IN_JULY, MAIN))
    (line,) = [one for one in following.rounds(TODAY)[0].lines if one.name == HEALTH]
    assert (line.items - line.said, line.state) == (1, Answered.PART)
    assert "One left." in reads(visitor, address(asked))
    assert answer_all(asked, IN_JULY, CARE) == [True]
    assert visitor.get(address(asked)).status_code == 404


def test_who_is_silent_about_two_plans_is_reminded_by_one_letter(asked: UpdateRequest) -> None:
    deeds.remind(by=OFFICER, at=IN_JULY.replace(month=8, day=12))
    written = Letter.objects.filter(to_address="plans@pct.example", at__gte=IN_JULY)
    assert sorted(one.subject.split()[0] for one in written) == ["How", "Reminder:"]


def test_a_plan_is_asked_about_once_a_quarter_of_it_is_over(town: str) -> None:
    june, july = asked_on(IN_JULY.replace(month=6)), asked_on(IN_JULY)
    assert {item.plan for item in following.items_of(june.pk)} == {MAIN}
    assert {item.plan for item in following.items_of(july.pk)} == {MAIN, CARE}


def test_where_no_plan_had_begun_in_the_quarter_its_day_is_the_reason(town: str) -> None:
    first = queries.running(datetime(2006, 5, 10, tzinfo=LONDON).date())[0].plan
    with pytest.raises(Refused, match=f"The {first.title} began on 1 April 2006, so there is nothing"):
        asked_on(IN_JULY.replace(year=2006, month=5))
