"""More ways to look, as anybody meets them: a sentence, pictures, a table, and figures to take away."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from django.test import Client
from openpyxl import load_workbook

from trust.foundation.kernel.tables import STARTS_A_FORMULA

pytestmark = pytest.mark.usefixtures("database")

CARE, CONCEPTIONS = "/outcomes/children-looked-after/", "/outcomes/ni-112/"
NOVEMBER = "as_of=2025-11-01"


def h1(page: str) -> str:
    found = re.search(r"<h1>(.*?)</h1>", page)
    return found[1] if found else ""


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


# Any day in the address


def test_a_day_in_the_address_overrides_the_day_of_the_bar(visitor: Client) -> None:
    visitor.cookies["day"] = "2006-03-20"
    page = visitor.get(f"{CONCEPTIONS}?as_of=2010-02-23").text
    assert "in 2007" in page
    assert "As it was known on 23\xa0February\xa02010" in page
    assert "in 2008" in visitor.get(f"{CONCEPTIONS}?as_of=2010-02-24").text


def test_every_link_of_the_page_carries_the_day_and_one_leads_back(visitor: Client) -> None:
    page = visitor.get(f"{CONCEPTIONS}?{NOVEMBER}").text
    main = page[page.index('id="main"') : page.index("</main>")]
    addresses = re.findall(r'href="(/[^"]*)"', main)
    assert len(addresses) > 10
    without = [address for address in addresses if "as_of=2025-11-01" not in address]
    assert without == [f"{CONCEPTIONS}?"]


@pytest.mark.parametrize("day", ["2025-13-01", "20251101", "2999-01-01", "soon"])
@pytest.mark.parametrize("address", [CONCEPTIONS, f"{CONCEPTIONS}figures.csv", f"{CONCEPTIONS}funnel/"])
def test_what_is_no_day_or_has_not_come_is_refused_in_a_sentence(
    visitor: Client, address: str, day: str
) -> None:
    answer = visitor.get(f"{address}?as_of={day}")
    assert answer.status_code == 400
    assert "such as 2025-11-01" in answer.text or "has not come yet" in answer.text


@pytest.mark.parametrize(
    "address", ["figures.csv", "funnel/figures.csv", "places/figures.csv", "inequality/figures.csv"]
)
def test_no_download_holds_what_was_published_later(visitor: Client, address: str) -> None:
    rows = table(visitor.get(f"{CONCEPTIONS}{address}?as_of=2006-03-20").text)
    assert rows
    assert max(row.get("known_on") or row["published_on"] for row in rows) <= "2006-03-20"


# The ways


def test_the_page_of_a_measure_names_each_way_and_folds_away_the_others_with_their_reason(
    visitor: Client,
) -> None:
    page = visitor.get(CONCEPTIONS).text
    assert "More ways to look" in page
    assert f"{CONCEPTIONS}funnel/?area=E10000014" in page
    assert "ways that do not fit this figure, and why" in page
    assert "No list of the places most like Hampshire had been published by this day." in page


def test_a_county_stands_among_the_places_most_like_it(visitor: Client) -> None:
    page = visitor.get(f"{CARE}neighbours/?{NOVEMBER}").text
    assert h1(page) == "Hampshire is higher than eight of the ten places most like it in 2023/24"
    assert "Ten of ten had figures." in page
    assert "5,320 of 1,010,718, added up place by place" in page


def test_an_older_list_of_like_places_can_be_chosen_and_one_that_was_not_known_cannot(
    visitor: Client,
) -> None:
    assert "Hertfordshire" in visitor.get(f"{CARE}neighbours/?{NOVEMBER}&set=2021-04").text
    assert "Hertfordshire" not in visitor.get(f"{CARE}neighbours/?{NOVEMBER}").text
    assert visitor.get(f"{CARE}neighbours/?as_of=2025-01-01&set=2025-05").status_code == 404


def test_places_without_intervals_are_not_ranked_and_percentages_are_not_averaged(visitor: Client) -> None:
    page = visitor.get(f"/outcomes/ks2-expected/neighbours/?{NOVEMBER}").text
    assert "we do not rank the places" in page
    assert "What they come to together cannot be worked out" in page
    assert visitor.get(f"/outcomes/ks2-expected/neighbours/latest.svg?{NOVEMBER}").status_code == 404


def test_a_place_stands_beside_its_region_and_england(visitor: Client) -> None:
    page = visitor.get(f"{CARE}england/?{NOVEMBER}").text
    assert "lower than England" in h1(page)
    assert h1(visitor.get(f"{CONCEPTIONS}england/").text) == "Hampshire is better than England"


def test_groups_stand_side_by_side_and_everyone_is_said_to_hold_them(visitor: Client) -> None:
    page = visitor.get(f"/outcomes/ks2-expected/breakdown/?{NOVEMBER}").text
    assert h1(page) == (
        "Eligible for free school meals 39.0%, not eligible for free school meals 66.0%, in 2023/24"
    )
    assert "Everyone (all groups)" in page
    assert "no group is compared with it" in page
    assert visitor.get(f"/outcomes/ks2-expected/breakdown/?{NOVEMBER}&by=moon").status_code == 404


def test_girls_and_boys_with_counts_are_tested_one_against_the_other(visitor: Client) -> None:
    page = visitor.get(
        "/outcomes/good-level-of-development/breakdown/?area=E92000001&by=sex&as_of=2020-01-01"
    )
    assert "Boys are worse than girls." in page.text


def test_every_district_over_time(visitor: Client) -> None:
    page = visitor.get(f"{CONCEPTIONS}places/").text
    assert h1(page) == "From 20.3 in Hart to 53.7 in Gosport in 2008"
    assert "One district got worse and ten did not clearly change since 2003." in page


def test_a_funnel_names_the_places_outside_it(visitor: Client) -> None:
    page = visitor.get(f"{CONCEPTIONS}funnel/").text
    assert h1(page).startswith("Gosport lies above, and Winchester and Hart lie below what chance")
    assert "Seven of eleven differ" in page


@pytest.mark.parametrize("code", ["ni-112", "reception-overweight"])
def test_a_funnel_of_rates_and_one_of_shares_draw_their_limits(visitor: Client, code: str) -> None:
    drawing = visitor.get(f"/outcomes/{code}/funnel/funnel.svg").text
    assert drawing.count("<polygon") >= 2
    assert ",nan" not in drawing


def test_a_slope_over_the_districts_with_its_interval_and_whether_it_changed(visitor: Client) -> None:
    page = visitor.get(f"{CONCEPTIONS}inequality/").text
    assert h1(page) == "The more deprived the place, the higher the figure in 2008"
    assert "a slope of -27.1 (-35.2 to -19.0)" in page
    assert "The slope has not clearly changed since 1998." in page
    assert visitor.get(f"{CONCEPTIONS}inequality/?order=ni-56").status_code == 404


def test_a_trend_over_the_years_is_said_only_past_the_test(visitor: Client) -> None:
    page = visitor.get(f"{CONCEPTIONS}trend/").text
    assert h1(page) == "It neither rose nor fell clearly in Hampshire from 1999 to 2008"
    assert "The line moves by -0.025 per 1,000 a year (-0.27 to +0.22), over 10 periods." in page
    fell = visitor.get(f"/outcomes/pupils-excluded/trend/?{NOVEMBER}").text
    assert h1(fell) == "Better: it fell in Hampshire from 2006/07 to 2011/12, though not steadily"
    assert "By 0.24 percentage points a year (0.22 to 0.26)" in fell


def test_a_trend_is_of_as_many_periods_as_are_asked_for(visitor: Client) -> None:
    assert "over 5 periods" in visitor.get(f"{CONCEPTIONS}trend/?years=five").text
    assert "over 11 periods" in visitor.get(f"{CONCEPTIONS}trend/?years=all").text
    assert visitor.get(f"{CONCEPTIONS}trend/?years=some").status_code == 404
    rows = table(visitor.get(f"{CONCEPTIONS}trend/figures.csv?years=five").text)
    assert [row["period"] for row in rows] == ["2004", "2005", "2006", "2007", "2008"]
    assert [row["on_the_line"] for row in rows] == ["29.7037", "30.4438", "31.1839", "31.9241", "32.6642"]


def test_figures_without_counts_or_limits_have_no_trend(visitor: Client) -> None:
    page = visitor.get(f"/outcomes/ks2-expected/trend/?{NOVEMBER}").text
    assert "cannot be told from chance" in page


def test_a_way_that_cannot_be_gone_says_why_on_its_own_page(visitor: Client) -> None:
    answer = visitor.get(f"/outcomes/ks2-expected/funnel/?{NOVEMBER}")
    assert answer.status_code == 200
    assert "This figure cannot be looked at in this way for Hampshire." in answer.text
    assert visitor.get(f"/outcomes/ks2-expected/funnel/figures.csv?{NOVEMBER}").status_code == 404


@pytest.mark.parametrize("address", ["/outcomes/ni-999/funnel/", f"{CONCEPTIONS}sideways/"])
def test_a_way_that_is_not_there_is_not_found(visitor: Client, address: str) -> None:
    assert visitor.get(address).status_code == 404


# To take away


@pytest.mark.parametrize("address", ["figures.xlsx", "funnel/figures.xlsx", "inequality/figures.xlsx"])
def test_a_spreadsheet_has_the_figures_and_says_what_they_are(visitor: Client, address: str) -> None:
    answer = visitor.get(f"{CONCEPTIONS}{address}?{NOVEMBER}")
    book = load_workbook(BytesIO(answer.content))
    about = {row[0]: str(row[1]) for row in book["About"].iter_rows(min_row=2, values_only=True)}
    assert about["As it was known on"] == "1 November 2025"
    assert "as_of=2025-11-01" in str(about["Permanent address"])
    assert "under OGL v3" in str(about["Source and licence"])
    assert isinstance(book["Figures"]["I2"].value, int | float)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [c for c in cells if c.data_type == "f"]
    assert STARTS_A_FORMULA


@pytest.mark.parametrize(
    "address", ["chart", "trend/trend", "funnel/funnel", "inequality/slope", "places/over-time"]
)
def test_a_picture_can_be_taken_away_as_a_drawing_and_as_dots(visitor: Client, address: str) -> None:
    drawing = visitor.get(f"{CONCEPTIONS}{address}.svg")
    assert drawing["Content-Type"] == "image/svg+xml"
    assert drawing.text.startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    dots = visitor.get(f"{CONCEPTIONS}{address}.png")
    assert dots["Content-Type"] == "image/png"
    assert dots.content.startswith(b"\x89PNG")


def test_a_picture_that_is_not_there_is_not_found(visitor: Client) -> None:
    assert visitor.get(f"{CONCEPTIONS}funnel/moon.svg").status_code == 404


def test_the_list_carries_the_day_to_every_measure_and_its_download(visitor: Client) -> None:
    page = visitor.get(f"/outcomes/?{NOVEMBER}&words=children+in+care").text
    assert "As it was known on 1\xa0November\xa02025" in page
    assert f"{CARE}?area=E10000014&amp;as_of=2025-11-01" in page
    assert f"/outcomes/figures.csv?{NOVEMBER}" in page


def test_a_day_chosen_in_the_bar_takes_the_day_out_of_the_address(visitor: Client) -> None:
    there = f"{CONCEPTIONS}?area=E10000014&{NOVEMBER}"
    answer = visitor.post("/choose-day/", {"day": "2006-03-20", "next": there})
    assert answer["Location"] == f"{CONCEPTIONS}?area=E10000014"
