import pytest
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.postcodes import prefixes, tidy_postcode
from trust.foundation.kernel.refusals import Refused


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("PO9 1AA", "PO9 1AA"),
        (" po91aa ", "PO9 1AA"),
        ("Po9  1aA", "PO9 1AA"),
        ("SO23 8UJ", "SO23 8UJ"),
        ("so238uj", "SO23 8UJ"),
        ("w1a 1aa", "W1A 1AA"),
        ("po9", "PO9"),
        ("PO9 1", "PO9 1"),
        ("SO23", "SO23"),
    ],
)
def test_a_postcode_is_understood_however_it_is_typed(typed: str, meant: str) -> None:
    assert tidy_postcode(typed) == meant


@pytest.mark.parametrize(
    "typed", ["hello", "12345", "PO9 1A", "PO9 1AAA", "P", "PO9; drop", "ＰＯ９ １ＡＡ", "٩٩"]
)
def test_nonsense_is_refused_with_what_a_postcode_looks_like(typed: str) -> None:
    with pytest.raises(Refused, match=r"is not a postcode. A postcode looks like PO9 1AA\.$"):
        tidy_postcode(typed)


def test_nothing_typed_asks_for_a_postcode() -> None:
    with pytest.raises(Refused, match="Enter a postcode"):
        tidy_postcode("   ")


def test_a_long_text_is_not_thrown_back_whole() -> None:
    with pytest.raises(Refused) as refusal:
        tidy_postcode("x" * 5000)
    assert len(str(refusal.value)) < 100


@given(st.text(max_size=30))
def test_any_text_is_tidied_or_refused_and_nothing_else(text: str) -> None:
    try:
        tidied = tidy_postcode(text)
    except Refused:
        return
    assert tidy_postcode(tidied) == tidied


def test_the_longest_beginning_comes_first() -> None:
    assert prefixes("SO23 8UJ") == ("SO23 8UJ", "SO23 8", "SO23")
    assert prefixes("SO23 8") == ("SO23 8", "SO23")
    assert prefixes("SO23") == ("SO23",)
