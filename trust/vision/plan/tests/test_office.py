"""The officer's list and the Director's page: what they say first, and how a long list stays short."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from trust.strategy.needs.makers import a_finding
from trust.vision.plan.queries import Chase, briefing, how_it_stands, narrowed, on_paper, published
from trust.vision.plan.queries.turned import Turn, turned
from trust.vision.plan.tests.known import TODAY
from trust.vision.plan.tests.people import reads, signed_in

PRIORITY = UUID("5f0c7d9e-35b8-4f3a-9a57-7a3b6d0c2f10")
A_CLINIC = Chase("Late", "a clinic", "Trust", date(2010, 5, 1), PRIORITY, None)
BUSES = Chase("Late", "Buses", "Council", date(2010, 3, 1), PRIORITY, None)
NO_VOICE = Chase("No voice is cited", "Fewer crashes", "", None, PRIORITY, None)
EVERY = [A_CLINIC, BUSES, NO_VOICE]


@pytest.fixture
def director(town: str) -> Client:
    return signed_in("Judith Amery")


def test_a_list_narrows_to_a_reason_and_a_partner() -> None:
    assert narrowed(EVERY, why="Late", who="Council") == [BUSES]
    assert narrowed(EVERY, why="Late", who="Nobody") == []


def test_a_list_sorts_both_ways_and_what_has_no_day_is_last() -> None:
    assert narrowed(EVERY, sort="since") == [BUSES, A_CLINIC, NO_VOICE]
    assert narrowed(EVERY, sort="-what") == [NO_VOICE, BUSES, A_CLINIC]


def test_an_order_nobody_offers_leaves_the_most_urgent_first() -> None:
    assert narrowed(EVERY, sort="shoe size") == EVERY


def test_ten_thousand_things_narrow_at_once() -> None:
    assert len(narrowed(EVERY * 4000, who="Council", sort="-since")) == 4000


def test_the_officer_narrows_the_list(officer: Client) -> None:
    page = reads(officer, "/office/?why=Late")
    assert "One thing of 3." in page
    assert "Sexual health advice" in page
    assert "A young people’s clinic" not in page


def test_nothing_that_fits_says_so(officer: Client) -> None:
    assert "Nothing fits all of these." in reads(
        officer, "/office/?why=Late&who=Hampshire+Primary+Care+Trust"
    )


def test_the_officer_takes_the_list_away(officer: Client) -> None:
    answer = officer.get("/office/?format=csv&sort=who")
    lines = answer.content.decode().splitlines()
    assert answer["Content-Disposition"] == 'attachment; filename="to-do-2010-06-08.csv"'
    assert lines[0] == "why,what,who,since,plan"
    assert len(lines) == 4


@pytest.mark.parametrize("page", ["0", "99", "soon"])
def test_a_page_that_is_not_there_is_the_nearest(officer: Client, page: str) -> None:
    assert "A young people’s clinic" in reads(officer, f"/office/?page={page}")


def test_nobody_is_shown_a_door_that_is_shut_to_them(director: Client) -> None:
    page = reads(director, "/office/")
    assert "Three things need chasing" in page
    assert "/report/" not in page


def test_the_director_reads_first_what_needs_a_decision(director: Client) -> None:
    page = reads(director, "/office/briefing/")
    assert "Three things need a decision" in page
    assert "Four measures: two on track, two off track." in page
    assert "What changed since 8 March 2010" in page


def test_figures_of_one_page_agree(director: Client) -> None:
    page = reads(director, "/office/briefing/")
    assert "the path needed 32.7" in page
    assert "by now 32.7" in page


def test_before_the_first_plan_the_briefing_says_so(director: Client) -> None:
    director.cookies["day"] = "2006-03-20"
    page = reads(director, "/office/briefing/")
    assert "No measure had been published." in page
    assert "No plan had been published by this day." in page


def test_what_turned_in_a_quarter(town: str) -> None:
    found = turned(how_it_stands(TODAY), since=date(2010, 3, 8))
    trained = "A trained youth worker at every youth club in Havant, by Havant Borough Council"
    assert Turn("Done", trained) in found
    assert [row.word for row in found].count("Now late") == 1


def test_a_new_figure_is_a_turn(town: str) -> None:
    found = turned(how_it_stands(TODAY), since=date(2009, 6, 1))
    assert Turn("A new figure, for 2008", "Conceptions under 18 in Hampshire") in found


def test_the_words_on_paper_are_those_on_the_page(director: Client) -> None:
    words = on_paper(briefing(TODAY))
    page = reads(director, "/office/briefing/")
    assert words["heading"] == "Three things need a decision"
    assert all(row["heading"] in page for row in words["needed"])
    assert director.get("/office/briefing.pdf").content.startswith(b"%PDF-")


def test_findings_to_link_come_a_page_at_a_time(officer: Client) -> None:
    for number in range(21):
        a_finding(statement=f"Buses stop too early in ward {number:02}")
    live = published(TODAY)
    assert live
    page = reads(officer, f"/office/priority/{live.plan.priorities[0].id}/findings/?words=buses&needs=2")
    assert "Page 2 of 2" in page
    assert 'aria-label="Pages of needs"' in page
    assert 'href="?words=buses&amp;needs=1"' in page


def test_new_words_are_told_to_be_saved(officer: Client) -> None:
    live = published(TODAY)
    assert live
    address = f"/office/priority/{live.plan.priorities[0].id}/words/"
    form = officer.get(address).context["form"]
    answer = officer.post(address, form.initial | {"next_step": "We meet in July."}, follow=True)
    assert "The new words are saved." in answer.content.decode()


def test_the_second_of_two_keeps_every_answer_that_they_ticked(officer: Client) -> None:
    live = published(TODAY)
    assert live
    address = f"/office/priority/{live.plan.priorities[0].id}/words/"
    first = officer.get(address).context["form"].initial
    officer.post(address, first | {"next_step": "We meet in July."})
    ticked = ["be-healthy", "stay-safe"]
    answer = officer.post(address, first | {"outcomes": ticked, "next_step": "We meet in May."})
    assert answer.status_code == 409
    assert answer.context["form"]["outcomes"].value() == ticked
    assert answer.context["form"]["edition"].value() == str(first["edition"] + 1)


@pytest.mark.parametrize(
    ("who", "first"),
    [
        ("Ian Colebrook", "What Hampshire Primary Care Trust promised"),
        ("Alan Prowse", "Your local plan and its return"),
        ("Harriet Lowe", "concern waits for you to tell somebody"),
    ],
)
def test_each_is_led_first_to_what_is_theirs(town: str, who: str, first: str) -> None:
    page = reads(signed_in(who), "/office/")
    assert page.index(first) < page.index('class="stack todo"')


def test_a_lead_is_led_to_report_on_its_own_promises_alone(town: str) -> None:
    page = reads(signed_in("Ian Colebrook"), "/office/")
    rows = page.split("<tbody>")[1].split("</tr>")
    assert {"/report/" in row for row in rows if "Hampshire Primary Care Trust" in row} == {True}
    assert {"/report/" in row for row in rows if "Hampshire County Council" in row} == {False}
