"""The register of indicators: every framework's and our own, with what each means and whether we hold it."""

import csv
from datetime import UTC, date, datetime
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from django.test import Client

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.months import month_of
from trust.vision.outcomes.formats.indicators import read_indicators
from trust.vision.outcomes.formats.registers import FOLDER, frameworks, read_framework
from trust.vision.outcomes.loaders import load_figures, load_register
from trust.vision.outcomes.makers import REGISTER, a_folder, a_row
from trust.vision.outcomes.models import Registered
from trust.vision.outcomes.queries import breaks, indicator, series
from trust.vision.outcomes.queries.defined import defined
from trust.vision.outcomes.queries.definitions import entries
from trust.vision.outcomes.rules.figures import NEW_WAY, since
from trust.vision.outcomes.words import Kinship

NOW = datetime(2010, 6, 8, 9, tzinfo=UTC)
JUNE = date(2010, 6, 8)
COUNTY = "E10000014"
SEEN = f"/outcomes/reading/?area={COUNTY}"


def test_every_line_of_the_registers_can_be_read() -> None:
    read = {one.name: read_framework(FOLDER, one) for one in frameworks()}
    assert [wrong for _, wrong in read.values()] == [[], []]
    assert len(read["National Indicator Set"][0]) == 99
    assert len(read["Local Outcomes Framework"][0]) == 3


def test_a_line_that_cannot_be_used_is_refused_with_its_place(tmp_path: Path) -> None:
    [nis, _] = frameworks()
    text = (
        (FOLDER / nis.file)
        .read_text()
        .replace("Residents satisfied,,,%,high", "Residents satisfied,,,%,up", 1)
    )
    (tmp_path / nis.file).write_text(text)
    stated, wrong = read_framework(tmp_path, nis)
    assert len(stated) == 98
    assert wrong[0].startswith("national_indicator_set.csv, line 2, polarity: “up” is not one of")


@pytest.mark.usefixtures("database")
class TestHeld:
    def test_the_area_is_loaded_with_every_definition_and_again_changes_nothing(self) -> None:
        assert Registered.objects.count() == 102
        again = load_register(Path("areas/hampshire"), by=SYSTEM, at=NOW)
        assert (again.added, again.refused) == (0, [])

    def test_a_changed_definition_is_a_new_version_and_says_what_changed(self, tmp_path: Path) -> None:
        for file in FOLDER.iterdir():
            (tmp_path / file.name).write_text(
                file.read_text().replace("Residents satisfied", "Residents content")
            )
        load_register(tmp_path, by=SYSTEM, at=NOW, registers=tmp_path)
        found = defined("nis-5", as_of=JUNE)
        assert [(one.number, one.changed) for one in found.versions] == [
            (2, "Changed: what is counted"),
            (1, "First registered"),
        ]

    def test_a_framework_s_indicator_names_the_figures_we_hold_of_it(self) -> None:
        every = {one.code: one for one in entries(as_of=JUNE)}
        assert every["nis-112"].held_as == ("ni-112",)
        assert every["nis-55"].held_as == ("reception-overweight",)
        assert every["nis-109"].held_as == ()
        assert (every["ni-112"].held_as, every["ni-112"].own_of) == (("ni-112",), "nis-112")

    def test_what_was_not_known_on_a_day_is_not_held_on_it(self) -> None:
        assert not [one for one in entries(as_of=date(1999, 1, 1)) if one.held_as]

    def test_a_definition_says_how_it_stands_to_others_both_ways(self) -> None:
        [link] = defined("nis-51", as_of=JUNE).links
        assert (link.framework, link.name, link.kind, link.verified) == (
            "Vital Signs",
            "VSB12",
            Kinship.SAME,
            True,
        )
        [back] = [one for one in defined("persistent-absence", as_of=JUNE).links if one.code == "nis-87"]
        assert back.says == "What it took the place of"

    def test_the_levels_of_its_figures_are_those_that_are_held(self) -> None:
        [held] = defined("nis-112", as_of=JUNE).held
        assert (held.first_year, held.last_year) == (1998, 2008)
        assert held.levels == ("England", "county", "district")

    def test_a_change_of_what_is_counted_is_a_break_on_its_day(self, tmp_path: Path) -> None:
        load_figures(a_folder(tmp_path / "1", a=[a_row(COUNTY)]), by=SYSTEM, at=NOW)
        said = REGISTER + 'denominator = "Children of 11"\nfrom = 2009-09-01\n'
        load_figures(a_folder(tmp_path / "2", register=said), by=SYSTEM, at=NOW)
        told = (
            said.replace('plain_title = "Children who', 'plain_title = "Pupils who')
            + 'changed = "Told anew"\n'
        )
        load_figures(a_folder(tmp_path / "3", register=told), by=SYSTEM, at=NOW)
        assert breaks("reading") == [(date(2009, 9, 1), "Changed: out of what")]
        assert breaks("ni-112") == []

    def test_a_line_is_broken_at_a_new_definition_and_nothing_is_said_across_it(
        self, tmp_path: Path, visitor: Client
    ) -> None:
        rows = [a_row(COUNTY, period=str(year), published_on=f"{year + 1}-05-01") for year in (2007, 2009)]
        load_figures(a_folder(tmp_path / "1", a=rows), by=SYSTEM, at=NOW)
        assert "counted in a new way" not in visitor.get(SEEN).text
        said = REGISTER + 'denominator = "Children of 11"\nfrom = 2009-01-01\n'
        load_figures(a_folder(tmp_path / "2", register=said, a=rows), by=SYSTEM, at=NOW)
        page = visitor.get(SEEN).text
        assert "from then on it is counted in a new way" in page
        assert "out of what" in page
        measured = indicator("reading").measured
        assert NEW_WAY in str(since(series("reading", area=COUNTY, as_of=JUNE), measured))
        ends = [month_of(date(year, 12, 31)) for year in (2007, 2008, 2009)]
        assert [measured.counted_anew(*pair) for pair in pairwise(ends)] == [False, True]


@pytest.mark.usefixtures("database")
class TestPages:
    def test_the_register_can_be_searched_and_narrowed(self, visitor: Client) -> None:
        page = visitor.get("/outcomes/register/?words=bullying").text
        assert "One indicator; 1 without figures here" in page
        assert "Children who have experienced bullying" in page
        safe = visitor.get(
            "/outcomes/register/?framework=National+Indicator+Set&outcome=stay-safe&figures=yes&as_of=2026-01-01"
        ).text
        assert "Stability of placements" in safe
        assert "given up with local area agreements" in safe

    def test_it_comes_a_page_at_a_time_and_keeps_what_was_asked(self, visitor: Client) -> None:
        page = visitor.get("/outcomes/register/?framework=National+Indicator+Set").text
        assert "99 indicators" in page
        assert "?framework=National+Indicator+Set&amp;page=2" in page

    def test_a_definition_is_told_with_its_parts_its_source_and_how_sure_we_are(
        self, visitor: Client
    ) -> None:
        page = visitor.get("/outcomes/register/nis-53/").text
        for words in (
            "b: coverage of recording",
            "PCT child health systems",
            "VSB11",
            "Not confirmed by its publisher",
        ):
            assert words in page

    def test_a_gap_in_what_we_know_is_said(self, visitor: Client) -> None:
        assert "We hold no figures of this as of" in visitor.get("/outcomes/register/nis-109/").text
        assert "We hold figures of this" in visitor.get("/outcomes/register/nis-112/").text

    def test_a_definition_of_our_own_is_in_the_register_too(self, visitor: Client) -> None:
        page = visitor.get("/outcomes/register/ni-112/").text
        assert "Girls aged 15 to 17" in page
        assert "/outcomes/register/nis-112/" in page

    def test_an_outcome_without_measures_has_no_better_way(self, visitor: Client) -> None:
        page = visitor.get("/outcomes/register/?framework=Local+Outcomes+Framework").text
        assert page.count("Not a measure yet") == 3
        assert "Better is" not in visitor.get("/outcomes/register/lof-best-start-in-life/").text

    def test_the_day_of_the_address_is_kept(self, visitor: Client) -> None:
        page = visitor.get("/outcomes/register/nis-112/?as_of=1999-01-01").text
        assert "We hold no figures of this as of 1\xa0January\xa01999" in page

    def test_what_is_not_registered_is_not_found(self, visitor: Client) -> None:
        assert visitor.get("/outcomes/register/nis-999/").status_code == 404

    def test_the_list_can_be_taken_away(self, visitor: Client) -> None:
        answer = visitor.get("/outcomes/register/register.csv?words=ni+112")
        rows = list(csv.DictReader(StringIO(answer.text)))
        assert {row["code"] for row in rows} == {"nis-112"}

    def test_where_nothing_is_found_it_says_so(self, visitor: Client) -> None:
        assert (
            "We know no indicator that is as you ask" in visitor.get("/outcomes/register/?words=unicorn").text
        )


def test_a_figure_that_ends_before_it_begins_is_refused_with_its_days() -> None:
    read, wrong = read_indicators((REGISTER + "from = 2009-01-01\nuntil = 2008-01-01\n").encode())
    assert read == []
    assert "it is counted until 2008-01-01, before it is counted from 2009-01-01" in wrong[0]
    (entry,), _ = read_indicators((REGISTER + "from = 2009-01-01\nuntil = 2011-03-31\n").encode())
    assert entry.valid_until == date(2011, 3, 31)
