import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.loading import LoadReport
from trust.vision.outcomes import queries
from trust.vision.outcomes.loaders import load_figures
from trust.vision.outcomes.makers import REGISTER, a_folder, a_row
from trust.vision.outcomes.models import FigureRelease

pytestmark = pytest.mark.usefixtures("database")

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
JUNE = date(2010, 6, 8)
GOSPORT, HAVANT = "E07000088", "E07000090"


def outline(code: str, shape: str = "Polygon") -> str:
    ring = [[-1.1, 50.8], [-1.0, 50.8], [-1.0, 50.9], [-1.1, 50.8]]
    feature = {"properties": {"code": code}, "geometry": {"type": shape, "coordinates": [ring]}}
    return json.dumps({"geography": "district", "vintage": "2009", "features": [feature]})


def load(folder: Path) -> LoadReport:
    return load_figures(folder, by=SYSTEM, at=NOW)


def values(area: str = GOSPORT, *, as_of: date = JUNE) -> list[float | None]:
    return [figure.value for figure in queries.series("reading", area=area, as_of=as_of)]


def test_a_file_is_held_with_its_hash_its_source_and_its_licence(tmp_path: Path) -> None:
    load(a_folder(tmp_path, reading=[a_row(GOSPORT)]))
    [release] = [one for one in queries.releases() if one.file == "reading.csv"]
    assert (release.rows, release.waiting, release.licences) == (1, 0, ("CC0",))
    assert (Path(settings.STATE) / "releases" / f"{release.rows_sha256}.parquet").exists()


def test_the_same_files_twice_change_nothing(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, reading=[a_row(GOSPORT)])
    assert load(folder).added == 2
    again = load(folder)
    assert (again.added, again.unchanged) == (0, 2)


def test_a_changed_file_supersedes_and_the_old_one_stays(tmp_path: Path) -> None:
    load(a_folder(tmp_path, reading=[a_row(GOSPORT)]))
    load(a_folder(tmp_path, reading=[a_row(GOSPORT, numerator="70", value="70")]))
    assert values() == [70.0]
    assert FigureRelease.objects.filter(file="reading.csv").count() == 2


def test_a_changed_definition_is_a_new_version(tmp_path: Path) -> None:
    load(a_folder(tmp_path))
    load(a_folder(tmp_path, register=REGISTER.replace('unit = "%"', 'unit = "per cent"')))
    assert queries.indicator("reading").unit == "per cent"


def test_good_rows_load_and_bad_ones_wait_with_a_sentence(tmp_path: Path) -> None:
    bad = a_row(HAVANT, numerator="101")
    load(a_folder(tmp_path, reading=[a_row(GOSPORT), bad]))
    assert values() == [60.0]
    assert values(HAVANT) == []
    [waiting] = queries.waiting_rows()
    assert (waiting.file, waiting.line, waiting.field) == ("reading.csv", 3, "numerator")
    assert waiting.sentence == "101 is above its denominator, 100."
    assert HAVANT in waiting.row


def test_a_place_that_nobody_knows_waits(tmp_path: Path) -> None:
    load(a_folder(tmp_path, reading=[a_row("E07000999")]))
    assert "not the code of a place that we know" in queries.waiting_rows()[0].sentence


def test_the_same_figure_in_two_files_waits_in_the_second(tmp_path: Path) -> None:
    load(a_folder(tmp_path, first=[a_row(GOSPORT)], second=[a_row(GOSPORT, value="61")]))
    assert "already in first.csv, line 2" in queries.waiting_rows()[0].sentence


def test_a_corrected_row_no_longer_waits(tmp_path: Path) -> None:
    load(a_folder(tmp_path, reading=[a_row(GOSPORT, value="?")]))
    load(a_folder(tmp_path, reading=[a_row(GOSPORT)]))
    assert queries.waiting_rows() == []


def test_a_file_that_cannot_be_read_is_refused_and_the_others_load(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, reading=[a_row(GOSPORT)])
    (folder / "figures" / "broken.csv").write_text("one,two\n")
    assert load(folder).refused[0].startswith("broken.csv: Its first line lacks indicator")
    assert values() == [60.0]


def test_a_register_that_cannot_be_read_loads_nothing(tmp_path: Path) -> None:
    report = load(a_folder(tmp_path, register="[[indicator", reading=[a_row(GOSPORT)]))
    assert "It is not TOML" in report.refused[0]
    assert report.added == 0


def test_an_area_without_figures_is_no_fault(tmp_path: Path) -> None:
    assert load(tmp_path) == LoadReport()


def test_a_lost_parquet_is_said_and_loading_again_rebuilds_it(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, reading=[a_row(GOSPORT, value="60.0001")])
    load(folder)
    [release] = [one for one in queries.releases() if one.file == "reading.csv"]
    parquet = Path(settings.STATE) / "releases" / f"{release.rows_sha256}.parquet"
    parquet.unlink()
    with pytest.raises(queries.FiguresMissing, match="Load the area again"):
        values()
    load(folder)
    assert values() == [60.0001]


def test_the_web_role_cannot_change_what_is_held() -> None:
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        FigureRelease.objects.update(file="other.csv")
    assert connection.settings_dict["USER"] == "trust_open"


@pytest.mark.parametrize(
    ("file", "text", "says"),
    [
        (
            "figures/neighbours.toml",
            '[[neighbours]]\nset = "2021-04"\n',
            "A set of neighbours lacks 'source'",
        ),
        ("figures/neighbours.toml", '[[neighbours]]\nset = "April"\n', "It cannot be read"),
        ("boundaries/districts.geojson", "{}", "It is not GeoJSON"),
        (
            "boundaries/districts.geojson",
            outline("E07000999"),
            "None of its 1 outlines is of a place that we know",
        ),
        ("boundaries/districts.geojson", outline(GOSPORT, "Point"), "must be a Polygon"),
    ],
)
def test_neighbours_and_outlines_that_cannot_be_read_say_why(
    tmp_path: Path, file: str, text: str, says: str
) -> None:
    folder = a_folder(tmp_path)
    (folder / file).parent.mkdir(exist_ok=True)
    (folder / file).write_text(text)
    assert says in load(folder).refused[0]
