import re
from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.actor import PUBLIC
from trust.vision.participation import actions, queries
from trust.vision.participation.queries import Subject

pytestmark = pytest.mark.usefixtures("database")


def page_of(answer: object) -> str:
    return " ".join(getattr(answer, "content", b"").decode().split())


def test_the_safeguarding_numbers_come_before_the_form(visitor: Client) -> None:
    text = page_of(visitor.get("/tell-us/"))
    assert text.index("call 999") < text.index("0800 1111") < text.index("<textarea")


def test_the_form_asks_for_no_name_and_no_address(visitor: Client) -> None:
    text = page_of(visitor.get("/tell-us/"))
    names = set(re.findall(r'<(?:input|textarea|select)[^>]* name="([^"]+)"', text.partition("<main")[2]))
    assert names == {"csrfmiddlewaretoken", "token", "about", "text"}


def test_a_parent_tells_us_and_gets_a_reference_to_read_the_answer_by(visitor: Client) -> None:
    kept = visitor.post("/tell-us/", {"token": str(uuid4()), "text": "Two buses."}, follow=True)
    reference = queries.open_comments()[0].reference
    assert reference in page_of(kept)
    assert "We have not answered yet" in page_of(visitor.post("/tell-us/answer/", {"reference": reference}))


def test_the_reference_is_in_no_address(visitor: Client) -> None:
    kept = visitor.post("/tell-us/", {"token": str(uuid4()), "text": "Two buses."})
    assert queries.open_comments()[0].reference not in kept["Location"]


def test_the_form_sent_twice_keeps_one_comment_and_shows_one_reference(visitor: Client) -> None:
    form = {"token": str(uuid4()), "text": "Two buses."}
    once, twice = visitor.post("/tell-us/", form), visitor.post("/tell-us/", form)
    assert once["Location"] == twice["Location"]
    assert queries.comments().found == 1


def test_the_reference_is_gone_from_the_page_later(visitor: Client) -> None:
    old = actions.tell_us(
        token=uuid4(), text="Old.", given_on=date(2010, 5, 1), by=PUBLIC, at=datetime(2010, 5, 1, tzinfo=UTC)
    )
    text = page_of(visitor.get(f"/tell-us/kept/{old.id}/"))
    assert old.reference not in text
    assert "in case somebody else uses this computer" in text


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "Write what you want to tell us."),
        ("a" * 5_001, "Shorten it to 5000 characters. You wrote 5001."),
    ],
)
def test_what_cannot_be_kept_is_refused_in_a_sentence_and_stays_typed(
    visitor: Client, text: str, sentence: str
) -> None:
    answer = page_of(visitor.post("/tell-us/", {"token": str(uuid4()), "text": text}))
    assert answer.count(sentence) >= 2, "once in the summary and once at the question"
    assert text in answer
    assert queries.comments().found == 0


def test_a_refused_form_keeps_its_token_and_its_subject(visitor: Client) -> None:
    token = str(uuid4())
    about = queries.where_to_tell_us(Subject(uuid4(), "Fewer pupils are sent home")).partition("about=")[2]
    text = page_of(
        visitor.post("/tell-us/", {"token": token, "text": "", "about": about.replace("%3A", ":")})
    )
    assert token in text
    assert "Fewer pupils are sent home" in text


def test_nobody_can_put_words_on_our_page(visitor: Client) -> None:
    assert "Buy now" not in page_of(visitor.get("/tell-us/?about=Buy now&title=Buy now"))


def test_a_comment_is_about_what_the_signed_address_says(visitor: Client) -> None:
    address = queries.where_to_tell_us(Subject(uuid4(), "Fewer pupils are sent home", "Havant"))
    text = page_of(visitor.get(address))
    about = re.search(r'name="about" value="([^"]+)"', text)
    assert about
    visitor.post("/tell-us/", {"token": str(uuid4()), "text": "Yes.", "about": about.group(1)})
    kept = queries.open_comments()[0]
    assert (kept.about_title, kept.district) == ("Fewer pupils are sent home", "Havant")


def test_an_unknown_reference_is_told_and_stays_typed(visitor: Client) -> None:
    text = page_of(visitor.post("/tell-us/answer/", {"reference": "K7P-3XW-92M"}))
    assert "We have no comment with that reference" in text
    assert 'value="K7P-3XW-92M"' in text


def test_what_was_said_is_shown_as_text_and_never_run(visitor: Client) -> None:
    visitor.post("/tell-us/", {"token": str(uuid4()), "text": "<script>alert(1)</script>"})
    reference = queries.open_comments()[0].reference
    assert "<script>alert" not in page_of(visitor.post("/tell-us/answer/", {"reference": reference}))


@pytest.mark.parametrize("address", ["/office/comments/", f"/office/comments/{UUID(int=1)}/"])
def test_the_office_pages_ask_who_you_are(visitor: Client, address: str) -> None:
    assert visitor.get(address)["Location"].startswith("/sign-in/?next=")


def a_comment(text: str = "Two buses.") -> queries.CommentCard:
    return actions.tell_us(
        token=uuid4(), text=text, given_on=date(2010, 6, 8), by=PUBLIC, at=datetime(2010, 6, 8, tzinfo=UTC)
    )


def test_before_anyone_has_written_the_office_is_told_where_comments_come_from(priya: Client) -> None:
    assert "Nobody has told us anything yet" in page_of(priya.get("/office/comments/"))


def test_an_officer_finds_a_comment_answers_it_and_the_writer_reads_the_answer(priya: Client) -> None:
    card = a_comment()
    assert f"/office/comments/{card.id}/" in page_of(priya.get("/office/comments/?find=buses&waiting=on"))
    answer = priya.post(f"/office/comments/{card.id}/", {"text": "We asked the bus company."})
    assert answer["Location"] == "/office/comments/"
    read = page_of(Client().post("/tell-us/answer/", {"reference": card.reference}))
    assert "We asked the bus company." in read
    assert "Priya Nair" in read


def test_the_second_answer_is_refused_and_its_words_stay(priya: Client) -> None:
    card = a_comment()
    priya.post(f"/office/comments/{card.id}/", {"text": "The first."})
    text = page_of(priya.post(f"/office/comments/{card.id}/", {"text": "The second, with care."}))
    assert "Priya Nair has already answered this comment" in text
    assert "The second, with care." in text


def test_a_search_that_finds_nothing_says_so(priya: Client) -> None:
    a_comment()
    assert "No comment fits this search" in page_of(priya.get("/office/comments/?find=helicopter"))


@pytest.mark.parametrize("page", ["0", "-1", "99", "x", ""])
def test_a_page_that_is_not_there_is_the_nearest_one(priya: Client, page: str) -> None:
    a_comment()
    assert "Two buses." in page_of(priya.get(f"/office/comments/?page={page}"))


def test_a_comment_that_is_not_there_is_not_found(priya: Client) -> None:
    assert priya.get(f"/office/comments/{uuid4()}/").status_code == 404
