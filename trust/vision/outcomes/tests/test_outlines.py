"""A boundary file is known by its columns; it is shown, kept once, superseded and never deleted."""

import json
from datetime import UTC, datetime
from hashlib import sha256
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client

from trust.foundation.kernel.actor import SYSTEM
from trust.vision.outcomes.formats.figures import Unreadable
from trust.vision.outcomes.formats.outlines import read_boundaries
from trust.vision.outcomes.loaders import boundaries, load_figures
from trust.vision.outcomes.models import Outlines
from trust.vision.outcomes.queries.outlines import atlas
from trust.vision.outcomes.words import Geography

HART, GOSPORT, ELSEWHERE = "E07000089", "E07000088", "E07000999"


def square(west: float, south: float = 51.0, size: float = 0.1) -> list[list[float]]:
    east, north = west + size, south + size
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(properties: dict[str, Any], west: float = -1.0, **geometry: Any) -> dict[str, Any]:
    drawn = {"type": "Polygon", "coordinates": [square(west)], **geometry}
    return {"type": "Feature", "properties": properties, "geometry": drawn}


def a_file(*features: dict[str, Any], **head: str) -> str:
    return json.dumps({"type": "FeatureCollection", **head, "features": features})


def of_districts(year: str = "24", *, west: float = -1.0, codes: tuple[str, ...] = (HART, GOSPORT)) -> str:
    named = [{f"LAD{year}CD": code, f"LAD{year}NM": f"Place {n}"} for n, code in enumerate(codes)]
    return a_file(*(feature(about, west + n / 10) for n, about in enumerate(named)))


@pytest.mark.parametrize(
    ("column", "geography", "vintage"),
    [
        ("LSOA11CD", Geography.LSOA, "2011"),
        ("LSOA01CD", Geography.LSOA, "2001"),
        ("msoa21cd", Geography.MSOA, "2021"),
        ("WD24CD", Geography.WARD, "2024"),
        ("LAD24CD", Geography.DISTRICT, "2024"),
        ("CTYUA23CD", Geography.AUTHORITY, "2023"),
    ],
)
def test_a_file_is_known_by_the_name_of_its_codes(column: str, geography: Geography, vintage: str) -> None:
    found = read_boundaries(a_file(feature({"FID": 1, column: "E1", "LAD21NM": "x"})).encode())
    assert (found.geography, found.vintage) == (geography, vintage)
    assert (found.licence, found.outlines[0].code) == ("OGL v3", "E1")
    assert "Contains OS data © Crown copyright" in found.attribution


def test_the_codes_of_larger_places_beside_its_own_do_not_mislead() -> None:
    about = {"LAD22CD": "E07000088", "LSOA21CD": "E01000001", "LSOA21NM": "Gosport 001A"}
    found = read_boundaries(a_file(feature(about)).encode())
    assert (found.geography, found.outlines[0].name) == (Geography.LSOA, "Gosport 001A")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "It is not GeoJSON"),
        ('{"features": 3}', "It is not GeoJSON"),
        (a_file(feature({"town": "x"})), "We do not know what these outlines are of"),
        (a_file(), "We do not know what these outlines are of"),
        (a_file(feature({"code": "x"}), geography="moon", vintage="2021"), "“moon” is no kind of place"),
        (a_file(feature({"code": "x"}), geography="district"), "It does not say the year"),
        (a_file(feature({"LAD24CD": "x"}, west=451_000)), "in metres of the National Grid"),
        (a_file(feature({"LAD24CD": "x"}, type="Point")), "must be a Polygon"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(text: str, says: str) -> None:
    with pytest.raises(Unreadable, match=says):
        read_boundaries(text.encode())


def test_an_outline_that_breaks_off_is_refused_and_the_others_are_read() -> None:
    broken = feature({"LAD24CD": "B"}, coordinates=[[[-1, 51], [-1, 52]]])
    odd = feature({"LAD24CD": "C"}, coordinates=[[["west", 51], [1, 2], [3, 4], [5, 6]]])
    twice = [feature({"LAD24CD": "A"}), feature({"LAD24CD": "A"}), feature({"LAD24CD": ""})]
    found = read_boundaries(a_file(*twice, broken, odd, {"properties": {"LAD24CD": "D"}}).encode())
    assert [one.code for one in found.outlines] == ["A"]
    assert [fault.line for fault in found.faults] == [2, 3, 4, 5, 6]


def loads(tmp_path: Path, text: str, name: str = "outlines.geojson", **options: Any) -> str:
    file, told = tmp_path / name, StringIO()
    file.write_text(text, encoding="utf-8")
    call_command("load_outlines", str(file), stdout=told, **options)
    return told.getvalue()


def west_of(code: str) -> float:
    found = atlas(Geography.DISTRICT).features[code]["geometry"]["coordinates"]
    return min(float(x) for polygon in found for ring in polygon for x, _ in ring)


@pytest.mark.usefixtures("database")
def test_a_preview_keeps_nothing_and_the_same_file_twice_changes_nothing(tmp_path: Path) -> None:
    held = Outlines.objects.count()
    text = of_districts("25", codes=(HART, GOSPORT, ELSEWHERE))
    assert "2 new, 0 the same, 0 changed, 0 refused, 1 of places" in loads(tmp_path, text, preview=True)
    assert Outlines.objects.count() == held
    loads(tmp_path, text)
    assert "Nothing in this file is new" in loads(tmp_path, text, "again.geojson")
    assert Outlines.objects.count() == held + 1


@pytest.mark.usefixtures("database")
def test_a_newer_year_is_drawn_and_an_older_one_that_comes_later_is_not(tmp_path: Path) -> None:
    loads(tmp_path, of_districts("26", west=-3.0))
    loads(tmp_path, of_districts("25", west=-5.0))
    assert west_of(HART) == -3.0
    assert atlas(Geography.DISTRICT, "2025").features[HART]
    assert len(atlas(Geography.DISTRICT).features) == 11


@pytest.mark.usefixtures("database")
def test_a_corrected_file_of_the_same_year_takes_the_place_of_the_first(tmp_path: Path) -> None:
    loads(tmp_path, of_districts("26", west=-3.0))
    assert "0 new, 0 the same, 2 changed" in loads(tmp_path, of_districts("26", west=-4.0))
    assert west_of(HART) == -4.0


@pytest.mark.usefixtures("database")
def test_a_pack_loaded_again_does_not_take_the_place_of_closer_outlines(tmp_path: Path) -> None:
    pack = Path(__file__).parents[4] / "areas" / "hampshire"
    loads(tmp_path, of_districts("24", west=-3.0))
    report = load_figures(pack, by=SYSTEM, at=datetime(2030, 1, 1, tzinfo=UTC))
    assert report.refused == []
    assert west_of(HART) == -3.0


@pytest.mark.usefixtures("database")
def test_a_file_of_no_place_of_ours_is_refused_and_the_others_are_read(tmp_path: Path) -> None:
    elsewhere, ours = tmp_path / "a.geojson", tmp_path / "b.geojson"
    elsewhere.write_text(of_districts("26", codes=(ELSEWHERE,)))
    ours.write_text(of_districts("26"))
    told = StringIO()
    with pytest.raises(CommandError, match="1 of 2 files"):
        call_command("load_outlines", str(elsewhere), str(ours), stdout=told)
    assert "None of its 1 outlines is of a place that we know" in told.getvalue()
    assert west_of(HART) == -1.0


@pytest.mark.usefixtures("database")
def test_small_areas_are_only_those_that_stood_in_the_year_of_the_outlines() -> None:
    split = "E01022483"
    assert split in boundaries.known_places(Geography.LSOA, "2001")
    assert split not in boundaries.known_places(Geography.LSOA, "2011")


def sends(client: Client, text: str) -> str:
    sent = {"file": SimpleUploadedFile("outlines.geojson", text.encode())}
    return client.post("/office/figures/", sent, follow=True).text


def preview_of(text: str) -> str:
    return f"/office/outlines/{sha256(text.encode()).hexdigest()}/"


def test_a_boundary_file_comes_in_by_the_door_of_figures(mei: Client) -> None:
    text = of_districts("26", codes=(HART, GOSPORT, ELSEWHERE))
    page = sends(mei, text)
    assert "Outlines of districts, as they stood in 2026. Nothing is kept yet." in page
    assert "<dt>New outlines</dt><dd>2</dd>" in page
    assert "Place 2 (E07000999)" in page
    assert not Outlines.objects.filter(vintage="2026")
    for _ in range(2):
        held = mei.post(preview_of(text), follow=True).text
        assert "Outlines that we hold" in held
    assert Outlines.objects.get(vintage="2026").loaded_by == "Mei Tan"
    assert "Nothing in this file is new" in sends(mei, text)


def test_what_a_person_brings_in_is_drawn_though_the_days_of_a_demonstration_stand_still(mei: Client) -> None:
    text = of_districts("24", west=-3.0)
    sends(mei, text)
    mei.post(preview_of(text))
    assert west_of(HART) == -3.0


def test_a_boundary_file_that_is_refused_says_why_beside_the_question(mei: Client) -> None:
    assert "in metres of the National Grid" in sends(mei, of_districts(west=451_000))
    assert "It is not GeoJSON" in sends(mei, "{")


def test_only_who_may_load_figures_sees_the_outlines_that_are_held(visitor: Client, mei: Client) -> None:
    assert visitor.get("/office/outlines/").status_code == 302
    page = mei.get("/office/outlines/").text
    assert "msoas.geojson" in page
    assert "Contains OS data © Crown copyright and database right" in page
