import csv
from io import StringIO

import pytest
from django.test import Client

pytestmark = pytest.mark.usefixtures("database")
GOSPORT, HAVANT, COUNTY = "E07000088", "E07000090", "E10000014"
BOYS = "/outcomes/good-level-of-development/gap/?group=male&others=female&since=2012/13&as_of=2020-01-01"


def test_without_a_choice_the_worst_district_stands_against_the_rest(visitor: Client) -> None:
    page = visitor.get("/outcomes/ni-112/gap/").text
    assert "The gap between Gosport and the rest of Hampshire has not clearly changed since 1998." in page
    assert "because it does worst now" in page
    assert "In 2008 Gosport did worse by 21.8 per 1,000 (between 10.4 and 35.1)" in page
    assert "Gosport had 1.68 times the figure of the rest of Hampshire (between 1.34 and 2.12)." in page


def test_several_places_can_be_one_side_from_a_later_year(visitor: Client) -> None:
    page = visitor.get(f"/outcomes/ni-112/gap/?group={GOSPORT}&group={HAVANT}&since=2004").text
    assert "The gap between Gosport and Havant and the rest of Hampshire" in page
    assert "since 2004" in page
    assert '<th scope="row">2003</th>' not in page


def test_boys_against_girls_tells_who_moved(visitor: Client) -> None:
    """Hampshire: girls 67.3 to 83.1 in seven years, boys 50.9 to 71.2."""
    page = visitor.get(BOYS).text
    assert "The gap between boys and girls has narrowed since 2012/13." in page
    assert "Both got better." in page
    assert "Boys improved faster than girls." in page
    assert "In 2018/19 boys did worse by 11.9 percentage points" in page


def test_all_the_others_are_all_children_less_the_group(visitor: Client) -> None:
    page = visitor.get(BOYS.replace("others=female", "others=rest")).text
    assert "boys and all other children has narrowed" in page
    assert "In 2018/19 boys did worse by 11.9 percentage points" in page


def test_against_all_children_only_when_asked_and_with_a_warning(visitor: Client) -> None:
    page = visitor.get(BOYS.replace("others=female", "others=everyone")).text
    assert "All children includes boys, so the gap shown is smaller than the true one" in page
    assert "5.8, no interval" in page
    assert "narrowed since" not in page
    against_county = visitor.get(f"/outcomes/ni-112/gap/?group={GOSPORT}&others={COUNTY}").text
    assert "Hampshire includes Gosport, so the gap shown is smaller" in against_county


def test_free_school_meals_come_first_where_they_are_published(visitor: Client) -> None:
    page = visitor.get("/outcomes/good-level-of-development/gap/?as_of=2020-01-01").text
    assert "children eligible for free school meals and children not eligible for free school meals" in page
    assert "no interval" in page
    assert "published without counts or limits" in page


def test_what_was_not_known_by_the_day_cannot_be_calculated(visitor: Client) -> None:
    page = visitor.get(BOYS.replace("2020-01-01", "2010-06-08")).text
    assert "The gap cannot be calculated" in page
    assert "2012/13</th>" not in page


@pytest.mark.parametrize(
    "asked", ["group=E99999999", f"group={GOSPORT}&others=girls", "group=nobody", "area=x"]
)
def test_what_cannot_be_set_against_each_other_is_not_found(visitor: Client, asked: str) -> None:
    assert visitor.get(f"/outcomes/ni-112/gap/?{asked}").status_code == 404


def test_the_gap_can_be_taken_away(visitor: Client) -> None:
    answer = visitor.get(f"/outcomes/ni-112/gap/figures.csv?group={GOSPORT}")
    rows = list(csv.DictReader(StringIO(answer.text)))
    assert (rows[-1]["period"], rows[-1]["group_count"], rows[-1]["others"]) == (
        "2008",
        "80",
        "the rest of Hampshire",
    )
    assert float(rows[-1]["gap"]) == pytest.approx(21.81, abs=0.01)
    drawing = visitor.get("/outcomes/ni-112/gap/chart.svg")
    assert drawing.text.startswith("<svg xmlns")
    assert visitor.get(f"{BOYS.replace('/?', '/chart.svg?').replace('2020', '2010')}").status_code == 404
