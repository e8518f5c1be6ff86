"""The way about: each page says in which part of the site it is, and a public one looks public to all."""

import pytest
from django.test import Client

from trust.config.context import OFFICE_NAV, PARTS, way_about
from trust.vision.plan.tests.people import signed_in

KEY = "ff6f9570-5c60-5e88-9db9-7f17d6b576a6"
OFFICE = [(label, name) for label, name, _ in OFFICE_NAV]
OF_A_CHAIR = {"public", "office.open", "local.write"}
CHAIR = [(label, name) for label, name, needs in OFFICE_NAV if needs in OF_A_CHAIR]
BACK = '<li><a href="/office/">The office</a></li>'


@pytest.mark.parametrize(
    ("name", "path", "says"),
    [
        ("plan:current", "/plan/", "page"),
        ("plan:current", "/plans/", "true"),
        ("plan:current", f"/promise/{KEY}/", "true"),
        ("plan:current", "/outcomes/", ""),
        ("plan:draft", f"/office/priority/{KEY}/action/", "true"),
        ("plan:office", f"/office/action/{KEY}/report/", "true"),
        ("plan:office", "/office/plan/", ""),
        ("board:check", "/who/board-check/", "page"),
    ],
)
def test_a_link_knows_whether_we_are_there(name: str, path: str, says: str) -> None:
    assert way_about([("A page", name)], path, "")[0].current == says


@pytest.mark.parametrize(
    ("doors", "view", "here"),
    [
        (OFFICE, "plan:local-rows", "Local plans"),
        (OFFICE, "plan:life", "The plan"),
        (CHAIR, "plan:local-rows", "Local plans"),
        (CHAIR, "plan:life", "Local plans"),
    ],
)
def test_one_link_says_that_we_are_there(doors: list[tuple[str, str]], view: str, here: str) -> None:
    found = way_about(doors, f"/office/plans/{KEY}/rows/", view)
    assert [one.label for one in found if one.current] == [here]


def test_no_page_is_in_two_parts_at_once() -> None:
    """But for the pages of a local plan, which are told by their names."""
    starts = [start for part in PARTS.values() for start in part]
    assert {start for start in starts if starts.count(start) > 1} == {"/office/plans/"}
    assert not [(a, b) for a in starts for b in starts if a != b and a.startswith(b)]


@pytest.mark.parametrize("address", ["/", "/plan/", "/outcomes/", "/who/board-check/"])
def test_a_public_page_looks_public_to_whoever_is_signed_in(town: str, visitor: Client, address: str) -> None:
    own, anyone = head_of(signed_in("Priya Nair"), address), head_of(visitor, address)
    assert own.replace(BACK, "") == anyone
    assert own.count(BACK) == 1


def test_a_page_of_the_office_leads_to_what_the_public_reads(town: str) -> None:
    page = signed_in("Priya Nair").get("/office/").content.decode()
    assert '<a class="ct-name" href="/office/">' in page
    assert '<a href="/">What the public reads</a>' in page
    assert BACK not in page


def head_of(client: Client, address: str) -> str:
    page: str = client.get(address).content.decode()
    return page.partition('<header class="ct-top')[2].partition("</header>")[0]
