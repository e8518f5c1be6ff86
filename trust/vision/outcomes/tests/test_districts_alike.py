"""The districts most alike, worked out when the indices by authority come in; every score is invented."""

from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from trust.vision.outcomes import queries
from trust.vision.outcomes.formats.neighbours import Neighbours
from trust.vision.outcomes.formats.official.assemble import read_official
from trust.vision.outcomes.formats.official.registry import FAMILIES

GOSPORT, HAVANT, HART, WINCHESTER, SOUTHAMPTON = (
    "E07000088", "E07000090", "E07000089", "E07000094", "E06000045",
)  # fmt: skip
# Gosport is a little like Havant, then like Southampton, and each other place is further off than the last.
PLACES = (
    GOSPORT, HAVANT, SOUTHAMPTON, WINCHESTER, HART, "E07000084", "E07000085", "E07000086", "E07000087",
    "E07000091", "E07000092", "E07000093",
)  # fmt: skip
DOMAINS = ("Income", "Employment", "Health", "Crime", "Living Environment")
BESIDES = ("Index of Multiple Deprivation", "Income Deprivation Affecting Older People")


def indices(*domains: str, said: str = "average_score", places: tuple[str, ...] = PLACES) -> str:
    lines = [f"lad19cd,lad19nm,index_domain,{said},year"]
    for turn, code in enumerate(places):
        lines += [f"{code},,{domain},{turn * (place + 1)},2019" for place, domain in enumerate(domains)]
    return "\n".join([*lines, ""])


def sets_in(folder: Path, text: str) -> dict[str, Neighbours]:
    file = folder / "iod2019.csv"
    file.write_text(text)
    return dict(read_official(file, FAMILIES, {}).neighbours)


def test_the_nearest_in_every_measure_comes_first(tmp_path: Path) -> None:
    found = sets_in(tmp_path, indices(*DOMAINS))
    gosport = found[GOSPORT]
    assert [code for code, _ in gosport.members] == list(PLACES[1:11])
    assert gosport.members[0] == (HAVANT, "Havant")
    assert (gosport.name, gosport.known_on) == ("2019, deprivation", date(2019, 12, 31))
    assert "5 measures" in gosport.source


def test_a_city_has_a_list_of_the_department_and_none_of_ours(tmp_path: Path) -> None:
    found = sets_in(tmp_path, indices(*DOMAINS))
    assert SOUTHAMPTON not in found
    assert len(found) == len(PLACES) - 1


def test_the_whole_index_and_older_people_do_not_count(tmp_path: Path) -> None:
    text = indices(*DOMAINS)
    skewed = "".join(
        f"{code},,{name},{-(turn % 3)},2019\n" for name in BESIDES for turn, code in enumerate(PLACES)
    )
    assert sets_in(tmp_path, text + skewed) == sets_in(tmp_path, text)


def test_ranks_do_where_an_edition_gives_no_scores(tmp_path: Path) -> None:
    found = sets_in(tmp_path, indices(*DOMAINS, said="rank_average_score"))
    assert found[GOSPORT].members[0] == (HAVANT, "Havant")


@pytest.mark.parametrize(
    "text",
    [indices(*DOMAINS[:4]), indices(*DOMAINS, places=PLACES[:10])],
    ids=["four-measures", "ten-places"],
)
def test_too_little_makes_no_list(tmp_path: Path, text: str) -> None:
    assert sets_in(tmp_path, text) == {}


def test_a_place_without_every_measure_is_left_out(tmp_path: Path) -> None:
    text = indices(*DOMAINS, places=(*PLACES, "E07000223")).replace("E07000223,,Crime", "E07000224,,Crime")
    found = sets_in(tmp_path, text)
    assert "E07000223" not in found
    assert "E07000224" not in found


def test_a_district_stands_beside_those_most_like_it(database: str, visitor: Client, tmp_path: Path) -> None:
    file = tmp_path / "iod2019.csv"
    file.write_text(indices(*DOMAINS))
    page = "/outcomes/ni-112/neighbours/?area=E07000088&as_of={}"
    assert "indices of deprivation by authority" in visitor.get(page.format("2025-11-01")).text
    call_command("load_figures", str(file))
    assert queries.neighbours_of(GOSPORT, as_of=date(2019, 12, 30)) is None
    found = visitor.get(page.format("2025-11-01")).text
    assert "Havant" in found
    assert "Department for Education’s lists have no districts" in found
    assert "had been brought in by this day" in visitor.get(page.format("2019-12-30")).text
