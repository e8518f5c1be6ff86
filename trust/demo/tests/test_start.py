import pytest
from django.test import Client

from trust.foundation.people.makers import a_worker, sign_in


def page_of(answer: object) -> str:
    return " ".join(getattr(answer, "content", b"").decode().split())


@pytest.mark.usefixtures("town")
def test_three_people_to_be(visitor: Client) -> None:
    text = page_of(visitor.get("/demo/"))
    assert 'href="/your-area/"' in text
    assert all(name in text for name in ("Priya Nair", "Judith Amery"))
    assert "python3 run code Priya" in text


@pytest.mark.usefixtures("town")
@pytest.mark.parametrize("page", ["/office/", "/office/briefing/"])
def test_a_visitor_goes_to_a_worker_s_page_by_way_of_sign_in(visitor: Client, page: str) -> None:
    text = page_of(visitor.get("/demo/"))
    assert f"/sign-in/?next={page.replace('/', '%2F')}" in text


@pytest.mark.usefixtures("database")
def test_without_people_the_page_still_stands(visitor: Client) -> None:
    assert "A parent in Havant" in page_of(visitor.get("/demo/"))


@pytest.mark.usefixtures("empty_database")
def test_a_real_installation_has_no_such_page(visitor: Client) -> None:
    assert visitor.get("/demo/").status_code == 404


@pytest.mark.usefixtures("database")
def test_the_officer_who_is_signed_in_goes_straight_to_the_office(visitor: Client) -> None:
    sign_in(visitor, a_worker("Priya Nair", "partnership-officer", "hampshire-county-council"))
    text = page_of(visitor.get("/demo/"))
    assert "You are signed in as Priya Nair" in text
    assert '<a href="/office/">Priya Nair</a>' in text
