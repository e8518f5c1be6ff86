"""A measure by small area as a page: its own boundaries, others, larger places; every count is invented."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from trust.foundation.directory import queries as directory
from trust.foundation.directory.words import PlaceKind
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.queries.places import (
    Held,
    carried,
    every_small_area,
    gathered,
    held_for,
    parts_between,
)

CODE, RANK = "deprivation-2019-children-in-low-income", "deprivation-2019-imd-rank"
PAGE = f"/outcomes/{CODE}/small-areas/"
LATER = date(2024, 1, 1)
HEAD = (
    "lsoa11cd,Local Authority District code (2019),IMD Rank,Dependent Children aged 0-15: mid 2015,"
    "income_deprivation_affecting_children_index_idaci_numerator\n"
)
SPLIT, KEPT = "E01022496", "E01022467"


@pytest.fixture
def county(database: str, tmp_path: Path, visitor: Client) -> Client:
    """Every small area of 2011 has 200 children, and more poor ones the more deprived it is; one is blank."""
    codes = sorted(area.code for area in directory.small_areas("2011"))
    poor = {code: 5 * (12 - n // 75) for n, code in enumerate(codes)}
    lines = [f"{code},E07000084,{n + 1},200,{poor[code]}" for n, code in enumerate(codes)]
    lines[-1] = f"{codes[-1]},E07000084,{len(codes)},200,"
    file = tmp_path / "iod2019_small.csv"
    file.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    call_command("load_figures", str(file), verbosity=0)
    visitor.cookies["day"] = "today"
    return visitor


def held() -> Held:
    return held_for(CODE, areas=every_small_area(), as_of=LATER)


def text(visitor: Client, address: str) -> str:
    answer = visitor.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def taken(visitor: Client, query: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text(visitor, f"{PAGE}places.csv?{query}"))))


def test_small_areas_are_ranked_a_hundred_at_a_time(county: Client) -> None:
    page = text(county, PAGE)
    assert "All 832 places" in page
    assert "Page 1 of 9" in page
    assert "published for the small areas of 2011" in page
    assert "From the most to the least deprived small areas" in page


def test_what_people_call_a_place_finds_it(county: Client) -> None:
    assert "7 of 832 places" in text(county, f"{PAGE}?words=popley")
    assert "No place fits" in text(county, f"{PAGE}?words=atlantis")


def test_a_district_and_a_locality_narrow_the_list(county: Client) -> None:
    gosport = taken(county, "district=E07000088")
    assert {row["district"] for row in gosport} == {"Gosport"}
    assert len(taken(county, "locality=lcp-gosport")) == len(gosport)
    assert county.get(f"{PAGE}?locality=nowhere").status_code == 404


def test_a_split_area_is_an_estimate_and_one_that_stayed_is_not(county: Client) -> None:
    rows = {row["area"]: row for row in taken(county, "vintage=2021")}
    parts = [pair for pair in directory.lookup_pairs("2011", "2021") if pair.source == SPLIT]
    assert {rows[pair.target]["mark"] for pair in parts} == {"an estimate"}
    assert sum(float(rows[pair.target]["denominator"]) for pair in parts) == 200
    assert rows[KEPT]["mark"] == "final"
    assert "here are estimates, marked so" in text(county, f"{PAGE}?vintage=2021")


def test_going_back_adds_the_parts_of_a_split_exactly(county: Client) -> None:
    pair = next(one for one in directory.lookup_pairs("2001", "2011") if one.relation == "S")
    parts = [one for one in directory.lookup_pairs("2001", "2011") if one.source == pair.source]
    [found] = carried(held(), areas=[pair.source], vintage="2001")
    assert found.figure
    assert found.figure.denominator == 200 * len(parts)
    assert not found.estimated


def test_what_was_fragmented_has_a_sentence(county: Client) -> None:
    pair = next(one for one in directory.lookup_pairs("2001", "2011") if one.relation == "X")
    [found] = carried(held(), areas=[pair.source], vintage="2001")
    assert (found.figure, "nobody can compare" in found.sentence) == (None, True)


def test_a_rank_is_not_carried_and_the_page_says_why(county: Client) -> None:
    assert "We do not show this" not in text(county, f"/outcomes/{RANK}/small-areas/")
    page = text(county, f"/outcomes/{RANK}/small-areas/?vintage=2021")
    assert "A rank orders the areas of one set of boundaries" in page


def test_a_vintage_outside_the_lookups_is_refused(county: Client) -> None:
    with pytest.raises(Refused, match="no lookup between the small areas of 1991"):
        parts_between("1991", "2011")
    assert county.get(f"{PAGE}?vintage=1991").status_code == 404


@pytest.mark.parametrize(
    ("source", "target"), [("2001", "2011"), ("2011", "2021"), ("2021", "2001"), ("2001", "2021")]
)
def test_the_shares_of_every_source_add_up_to_one(database: str, source: str, target: str) -> None:
    shares: dict[str, list[float | None]] = {}
    for part in parts_between(source, target):
        shares.setdefault(part.source, []).append(part.share)
    known = {code: [one for one in found if one is not None] for code, found in shares.items()}
    whole = [sum(found) for code, found in known.items() if len(found) == len(shares[code])]
    assert len(whole) > 800
    assert all(abs(share - 1) < 0.001 for share in whole)


@pytest.mark.parametrize(("level", "places"), [("msoa", 168), ("locality", 10), ("district", 11)])
def test_larger_places_are_sums_of_counts(county: Client, level: str, places: int) -> None:
    rows = taken(county, f"level={level}")
    assert len(rows) == places
    found = {one.whole.code: one for one in gathered(held(), level=PlaceKind(level), as_of=LATER)}
    for row in rows:
        one = found[row["area"]]
        whole = one.counted == one.members
        assert (row["denominator"] == f"{200 * one.members}") == whole or "areas have counts" in row["note"]


def test_the_county_lacks_what_one_of_its_parts_lacks(county: Client) -> None:
    [one] = gathered(held(), level=PlaceKind.COUNTY, as_of=LATER)
    assert (one.counted, one.members) == (831, 832)
    assert one.figure
    assert one.figure.value is None


def test_wards_are_best_fit_and_estimates(county: Client) -> None:
    page = text(county, f"{PAGE}?level=ward")
    assert "Each small area counts whole in the ward" in page
    assert "an estimate" in page


def test_a_locality_that_is_invented_says_so(county: Client) -> None:
    notes = {row["area"]: row["note"] for row in taken(county, "level=locality")}
    assert "invented for the demonstration" in notes["lcp-cvc"]
    assert "invented" not in notes["lcp-gosport"]


def test_before_it_was_published_there_is_nothing(county: Client) -> None:
    county.cookies["day"] = "2010-06-08"
    assert "we hold no figure of this by small area" in text(county, PAGE)
    assert "we hold no figure by small area" in text(county, "/outcomes/small-areas/")
    county.cookies["day"] = "today"
    assert "Children in families with a low income" in text(county, "/outcomes/small-areas/")


def test_an_address_that_asks_for_no_kind_of_place_is_not_found(county: Client) -> None:
    assert county.get(f"{PAGE}?level=street").status_code == 404
    assert county.get("/outcomes/no-such-measure/small-areas/").status_code == 404
