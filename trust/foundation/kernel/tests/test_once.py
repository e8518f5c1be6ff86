from collections.abc import Callable

import pytest

from trust.foundation.kernel.once import asked_once, remembering


@pytest.fixture
def asked() -> list[str]:
    return []


@pytest.fixture
def name_of(asked: list[str]) -> Callable[[str], str]:
    @asked_once
    def name_of(code: str) -> str:
        asked.append(code)
        return code.title()

    return name_of


def test_in_one_piece_of_work_each_question_is_asked_once(
    asked: list[str], name_of: Callable[[str], str]
) -> None:
    with remembering():
        assert [name_of("hart"), name_of("hart"), name_of("havant")] == ["Hart", "Hart", "Havant"]
    assert asked == ["hart", "havant"]


def test_the_next_piece_of_work_asks_afresh(asked: list[str], name_of: Callable[[str], str]) -> None:
    for _ in range(2):
        with remembering():
            name_of("hart")
    assert asked == ["hart", "hart"]


def test_outside_any_piece_of_work_nothing_is_remembered(
    asked: list[str], name_of: Callable[[str], str]
) -> None:
    name_of("hart")
    name_of("hart")
    assert asked == ["hart", "hart"]


def test_a_question_that_fails_is_asked_again() -> None:
    @asked_once
    def fails() -> None:
        failures.append("again")
        raise LookupError

    failures: list[str] = []
    with remembering():
        for _ in range(2):
            pytest.raises(LookupError, fails)
    assert failures == ["again", "again"]
