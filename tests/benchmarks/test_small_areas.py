"""The ways of working out small areas must agree, and the comparison must notice when they do not."""

from pathlib import Path

import duckdb
import pytest

from benchmarks.small_area_cells import COUNTY, NATIONAL, Size, make
from benchmarks.small_area_child import KEYS, compare, files, run
from benchmarks.small_areas import Run, rows

HAMLETS = Size("hamlets", 24)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    found = tmp_path_factory.mktemp("small-areas")
    make(HAMLETS, found)
    for way in ("ours", "raw DuckDB", "plain NumPy"):
        run(way, str(found), str(found / way))
    return found


def rows_of(home: Path, name: str) -> int:
    ((count,),) = duckdb.execute(
        f"select count(*) from read_parquet('{files(home / 'ours', name)}')"
    ).fetchall()
    return int(count)


@pytest.mark.parametrize("rival", ["raw DuckDB", "plain NumPy"])
def test_three_ways_give_the_same_figures(home: Path, rival: str) -> None:
    assert compare(str(home / "ours"), str(home / rival)) == dict.fromkeys(KEYS, 0)


def test_every_cell_and_every_place_has_its_row(home: Path) -> None:
    localities, higher, to_each_place = 3, 3, 12_000
    assert rows_of(home, "small") == HAMLETS.cells == 24 * to_each_place
    assert rows_of(home, "rolled") == (localities + higher) * to_each_place
    assert rows_of(home, "slopes") == 10 * 100


def test_england_is_the_sum_of_the_cells(home: Path) -> None:
    england, cells = files(home / "ours", "rolled"), f"{home}/cells-*.parquet"
    sums = "select sum(count), sum(out_of) from read_parquet($file)"
    of_england = duckdb.execute(f"{sums} where level = 3", {"file": england}).fetchall()
    assert of_england == duckdb.execute(sums, {"file": cells}).fetchall()


def test_a_wrong_figure_is_noticed(home: Path, tmp_path: Path) -> None:
    for name in KEYS:
        changed = "* replace (share + 1e-6 as share)" if name == "rolled" else "*"
        source, target = files(home / "raw DuckDB", name), tmp_path / f"{name}.parquet"
        duckdb.execute(f"copy (select {changed} from '{source}') to '{target}' (format parquet)")
    with pytest.raises(SystemExit, match="a faster wrong answer is no answer"):
        compare(str(home / "ours"), str(tmp_path))


def test_the_sizes_are_those_asked_for() -> None:
    assert (COUNTY.cells, NATIONAL.cells) == (10_824_000, 394_128_000)


def test_ratios_are_to_the_best_rival() -> None:
    typical = {"ours": Run(1, 150), "raw DuckDB": Run(2, 300), "plain NumPy": Run(4, 100)}
    assert next(rows(typical)) == "| ours | 1.00 | 0.50 | 150 | 1.50 |"
