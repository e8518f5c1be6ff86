import re
from dataclasses import replace
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.test import Client

from trust.public import queries
from trust.vision.plan.queries import published

JUNE = date(2010, 6, 8)
HAVANT = "E07000090"

pytestmark = pytest.mark.usefixtures("town")


def page_of(answer: object) -> str:
    return " ".join(getattr(answer, "content", b"").decode().split())


def seen(visitor: Client, address: str, *, day: str = "") -> str:
    if day:
        visitor.cookies["day"] = day
    answer = visitor.get(address)
    assert answer.status_code == 200, address
    return page_of(answer)


def address_of(words: str, day: date = JUNE) -> str:
    found = published(day)
    assert found
    return f"/promise/{next(p.id for p in found.plan.priorities if words in p.title)}/"


# The front page


def test_the_front_page_promises_and_shows_three_figures(visitor: Client) -> None:
    text = seen(visitor, "/")
    assert "We promise to make Hampshire" in text
    assert text.count('class="fig"') == 3


def test_the_first_figure_leads_to_the_promise_that_is_about_it(visitor: Client) -> None:
    assert f'href="{address_of("pregnant")}"' in seen(visitor, "/")


def test_the_front_page_gives_the_numbers_that_work_anywhere(visitor: Client) -> None:
    text = seen(visitor, "/")
    assert all(number in text for number in ("999", "101", "0800 1111", "0808 800 5000"))


def test_before_the_first_plan_the_front_page_says_that_there_is_none(visitor: Client) -> None:
    text = seen(visitor, "/", day="2006-03-20")
    assert "No plan had been published by 20 March 2006" in text
    assert "We promise to make" not in text


def test_as_of_2006_a_figure_of_2004_is_the_newest_that_can_be_seen(visitor: Client) -> None:
    text = seen(visitor, "/", day="2006-03-20")
    assert "2004" in text
    assert "2005" not in text.partition("<main")[2]


def test_after_the_plan_has_ended_the_front_page_says_so_and_keeps_it(visitor: Client) -> None:
    text = seen(visitor, "/", day="today")
    assert "The last one ended on 31 March 2012" in text
    assert 'href="/plan/"' in text


def test_figures_older_than_five_years_are_not_called_what_is_happening() -> None:
    latest = [happening.latest for happening in queries.happenings(date(2026, 11, 22), plan=None)]
    assert latest
    assert all(figure.order >= 2026 * 12 + 11 - 60 for figure in latest)


@pytest.mark.parametrize("day", [date(2006, 3, 20), JUNE, date(2012, 3, 1), date(2026, 11, 22)])
def test_no_figure_on_the_front_page_was_published_after_the_day(day: date) -> None:
    shown = [figure for happening in queries.happenings(day, plan=None) for figure in happening.figures]
    assert all(figure.known_on <= day for figure in shown)


def test_the_front_page_tells_the_board_s_own_decisions_and_the_meeting_announced(visitor: Client) -> None:
    text = seen(visitor, "/")
    assert "The Board asked three councils to say in writing who speaks for them" in text
    assert "Local chairs told us" not in text
    assert "Next meeting: 10 June 2010" in text


def test_nobody_in_2006_knew_of_a_meeting_in_2010(visitor: Client) -> None:
    assert "No meeting has been announced" in seen(visitor, "/", day="2006-03-20")


# The golden thread


def test_the_thread_has_every_step_with_an_address(visitor: Client) -> None:
    text = seen(visitor, address_of("pregnant"))
    assert re.findall(r'<li class="step[^"]*" id="([a-z]+)"', text) == [
        "need", "said", "aim", "do", "in", "changed", "next",
    ]  # fmt: skip


def test_the_thread_says_whose_promise_it_is_and_of_which_plan(visitor: Client) -> None:
    text = seen(visitor, address_of("pregnant"))
    assert "Priority 1 of the Children and Young People’s Plan 2009 to 2012" in text


def test_the_need_is_told_by_the_gap_and_by_no_more_than_the_test_allows(visitor: Client) -> None:
    need = queries.thread(_key(address_of("pregnant")), on=JUNE).needs[0]
    assert need.story
    assert need.story.last
    assert need.story.last.period == "2008"
    assert need.story.sentence in seen(visitor, address_of("pregnant")).replace("&#x27;", "'")


def test_every_chart_has_its_table_its_source_and_its_download(visitor: Client) -> None:
    text = seen(visitor, address_of("pregnant"))
    figures = re.findall(r"<figure.*?</figure>", text)
    assert figures
    for figure in figures:
        assert "Source:" in figure
        assert "figures.csv" in figure
        assert "<caption>" in figure


def test_what_is_invented_is_tagged(visitor: Client) -> None:
    assert seen(visitor, address_of("pregnant")).count("invented</span>") > 5


def test_a_need_without_another_side_says_that_its_gap_cannot_be_calculated(visitor: Client) -> None:
    assert "The gap cannot be calculated" in seen(visitor, address_of("sent home"))


def test_the_money_is_added_and_each_pledge_says_who_agreed(visitor: Client) -> None:
    text = seen(visitor, address_of("pregnant"))
    assert "£240,000" in text
    assert "£170,000 has been paid" in text
    assert "agreed by Head of leisure" in text


def test_an_earlier_day_knows_nothing_that_was_said_later() -> None:
    key = _key(address_of("pregnant"))
    then, now = (queries.thread(key, on=day) for day in (date(2009, 6, 1), JUNE))
    assert (then.published.number, now.published.number) == (1, 2)
    assert all(promise.said_on is None for promise in then.promises)
    assert any(promise.said_on for promise in now.promises)


@pytest.mark.parametrize("day", ["2012-03-01", "today"])
def test_the_thread_can_be_read_on_later_days(visitor: Client, day: str) -> None:
    assert "Fewer young women" in seen(visitor, address_of("pregnant"), day=day)


def test_after_its_end_the_page_says_that_the_plan_has_ended(visitor: Client) -> None:
    assert "This plan ended on 31 March 2012" in seen(visitor, address_of("pregnant"), day="today")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("pregnant", "Hampshire: not reached. It was 24.3 per 1,000 in 2010, and the aim was 18."),
        ("overweight", "Hampshire: not reached. It was 15.5% in 2010/11, and the aim was 15."),
        ("sent home", "It was 6.87 in 2006/07, and the aim is 5.5 in 2010/11."),
        ("sent home", "Whether it has changed cannot be tested."),
    ],
)
def test_in_short_a_parent_reads_whether_what_was_aimed_at_was_reached(
    visitor: Client, words: str, told: str
) -> None:
    text = re.sub("<[^>]*>", "", seen(visitor, address_of(words), day="2012-03-01"))
    assert told in text.split("In short")[1].split("The need")[0]


def test_money_that_nobody_spoke_of_is_not_called_unpaid(visitor: Client) -> None:
    text = seen(visitor, address_of("sent home"))
    assert "Nobody has said yet what was paid." in text
    assert "£24,000 promised, paid not told" in text


def test_a_promise_that_is_not_there_or_not_yet_published_is_not_found(visitor: Client) -> None:
    address = address_of("pregnant")
    visitor.cookies["day"] = "2006-03-20"
    assert visitor.get(address).status_code == 404
    assert visitor.get(f"/promise/{uuid4()}/").status_code == 404


def test_the_figures_can_be_downloaded(visitor: Client) -> None:
    answer = visitor.get(f"{address_of('pregnant')}figures.csv")
    assert answer["Content-Type"].startswith("text/csv")
    assert page_of(answer).startswith("step,what,indicator")


def _key(address: str) -> UUID:
    return UUID(address.split("/")[2])


# Your area


def test_a_postcode_leads_to_its_district_and_is_in_no_address(visitor: Client) -> None:
    answer = visitor.post("/your-area/", {"postcode": "po9 1aa"})
    assert answer["Location"] == f"/your-area/{HAVANT}/"


def test_a_parent_sees_what_was_promised_whether_it_happened_and_who_decides(visitor: Client) -> None:
    text = seen(visitor, f"/your-area/{HAVANT}/")
    assert "Your area: Havant Local Children’s Partnership" in text
    assert "A trained youth worker at every youth club in Havant" in text
    assert "names Havant" in text
    assert "Who decides" in text


def test_what_names_the_place_comes_first_and_what_names_another_not_at_all(visitor: Client) -> None:
    here = queries.your_area(HAVANT, on=JUNE)
    ours = [one.what for row in here.promised_here for one in row.promises]
    rest = [one.what for row in here.promised_everywhere for one in row.promises]
    assert "A trained youth worker at every youth club in Havant" in ours
    assert ours
    assert rest
    assert not set(ours) & set(rest)
    owners = {one.owner for row in (*here.promised_here, *here.promised_everywhere) for one in row.promises}
    assert not owners & {"Rushmoor Borough Council", "Gosport Borough Council"}
    text = seen(visitor, f"/your-area/{HAVANT}/")
    assert text.index("In Havant<") < text.index("Everywhere in Hampshire<")
    assert f"{here.heading}" in text
    assert "Rushmoor Borough Council, by" not in text


def test_a_place_is_named_by_its_whole_name_only() -> None:
    told = next(
        one
        for row in queries.your_area(HAVANT, on=JUNE).promised_here
        for one in row.promises
        if one.what.startswith("A trained youth worker")
    )
    assert told.names("Havant")
    assert not replace(told, what="More hearts", owner="Hartley School").names("Hart")


def test_the_district_stands_beside_the_county_in_the_same_period(visitor: Client) -> None:
    rows = queries.your_area(HAVANT, on=JUNE).figures
    assert rows
    assert all(row.county is None or row.here is None or row.county.period == row.here.period for row in rows)


def test_telling_us_from_a_district_says_which(visitor: Client) -> None:
    assert "about <strong>Havant</strong>" in seen(visitor, queries.your_area(HAVANT, on=JUNE).tell_us)


@pytest.mark.parametrize(
    ("postcode", "words"),
    [
        ("PO1 2AA", "Portsmouth"),
        ("ZZ1 1ZZ", "We do not know the postcode ZZ1 1ZZ"),
        ("hello", "is not a postcode"),
        ("SO99", "Give the whole postcode, such as PO9 1AA: SO99 is only the first half."),
        ("", "Enter a postcode"),
        ("x" * 21, "too long"),
        ("<b>PO9</b>", "is not a postcode"),
    ],
)
def test_a_postcode_that_is_not_ours_is_told_in_a_sentence_and_stays_typed(
    visitor: Client, postcode: str, words: str
) -> None:
    text = page_of(visitor.post("/your-area/", {"postcode": postcode}))
    assert words in text
    assert 'href="#id_postcode"' in text
    assert not postcode or f'value="{postcode.replace("<", "&lt;").replace(">", "&gt;")}"' in text


@pytest.mark.parametrize("code", ["E06000044", "E99999999", "havant"])
def test_a_place_that_is_no_district_of_ours_is_not_found(visitor: Client, code: str) -> None:
    assert visitor.get(f"/your-area/{code}/").status_code == 404


@pytest.mark.parametrize("day", ["2006-03-20", "2012-03-01", "today"])
def test_a_district_can_be_read_on_every_day(visitor: Client, day: str) -> None:
    assert "You are in Havant" in seen(visitor, f"/your-area/{HAVANT}/", day=day)


# The rest


@pytest.mark.parametrize("address", ["/find-help/", "/accessibility/", "/who-may-see-what/"])
def test_the_pages_of_words_stand(visitor: Client, address: str) -> None:
    assert "<h1>" in seen(visitor, address)


def test_an_address_that_leads_nowhere_is_told_in_words(visitor: Client) -> None:
    answer = visitor.get("/nowhere/")
    assert answer.status_code == 404
    assert "We have nothing to show you here" in page_of(answer)
