import csv
from datetime import date
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.actor import SYSTEM
from trust.vision.outcomes import queries
from trust.vision.outcomes.loaders import load_figures
from trust.vision.outcomes.makers import a_folder, a_row
from trust.vision.outcomes.tests.test_loading import NOW

pytestmark = pytest.mark.usefixtures("database")


def as_of(visitor: Client, day: str) -> Client:
    visitor.cookies["day"] = day
    return visitor


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_the_list_shows_the_latest_known_with_its_interval_and_what_became_of_it(visitor: Client) -> None:
    page = visitor.get("/outcomes/").text
    assert "How children are doing in Hampshire" in page
    assert "Girls under 18 who became pregnant" in page
    assert "31.0 to 35.6" in page
    assert "No clear change since 2003" in page


def test_the_list_is_under_the_five_outcomes_and_can_be_narrowed(visitor: Client) -> None:
    whole, healthy = visitor.get("/outcomes/").text, visitor.get("/outcomes/?outcome=be-healthy").text
    assert 'id="positive-contribution">' in whole
    assert 'id="positive-contribution">' not in healthy
    assert 'id="be-healthy">' in healthy


def test_words_are_searched_in_titles_and_numbers(visitor: Client) -> None:
    assert "Girls under 18" in visitor.get("/outcomes/?words=ni+112").text
    nothing = visitor.get("/outcomes/?words=unicorns").text
    assert "We hold no measure that has the words “unicorns”" in nothing


def test_a_page_as_of_a_day_shows_nothing_published_later(visitor: Client) -> None:
    page = as_of(visitor, "2006-03-20").get("/outcomes/ni-112/").text
    assert "29.8 per 1,000 in 2004" in page
    assert ">2004<" in page
    assert ">2005<" not in page


def test_where_nothing_was_known_the_page_says_so(visitor: Client) -> None:
    page = as_of(visitor, "2006-03-20").get("/outcomes/ni-114/").text
    assert "As of 20\xa0March\xa02006 we knew nothing of this for Hampshire" in page
    assert '<svg class="wide"' not in page


def test_an_indicator_stands_beside_england_and_its_districts(visitor: Client) -> None:
    page = visitor.get("/outcomes/ni-112/").text
    assert "Better than England" in page
    assert "From 20.3 in Hart to 53.7 in Gosport" in page
    assert "not clearly different" in page
    assert "as revised since" in page


def test_an_indicator_of_a_district(visitor: Client) -> None:
    page = visitor.get("/outcomes/ni-112/?area=E07000088").text
    assert "In Gosport it was 53.7 per 1,000 in 2008" in page


@pytest.mark.parametrize(
    "address", ["/outcomes/ni-999/", "/outcomes/ni-112/?area=E07000999", "/outcomes/?area=x"]
)
def test_what_is_not_there_is_not_found(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404


def test_figures_can_be_taken_away(visitor: Client) -> None:
    rows = table(visitor.get("/outcomes/ni-112/figures.csv?area=E10000014").text)
    assert [row["period"] for row in rows][-1] == "2008"
    assert (rows[-1]["numerator"], rows[-1]["place"]) == ("819", "Hampshire")
    assert rows[-1]["licence"].startswith("OGL")
    everything = table(visitor.get("/outcomes/figures.csv").text)
    assert {"ni-112", "ni-56"} <= {row["indicator"] for row in everything}


def test_a_download_holds_nothing_published_later(visitor: Client) -> None:
    release = next(one for one in queries.releases() if one.file == "conceptions.csv")
    rows = table(as_of(visitor, "2006-03-20").get(f"/open-data/{release.id}/figures.csv").text)
    assert max(date.fromisoformat(row["published_on"]) for row in rows) <= date(2006, 3, 20)


def test_a_text_that_would_run_as_a_formula_is_quoted(visitor: Client, tmp_path: Path) -> None:
    folder = a_folder(tmp_path, reading=[a_row("E10000014", published_note="=1+1")])
    load_figures(folder, by=SYSTEM, at=NOW)
    [row] = table(visitor.get("/outcomes/reading/figures.csv?area=E10000014").text)
    assert row["published_note"] == "'=1+1"


def test_the_chart_can_be_taken_away_as_a_drawing(visitor: Client) -> None:
    answer = visitor.get("/outcomes/ni-112/chart.svg")
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    assert as_of(visitor, "2006-03-20").get("/outcomes/ni-114/chart.svg").status_code == 404


def test_every_release_is_listed_with_its_licence_and_hash(visitor: Client) -> None:
    page = visitor.get("/open-data/").text
    for release in queries.releases():
        assert release.file in page
        assert release.rows_sha256 in page


def test_rows_that_wait_are_shown_with_their_sentence(visitor: Client, tmp_path: Path) -> None:
    load_figures(a_folder(tmp_path, reading=[a_row("E10000014", value="?")]), by=SYSTEM, at=NOW)
    assert "reading.csv, line 2, value" in visitor.get("/open-data/").text


def test_a_release_that_is_not_there_is_not_found(visitor: Client) -> None:
    assert visitor.get(f"/open-data/{uuid4()}/figures.csv").status_code == 404


def test_the_method_explains_every_kind_of_absence(visitor: Client) -> None:
    page = visitor.get("/outcomes/method/").text
    for words in (
        "Withheld so that nobody can be recognised",
        "Not available",
        "Does not apply",
        "Rounds to nought",
    ):
        assert words in page
