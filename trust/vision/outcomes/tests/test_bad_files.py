"""Files that are wrong in the ways that files are: good rows load, bad ones wait, and nothing is half-loaded.

Every figure is invented; each file goes by the command, as an analyst would send it.
"""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from trust.vision.outcomes import queries
from trust.vision.outcomes.models import FigureRelease, NeighbourSet

HAMPSHIRE, GOSPORT = "E10000014", "E07000088"
LATER = date(2030, 1, 1)
LAIT = "measure_short,la_number,area,2007,2008\n"
EES = "time_period,geographic_level,new_la_code,la_name,category,children\n"
EYFS = "time_period,geographic_level,new_la_code,gender,number_of_children,gld_number,gld_percent\n"
OWN = "indicator,area,period,value,unit\n"


def commanded(folder: Path, content: str | bytes, name: str = "sent.csv", **options: object) -> str:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    said = StringIO()
    call_command("load_figures", str(folder / name), stdout=said, **options)
    return said.getvalue()


def values(code: str, area: str = HAMPSHIRE) -> list[float | None]:
    return [figure.value for figure in queries.series(code, area=area, as_of=LATER)]


@pytest.fixture(autouse=True)
def empty(database: str) -> str:
    return database


def test_a_numerator_above_its_denominator_waits_and_the_rest_is_loaded(tmp_path: Path) -> None:
    said = commanded(
        tmp_path, EYFS + "201819,LA,E10000014,Total,100,70,70\n" + "201920,LA,E10000014,Total,100,150,71\n"
    )
    assert "refused: line 3, numerator: 150 is above its denominator, 100." in said
    assert values("eyfs-gld-percent") == [70]
    assert values("eyfs-gld-number") == [70, 150]


def test_a_share_has_its_interval_from_the_counts_beside_it(tmp_path: Path) -> None:
    commanded(tmp_path, EYFS + "201819,LA,E10000014,Total,1000,718,71.8\n")
    [figure] = queries.series("eyfs-gld-percent", area=HAMPSHIRE, as_of=LATER)
    assert (figure.numerator, figure.denominator) == (718, 1000)
    # Wilson's limits of 718 in 1,000.
    assert (round(figure.lower or 0, 1), round(figure.upper or 0, 1)) == (68.9, 74.5)


def test_percentages_sent_as_proportions_are_held_until_somebody_says_they_are_right(tmp_path: Path) -> None:
    proportions = OWN + "".join(f"ready,Gosport,{year},0.7{year % 10},%\n" for year in (2006, 2007, 2008))
    with pytest.raises(CommandError, match="Was 23% sent as 0.23"):
        commanded(tmp_path, proportions)
    assert not FigureRelease.objects.filter(file="own-sent.csv").exists()
    assert "Loaded" in commanded(tmp_path, proportions, confirm=True)
    assert values("ready", GOSPORT) == [0.76, 0.77, 0.78]


def test_a_count_among_percentages_is_held_until_somebody_says_it_is_right(tmp_path: Path) -> None:
    mixed = OWN + "reviewed,Gosport,2008,17,% of deaths\nreviewed,Havant,2008,882,% of deaths\n"
    with pytest.raises(CommandError, match="a percentage, and in 2008 it is 882 for Havant. Is that a count"):
        commanded(tmp_path, mixed)
    assert "Loaded" in commanded(tmp_path, mixed, confirm=True)


def test_a_share_a_little_above_a_hundred_among_many_is_as_published(tmp_path: Path) -> None:
    shares = "".join(f"offered,Gosport,{year},90,%\n" for year in range(1980, 2008))
    assert "Loaded" in commanded(tmp_path, OWN + shares + "offered,Havant,2008,100.2,%\n")


def test_a_rate_of_events_may_be_above_a_hundred(tmp_path: Path) -> None:
    table = "year,level,la_name,headcount,perm_excl,perm_excl_rate,fixed_excl,fixed_excl_rate\n"
    said = commanded(tmp_path, table + "201617,Local authority,Newham,100,1,1.0,219,219\n", "perm.csv")
    assert "Loaded" in said


def test_figures_a_hundredth_of_those_held_are_held_up_too(tmp_path: Path) -> None:
    commanded(tmp_path, LAIT + "Ready,850,Hampshire,22,23\n")
    with pytest.raises(CommandError, match="about a hundredth of those we hold"):
        commanded(tmp_path, LAIT.replace("2007", "2009") + "Ready,850,Hampshire,0.23,0.23\n", "later.csv")
    assert values("lait-ready") == [22, 23]


def test_two_releases_that_disagree_show_the_figure_that_moved(tmp_path: Path) -> None:
    commanded(tmp_path, LAIT + "Ready,850,Hampshire,22,23\n")
    said = commanded(tmp_path, LAIT + "Ready,850,Hampshire,22,24\n")
    assert "changed: lait-ready, Hampshire, 2008: 23.0 → 24.0" in said
    assert values("lait-ready") == [22, 24]


def test_a_figure_of_which_only_the_state_changed_says_so(tmp_path: Path) -> None:
    table = "area_name,FYE2008,FYE 2009{}\nGosport,2875,2910\n"
    commanded(tmp_path, table.format(" [p]"))
    said = commanded(tmp_path, table.format(""))
    assert "FYE 2009: 2,910 (provisional: it may be revised) → 2,910 (final)" in said


def test_a_figure_of_which_only_the_counts_changed_says_so(tmp_path: Path) -> None:
    commanded(tmp_path, EYFS + "201819,LA,E10000014,Total,1000,718,71.8\n")
    said = commanded(tmp_path, EYFS + "201819,LA,E10000014,Total,2000,1436,71.8\n")
    assert "71.8 → 71.8 (with other counts or limits)" in said


def test_a_file_as_a_spreadsheet_writes_unicode_text(tmp_path: Path) -> None:
    text = "area_name\tFYE2008\tFYE2009\r\nGosport\t2875\t2910\r\n"
    commanded(tmp_path, text.encode("utf-16"))
    assert values("low-income-children", GOSPORT) == [2875, 2910]


def test_a_windows_file_with_semicolons_a_mark_thousands_and_a_total(tmp_path: Path) -> None:
    text = "\ufeffarea_name;FYE2008;FYE2009\r\nGosport;2,875;2,910\r\nSt Albans’;1;2\r\nTotal;2,875;2,910\r\n"
    said = commanded(tmp_path, text.encode("utf-8"))
    assert "refused: line 4, place: “Total” is not a place" in said
    assert values("low-income-children", GOSPORT) == [2875, 2910]
    said = commanded(tmp_path, text.removeprefix("\ufeff").replace("2,910", "2,911").encode("cp1252"))
    assert "Gosport, FYE2009: 2,910 → 2,911" in said


@pytest.mark.parametrize("code", ["00MR", "E06000044", "851", "Portsmouth City of"])
def test_a_code_of_any_vintage_names_the_same_place(tmp_path: Path, code: str) -> None:
    assert "0 refused" in commanded(tmp_path, EES + f"2008,LA,{code},,In need,5\n")
    assert values("ees-in-need-children", "E06000044") == [5]


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("E07000100", "It became St Albans (E07000240)."),
        ("E10000002", "Buckinghamshire (E10000002) ended on 31 March 2020"),
        ("E99999999", "“E99999999” is not a place that we know."),
    ],
)
def test_a_code_of_another_time_says_what_it_became(tmp_path: Path, code: str, says: str) -> None:
    lines = f"2024,LA,{code},,In need,5\n2024,LA,E10000014,Hampshire,In need,6\n"
    assert says in commanded(tmp_path, EES + lines)
    assert values("ees-in-need-children") == [6]


def test_a_code_of_another_time_keeps_the_figures_of_its_time(tmp_path: Path) -> None:
    assert "0 refused" in commanded(tmp_path, EES + "2008,LA,E10000002,Buckinghamshire,In need,5\n")
    assert values("ees-in-need-children", "E10000002") == [5]


def test_groups_alone_are_not_taken_for_everyone(tmp_path: Path, visitor: Client) -> None:
    header = "time_period,geographic_level,new_la_code,la_name,age,care_percent\n"
    rows = "2008,LA,E10000014,Hampshire,17 to 18 years,20\n2008,LA,E10000014,Hampshire,19 to 21 years,30\n"
    commanded(tmp_path, header + rows)
    page = visitor.get("/outcomes/ees-care-percent/").text
    assert "it was published group by group, and not for all the children together." in page
    assert 'href="/outcomes/ees-care-percent/breakdown/' in page
    assert "we knew nothing" not in page


def test_1519_rows_that_say_it_again_count_once(tmp_path: Path) -> None:
    said = commanded(tmp_path, EES + "2024,LA,E10000014,Hampshire,In need,6\n" * 1520)
    assert "1 new, 0 the same, 0 changed, 0 refused" in said
    assert values("ees-in-need-children") == [6]


def test_a_file_that_stops_half_way_says_where(tmp_path: Path) -> None:
    said = commanded(tmp_path, LAIT + "Ready,850,Hampshire,22,23\nReady,851,Ports")
    assert "refused: line 3, row: This row has 3 fields, and the first line names 5." in said
    assert "It is the last of the file: was it cut off? Download it again." in said
    assert values("lait-ready") == [22, 23]


def test_a_day_of_publication_is_the_day_that_its_figures_are_known(tmp_path: Path) -> None:
    commanded(tmp_path, LAIT + "Ready,850,Hampshire,22,23\n", published_on=date(2009, 3, 4))
    for day, known in ((date(2009, 3, 3), 0), (date(2009, 3, 4), 2)):
        assert len(queries.series("lait-ready", area=HAMPSHIRE, as_of=day)) == known


def test_a_day_that_was_left_out_can_be_said_later(tmp_path: Path) -> None:
    text = LAIT + "Ready,850,Hampshire,22,23\n"
    commanded(tmp_path, text)
    assert "Loaded" in commanded(tmp_path, text, published_on=date(2009, 3, 4))
    assert "Nothing in this file is new" in commanded(tmp_path, text, published_on=date(2009, 3, 4))
    first, second = FigureRelease.objects.filter(file="lait-sent.csv").order_by("loaded_at")
    assert second.supersedes == first


def test_a_figure_published_before_its_period_waits(tmp_path: Path) -> None:
    said = commanded(tmp_path, LAIT + "Ready,850,Hampshire,22,23\n", published_on=date(2007, 12, 1))
    assert "refused: line 2, published_on: It was published before its period began." in said


NEIGHBOURS = (
    "LA num,LA Name,LA number,SN1,SNP,SN2,SNP,SN3,SNP\n850,Hampshire,850,938,Close,803,Close,851,Close\n"
)
PORTSMOUTH = "851,Portsmouth,851,852,Close,850,Close,938,Close\n"


def test_neighbours_of_every_authority_by_the_month_in_the_name(tmp_path: Path) -> None:
    said = commanded(tmp_path, f"A,B\n1,2\n{NEIGHBOURS}{PORTSMOUTH}", "sn_may_2025_LA_SN_Groups.csv")
    assert "Sets of neighbours: 2 new of 2." in said
    assert queries.neighbours_of("E06000044", as_of=date(2025, 5, 30)) is None
    found = queries.neighbours_of("E06000044", as_of=date(2025, 5, 31))
    assert found
    assert found.members[0] == ("E06000045", "Southampton")
    again = commanded(tmp_path, f"A,B\n1,2\n{NEIGHBOURS}{PORTSMOUTH}", "sn_may_2025_LA_SN_Groups.csv")
    assert "Nothing in this file is new." in again


def test_neighbours_without_a_day_need_one(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Use --published-on"):
        commanded(tmp_path, NEIGHBOURS)
    commanded(tmp_path, NEIGHBOURS, published_on=date(2026, 4, 1))
    assert NeighbourSet.objects.get(area=HAMPSHIRE).name == "2026-04"


def test_a_place_that_we_do_not_know_spoils_its_own_set_only(tmp_path: Path) -> None:
    unknown = "852,Southampton,852,999,Close,850,Close,938,Close\n"
    said = commanded(tmp_path, NEIGHBOURS + unknown, published_on=date(2026, 4, 1))
    assert "refused: line 3, place: “999” is not a place that we know." in said
    assert NeighbourSet.objects.exclude(area="").count() == 1


def test_the_same_neighbours_of_another_day_are_another_set(tmp_path: Path) -> None:
    for year in (2025, 2026):
        said = commanded(tmp_path, NEIGHBOURS, published_on=date(year, 4, 1))
        assert "Loaded as" in said
    assert sorted(NeighbourSet.objects.exclude(area="").values_list("name", flat=True)) == [
        "2025-04", "2026-04",
    ]  # fmt: skip
