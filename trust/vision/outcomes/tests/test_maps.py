import csv
import re
from io import StringIO

import pytest
from django.test import Client

from trust.foundation.statistics.words import Polarity
from trust.vision.outcomes.rules.map_classes import absence, bands_of, finding, steps_of, ties_told
from trust.vision.outcomes.tests.test_rules import a_figure
from trust.vision.outcomes.words import Mark

SIGNIFICANCE = "/outcomes/ni-112/map/?show=significance"


def test_each_class_holds_a_quarter_and_ties_are_never_parted() -> None:
    values = dict(zip("abcdefgh", [1.0, 2, 3, 3, 3, 6, 7, 8], strict=True))
    steps = steps_of(values)
    assert steps["c"] == steps["d"] == steps["e"] == 2
    assert [band.places for band in bands_of(values)] == [2, 3, 1, 2]
    assert "same figure" in ties_told(values)
    assert ties_told({"a": 1.0, "b": 2.0}) == ""


@pytest.mark.parametrize(
    ("values", "bands"), [({}, 0), ({"a": 1.0}, 1), ({"a": 1.0, "b": 1.0}, 1), ({"a": 1.0, "b": 2.0}, 2)]
)
def test_few_figures_make_few_classes(values: dict[str, float], bands: int) -> None:
    assert len(bands_of(values)) == bands


def test_withheld_is_not_the_same_as_no_figure() -> None:
    assert absence(a_figure(mark=Mark.WITHHELD)) == "withheld"
    assert absence(None) == absence(a_figure(mark=Mark.NOT_AVAILABLE)) == "no figure"
    assert finding(a_figure(value=3.0), a_figure(value=4.0), Polarity.LOW) == "cannot say"


@pytest.mark.usefixtures("database")
def test_the_table_and_the_map_have_the_same_places_in_the_same_order(visitor: Client) -> None:
    page = visitor.get("/outcomes/ni-112/map/").text
    reached = re.findall(r'class="place" href="[^"]*" aria-label="([^:]+):', page)
    rows = re.findall(r'<th scope="row">([^<]+)</th>', page)
    assert rows[0] == "Gosport"
    assert reached == [*rows, *rows]
    assert "Gosport: 53.7 per 1,000 (42.6 to 66.9). Worse than Hampshire." in page


@pytest.mark.usefixtures("database")
def test_whether_a_place_differs_is_told_by_letter_and_pattern(visitor: Client) -> None:
    page = visitor.get(SIGNIFICANCE).text
    assert "4 of 11 places clearly differ from Hampshire" in page
    assert ">W 53.7<" in page
    assert ">B 20.3<" in page
    assert "S: Not clearly different from Hampshire." in page
    assert "England (39.7)" in visitor.get(f"{SIGNIFICANCE}&beside=E92000001").text


@pytest.mark.usefixtures("database")
def test_a_map_on_a_day_when_nothing_was_known_says_so(visitor: Client) -> None:
    page = visitor.get("/outcomes/ni-112/map/?as_of=1999-01-01").text
    assert "we knew of no figure for any district" in page
    assert "<svg class=" not in page


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("asked", ["by=school", "show=colour", "beside=E07000088"])
def test_what_cannot_be_drawn_is_not_found(visitor: Client, asked: str) -> None:
    assert visitor.get(f"/outcomes/ni-112/map/?{asked}").status_code == 404


@pytest.mark.usefixtures("database")
def test_the_map_can_be_taken_away(visitor: Client) -> None:
    rows = list(csv.DictReader(StringIO(visitor.get("/outcomes/ni-112/map/figures.csv").text)))
    assert (rows[0]["place"], rows[0]["count"], rows[0]["finding"]) == ("Gosport", "80", "worse")
    assert 'tabindex="0"' in visitor.get("/outcomes/ni-112/map/chart.svg").text
