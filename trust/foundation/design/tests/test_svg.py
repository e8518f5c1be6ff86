"""What templates make of a drawing: well-formed SVG, and said to those who cannot see it."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string

from trust.foundation.design.charts import Drawing, card_line, marks
from trust.foundation.design.examples import charts
from trust.foundation.design.templatetags.drawings import shape

SVG = {
    "stroke-width",
    "fill",
    "stroke",
    "points",
    "x",
    "y",
    "cx",
    "cy",
    "r",
    "rx",
    "width",
    "height",
    "d",
    "href",
}
TEXT = {"font-size", "font-weight", "text-anchor", "text-decoration", "paint-order"}
MORE = {"stroke-linejoin", "stroke-linecap", "stroke-dasharray", "fill-opacity", "fill-rule"}


def drawings() -> Iterator[tuple[str, Drawing]]:
    for name, chart in charts().items():
        for size in ("wide", "narrow"):
            if hasattr(chart, size):
                yield f"{name} {size}", getattr(chart, size)
        if isinstance(chart, Drawing):
            yield name, chart


def walked(drawing: Drawing) -> bool:
    """Whether the keyboard walks through its marks, so that it is not one sentence."""
    return any(isinstance(mark, marks.Place) for mark in drawing.marks)


DRAWINGS = [(name, drawing) for name, drawing in drawings() if not walked(drawing)]
WALKED = [(name, drawing) for name, drawing in drawings() if walked(drawing)]


def svg(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(render_to_string("design/charts/drawing.html", {"drawing": drawing}))


@pytest.mark.parametrize(("name", "drawing"), DRAWINGS)
def test_every_drawing_is_well_formed_and_of_presentation_attributes_only(
    name: str, drawing: Drawing
) -> None:
    root = svg(drawing)
    held = {root, root[0]}
    assert {
        attribute for part in root.iter() if part not in held for attribute in part.attrib
    } <= SVG | TEXT | MORE


@pytest.mark.parametrize(("name", "drawing"), DRAWINGS)
def test_every_mark_is_drawn(name: str, drawing: Drawing) -> None:
    inner = [mark for one in drawing.marks if isinstance(one, marks.Linked) for mark in one.marks]
    (drawn,) = svg(drawing)
    assert len(list(drawn.iter())) == 1 + len(drawing.marks) + len(inner)


@pytest.mark.parametrize(("name", "drawing"), DRAWINGS)
def test_every_drawing_is_named_and_described(name: str, drawing: Drawing) -> None:
    root = svg(drawing)
    assert root.attrib["role"] == "img"
    assert drawing.title in root.attrib["aria-label"]
    assert drawing.description in root.attrib["aria-label"]


@pytest.mark.parametrize(("name", "drawing"), DRAWINGS)
def test_a_drawing_is_read_as_one_sentence_and_not_mark_by_mark(name: str, drawing: Drawing) -> None:
    (drawn,) = svg(drawing)
    assert drawn.attrib == {"aria-hidden": "true"}


@pytest.mark.parametrize(("name", "drawing"), WALKED)
def test_in_a_drawing_to_walk_through_every_place_is_named_and_all_else_is_passed_over(
    name: str, drawing: Drawing
) -> None:
    held = {"drawing": drawing, "role": "group"}
    root = ElementTree.fromstring(render_to_string("design/charts/drawing.html", held))
    silent, *places = list(root)
    assert silent.attrib == {"aria-hidden": "true"}
    assert [place.attrib["aria-label"] for place in places] == [
        mark.label for mark in drawing.marks if isinstance(mark, marks.Place)
    ]
    assert all("tabindex" in place.attrib or "href" in place.attrib for place in places)


def test_without_a_style_sheet_one_drawing_of_two_is_shown_and_no_tree() -> None:
    line = render_to_string("design/charts/line.html", {"chart": charts()["gap"]})
    assert [part.count('display="none"') for part in line.split("</svg>")] == [1, 0, 0]
    tree = render_to_string("design/charts/tree.html", {"drawing": charts()["tree"]})
    assert tree.count('display="none"') == 1


def test_words_of_any_kind_come_out_as_they_went_in() -> None:
    drawing = card_line([], title='“A” & <b>"B"</b>', description="5 < 6")
    assert svg(drawing).attrib["aria-label"] == '“A” & <b>"B"</b>. 5 < 6'


def test_a_mark_written_by_hand_is_escaped_like_any_other() -> None:
    drawn = shape(marks.Line(((0, 0), (1, 1)), '"><script>'))
    assert 'stroke="&quot;&gt;&lt;script&gt;"' in drawn
    assert 'stroke-dasharray="none"' in drawn
