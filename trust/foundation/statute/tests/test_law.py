from datetime import date
from pathlib import Path

import pytest

from trust.foundation.statute.law import Force, Law, LawError, read_law

ROW = """
[[provision]]
rule = "assessment.initial"
from = 2000-04-01
until = 2010-03-31
force = "must-have-regard"
source = "framework-2000"
where = "paragraph 3.9"
says = "Finish within seven working days."
working_days = 7

[[provision]]
rule = "assessment.initial"
from = 2010-04-01
force = "must-have-regard"
source = "working-together-2010"
where = "paragraph 5.38"
says = "Finish within ten working days."
working_days = 10
"""


def law_of(folder: Path, text: str) -> Law:
    file = folder / "time_limits.toml"
    file.write_text(text, encoding="utf-8")
    return read_law(file)


@pytest.fixture
def law(tmp_path: Path) -> Law:
    return law_of(tmp_path, ROW)


@pytest.mark.parametrize(
    ("day", "days"),
    [(date(2000, 4, 1), 7), (date(2010, 3, 31), 7), (date(2010, 4, 1), 10), (date(2026, 1, 1), 10)],
)
def test_the_row_of_the_day_answers(law: Law, day: date, days: int) -> None:
    assert law.in_force("assessment.initial", on=day).values["working_days"] == days


def test_a_provision_says_how_strong_it_is_and_where_it_is_written(law: Law) -> None:
    found = law.in_force("assessment.initial", on=date(2010, 6, 8))
    assert (found.force, found.source, found.where) == (
        Force.MUST_HAVE_REGARD,
        "working-together-2010",
        "paragraph 5.38",
    )


def test_no_row_for_the_day_is_an_error_and_not_a_default(law: Law) -> None:
    with pytest.raises(
        LawError, match=r"time_limits.toml: no row is in force for “assessment.initial” on 31 March 2000"
    ):
        law.in_force("assessment.initial", on=date(2000, 3, 31))


def test_find_says_nothing_where_there_is_nothing(law: Law) -> None:
    assert law.find("assessment.initial", on=date(1999, 1, 1)) is None
    assert law.find("unheard-of", on=date(2010, 6, 8)) is None


def test_the_law_of_a_day_and_its_rules(law: Law) -> None:
    assert [row.says for row in law.on(date(2010, 6, 8))] == ["Finish within ten working days."]
    assert law.rules() == ["assessment.initial"]


BAD_ROWS = [
    (
        "from = 2010-04-01",
        "from = 2010-03-31",
        "rows 1 and 2: both are the rule “assessment.initial” on 31 March 2010",
    ),
    ('"working-together-2010"', '"a-dream"', "row 2: the source “a-dream” is not in the register"),
    (
        "until = 2010-03-31",
        "until = 1999-01-01",
        "row 1: It ends on 1 January 1999, before it begins on 1 April 2000",
    ),
    ("from = 2010-04-01", 'from = "2010-04-01"', "row 2: “from” and “until” must be days"),
    ("from = 2010-04-01", "from = 2010-04-01T09:00:00", "row 2: “from” and “until” must be days"),
    ('force = "must-have-regard"', 'force = "nice"', "row 1: the force “nice” is not one of statutory"),
    ('where = "paragraph 5.38"', "", "row 2: “where” is missing"),
    ("[[provision]]", "[[provision]", "this is not readable TOML"),
]


@pytest.mark.parametrize(("good", "bad", "sentence"), BAD_ROWS, ids=[row[2][:30] for row in BAD_ROWS])
def test_a_row_that_cannot_be_relied_on_refuses_the_file(
    tmp_path: Path, good: str, bad: str, sentence: str
) -> None:
    with pytest.raises(LawError) as refusal:
        law_of(tmp_path, ROW.replace(good, bad))
    assert str(refusal.value).startswith("time_limits.toml")
    assert sentence in str(refusal.value)


def test_two_rules_may_share_days(tmp_path: Path) -> None:
    other = ROW.replace("assessment.initial", "assessment.core")
    assert law_of(tmp_path, ROW + other).rules() == ["assessment.initial", "assessment.core"]
