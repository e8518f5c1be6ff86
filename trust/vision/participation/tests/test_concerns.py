"""What may tell of a child in danger: the duty officer reads it, and nobody else learns that it exists."""

import re
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import ProgrammingError, connections, transaction
from django.test import Client

from trust.foundation.audit.models import Event
from trust.foundation.kernel.actor import PUBLIC, SYSTEM, Actor
from trust.foundation.kernel.refusals import NotFound, Refused
from trust.foundation.kernel.time import LONDON
from trust.foundation.letters.models import Letter
from trust.foundation.letters.words import Kind
from trust.foundation.people.makers import a_worker, sign_in
from trust.vision.participation import actions, queries
from trust.vision.participation.models import Concern
from trust.vision.participation.rules.concerns import may_tell_of_harm
from trust.vision.participation.words import Showing

pytestmark = pytest.mark.usefixtures("database")
AT = datetime(2010, 6, 8, 10, tzinfo=LONDON)
BY: dict[str, Any] = {"by": Actor("Priya Nair", uuid4(), duties=frozenset({"plan.write"})), "at": AT}
TELLS = "My step-dad hits me when I am late. He told me not to tell."
PLAN = uuid4()


def told(text: str, **other: Any) -> queries.CommentCard:
    return actions.tell_us(token=uuid4(), text=text, given_on=date(2010, 6, 8), by=PUBLIC, at=AT, **other)


def marked() -> queries.CommentCard:
    card = told("It is not right what goes on next door.")
    actions.mark_concern(comment=card.id, why="A child alone", **BY)
    return card


def page_of(answer: Any) -> str:
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


@pytest.fixture
def harriet() -> Client:
    client = Client()
    sign_in(client, a_worker("Harriet Lowe", "safeguarding-duty-officer", "hampshire-county-council"))
    return client


def the_concern() -> UUID:
    return Concern.objects.get().pk


@pytest.mark.parametrize(
    "text",
    [
        "He HITS  ME", "I want to die", "scared of my dad", "I self-harm", TELLS,
        "My dad hits my brother every night", "he beats my mum", "She keeps hitting him", "Dad hits us",
        "Daddy kicks me", "My foster carer slaps me", "I get punched by mum", "he burns him with cigarettes",
        "She smacks her toddler on the head", "I don’t feel safe at home", "comes into my room at night",
        "They are forcing me to marry", "older boys make me carry drugs", "I've been self-harming",
    ],
)  # fmt: skip
def test_some_words_are_signs(text: str) -> None:
    assert may_tell_of_harm(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bus hit memory lane", "Grapes", "We want change", "Shut at six", "Cuts hurt everybody here",
        "I feel safe at home and not in the park", "A car hit the fence", "Somebody locked my bike in",
    ],
)  # fmt: skip
def test_most_words_are_not(text: str) -> None:
    assert not may_tell_of_harm(text)


def test_the_writer_is_shown_at_once_who_can_help(visitor: Client) -> None:
    text = page_of(visitor.post("/tell-us/", {"token": str(uuid4()), "text": TELLS}, follow=True))
    assert "You may have told us that a child is being hurt" in text
    assert re.search(r"\w{3}-\w{3}-\w{3}", text)


def test_the_form_has_the_numbers_of_the_area(visitor: Client) -> None:
    assert "01632 960101" in page_of(visitor.get("/tell-us/"))


def test_the_writers_reference_answers_as_for_any_comment_that_waits(visitor: Client) -> None:
    held, waits = told(TELLS), told("Buses.")
    pages = []
    for card in (held, waits):
        page = page_of(visitor.post("/tell-us/answer/", {"reference": card.reference}))
        pages.append(re.sub(r'value="[^"]*"', "", page))
    assert pages[0] == pages[1]
    assert "hits me" not in pages[0]


def test_a_reference_costs_as_many_queries_whatever_it_finds(database: str) -> None:
    held, waits = told(TELLS), told("Buses.")

    def cost(reference: str) -> int:
        with transaction.atomic():
            connection = connections["default"] if "default" in connections else connections["open"]
            connection.force_debug_cursor = True
            before = len(connection.queries)
            queries.answer_of(reference)
            spent = len(connection.queries) - before
            connection.force_debug_cursor = False
        return spent

    assert cost(held.reference) == cost(waits.reference)


@pytest.mark.parametrize("held", [lambda: told(TELLS), marked])
def test_no_list_search_count_or_table_of_the_office_has_it(priya: Client, held: Any) -> None:
    told("Buses.")
    lists = ["/office/comments/", "/office/comments/?find=room", "/office/comments/?find=hits"]
    lists += [
        "/office/comments/?waiting=on",
        "/office/comments/?page=2",
        "/office/comments/?format=csv",
        "/office/",
    ]
    blank = {address: masked(priya.get(address)) for address in lists}
    card = held()
    assert {address: masked(priya.get(address)) for address in lists} == blank
    assert masked(priya.get(f"/office/comments/?find={card.reference}")) == masked(
        priya.get("/office/comments/?find=ABC-DEF-GHJ")
    ).replace("ABC-DEF-GHJ", card.reference)
    assert queries.comments().found == 1
    assert len(queries.open_comments()) == 1


def masked(answer: Any) -> str:
    """A page without what differs at each asking, such as its form's token."""
    return re.sub(r'(nonce|value)="[^"]*"', "", page_of(answer))


def test_a_page_full_and_one_held_is_still_one_page(priya: Client) -> None:
    for number in range(queries.A_PAGE):
        told(f"Comment {number}.")
    marked()
    assert "Page 1 of" not in page_of(priya.get("/office/comments/"))


@pytest.mark.parametrize("page", ["", "show/", "concern/"])
def test_it_is_not_there_for_anyone_else(priya: Client, page: str) -> None:
    assert priya.get(f"/office/comments/{told(TELLS).id}/{page}").status_code == 404


def test_nobody_else_opens_the_duty_officers_pages(priya: Client) -> None:
    told(TELLS)
    for address in (
        "/office/concerns/",
        f"/office/concerns/{the_concern()}/",
        f"/office/concerns/{uuid4()}/",
    ):
        assert priya.get(address).status_code == 403
    assert "Concerns" not in page_of(priya.get("/office/"))


def test_it_is_neither_answered_nor_published_nor_marked_again(database: str) -> None:
    card = told(TELLS)
    for deed, facts in (
        (actions.answer_comment, {"text": "Thank you.", "answered_on": date(2010, 6, 8)}),
        (actions.show_comment, {"choice": Showing.PUBLISHED}),
        (actions.mark_concern, {}),
    ):
        with pytest.raises(NotFound):
            deed(comment=card.id, **facts, **BY)


def test_one_that_was_published_leaves_the_page_when_it_is_marked(database: str) -> None:
    card = told("Buses.", about=PLAN)
    actions.answer_comment(comment=card.id, text="We asked.", answered_on=date(2010, 6, 8), **BY)
    actions.show_comment(comment=card.id, choice=Showing.PUBLISHED, **BY)
    assert [one.text for one in queries.published_comments([PLAN], date(2010, 6, 8))] == ["Buses."]
    actions.mark_concern(comment=card.id, **BY)
    assert queries.published_comments([PLAN], date(2010, 6, 8)) == []
    found = queries.answer_of(card.reference)
    assert found is not None
    assert found.answer is None


def test_the_web_role_can_neither_unset_it_nor_delete_it(database: str) -> None:
    told(TELLS)
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Concern.objects.all().delete()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Concern.objects.update(turn=2)


def test_the_duty_officer_reads_it_tells_and_each_opening_is_on_record(harriet: Client) -> None:
    told(TELLS)
    listed = page_of(harriet.get("/office/concerns/"))
    assert "Nobody yet" in listed
    assert "hits me" not in listed
    address = f"/office/concerns/{the_concern()}/"
    assert "hits me" in page_of(harriet.get(address))
    form = {"token": str(uuid4()), "whom": "Referral team, by telephone", "note": "They visit today."}
    for _ in range(2):
        assert harriet.post(address, form).status_code == 302
    assert page_of(harriet.get(address)).count("They visit today.") == 1
    assert "Somebody was told of each" in page_of(harriet.get("/office/concerns/?untold=on"))
    opened = Event.objects.using("owner").filter(verb="participation.concern.opened")
    assert opened.count() == 4


def test_one_that_was_no_concern_is_given_back_and_may_be_marked_again(harriet: Client) -> None:
    card = told("Sexual abuse of power in the Shakespeare play.")
    address = f"/office/concerns/{the_concern()}/return/"
    assert "Say why no child" in page_of(harriet.post(address, {"why": ""}))
    assert harriet.post(address, {"why": "A play."}).status_code == 302
    assert queries.comment(card.id).text.startswith("Sexual")
    with pytest.raises(Refused, match="just given it back"):
        actions.return_concern(concern=the_concern(), why="A play.", **BY)
    actions.mark_concern(comment=card.id, why="Look again", **BY)
    assert queries.comments().found == 0


def test_a_worker_passes_one_on(priya: Client) -> None:
    card = told("It is not right what goes on next door.")
    address = f"/office/comments/{card.id}/concern/"
    assert "Say in one line" in page_of(priya.post(address, {"why": ""}))
    assert priya.post(address, {"why": "A child alone"})["Location"] == "/office/comments/"
    assert priya.get(f"/office/comments/{card.id}/").status_code == 404


def test_before_any_the_duty_officer_is_told_so(harriet: Client) -> None:
    assert "No comment is held" in page_of(harriet.get("/office/concerns/"))
    assert harriet.get(f"/office/concerns/{uuid4()}/").status_code == 404


def test_what_is_published_has_an_answer_and_what_is_not_has_a_reason(priya: Client) -> None:
    card = told("Buses.", about=PLAN)
    address = f"/office/comments/{card.id}/show/"
    assert "Answer it first" in page_of(priya.post(address, {"choice": "published"}))
    assert "Say why it is not published" in page_of(priya.post(address, {"choice": "not published"}))
    priya.post(address, {"choice": "not published", "reason": "It names a bus driver."})
    priya.post(f"/office/comments/{card.id}/", {"text": "We asked."})
    read = page_of(Client().post("/tell-us/answer/", {"reference": card.reference}))
    assert "It names a bus driver." in read
    assert priya.post(address, {"choice": "published"}).status_code == 302
    assert len(queries.published_comments([PLAN], date(2010, 6, 8))) == 1


def test_whoever_is_on_duty_is_written_to_once_and_told_nothing_of_it(harriet: Client, priya: Client) -> None:
    told(TELLS)
    assert [actions.tell_duty_officers(by=SYSTEM, at=AT) for _ in range(2)] == [1, 0]
    letter = Letter.objects.get(kind=Kind.QUIET)
    assert letter.to_address == "harriet.lowe@hampshire.example"
    assert "step-dad" not in letter.text + letter.subject
    assert "child in danger" not in page_of(priya.get("/office/letters/"))
    assert "child in danger" not in page_of(priya.get("/office/letters/?format=csv"))


def test_nobody_is_written_to_of_what_was_passed_on() -> None:
    a_worker("Harriet Lowe", "safeguarding-duty-officer", "hampshire-county-council")
    told(TELLS)
    actions.tell_of_concern(token=uuid4(), concern=the_concern(), whom="Police, by telephone", **BY)
    assert actions.tell_duty_officers(by=SYSTEM, at=AT) == 0
