"""An area is data: another county loads with no line of Python changed, and a spoilt pack loads nothing."""

import shutil
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from trust.foundation.directory.formats import ORGANISATION_LONGEST, PLACE_LONGEST
from trust.foundation.directory.queries import districts, organisations, setting
from trust.governance.board.formats.pack import LONGEST
from trust.vision.outcomes.queries import waiting_rows

OAKSHIRE = Path(__file__).parent / "oakshire"
HAMPSHIRE = Path(__file__).parents[2] / "areas" / "hampshire"


def load(folder: Path, *words: str) -> str:
    told = StringIO()
    call_command("load_area", str(folder), *words, stdout=told)
    return told.getvalue()


def rows() -> dict[str, int]:
    """How many rows each table of ours holds, the audit apart: it is not for the web roles to read."""
    ours = [
        m for m in apps.get_models() if m.__module__.startswith("trust.") and m._meta.app_label != "audit"
    ]
    return {model._meta.label: model._base_manager.using("owner").count() for model in ours}


@pytest.fixture
def a_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(OAKSHIRE, tmp_path / "oakshire"))


def test_an_invented_county_loads_and_speaks_its_own_words(empty_database: str) -> None:
    assert "oakshire:" in load(OAKSHIRE)
    assert setting().local_partnerships_word == "Children’s Networks"
    assert [place.name for place in districts(on=date(2009, 11, 2))] == ["Acornbury", "Leafham"]


def test_hampshire_loads_with_its_eleven_districts(database: str) -> None:
    assert len(districts(on=date(2010, 6, 8))) == 11
    assert len(organisations(on=date(2010, 6, 8))) > 30


@pytest.mark.parametrize("folder", [OAKSHIRE, HAMPSHIRE], ids=["oakshire", "hampshire"])
def test_loading_the_same_files_again_changes_nothing(empty_database: str, folder: Path) -> None:
    load(folder, "--demonstration")
    before = rows()
    assert ": 0 added, 0 corrected," in load(folder, "--demonstration")
    assert rows() == before


SPOILT = [
    ("organisations.csv", "X07000002,1974", "X07000009,1974", "organisations.csv, line 4, place"),
    (
        "bodies.csv",
        "local-partnership,no,no,X07000002",
        "local-partnership,no,no,X07000009",
        "bodies.csv, line 5, place",
    ),
    ("bodies.csv", "network-leafham,", "network-acornbury,", "bodies.csv, line 5, key"),
    ("bodies.csv", ",safeguarding-board,", ",coven,", "bodies.csv, line 3, kind"),
    ("bodies.csv", "2006-04-01,2019-09-28", "2006-04-01,2005-09-28", "bodies.csv, line 3, last"),
    ("links.csv", "network-leafham,board", "network-leafham,network-leafham", "links.csv, line 5, to"),
    (
        "links.csv",
        "board,,The public,accountable-to",
        "board,network-leafham,,accountable-to",
        "links.csv, line",
    ),
    ("links.csv", "network-leafham,board", "network-leafham,nowhere", "links.csv, line 5, to"),
    ("seats.csv", "oakshire-police,B03", "oakshire-police,", "seats.csv, line 4, rules"),
    ("seats.csv", "oakshire-police,B03", "oakshire-police,B99", "seats.csv, line 4, rules"),
    ("seats.csv", "acornbury;leafham", "acornbury;atlantis", "seats.csv, line 3, represents"),
    ("memberships.csv", "dcs,council", "dcs,throne", "memberships.csv, line 2, seat"),
    ("bodies.csv", "network-leafham,", f"network-{'l' * 80},", "bodies.csv, line 5, key: shorten this to 80"),
]


@pytest.mark.parametrize(
    ("file", "good", "bad", "where"), SPOILT, ids=[f"{s[3]}: {s[2][-24:]}" for s in SPOILT]
)
def test_a_spoilt_pack_gets_a_sentence_and_loads_nothing(
    empty_database: str, a_copy: Path, file: str, good: str, bad: str, where: str
) -> None:
    text = (a_copy / file).read_text(encoding="utf-8")
    assert good in text
    (a_copy / file).write_text(text.replace(good, bad, 1), encoding="utf-8")
    before = rows()
    with pytest.raises(CommandError) as refusal:
        load(a_copy)
    assert str(refusal.value).startswith("Nothing was loaded.")
    assert where in str(refusal.value)
    assert rows() == before


@pytest.mark.parametrize(
    ("longest", "app", "models"),
    [
        (PLACE_LONGEST, "directory", ["area"]),
        (ORGANISATION_LONGEST, "directory", ["organisation"]),
        (LONGEST, "board", ["body", "bodylink", "seat", "membership", "meeting", "decision"]),
    ],
)
def test_a_cell_may_be_as_long_as_its_column_and_no_longer(
    longest: dict[str, int], app: str, models: list[str]
) -> None:
    columns = {f.name: f for name in models for f in apps.get_model(app, name)._meta.get_fields()}
    assert longest == {name: getattr(columns[name], "max_length", None) for name in longest}


def test_a_spoilt_figure_waits_with_its_reason_and_the_others_load(empty_database: str, a_copy: Path) -> None:
    figures = a_copy / "figures" / "conceptions.csv"
    text = figures.read_text(encoding="utf-8")
    figures.write_text(text.replace("X07000002,2009,2007", "X07000009,2009,2007", 1), encoding="utf-8")
    told = load(a_copy)
    assert "waits: conceptions.csv, line " in told
    assert "X07000009" in told
    assert len(waiting_rows()) == 1


def test_a_real_installation_cannot_be_made_a_demonstration_afterwards(empty_database: str) -> None:
    load(OAKSHIRE)
    with pytest.raises(CommandError, match="cannot become a demonstration"):
        load(OAKSHIRE, "--demonstration")
