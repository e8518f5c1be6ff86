"""The plan on paper: made from its snapshot, tagged for everyone, kept under the hash of what it says."""

import shutil
import threading
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from pypdf import PdfReader

from trust.vision.plan import queries
from trust.vision.plan.formats.press import key_of, printed
from trust.vision.plan.formats.printing import plan_pdf
from trust.vision.plan.views import paper


def read(client: Client, address: str) -> PdfReader:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return PdfReader(BytesIO(answer.content))


def tags(element: Any) -> Iterator[Any]:
    """Every element of the structure tree, in reading order."""
    found = element.get_object()
    if isinstance(found, list):
        for child in found:
            yield from tags(child)
    elif hasattr(found, "get"):
        if "/S" in found:
            yield found
        if "/K" in found:
            yield from tags(found["/K"])


def in_order(names: list[str]) -> bool:
    """Whether no heading goes down by more than one level at once."""
    levels = [int(name[2:]) for name in names]
    return levels[0] == 1 and all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False))


def test_the_pdf_is_tagged_titled_and_in_british_english(live: queries.Published, visitor: Client) -> None:
    document = read(visitor, f"/plans/{live.id}/version/{live.number}.pdf")
    root: Any = document.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("en-GB", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert document.metadata
    assert document.metadata.title == live.plan.title
    found = [element["/S"] for element in tags(root["/StructTreeRoot"])]
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/L", "/Figure", "/TOC"} <= set(found)
    assert in_order([name for name in found if name[:2] == "/H" and name[2:].isdigit()])
    assert found.count("/H1") == 1


def test_every_drawing_says_what_it_shows(live: queries.Published, visitor: Client) -> None:
    root: Any = read(visitor, f"/plans/{live.id}/version/{live.number}.pdf").trailer["/Root"]
    said = [one["/Alt"] for one in tags(root["/StructTreeRoot"]) if one["/S"] == "/Figure" and "/Alt" in one]
    assert any("The path goes from" in alt for alt in said)


def test_the_paper_holds_the_whole_plan_and_how_it_stood(live: queries.Published, visitor: Client) -> None:
    document = read(visitor, f"/plans/{live.id}/version/{live.number}.pdf")
    text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    for priority in live.plan.priorities:
        assert priority.title in text
    assert "Late since 30 April 2010" in text
    assert "to 5.5 by 2010/11. On the way: 6.7 in 2007/08, 6.4 in 2008/09 and 6 in 2009/10." in text
    assert live.sha256 in document.pages[-1].extract_text()
    assert f"/plans/{live.id}/version/{live.number}/" in "".join(document.pages[-1].extract_text().split())


def test_an_earlier_version_says_so_on_paper(live: queries.Published, visitor: Client) -> None:
    text = read(visitor, f"/plans/{live.id}/version/1.pdf").pages[0].extract_text()
    assert "This is an earlier version. Version 2 took its place." in text


def test_a_paper_as_of_a_day_knows_nothing_later(live: queries.Published, visitor: Client) -> None:
    visitor.cookies["day"] = "2006-03-20"
    document = read(visitor, f"/plans/{live.id}/version/1.pdf")
    text = " ".join(" ".join(page.extract_text() for page in document.pages).split())
    assert "Late since" not in text
    assert "As it stood on 20 March 2006" in text


def test_a_version_that_is_not_there_has_no_paper(live: queries.Published, visitor: Client) -> None:
    assert visitor.get(f"/plans/{live.id}/version/99.pdf").status_code == 404


def words(title: str = "A plan") -> dict[str, Any]:
    texts = (
        "trust",
        "kind",
        "first",
        "last",
        "published",
        "day",
        "counts",
        "why",
        "notice",
        "because",
        "sha256",
    )
    lists = ("priorities", "statements", "alignments", "groups", "without", "rows", "counted")
    here = {"title": title, "number": 1, "made_on": 0, "vision": None, "data": "d", "address": "a"}
    return {**dict.fromkeys(texts, ""), **{name: [] for name in lists}, **here}


def test_words_of_typst_stay_words_and_the_same_words_make_the_same_bytes() -> None:
    made = plan_pdf(words("#panic(1) *bold* $x$"))
    assert made == plan_pdf(words("#panic(1) *bold* $x$"))
    assert "#panic(1) *bold* $x$" in PdfReader(BytesIO(made)).pages[0].extract_text()


def test_a_paper_is_made_once(tmp_path: Path) -> None:
    asked: list[str] = []

    def by(given: dict[str, Any]) -> bytes:
        asked.append(given["title"])
        return b"%PDF-"

    for _ in range(2):
        assert printed(tmp_path, words(), by=by, wait=5) == b"%PDF-"
    assert asked == ["A plan"]
    # Whoever made it may let go of its claim a moment after.
    assert [file.name for file in tmp_path.glob("*.pdf")] == [f"{key_of(words())}.pdf"]


def test_nobody_waits_longer_than_they_said(tmp_path: Path) -> None:
    go = threading.Event()

    def by(given: dict[str, Any]) -> bytes:
        go.wait(5)
        return b"%PDF-"

    assert printed(tmp_path, words(), by=by, wait=0) is None
    assert printed(tmp_path, words(), by=by, wait=0) is None
    go.set()
    assert printed(tmp_path, words(), by=by, wait=5) == b"%PDF-"


def test_what_could_not_be_printed_can_be_tried_again(tmp_path: Path) -> None:
    def broken(given: dict[str, Any]) -> bytes:
        raise ValueError("No ink")

    with pytest.raises(ValueError, match="No ink"):
        printed(tmp_path, words(), by=broken, wait=5)
    assert printed(tmp_path, words(), by=lambda given: b"%PDF-", wait=5) == b"%PDF-"


def test_a_long_paper_shows_that_it_is_being_made(
    live: queries.Published, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "PATIENCE_SECONDS", 0)
    shutil.rmtree(settings.STATE / "papers", ignore_errors=True)
    address = f"/plans/{live.id}/version/1.pdf"
    first = visitor.get(address)
    assert (first.status_code, first["Refresh"]) == (202, "2;url=?look=1")
    assert "The PDF is being made" in first.text
    assert visitor.get(f"{address}?look=30").status_code in {200, 503}
