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
