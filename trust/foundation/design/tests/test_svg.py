"""What templates make of a drawing: well-formed SVG, and said to those who cannot see it."""

from collections.abc import Iterator
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string

from trust.foundation.design.charts import Drawing, card_line, marks
from trust.foundation.design.examples import charts

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


DRAWINGS = list(drawings())


def svg(drawing: Drawing) -> ElementTree.Element:
    return ElementTree.fromstring(render_to_string("design/charts/drawing.html", {"drawing": drawing}))


@pytest.mark.parametrize(("name", "drawing"), DRAWINGS)
def test_every_drawing_is_well_formed_and_of_presentation_attributes_only(
    name: str, drawing: Drawing
) -> None:
    root = svg(drawing)
    assert {
        attribute for part in root.iter() if part is not root for attribute in part.attrib
    } <= SVG | TEXT | MORE


@pytest.mark.parametrize(("name", "drawing"), DRAWINGS)
def test_every_mark_is_drawn(name: str, drawing: Drawing) -> None:
    inner = [mark for one in drawing.marks if isinstance(one, marks.Linked) for mark in one.marks]
    assert len(list(svg(drawing).iter())) == 1 + len(drawing.marks) + len(inner)


@pytest.mark.parametrize(("name", "drawing"), DRAWINGS)
def test_every_drawing_is_named_and_described(name: str, drawing: Drawing) -> None:
    root = svg(drawing)
    assert root.attrib["role"] == "img"
    assert drawing.title in root.attrib["aria-label"]
    assert drawing.description in root.attrib["aria-label"]


def test_words_of_any_kind_come_out_as_they_went_in() -> None:
    drawing = card_line([], unit="%", title='“A” & <b>"B"</b>', description="5 < 6")
    assert svg(drawing).attrib["aria-label"] == '“A” & <b>"B"</b>. 5 < 6'
