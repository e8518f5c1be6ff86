"""Maps by every kind of place: each figure on an outline of its own boundaries; every count is invented."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from trust.foundation.directory import queries as directory
from trust.foundation.directory.words import PlaceKind

CODE, RANK = "deprivation-2019-children-in-low-income", "deprivation-2019-imd-rank"
MAP = f"/outcomes/{CODE}/map/"
HEAD = (
    "lsoa11cd,Local Authority District code (2019),IMD Rank,Dependent Children aged 0-15: mid 2015,"
    "income_deprivation_affecting_children_index_idaci_numerator\n"
)


def feature(column: str, code: str, n: int) -> dict[str, Any]:
    west, south = -1.5 + n % 40 / 40, 50.7 + n // 40 / 40
    east, north = west + 0.02, south + 0.02
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    geometry = {"type": "Polygon", "coordinates": [ring]}
    return {"properties": {column: code, f"{column[:-2]}NM": code}, "geometry": geometry}


def outlined(folder: Path, column: str, codes: list[str]) -> None:
    file = folder / f"{column}.geojson"
    features = [feature(column, code, n) for n, code in enumerate(sorted(codes))]
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    call_command("load_outlines", str(file), stdout=StringIO())


@pytest.fixture
def county(database: str, tmp_path: Path, visitor: Client) -> Client:
    """Every small area of 2011 has 200 children, and more poor ones the more deprived it is."""
    codes = sorted(area.code for area in directory.small_areas("2011"))
    lines = [f"{code},E07000084,{n + 1},200,{5 * (12 - n // 75)}" for n, code in enumerate(codes)]
    file = tmp_path / "iod2019_small.csv"
    file.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    call_command("load_figures", str(file), verbosity=0)
    visitor.cookies["day"] = "today"
    return visitor


@pytest.fixture
def drawn(county: Client, tmp_path: Path) -> Client:
    outlined(tmp_path, "LSOA11CD", [area.code for area in directory.small_areas("2011")])
    return county


def page_of(visitor: Client, query: str, path: str = MAP) -> str:
    answer = visitor.get(f"{path}?{query}")
    assert answer.status_code == 200
    return answer.text


def tracts(page: str) -> list[str]:
    return re.findall(r'<g class="place" tabindex="0" role="img"><title>([^<]+)</title>', page)


def test_small_areas_are_drawn_once_and_each_can_be_reached_and_named(drawn: Client) -> None:
    page = page_of(drawn, "by=lsoa")
    assert len(tracts(page)) == 832
    assert tracts(page)[0].endswith(": 30.0% (24.1 to 36.7). Worse than Hampshire.")
    assert 'href="#places">Go past the map to the table' in page
    assert len(page) < 400_000


def test_the_table_beside_is_paged_sorted_and_searched(drawn: Client) -> None:
    page = page_of(drawn, "by=lsoa")
    assert "Page 1 of 17" in page
    assert "832 places." in page
    found = page_of(drawn, "by=lsoa&words=popley")
    assert "7 of 832 places fit “popley”" in found
    assert len(tracts(found)) == 832
    assert "lowest first" in page_of(drawn, "by=lsoa&sort=figure")
    assert "No place fits" in page_of(drawn, "by=lsoa&words=nowhere")


def test_one_district_can_be_seen_closer(drawn: Client) -> None:
    gosport = page_of(drawn, "by=lsoa&within=E07000088")
    assert len(tracts(gosport)) == len([a for a in directory.small_areas("2011") if "E07000088" in a.within])
    assert drawn.get(f"{MAP}?by=lsoa&within=E07000999").status_code == 404


def test_how_sure_each_figure_is_can_be_shown_instead(drawn: Client) -> None:
    assert "Darker is a wider interval" in page_of(drawn, "by=lsoa&show=interval")
    assert "We are least sure of" in page_of(drawn, "by=lsoa&show=interval")
    assert "places clearly differ from Hampshire" in page_of(drawn, "by=lsoa&show=significance")
    none = page_of(drawn, "by=lsoa&show=significance&beside=E92000001")
    assert "we hold no figure of England for the same time" in none


def test_without_outlines_of_its_boundaries_a_figure_is_not_drawn_on_others(
    county: Client, tmp_path: Path
) -> None:
    outlined(tmp_path, "LSOA21CD", [area.code for area in directory.small_areas("2021")])
    page = page_of(county, "by=lsoa")
    assert "published for the boundaries of 2011, and are drawn on those of 2021" in page
    assert len(tracts(page)) == len(directory.small_areas("2021"))
    assert ", an estimate." in page
    rank = page_of(county, "by=lsoa", f"/outcomes/{RANK}/map/")
    assert "We hold no outlines of the small areas of 2011" in rank
    assert "A rank orders the areas of one set of boundaries" in rank
    assert not tracts(rank)
    assert "<table" in rank


def test_boundaries_that_we_hold_no_outlines_of_are_not_found(drawn: Client) -> None:
    assert drawn.get(f"{MAP}?by=lsoa&vintage=2001").status_code == 404
    assert drawn.get(f"{MAP}?by=lsoa&vintage=2011").status_code == 200


def test_middle_sized_areas_and_districts_are_added_up_from_small_ones(drawn: Client) -> None:
    assert len(tracts(page_of(drawn, "by=msoa"))) > 160
    assert "Gosport: " in page_of(drawn, "by=district")
    refused = page_of(drawn, "by=msoa", f"/outcomes/{RANK}/map/")
    assert "A rank orders the areas of one set of boundaries" in refused


def test_wards_are_drawn_on_the_boundaries_that_have_outlines(county: Client, tmp_path: Path) -> None:
    wards = directory.wholes(PlaceKind.WARD, vintage="2021", on=directory.calendar().today)
    outlined(tmp_path, "WD25CD", [ward.code for ward in wards])
    page = page_of(county, "by=ward")
    assert "Each counts whole in the ward that most of it lies in" in page
    assert "drawn on those of 2021" in page
    assert len(tracts(page)) == len(wards)


def test_a_locality_has_the_outline_of_its_parts_as_one(county: Client) -> None:
    page = page_of(county, "by=locality&as_of=2024-01-01")
    assert "Localities may overlap" in page
    assert "CVC Local Children’s Partnership: " in page
    assert "Which areas it has is invented for the demonstration." in page
    assert ">Alton Buckle<" in page


@pytest.mark.usefixtures("database")
def test_a_locality_that_is_a_district_has_the_districts_figure(visitor: Client) -> None:
    page = page_of(visitor, "by=locality", "/outcomes/ni-112/map/")
    assert "Gosport Local Children’s Partnership: 53.7 per 1,000 (42.6 to 66.9)" in page
    assert "CVC Local Children’s Partnership: not published" in page


@pytest.mark.usefixtures("database")
def test_authorities_and_the_places_most_like_ours_are_drawn_with_ours_marked(visitor: Client) -> None:
    visitor.cookies["day"] = "today"
    england = page_of(visitor, "by=authority", "/outcomes/ni-112/map/")
    assert len(tracts(england)) == 153
    assert "authorities have a figure" in england
    assert england.count('stroke-width="2.5"') == 1
    alike = page_of(visitor, "by=neighbour", "/outcomes/ni-112/map/")
    assert "The places most like Hampshire, as told by" in alike
    assert "Hampshire: " in alike
    assert "Contains OS data © Crown copyright" in alike


@pytest.mark.usefixtures("database")
def test_a_set_of_neighbours_that_nobody_had_published_is_told(visitor: Client) -> None:
    page = page_of(visitor, "by=neighbour&as_of=2005-01-01", "/outcomes/ni-112/map/")
    assert "Nobody had said by then which places are most like this one." in page


def test_a_map_of_small_areas_can_be_taken_away(drawn: Client) -> None:
    rows = list(csv.DictReader(StringIO(drawn.get(f"{MAP}figures.csv?by=lsoa").text)))
    assert len(rows) == 832
    assert (rows[0]["boundaries"], rows[0]["count"], rows[0]["finding"]) == ("2011", "60", "worse")
    svg = drawn.get(f"{MAP}chart.svg?by=lsoa").text
    assert len(svg) < 400_000
    assert 'tabindex="0"' in svg
    assert drawn.get(f"{MAP}chart.png?by=lsoa").content[:4] == b"\x89PNG"
    assert drawn.get(f"{MAP}figures.xlsx?by=lsoa").status_code == 200
