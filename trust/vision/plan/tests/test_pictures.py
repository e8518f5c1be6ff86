"""When it is due and who puts in what: the rules, the pages, their tables, their files and their queries."""

from datetime import date
from decimal import Decimal
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from trust.vision.plan import queries
from trust.vision.plan.models import Plan
from trust.vision.plan.queries.calendars import meetings_of
from trust.vision.plan.queries.timelines import dues_of
from trust.vision.plan.rules import Going
from trust.vision.plan.rules.commitments import Commitment, by_partner, in_a_sentence, money_of
from trust.vision.plan.rules.timelines import Due, in_short, periods, state_of
from trust.vision.plan.tests.known import TODAY
from trust.vision.plan.tests.people import reads, signed_in
from trust.vision.plan.words import Given, Status, StepState, Treatment


def due(day: date, state: StepState, what: str = "A room") -> Due:
    return Due(day, what, "Action", "Hart", state, state.status, state.value, uuid4(), uuid4())


def money(amount: int, treatment: Treatment, partner: str = "Hart", key: UUID | None = None) -> Commitment:
    return Commitment(
        key or uuid4(), partner, "Nurses", Given.MONEY, Decimal(amount), treatment, False, False
    )


def test_a_plan_of_three_years_has_twelve_quarters_and_one_of_ten_has_years() -> None:
    quarters = periods(date(2009, 4, 1), date(2012, 3, 31))
    assert (quarters.number, quarters.months) == (12, 3)
    assert quarters.index(date(2010, 6, 8)) == 4
    assert quarters.in_words(4) == "April to June 2010"
    assert quarters.name(3) == "Jan ’10"
    assert periods(date(2009, 4, 1), date(2019, 3, 31)).months == 12


def test_a_day_outside_the_plan_is_not_drawn() -> None:
    quarters = periods(date(2009, 4, 1), date(2012, 3, 31))
    assert quarters.place(date(2012, 6, 1)) is None
    assert quarters.place(date(2009, 3, 31)) is None
    assert quarters.index(date(2015, 1, 1)) == 11


@pytest.mark.parametrize(
    ("word", "state"),
    [
        ("Done", StepState.REACHED),
        ("Late since 1 May 2010", StepState.LATE),
        ("Not done", StepState.LATE),
        ("At risk", StepState.COMING),
        ("Nothing said yet", StepState.COMING),
    ],
)
def test_how_an_action_stands_is_one_of_three(word: str, state: StepState) -> None:
    assert state_of(Going(Status.CANNOT_SAY, word)) is state


def test_the_sentence_counts_each_state_and_names_the_next() -> None:
    days = [
        due(date(2010, 1, 1), StepState.REACHED),
        due(date(2010, 9, 1), StepState.COMING, "A bus"),
        due(date(2010, 7, 1), StepState.COMING, "A nurse"),
    ]
    told = in_short(days)
    assert (
        told == "Three dates promised: one reached, none late and two to come. Next: A nurse, by 1 July 2010."
    )
    assert in_short([]) == "Nothing is promised by a date."


def test_a_pledge_that_counts_in_two_plans_is_counted_once() -> None:
    key = uuid4()
    twice = [money(60_000, Treatment.ALIGNED, key=key), money(60_000, Treatment.ALIGNED, key=key)]
    (row,) = by_partner(twice)
    assert row.total == 60_000
    assert in_a_sentence(twice) == "One partner put in £60,000 (£60,000 aligned)."


def test_money_is_told_by_who_holds_it_and_the_parts_add_up() -> None:
    every = [money(10, Treatment.SINGLE), money(20, Treatment.ALIGNED, "Fareham"), money(5, Treatment.POOLED)]
    assert sum(money_of(every, one) for one in Treatment) == money_of(every) == 35
    assert [row.partner for row in by_partner(every)] == ["Fareham", "Hart"]


def test_a_gift_in_kind_has_no_pounds() -> None:
    room = Commitment(uuid4(), "Hart", "A room", Given.PREMISES, None, Treatment.SINGLE, False, False)
    (row,) = by_partner([room])
    assert row.kinds == "one gift of rooms"
    assert row.total == 0
    assert in_a_sentence([room]) == "One partner put in no money and one gift in kind."


def test_anyone_reads_when_it_is_due(plan: Plan, visitor: Client) -> None:
    page = reads(visitor, f"/plans/{plan.pk}/timeline/")
    for told in (
        "dates promised",
        "to come",
        "Milestone, on the way to",
        "The Gosport clinic opens its door",
    ):
        assert told in page
    assert 'class="place"' in page
    assert "A group meets in the library too" not in page


def test_it_narrows_to_a_state_a_partner_and_nothing(plan: Plan, visitor: Client) -> None:
    address = f"/plans/{plan.pk}/timeline/"
    assert "The Gosport clinic opens" not in reads(visitor, f"{address}?state=late")
    assert "Nothing fits that" in reads(visitor, f"{address}?who=Nobody")
    file = visitor.get(f"{address}?state=reached&format=csv").content.decode()
    assert "Six of twelve parks are lit" in file
    assert "All nine posts" not in file


def test_as_of_an_earlier_day_a_later_telling_is_not_there(plan: Plan) -> None:
    live = queries.published(TODAY)
    assert live
    before = {one.what: one for one in dues_of(live.plan, date(2010, 1, 31))}
    assert before["Six of twelve parks are lit"].state is StepState.COMING
    assert before["Six of twelve parks are lit"].day == date(2010, 2, 26)


def test_the_office_sees_the_draft_and_who_has_no_account_does_not(plan: Plan, visitor: Client) -> None:
    address = f"/office/plans/{plan.pk}/timeline/"
    assert "When it is due" in reads(signed_in("Priya Nair"), address)
    assert visitor.get(address).status_code == 302


def test_anyone_reads_what_each_partner_puts_in(plan: Plan, visitor: Client) -> None:
    page = reads(visitor, f"/plans/{plan.pk}/commitments/")
    assert "Hampshire County Council" in page
    assert "gift of rooms" in page
    file = visitor.get(f"/plans/{plan.pk}/commitments/?format=csv").content.decode()
    assert "Hampshire Primary Care Trust,Clinic sessions,money,60000.00,aligned" in file


@pytest.mark.parametrize("page", ["timeline", "commitments"])
def test_a_plan_that_is_not_published_has_no_picture(page: str, plan: Plan, visitor: Client) -> None:
    assert visitor.get(f"/plans/{uuid4()}/{page}/").status_code == 404


def test_anyone_puts_the_dates_in_a_calendar(plan: Plan, visitor: Client) -> None:
    answer = visitor.get(f"/plans/{plan.pk}/dates.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    text = answer.content.decode().replace("\r\n ", "")
    assert "SUMMARY:Milestone due: The Gosport clinic opens its door" in text
    assert "DTSTART;VALUE=DATE:20100930" in text
    assert "Six of twelve parks are lit" not in text
    assert "SUMMARY:Annual review due" in text
    own = visitor.get(f"/plans/{plan.pk}/dates.ics?who=Gosport+Borough+Council").content.decode()
    assert "All three rooms are in use" in own
    assert "The Gosport clinic" not in own
    assert visitor.get(f"/plans/{uuid4()}/dates.ics").status_code == 404
    assert "webcal://" in reads(visitor, f"/plans/{plan.pk}/timeline/")


def test_the_meetings_of_the_board_are_in_the_calendar_and_on_the_page(plan: Plan, visitor: Client) -> None:
    text = visitor.get(f"/plans/{plan.pk}/dates.ics").content.decode().replace("\r\n ", "")
    meetings = [one for one in text.split("BEGIN:VEVENT") if "SUMMARY:Meeting: Hampshire Children" in one]
    days = [one.partition("DTSTART;VALUE=DATE:")[2][:8] for one in meetings]
    assert days[:2] == ["20100610", "20100722"]
    assert len({one.partition("UID:")[2].partition("\r\n")[0] for one in meetings}) == len(days)
    assert all("DESCRIPTION:Mitchell Room\\, Winchester. Invented." in one for one in meetings[:2])
    assert all("Invented." in one for one in meetings)
    page = reads(visitor, f"/plans/{plan.pk}/timeline/")
    assert "When the Board meets" in page
    assert "22 July 2010" in page


def test_no_meeting_is_told_before_the_day_looked_at_nor_after_the_plan(plan: Plan) -> None:
    assert [one.day for one in meetings_of(plan.pk, date(2010, 7, 1))][0] == date(2010, 7, 22)
    assert [one.day for one in meetings_of(plan.pk, date(2012, 3, 1))] == [date(2012, 3, 22)]
    assert meetings_of(plan.pk, date(2012, 3, 31)) == []


def test_the_days_take_four_queries_whatever_the_size(plan: Plan) -> None:
    live = queries.published(TODAY)
    assert live
    with CaptureQueriesContext(connection) as found:
        dues_of(live.plan, TODAY)
    assert len(found) == 4
