"""The way about: each page says in which part of the site it is."""

import pytest

from trust.config.context import PARTS, link

KEY = "ff6f9570-5c60-5e88-9db9-7f17d6b576a6"


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
    assert link("A page", name, path).current == says


def test_no_page_is_in_two_parts_at_once() -> None:
    starts = [start for part in PARTS.values() for start in part]
    assert not [(a, b) for a in starts for b in starts if a != b and a.startswith(b)]
