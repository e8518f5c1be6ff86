"""Our own tidy file is sent by itself, by the page or the command; every figure here is invented."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from trust.foundation.kernel.actor import SYSTEM
from trust.vision.outcomes import actions, queries
from trust.vision.outcomes.formats.figures import COLUMNS
from trust.vision.outcomes.formats.official.assemble import Told
from trust.vision.outcomes.formats.rows import Row
from trust.vision.outcomes.loaders import load_figures, read_arrival
from trust.vision.outcomes.makers import a_folder, a_row
from trust.vision.outcomes.models import FigureRelease, Quarantined
from trust.vision.outcomes.queries.staging import same_rows, stage
from trust.vision.outcomes.queries.store import ask_files, parquet_of
from trust.vision.outcomes.tests.test_loading import GOSPORT, HAVANT, NOW

pytestmark = pytest.mark.usefixtures("database")

LATER = date(2012, 1, 1)
EVERY_ROW = "select * from read_parquet($files)"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A tidy file about an indicator that the register knows."""
    load_figures(a_folder(tmp_path / "area"), by=SYSTEM, at=NOW)
    return tmp_path / "reading.csv"


def commanded(file: Path, *rows: dict[str, str], **told: object) -> str:
    lines = [",".join(row.get(column, "") for column in COLUMNS) for row in rows]
    file.write_text("\n".join([",".join(COLUMNS), *lines, ""]))
    said = StringIO()
    call_command("load_figures", str(file), stdout=said, **{"confirm": True, **told})
    return said.getvalue()


def values(area: str = GOSPORT) -> list[float | None]:
    return [figure.value for figure in queries.series("reading", area=area, as_of=LATER)]


def test_a_tidy_file_is_known_loaded_once_and_corrected(file: Path) -> None:
    assert "1 new, 0 the same, 0 changed, 0 refused" in commanded(file, a_row(GOSPORT))
    assert "Nothing in this file is new." in commanded(file, a_row(GOSPORT))
    said = commanded(file, a_row(GOSPORT, numerator="70", value="70"), a_row(HAVANT))
    assert "changed: reading, Gosport, 2008: 60.0 → 70.0" in said
    assert (values(), values(HAVANT)) == ([70.0], [60.0])


def test_its_bad_rows_wait_and_of_very_many_the_first(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "MOST_WAITING", 2)
    bad = [a_row(GOSPORT, value="about", age=str(age)) for age in range(3)]
    assert "refused: line 5, value: “about” is not a number" in commanded(file, a_row(GOSPORT), *bad)
    [release] = FigureRelease.objects.filter(file__startswith="own-reading")
    assert release.waiting == 3
    assert Quarantined.objects.filter(release=release).count() == 2
    assert [fault.line for fault in read_arrival(file).faults] == [3, 4, 5]


def test_a_release_whose_hash_was_made_by_an_earlier_rule_is_known_again(file: Path) -> None:
    commanded(file, a_row(GOSPORT))
    [release] = FigureRelease.objects.filter(file__startswith="own-reading")
    earlier = "0" * 64
    parquet_of(release.rows_sha256).rename(parquet_of(earlier))
    staged = stage([Row(*record) for record in ask_files(EVERY_ROW, [parquet_of(earlier)], {})])
    assert staged.sha256 == release.rows_sha256
    assert same_rows(earlier, staged)
    assert not same_rows("1" * 64, staged)
    parquet_of(earlier).rename(parquet_of(release.rows_sha256))


def test_what_its_rows_do_not_say_can_be_told_once_for_all(file: Path) -> None:
    bare = a_row(GOSPORT, published_on="", licence="")
    said = commanded(file, bare, a_row(HAVANT), preview=True)
    assert "refused: line 2, licence: A figure needs its licence." in said
    told = Told(date(2009, 5, 1), "OGL v3")
    arrival = read_arrival(file, told)
    assert [(row.published_on, row.licence) for row in arrival.staged.found] == [
        (date(2009, 5, 1), "OGL v3"),
        (date(2009, 6, 1), "CC0"),
    ]
    assert arrival.reading.family.licence == ""


def test_a_day_before_every_row_asks_for_another(file: Path) -> None:
    with pytest.raises(CommandError, match="Give a later day"):
        commanded(file, a_row(GOSPORT, published_on=""), published_on=date(1999, 1, 1))


def test_percentages_sent_as_proportions_are_held_up(file: Path) -> None:
    small = {"numerator": "", "denominator": ""}
    rows = [a_row(GOSPORT, value="0.6", age=str(age), **small) for age in range(3)]
    with pytest.raises(CommandError, match=r"Was 23% sent as 0\.23\?"):
        commanded(file, *rows, confirm=False)
