"""A data analyst brings an official file in, and the command does the same; every figure here is invented."""

from datetime import date
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import Client

from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named
from trust.vision.outcomes import queries
from trust.vision.outcomes.loaders import arrivals
from trust.vision.outcomes.models import FigureRelease

HEAD = "measure_short,la_number,area,2007,2008\n"
FILE = HEAD + "Read_Well,850,Hampshire,70,71\nRead_Well,851,Portsmouth,60,c\n"
CODE, HAMPSHIRE = "lait-read-well", "E10000014"
LATER = date(2012, 1, 1)


def sends(mei: Client, text: str, name: str = "lait_reading.csv") -> str:
    sent = {"file": SimpleUploadedFile(name, text.encode())}
    return mei.post("/office/figures/", sent, follow=True).content.decode()


def preview_of(text: str) -> str:
    return f"/office/figures/{sha256(text.encode()).hexdigest()}/"


def loads(mei: Client, text: str, name: str = "lait_reading.csv") -> str:
    sends(mei, text, name)
    return mei.post(preview_of(text), follow=True).content.decode()


def values() -> list[float | None]:
    return [figure.value for figure in queries.series(CODE, area=HAMPSHIRE, as_of=LATER)]


def ours() -> list[FigureRelease]:
    return list(FigureRelease.objects.filter(file__startswith="lait").order_by("loaded_at"))


def test_a_file_is_previewed_before_anything_is_loaded(mei: Client) -> None:
    page = sends(mei, FILE)
    assert "Local Authority Interactive Tool" in page
    assert "<dt>New figures</dt><dd>4</dd>" in page
    assert ours() == []


def test_what_is_loaded_is_a_release_with_its_hash_and_who_loaded_it(mei: Client) -> None:
    page = loads(mei, FILE)
    assert "lait-reading.csv is loaded" in page
    [release] = ours()
    assert (release.rows, release.loaded_by, release.licences) == (4, "Mei Tan", ["OGL v3"])
    assert release.file_sha256 in page
    assert values() == [70, 71]
    assert queries.indicator(CODE).polarity == "neutral"


def test_the_same_form_twice_loads_once(mei: Client) -> None:
    sends(mei, FILE)
    pages = [mei.post(preview_of(FILE), follow=True).content.decode() for _ in range(2)]
    assert all("lait-reading.csv is loaded" in page for page in pages)
    assert len(ours()) == 1


@pytest.mark.parametrize("name", ["lait_reading.csv", "another name.csv"])
def test_the_same_file_twice_has_nothing_new(mei: Client, name: str) -> None:
    loads(mei, FILE)
    page = sends(mei, FILE, name)
    assert "Nothing in this file is new" in page
    assert "Load it" not in page


def test_figures_that_somebody_else_loads_meanwhile_are_not_loaded_again(mei: Client) -> None:
    otherwise = FILE.replace(",", ";")
    sends(mei, otherwise)
    loads(mei, FILE)
    page = mei.post(preview_of(otherwise), follow=True).content.decode()
    assert "Nothing in this file is new" in page
    assert len(ours()) == 1


def test_a_corrected_file_shows_every_figure_that_moved_and_supersedes(mei: Client) -> None:
    loads(mei, FILE)
    corrected = FILE.replace("71", "75")
    page = sends(mei, corrected)
    assert "<dt>Changed</dt><dd>1</dd>" in page
    assert '<td data-l="It was">71.0</td><td data-l="It is now">75.0</td>' in page
    loads(mei, corrected)
    assert values() == [70, 75]
    first, second = ours()
    assert second.supersedes == first


def test_a_file_that_lacks_held_figures_stands_beside_them(mei: Client) -> None:
    loads(mei, FILE)
    loads(mei, "measure_short,la_number,area,2008,2009\nRead_Well,850,Hampshire,72,73\n")
    assert values() == [70, 72, 73]
    assert [release.supersedes for release in ours()] == [None, None]


def test_bad_rows_wait_with_their_line_and_can_all_be_taken_away(mei: Client) -> None:
    bad = FILE + "Read_Well,999,Nowhere,1,2\n" + "Read_Well,=1+1,Trick,1,2\n"
    assert "Line 4, place" in sends(mei, bad)
    taken = mei.get(f"{preview_of(bad)}refused.csv").content.decode()
    assert "“=1+1” is not a place that we know." in taken
    loads(mei, bad)
    assert values() == [70, 71]
    waiting = [row for row in queries.waiting_rows() if row.file == "lait-reading.csv"]
    assert [(row.line, row.field) for row in waiting] == [(4, "place"), (5, "place")]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("one,two\n1,2\n", "We do not know this layout"),
        (HEAD + "Read_Well,999,Nowhere,1,2\n", "Line 2, place: “999” is not a place that we know"),
        ("PK\x03\x04", "This spreadsheet is damaged"),
        ("", "This file is empty"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(mei: Client, text: str, says: str) -> None:
    page = sends(mei, text)
    assert says in page
    assert "There is a problem" in page or "This file cannot be read" in page


def test_no_file_at_all_is_asked_for(mei: Client) -> None:
    assert "Choose a file." in mei.post("/office/figures/").content.decode()


def test_a_file_that_is_too_large_is_refused_as_it_comes(
    mei: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "LARGEST", 20)
    assert "larger than 200 MB" in sends(mei, FILE)


@pytest.mark.parametrize("address", ["/office/figures/abc/", f"/office/figures/{'0' * 64}/"])
def test_a_file_that_was_never_sent_is_not_found(mei: Client, address: str) -> None:
    assert mei.get(address).status_code == 404


def test_the_page_is_for_those_with_the_duty(mei: Client, visitor: Client) -> None:
    assert 'href="/office/figures/"' in mei.get("/office/figures/").content.decode()
    assert visitor.get("/office/figures/").status_code == 302
    sign_in(visitor, worker_named("Priya Nair"), password=shared_password(settings.STATE))
    assert visitor.get("/office/figures/").status_code == 403


def commanded(file: Path, **options: bool) -> str:
    said = StringIO()
    call_command("load_figures", str(file), stdout=said, **options)
    return said.getvalue()


def test_the_command_says_what_it_does(database: str, tmp_path: Path) -> None:
    file = tmp_path / "lait_reading.csv"
    file.write_text(FILE)
    assert "Nothing was loaded." in commanded(file, preview=True)
    assert "4 new, 0 the same, 0 changed, 0 refused" in commanded(file)
    assert "Nothing in this file is new." in commanded(file)
    file.write_text(FILE.replace("71", "75"))
    assert "changed: lait-read-well, Hampshire, 2008: 71.0 → 75.0" in commanded(file)
    assert values() == [70, 75]


def test_the_command_refuses_in_a_sentence(database: str, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    with pytest.raises(CommandError, match="There is no file"):
        commanded(file)
    file.write_text("one,two\n1,2\n")
    with pytest.raises(CommandError, match="We do not know this layout"):
        commanded(file)


def test_many_files_go_in_by_one_command_and_a_refused_one_stops_no_other(
    database: str, tmp_path: Path
) -> None:
    other, file = tmp_path / "a_list.csv", tmp_path / "lait_reading.csv"
    other.write_text("one,two\n1,2\n")
    file.write_text(FILE)
    said = StringIO()
    with pytest.raises(CommandError, match="1 of 2 files were not loaded"):
        call_command("load_figures", str(other), str(file), stdout=said)
    assert "a_list.csv\nNot loaded: We do not know this layout" in said.getvalue()
    assert "lait_reading.csv\nLocal Authority Interactive Tool: 4 new" in said.getvalue()
    assert values() == [70, 71]


def test_a_definition_that_comes_after_its_figures_is_a_new_version(database: str, tmp_path: Path) -> None:
    figures, dictionary = tmp_path / "lait_reading.csv", tmp_path / "lait_dictionary.csv"
    figures.write_text(FILE)
    dictionary.write_text(
        "Topic,Measure,Measure_short,Polarity,y_axis_name\nKey Stage 2,Reads well,Read_Well,High,%\n"
    )
    for file in (figures, dictionary):
        commanded(file)
    card = queries.indicator(CODE)
    assert (card.title, card.polarity, card.unit) == ("Reads well", "high", "%")
    assert "Nothing in this file is new." in commanded(dictionary)
