"""The family tree must fit any area's bodies, and each body with a page must be a link."""

from collections.abc import Iterator
from typing import Any

import pytest

from trust.foundation.design.charts import Body, Chair, Drawing, Family, Kind, family_tree
from trust.foundation.design.charts.marks import Box, Line, Linked, Mark, Words

BOARD = Body("Children’s Trust Board", Kind.APEX, "required by law", "/board/")


def drawn(*bodies: Body, chairs: tuple[Chair, ...] = ()) -> Drawing:
    return family_tree(Family((BOARD, *bodies), chairs), title="Bodies", description="as a list beneath")


def inside(marks: tuple[Mark, ...]) -> Iterator[Mark]:
    for mark in marks:
        yield from mark.marks if isinstance(mark, Linked) else (mark,)


def words(drawing: Drawing) -> list[str]:
    return [mark.text for mark in inside(drawing.marks) if isinstance(mark, Words)]


def local(place: str, **more: Any) -> Body:
    return Body(f"{place} partnership", Kind.LOCAL, address=f"/{place}/", place=place, **more)


def test_a_tree_without_a_top_is_refused() -> None:
    with pytest.raises(ValueError, match="at its top"):
        family_tree(Family((local("Hart"),)), title="", description="")


def test_every_body_with_a_page_is_a_link_that_says_its_name() -> None:
    drawing = drawn(
        local("Hart"), Body("Data group", Kind.GROUP, address="/data/"), Body("Police", Kind.LINKED)
    )
    links = {mark.label: mark.address for mark in drawing.marks if isinstance(mark, Linked)}
    assert links == {
        "Children’s Trust Board": "/board/",
        "Hart partnership": "/Hart/",
        "Data group": "/data/",
    }


def test_a_link_is_dotted_and_an_answer_is_solid() -> None:
    drawing = drawn(local("Hart", solid=False), local("Havant"))
    down = {
        mark.spots[0][0]: mark.dash
        for mark in drawing.marks
        if isinstance(mark, Line) and mark.spots[0][1] > 400
    }
    assert "1 6" in down.values()
    assert "" in down.values()


def test_a_body_that_no_source_names_is_dashed_and_no_link() -> None:
    drawing = drawn(local("Hart"), Body("not found", Kind.LOCAL, place="Winchester", sure=False))
    assert any(isinstance(mark, Line) and mark.dash == "8 6" for mark in drawing.marks)
    assert "not found" in words(drawing)


@pytest.mark.parametrize("count", [1, 2, 5, 11, 20])
def test_any_number_of_places_fits_the_paper(count: int) -> None:
    drawing = drawn(*(local(f"Place {n}") for n in range(count)), chairs=(Chair("A"), Chair("B")))
    across = [x for mark in inside(drawing.marks) if isinstance(mark, Line) for x, _ in mark.spots]
    assert min(across) >= 0
    assert max(across) <= drawing.width


def test_a_long_name_gets_a_higher_box_and_pushes_what_is_below() -> None:
    long = "A very long steering group name that needs several lines"
    short, tall = (
        drawn(local("Hart"), Body(name, Kind.STEERING, place="Hart")).height for name in ("Steering", long)
    )
    assert tall > short


def test_the_top_box_holds_all_the_words_of_its_name() -> None:
    apex = Body("Children and Young People’s Partnership Standing Conference", Kind.APEX, "since 2006")
    drawing = family_tree(Family((apex,)), title="", description="")
    box = next(mark for mark in drawing.marks if isinstance(mark, Box))
    held = [mark.y for mark in drawing.marks if isinstance(mark, Words) and mark.size == 20]
    assert box.y + 12 <= min(held)
    assert max(held) <= box.y + box.height - 6
