"""A plan of two thousand promises asks the database no more than a plan of four."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from trust.vision.plan import queries
from trust.vision.plan.formats import PublishedPlan, hash_of, write
from trust.vision.plan.models import Plan, PlanVersion
from trust.vision.plan.tests.known import TODAY


def grown(plan: PublishedPlan, priorities: int, actions: int) -> PublishedPlan:
    """The same plan with as many priorities, each with as many actions, as asked for."""
    one = plan.priorities[0]
    due = [TODAY + timedelta(days=n) for n in range(-actions // 2, actions // 2)]
    many = tuple(
        replace(
            one,
            id=uuid4(),
            number=n + 1,
            title=f"Priority {n + 1}",
            actions=tuple(replace(one.actions[0], id=uuid4(), due=day) for day in due),
        )
        for n in range(priorities)
    )
    return replace(plan, priorities=many)


@pytest.fixture
def large(live: queries.Published) -> queries.Published:
    text = write(grown(live.plan, 20, 40))
    version = {
        "number": 99,
        "published_on": TODAY,
        "why": "Larger",
        "snapshot": text,
        "sha256": hash_of(text),
    }
    PlanVersion.objects.create(
        plan=Plan.objects.get(pk=live.id), by="Priya Nair", at="2010-06-08T09:00Z", **version
    )
    found = queries.published(TODAY)
    assert found
    return found


def asked_by(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_the_plan_page_asks_no_more_of_a_large_plan(live: queries.Published, visitor: Client) -> None:
    visitor.get("/plan/")
    pages = ("", "?words=clinic")
    small = [asked_by(visitor, f"/plans/{live.id}/version/1/{page}") for page in pages]
    text = write(grown(live.plan, 20, 40))
    facts = {"number": 99, "published_on": TODAY, "why": "Larger", "snapshot": text, "sha256": hash_of(text)}
    PlanVersion.objects.create(plan=Plan.objects.get(pk=live.id), by="Priya", at="2010-06-08T09:00Z", **facts)
    # The first who asks for a version also has its text read, once for the whole server process.
    visitor.get(f"/plans/{live.id}/version/99/")
    large = [asked_by(visitor, f"/plans/{live.id}/version/99/{page}") for page in pages]
    assert [more <= few for more, few in zip(large, small, strict=True)] == [True, True]


def test_what_needs_chasing_is_asked_in_two_questions(large: queries.Published) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = queries.chasing([large], TODAY)
    assert (len(asked), len(found) > 100) == (2, True)


def test_the_briefing_reads_once_what_the_partners_said(large: queries.Published) -> None:
    with CaptureQueriesContext(connection) as asked:
        found = queries.briefing(TODAY)
    assert sum('FROM "plan_report"' in one["sql"] for one in asked) == 1
    others = sum(len(row.actions) for one in queries.running(TODAY)[1:] for row in one.plan.priorities)
    assert sum(row.due + row.to_come for row in found.kept) == 800 + others


def test_a_large_plan_shows_the_next_promises_of_each_priority(
    large: queries.Published, visitor: Client
) -> None:
    page = visitor.get("/plan/").text
    assert page.count('class="stack promises"') == 20
    assert "37 more promises" in page


def test_a_reader_finds_what_was_promised_about_one_thing(large: queries.Published, visitor: Client) -> None:
    what = large.plan.priorities[0].actions[0].what.split()[-1]
    page = visitor.get("/plan/", {"words": what}).text
    assert f"800 promises about “{what}”" in page
    assert "Page 1 of 40" in page
    assert "Nothing was promised about “zebras”" in visitor.get("/plan/", {"words": "zebras"}).text


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize(
    ("words", "heading", "promise"),
    [
        ("bus", "One promise about “bus”", "A young people’s clinic"),
        ("pregnancy", "Four promises about “pregnancy”", "Rooms for young parents"),
        ("obesity", "Three promises about “obesity”", "Lights and a play worker"),
        ("teenage pregnancy", "Four promises about some of “teenage pregnancy”", "Rooms for young parents"),
    ],
)
def test_a_parent_finds_a_promise_by_a_step_by_a_figure_and_by_words_of_their_own(
    visitor: Client, words: str, heading: str, promise: str
) -> None:
    page = visitor.get("/plan/", {"words": words}).text
    assert f'<h2 id="found">{heading}</h2>' in page
    assert promise in page
