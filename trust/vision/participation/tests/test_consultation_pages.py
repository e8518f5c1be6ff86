"""A consultation in the office and in public: opened, counted, written up, answered."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.time import LONDON
from trust.vision.participation import actions, queries
from trust.vision.participation.words import Audience

pytestmark = pytest.mark.usefixtures("database")
BY: dict[str, Any] = {
    "by": Actor("Priya Nair", uuid4(), duties=frozenset({"plan.write"})),
    "at": datetime(2010, 6, 8, 10, tzinfo=LONDON),
}
UNKNOWN = UUID(int=1)
DISABLED = "Disabled children and those with special needs"
FORM: dict[str, str] = {
    "about_title": "Clinics after school",
    "title": "When should clinics open?",
    "asked": "Which hours suit you?",
    "decision": "The health service chooses the hours in November.",
    "opens": "8 June 2010",
}


def page_of(answer: Any) -> str:
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def opened(**other: Any) -> UUID:
    facts: dict[str, Any] = {
        "token": uuid4(),
        "about": uuid4(),
        "about_title": "The plan",
        "title": "What first?",
    }
    facts |= {"asked": "What matters most?", "decision": "The Board agrees the plan in May."}
    facts |= {"opens": date(2010, 5, 10), "closes": date(2010, 8, 2)}
    return actions.open_consultation(**(facts | other), **BY).pk


def closed(**other: Any) -> UUID:
    return opened(**{"opens": date(2010, 1, 4), "closes": date(2010, 3, 29)} | other)


def test_the_closing_day_is_proposed_and_an_empty_one_is_twelve_weeks_on(priya: Client) -> None:
    assert 'value="31 August 2010"' in page_of(priya.get("/office/consultations/add/"))
    answer = priya.post("/office/consultations/add/", FORM | {"token": str(uuid4()), "closes": ""})
    kept = queries.consultations(on=date(2010, 6, 8))[0]
    assert answer["Location"] == f"/office/consultations/{kept.id}/"
    assert kept.closes == date(2010, 8, 31)


def test_a_shorter_one_asks_why_and_says_so_to_everyone(priya: Client) -> None:
    form = FORM | {"token": str(uuid4()), "closes": "8 July 2010"}
    assert "It runs 30 days" in page_of(priya.post("/office/consultations/add/", form))
    priya.post("/office/consultations/add/", form | {"why_short": "The term ends."})
    kept = queries.consultations(on=date(2010, 6, 8))[0]
    assert "less than twelve weeks.</strong> The term ends." in page_of(
        priya.get(f"/consultations/{kept.id}/")
    )
    assert "under twelve weeks" in page_of(priya.get("/office/consultations/"))


def test_anyone_reads_what_is_asked_and_how_to_answer(visitor: Client) -> None:
    key = opened()
    assert "What first?" in page_of(visitor.get("/consultations/"))
    page = page_of(visitor.get(f"/consultations/{key}/"))
    assert "Tell us by 2 August 2010: 55 days from now" in page
    assert "/tell-us/?about=" in page


def test_one_that_has_not_opened_is_not_there_yet(visitor: Client) -> None:
    key = opened(opens=date(2010, 7, 1), closes=date(2010, 10, 1))
    assert visitor.get(f"/consultations/{key}/").status_code == 404
    assert visitor.get(f"/consultations/{uuid4()}/").status_code == 404


def test_a_comment_about_it_is_counted_in_the_office(priya: Client) -> None:
    key = opened()
    address = queries.where_to_tell_us(queries.Subject(key, "What first?"))
    assert "telling us about <strong>What first?</strong>" in page_of(priya.get(address))
    about = address.partition("about=")[2].replace("%3A", ":")
    priya.post("/tell-us/", {"token": str(uuid4()), "text": "Buses.", "about": about})
    assert "One comment about it" in page_of(priya.get(f"/office/consultations/{key}/"))
    assert "Buses." in page_of(priya.get(f"/office/comments/?about={key}"))
    assert "Buses." not in page_of(priya.get(f"/office/comments/?about={uuid4()}"))


def test_what_people_said_is_answered_and_read_by_all_once_it_has_closed(priya: Client) -> None:
    key = closed()
    priya.post(
        f"/office/consultations/{key}/said/",
        {"token": str(uuid4()), "heading": "Clinics shut too soon", "audience": "children"},
    )
    said = queries.consultation(key).said[0]
    assert "We have not answered yet" in page_of(priya.get(f"/consultations/{key}/"))
    form = {"response": "cannot", "text": "No money until April.", "told_on": "4 June 2010"}
    answer = priya.post(f"/office/consultations/said/{said.id}/", form)
    assert answer["Location"] == f"/office/consultations/{key}/"
    page = page_of(Client().get(f"/consultations/{key}/"))
    assert "We cannot, and this is why" in page
    assert "told on 4 June 2010" in page
    assert "Half of what you said was answered within 71 days" in page


def test_an_answer_without_words_stays_typed(priya: Client) -> None:
    said = actions.write_finding(
        token=uuid4(), consultation=closed(), heading="Buses", audience=Audience.CHILDREN, **BY
    )
    answer = page_of(priya.post(f"/office/consultations/said/{said.pk}/", {"text": "We asked."}))
    assert "Choose what became of it." in answer
    assert "We asked." in answer
    assert priya.get(f"/office/consultations/said/{uuid4()}/").status_code == 404


def test_groups_are_counted_in_fives_and_set_beside_those_who_live_here(priya: Client) -> None:
    key = closed()
    for form in (
        {"audience": "children", "number": "1284", "population": "300000"},
        {"audience": "children", "group": DISABLED, "number": "21", "population": "21000"},
        {"audience": "children", "group": "Young carers", "number": ""},
        {"audience": "children", "other_group": "Pupils of Larch School", "number": "7"},
        {"audience": "partners", "number": "21"},
    ):
        assert priya.post(f"/office/consultations/{key}/reach/", form).status_code == 302
    page = page_of(Client().get(f"/consultations/{key}/"))
    assert "1,285" in page
    assert "Under-reached" in page
    assert "fewer than 6" in page
    assert ">21<" in page, "partners are bodies, not people"
    assert f"Fewer answered than live here: {DISABLED}" in page
    assert ">6 to 12<" in page


def test_a_group_is_one_of_the_list_or_another_and_not_both(priya: Client) -> None:
    key = closed()
    form = {"audience": "children", "group": DISABLED, "other_group": "Larch School", "number": "21"}
    answer = page_of(priya.post(f"/office/consultations/{key}/reach/", form))
    assert "Choose a group of the list or write another" in answer
    assert "Larch School" in answer


def test_a_count_that_could_point_at_somebody_is_refused_beside_its_box(priya: Client) -> None:
    key = closed()
    answer = page_of(
        priya.post(f"/office/consultations/{key}/reach/", {"audience": "children", "number": "3"})
    )
    assert answer.count("3 could point at somebody") == 2


def test_the_office_finds_them_by_words_and_state_and_takes_them_away(priya: Client) -> None:
    opened(), closed(title="=Last year’s")
    assert "Last year" not in page_of(priya.get("/office/consultations/?state=open"))
    assert "No consultation fits" in page_of(priya.get("/office/consultations/?find=helicopter"))
    table = priya.get("/office/consultations/?state=closed&format=csv").content.decode()
    assert "'=Last year’s" in table
    assert "What first?" not in table


def test_before_any_the_pages_say_so(priya: Client) -> None:
    assert "Nobody has been consulted yet" in page_of(priya.get("/office/consultations/"))
    page = page_of(priya.get("/consultations/"))
    assert "We are not asking anything in particular on 8 June 2010" in page
    assert "No consultation had closed by" in page


@pytest.mark.parametrize("page", ["", "add/", f"{UNKNOWN}/", f"{UNKNOWN}/reach/", f"said/{UNKNOWN}/"])
def test_the_office_pages_ask_who_you_are(visitor: Client, page: str) -> None:
    assert visitor.get(f"/office/consultations/{page}").status_code == 302
