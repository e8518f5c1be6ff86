"""The shelf answers as the releases themselves do, whatever was published twice or is held in two files."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from trust.foundation.kernel.actor import SYSTEM
from trust.vision.outcomes.loaders import load_figures
from trust.vision.outcomes.makers import a_folder, a_row
from trust.vision.outcomes.queries import indicators, releases, series
from trust.vision.outcomes.queries.series import KNOWN
from trust.vision.outcomes.queries.shelf import KEPT, shelf_of
from trust.vision.outcomes.queries.store import Record, ask, ask_shelf, parquet_of, prepare_shelf

NOW = datetime(2010, 6, 8, 9, tzinfo=UTC)
COUNTY, GOSPORT = "E10000014", "E07000088"
DAYS = (date(2004, 1, 1), date(2006, 3, 20), date(2010, 6, 8), date(2012, 3, 1), date(2026, 1, 1))
FROM_THE_RELEASES = """
    select indicator, area, period, "order", first_month, numerator, denominator, value, lower, upper, mark,
        published_on, known_on, source, licence, published_note, sex, age, "group"
    from read_parquet($files, filename = 'file')
    where known_on <= $as_of
        and ($codes::varchar[] is null or list_contains($codes, indicator))
        and list_contains($areas, area)
        and case when $sex = '' and $group = '' then main
            else sex = coalesce(nullif($sex, ''), 'all') and "group" = $group end
    qualify row_number() over (
        partition by indicator, area, "order", first_month, sex, age, "group"
        order by known_on desc, list_position($files, file) desc
    ) = 1
    order by indicator, area, "order", first_month, sex, age
"""


def both_ways(
    day: date, *, sex: str = "", group: str = "", areas: Sequence[str] | None = None
) -> tuple[list[Record], list[Record]]:
    where = areas or [area for (area,) in ask("select distinct area from read_parquet($files)", {})]
    values = {"codes": None, "areas": list(where), "as_of": day, "sex": sex, "group": group}
    return ask_shelf(KNOWN, values), ask(FROM_THE_RELEASES, values)


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("day", DAYS, ids=str)
def test_every_figure_of_the_area_is_as_in_its_releases(day: date) -> None:
    ours, theirs = both_ways(day)
    assert ours == theirs
    assert len(indicators()) >= 20


@pytest.mark.usefixtures("database")
def test_every_breakdown_of_the_area_is_as_in_its_releases() -> None:
    kinds = ask('select distinct sex, "group" from read_parquet($files)', {})
    assert len(kinds) > 1
    for sex, group in kinds:
        ours, theirs = both_ways(DAYS[-1], sex=sex, group=group)
        assert ours == theirs


@pytest.mark.usefixtures("database")
def test_a_figure_in_two_files_and_published_twice_is_the_last_that_was_known(tmp_path: Path) -> None:
    first = a_row(COUNTY, numerator="60", value="60")
    again = a_row(COUNTY, numerator="61", value="61", published_on="2010-03-01")
    load_figures(a_folder(tmp_path / "1", a_reading=[first, again]), by=SYSTEM, at=NOW)
    girls = a_row(COUNTY, sex="female", numerator="70", value="70", published_on="2010-03-01")
    other = a_row(COUNTY, numerator="62", value="62", published_on="2010-03-01")
    load_figures(a_folder(tmp_path / "2", b_reading=[girls, other]), by=SYSTEM, at=NOW.replace(hour=10))
    for day, value in ((date(2010, 2, 28), 60), (date(2010, 3, 1), 62)):
        assert [figure.value for figure in series("reading", area=COUNTY, as_of=day)] == [value]
        ours, theirs = both_ways(day, areas=[COUNTY])
        assert ours == theirs


@pytest.mark.usefixtures("database")
def test_a_later_file_that_has_only_girls_leaves_the_whole_as_it_was(tmp_path: Path) -> None:
    load_figures(
        a_folder(tmp_path / "1", a_reading=[a_row(GOSPORT), a_row(GOSPORT, sex="female")]), by=SYSTEM, at=NOW
    )
    later = [a_row(GOSPORT, sex="female", numerator="50", value="50")]
    load_figures(a_folder(tmp_path / "2", b_reading=later), by=SYSTEM, at=NOW.replace(hour=10))
    for sex in ("", "female", "all"):
        ours, theirs = both_ways(DAYS[-1], sex=sex, areas=[GOSPORT])
        assert ours == theirs


@pytest.mark.usefixtures("database")
def test_those_who_ask_at_once_make_one_shelf_between_them(tmp_path: Path) -> None:
    files = [parquet_of(one.rows_sha256) for one in releases()]
    shelf_of(files).unlink()
    with ThreadPoolExecutor() as pool:
        made = set(pool.map(lambda _: shelf_of(files).stat().st_ino, range(4)))
    assert len(made) == 1
    assert not list(shelf_of(files).parent.glob("*.part"))


@pytest.mark.usefixtures("database")
def test_a_shelf_is_made_when_figures_are_loaded_and_the_oldest_are_thrown_away(tmp_path: Path) -> None:
    shelves = Path(settings.STATE) / "shelves"
    for turn in range(KEPT + 1):
        value = str(60 + turn)
        rows = [a_row(COUNTY, numerator=value, value=value)]
        load_figures(a_folder(tmp_path, reading=rows), by=SYSTEM, at=NOW.replace(hour=10 + turn))
    assert len(list(shelves.glob("*.parquet"))) <= KEPT
    assert [figure.value for figure in series("reading", area=COUNTY, as_of=DAYS[-1])] == [63]


@pytest.mark.usefixtures("empty_database")
def test_where_nothing_is_held_there_is_no_shelf_and_no_answer() -> None:
    prepare_shelf()
    assert ask_shelf(KNOWN, {"codes": None, "areas": [], "as_of": DAYS[0], "sex": "", "group": ""}) == []


def test_a_split_year_written_in_six_figures_is_read_as_one(database: str, tmp_path: Path) -> None:
    file = tmp_path / "eyfs.csv"
    file.write_text(
        "time_period,geographic_level,new_la_code,gender,number_of_children,gld_number,gld_percent\n"
        "201819,LA,E10000014,Total,1000,718,71.8\n"
    )
    call_command("load_figures", str(file), verbosity=0)
    [figure] = series("eyfs-gld-percent", area="E10000014", as_of=date(2020, 1, 1))
    assert figure.period == "2018/19"
