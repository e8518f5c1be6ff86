"""What the source documents ask of the public pages: open to all, with what each partner put in."""

from datetime import date

import pytest
from django.test import Client

from trust.public import queries
from trust.vision.plan.queries import published

pytestmark = pytest.mark.usefixtures("town")

JUNE = date(2010, 6, 8)


def first_promise() -> str:
    found = published(JUNE)
    assert found
    return str(found.plan.priorities[0].id)


@pytest.mark.parametrize(
    "address",
    ["/", "/plan/", "/plans/", "/who/", "/who/board-check/", "/who/partners/", "/decisions/",
     "/outcomes/", "/needs/", "/your-area/", "/tell-us/"],
)  # fmt: skip
def test_the_public_pages_need_no_sign_in(visitor: Client, address: str) -> None:
    answer = visitor.get(address)
    assert (answer.status_code, "<h1" in answer.text) == (200, True)


def test_what_health_puts_in_is_a_line_of_its_own_with_how_it_is_held(visitor: Client) -> None:
    page = " ".join(visitor.get(f"/promise/{first_promise()}/").text.split())
    table = page.split("What each partner pledged</caption>")[1].split("</table>")[0]
    health = table.split('<th scope="row">Hampshire Primary Care Trust</th>')[1].split("</tr>")[0]
    assert "£60,000" in health
    assert "aligned" in health
    assert "agreed by Head of children’s commissioning" in health


def test_the_gap_stands_beside_the_level_of_both_sides(visitor: Client) -> None:
    found = published(JUNE)
    assert found
    story = queries.thread(found.plan.priorities[0].id, on=JUNE).needs[0].story
    assert story
    assert story.last
    page = visitor.get(f"/promise/{first_promise()}/").text
    need = page.split('id="need"')[1].split('id="said"')[0]
    assert story.sentence in need
    newest = need.split(f'<th scope="row">{story.last.period}</th>')[1].split("</tr>")[0]
    for value in (story.last.group.value, story.last.others.value, story.last.gap and story.last.gap.value):
        assert value is not None
        assert f"{value:.1f}" in newest
