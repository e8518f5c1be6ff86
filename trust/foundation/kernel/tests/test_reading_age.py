"""A text's reading age, its long sentences and its jargon."""

import pytest

from trust.foundation.kernel.reading_age import (
    ENOUGH_WORDS,
    jargon,
    jargon_in,
    readable,
    sentences_of,
    syllables,
)

# The opening of “The Tale of Peter Rabbit” (1902), and one sentence of the statutory guidance of 2008.
EASY = (
    "Once upon a time there were four little rabbits. Their names were Flopsy, Mopsy, Cotton-tail and Peter. "
    "They lived with their mother in a sand-bank, under the root of a very big fir tree."
)
HARD = (
    "The local authority must set out in the plan what the partnership intends to do to improve outcomes for "
    "local children, young people and families and the annual review of the plan provides an update on "
    "progress against it, and each review should contain sufficient information in an accessible form."
)


@pytest.mark.parametrize(
    ("word", "beats"),
    [
        ("child", 1), ("children", 2), ("young", 1), ("people", 2), ("partner", 2), ("priority", 4),
        ("measured", 2), ("clinic", 2), ("clinics", 2), ("promises", 3), ("changed", 1), ("changes", 2),
        ("table", 2), ("needed", 2), ("helped", 1), ("make", 1), ("makes", 1), ("overweight", 3),
        ("schools", 1), ("education", 4), ("county", 2), ("council", 2), ("families", 3), ("every", 2),
        ("cotton-tail", 3), ("2010", 2), ("we’ll", 1), ("the", 1), ("be", 1), ("opened", 2), ("wanted", 2),
        ("teacher", 2), ("safe", 1), ("weighed", 1), ("places", 2), ("services", 3),
    ],
)  # fmt: skip
def test_syllables_of_the_words_that_plans_use(word: str, beats: int) -> None:
    assert syllables(word) == beats


def test_an_easy_text_and_a_hard_one_are_far_apart() -> None:
    easy, hard = readable(EASY), readable(HARD)
    assert easy.age in range(7, 11)
    assert hard.age in range(20, 40)


def test_too_few_words_say_nothing() -> None:
    assert readable("We opened two clinics.").age is None
    assert readable("Go. " * ENOUGH_WORDS).age == 5
    assert readable("").words == 0


def test_long_sentences_are_pointed_out() -> None:
    assert readable(EASY).long == ()
    assert len(readable(HARD).long) == 1


def test_a_line_is_a_sentence_and_a_decimal_is_not_two() -> None:
    assert sentences_of("One thing\n\nAnother: 5.2% of them.”") == ["One thing", "Another: 5.2% of them"]


def test_a_phrase_is_found_before_a_word_in_it() -> None:
    assert [one.word for one in jargon_in("Early intervention works.")] == ["early intervention"]


def test_capitals_are_matched_as_capitals_and_words_whole() -> None:
    assert jargon_in("She was sent to a cafe with a turkey.") == ()
    assert [one.word for one in jargon_in("The PCT, and the pct.")] == ["PCT"]


def test_a_word_is_told_once_in_the_order_of_the_text() -> None:
    assert [one.word for one in jargon_in("A robust cohort. The cohort.")] == ["robust", "cohort"]


def test_the_list_is_in_plain_words_itself() -> None:
    plain = {one.word for one in jargon()}
    assert len(plain) > 90
    assert [one.plain for one in jargon() if one.plain in plain] == []
