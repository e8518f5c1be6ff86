from uuid import uuid4

import pytest
from django.test import Client

from trust.strategy.needs.makers import a_finding

pytestmark = pytest.mark.usefixtures("database")


def test_anyone_can_read_what_was_found_and_the_figure_it_rests_on(visitor: Client) -> None:
    a_finding(places=["E07000088"], comparison=["E07000094"], indicator="ni-112")
    page = visitor.get("/needs/").text
    assert "more likely to become pregnant" in page
    assert "The gap between Gosport and Winchester" in page
    assert "invented" in page


def test_nothing_found_is_said_in_words(visitor: Client) -> None:
    a_finding()
    assert "No finding has the words “unicorn”" in visitor.get("/needs/?words=unicorn").text


def test_a_visitor_cannot_add_a_finding(visitor: Client) -> None:
    assert visitor.get("/office/findings/add/").status_code == 302
    assert "Add a finding" not in visitor.get("/needs/").text


def sent(**answers: object) -> dict[str, object]:
    usual = {"token": str(uuid4()), "statement": "Buses stop too early", "group_label": "Young people"}
    return {**usual, "how_sure": "not-yet", **answers}


def test_an_officer_adds_a_finding_and_the_same_form_twice_adds_one(priya: Client) -> None:
    answers = sent()
    for _ in range(2):
        assert priya.post("/office/findings/add/", answers).status_code == 302
    assert priya.get("/needs/").text.count("Buses stop too early") == 1


def test_what_is_refused_is_said_on_the_form_and_nothing_is_lost(priya: Client) -> None:
    page = priya.post("/office/findings/add/", sent(places=["E07000088"], comparison=["E07000088"])).text
    assert "A place cannot be in both groups" in page
    assert "Buses stop too early" in page


def test_what_is_missing_is_asked_for(priya: Client) -> None:
    assert "Write what you have found." in priya.post("/office/findings/add/", sent(statement="")).text


def test_many_findings_come_a_page_at_a_time_and_keep_the_words(visitor: Client) -> None:
    for number in range(21):
        a_finding(statement=f"Buses stop too early in ward {number:02}")
    first = visitor.get("/needs/?words=buses").text
    assert first.count("Buses stop too early") == 20
    assert 'href="?words=buses&amp;page=2"' in first
    assert visitor.get("/needs/?words=buses&page=2").text.count("Buses stop too early") == 1
