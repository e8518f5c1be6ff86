"""A map must write a figure on every place, keep words apart, and never shade what is not known."""

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.design.charts import small_map
from trust.foundation.design.charts.maps import HUES, shades
from trust.foundation.design.charts.marks import PAPER, Line, Outline, Words
from trust.foundation.design.examples import SQUARES, boundaries

SHARES = {"ashby": 24.5, "ferrybridge": 16.9, "weald": None, "saltcombe": 8.6}


def marks_of(values: dict[str, Any], collection: dict[str, Any] | None = None) -> tuple[Any, ...]:
    chart = small_map(collection or boundaries(), values, unit="%", title="Share", description="")
    return chart.wide.marks


def tiny(code: str, west: float) -> dict[str, Any]:
    ring = [[west, 51.0], [west + 0.01, 51.0], [west + 0.01, 51.01], [west, 51.01], [west, 51.0]]
    geometry = {"type": "MultiPolygon", "coordinates": [[ring]]}
    return {"properties": {"code": code, "name": code.title()}, "geometry": geometry}


def test_every_place_is_outlined_and_says_its_figure() -> None:
    marks = marks_of(SHARES)
    said = {mark.text for mark in marks if isinstance(mark, Words)}
    assert {"24.5%", "16.9%", "8.6%", "no figure"} <= said
    assert sum(isinstance(mark, Outline) for mark in marks) == len(SQUARES)


def test_a_place_without_a_figure_is_white_and_dashed() -> None:
    outlines = [mark for mark in marks_of(SHARES) if isinstance(mark, Outline)]
    assert [mark.fill for mark in outlines if mark.dash] == [PAPER]


def test_a_place_too_small_for_words_has_them_beside_it_with_a_line() -> None:
    collection = {"features": [*boundaries()["features"], tiny("spit", -1.1)]}
    marks = marks_of({**SHARES, "spit": 5.0}, collection)
    assert any(isinstance(mark, Line) for mark in marks)
    assert "Spit" in {mark.text for mark in marks if isinstance(mark, Words)}


def test_no_words_stand_on_other_words() -> None:
    features = [*boundaries()["features"], *(tiny(f"islet{n}", -1.5 + n / 50) for n in range(6))]
    marks = marks_of({**SHARES, **{f"islet{n}": n for n in range(6)}}, {"features": features})
    spots = [(mark.x, mark.y) for mark in marks if isinstance(mark, Words)]
    assert all(abs(x1 - x2) > 12 or abs(y1 - y2) > 12 for (x1, y1), (x2, y2) in combinations(spots, 2))


@given(st.dictionaries(st.text(min_size=1), st.floats(-1e6, 1e6), min_size=1))
def test_a_larger_figure_is_never_lighter(known: dict[str, float]) -> None:
    shaded = shades(known)
    order = sorted(known, key=lambda code: known[code])
    steps = [HUES.index(shaded[code]) for code in order]
    assert steps == sorted(steps)


def test_nothing_known_shades_nothing() -> None:
    assert shades({}) == {}
