from datetime import UTC, datetime, timedelta

import pytest

from trust.foundation.kernel.refusals import Refused
from trust.vision.participation.rules import (
    LONGEST_COMMENT,
    check_answer,
    check_comment,
    check_voice,
    may_show_reference,
    tidy_reference,
)

NOON = datetime(2010, 6, 8, 12, tzinfo=UTC)


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_a_comment_says_something(text: str) -> None:
    with pytest.raises(Refused, match="Write what you want to tell us"):
        check_comment(text)


def test_a_comment_may_be_as_long_as_we_say_and_no_longer() -> None:
    check_comment("a" * LONGEST_COMMENT)
    with pytest.raises(Refused, match="Shorten it to 5,000 characters. You wrote 5,001"):
        check_comment("a" * (LONGEST_COMMENT + 1))


def test_an_answer_says_something_and_has_a_limit() -> None:
    check_answer("We put in two benches.")
    with pytest.raises(Refused, match="Write an answer"):
        check_answer(" ")
    with pytest.raises(Refused, match="Shorten the answer"):
        check_answer("a" * 5_001)


def test_a_quote_has_its_words_and_who_said_them() -> None:
    check_voice((("Two buses.", "young man, 17"),), 12)
    with pytest.raises(Refused, match="A quote needs"):
        check_voice((("Two buses.", ""),), 12)


def test_nobody_heard_is_not_a_number() -> None:
    check_voice((), None)
    with pytest.raises(Refused, match="leave the number out"):
        check_voice((), 0)


@pytest.mark.parametrize(("minutes", "shown"), [(0, True), (29, True), (30, False), (1_000, False)])
def test_a_reference_is_shown_for_half_an_hour(minutes: int, shown: bool) -> None:
    assert may_show_reference(NOON, now=NOON + timedelta(minutes=minutes)) is shown


@pytest.mark.parametrize("typed", ["K7P-3XW-92M", "k7p3xw92m", " k7p 3xw 92m ", "K7P–3XW–92M"])
def test_a_reference_may_be_typed_in_any_way(typed: str) -> None:
    assert tidy_reference(typed) == "K7P-3XW-92M"
