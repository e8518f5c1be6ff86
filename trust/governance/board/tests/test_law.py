"""The law of Boards as written down is the table that the specification gives, row by row."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from trust.foundation.statute.law import Provision
from trust.foundation.statute.register import instrument
from trust.governance.board.queries.composition import composition_law
from trust.governance.partnership.queries import partner_kinds

BEFORE, FROM, AFTER = date(2010, 3, 31), date(2010, 4, 1), date(2010, 11, 1)
GOOD, REGARD, LAW, LOCAL = "good-practice", "must-have-regard", "statutory", "local"
# Before 1 April 2010, from that day, after the guidance was withdrawn; nothing where the rule does not apply.
FORCE: dict[str, tuple[str, str, str]] = {
    "B02": (REGARD, LAW, LAW),
    "B11": (GOOD, "", ""),
    "B24": (GOOD, GOOD, GOOD),
    "B25": ("", "", ""),
    **dict.fromkeys(["B01", "B03", "B04", "B05", "B06", "B07", "B10"], (GOOD, LAW, LAW)),
    **dict.fromkeys(["B12", "B13", "B14", "B15", "B16"], (GOOD, LAW, LAW)),
    **dict.fromkeys(["B02m", "B12m", "B23"], (GOOD, GOOD, LOCAL)),
    **dict.fromkeys(["B08", "B09"], (REGARD, REGARD, LOCAL)),
    **dict.fromkeys([f"B{n}" for n in range(17, 23)], (REGARD, REGARD, LOCAL)),
    **dict.fromkeys(["G01", "G02", "G06"], (LOCAL, LOCAL, LOCAL)),
}
PROVISIONS = composition_law().provisions


def force_on(rule: str, day: date) -> str:
    found = composition_law().find(rule, on=day)
    return found.force.value if found else ""


def kinds_of(rule: str, day: date) -> list[str]:
    return list(composition_law().in_force(rule, on=day).values["kinds"])


def test_every_rule_of_the_table_is_there_and_no_other() -> None:
    assert sorted(composition_law().rules()) == sorted(FORCE)


@pytest.mark.parametrize("rule", FORCE)
def test_the_force_changes_when_the_table_says(rule: str) -> None:
    assert tuple(force_on(rule, day) for day in (BEFORE, FROM, AFTER)) == FORCE[rule]


@pytest.mark.parametrize("rule", FORCE)
def test_the_guidance_was_withdrawn_on_the_last_day_of_october(rule: str) -> None:
    assert force_on(rule, date(2010, 10, 30)) == FORCE[rule][1]
    assert force_on(rule, date(2010, 10, 31)) == FORCE[rule][2]


def test_nothing_is_required_by_law_before_1_april_2010() -> None:
    assert min(row.span.first for row in PROVISIONS if row.force == LAW) == date(2010, 4, 1)


def test_the_commissioner_takes_the_police_authoritys_place() -> None:
    assert kinds_of("B04", date(2012, 11, 21)) == ["police_authority"]
    assert kinds_of("B04", date(2012, 11, 22)) == ["local_policing_body"]


def test_health_seats_end_as_the_commissioners_seat_begins() -> None:
    ended, begun = date(2013, 3, 31), date(2013, 4, 1)
    assert (force_on("B07", ended), force_on("B07", begun)) == (LAW, "")
    assert (force_on("B25", ended), force_on("B25", begun)) == ("", GOOD)


def test_no_row_makes_a_written_mandate_law() -> None:
    assert {row.force.value for row in PROVISIONS if row.rule == "B02m"} == {GOOD, LOCAL}


@pytest.mark.parametrize("row", PROVISIONS, ids=lambda row: f"{row.rule} {row.span.first}")
def test_a_source_was_in_force_whenever_its_row_was(row: Provision) -> None:
    source = instrument(row.source).span
    assert source.holds(row.span.first)
    assert source.last is None or (row.span.last is not None and row.span.last <= source.last)


@pytest.mark.parametrize("rule", FORCE)
def test_a_rule_has_no_day_without_a_row_between_its_first_and_its_last(rule: str) -> None:
    spans = [row.span for row in PROVISIONS if row.rule == rule]
    for one, after in pairwise(spans):
        assert one.last
        assert after.first == one.last + timedelta(days=1)


@pytest.mark.parametrize("row", PROVISIONS, ids=lambda row: f"{row.rule} {row.span.first}")
def test_a_row_says_who_and_what_to_do_in_plain_sentences(row: Provision) -> None:
    assert row.values["what"][0].isupper()
    for sentence in (row.says, row.values["ask"]):
        assert sentence.endswith(".")
        assert "shall" not in sentence


def test_every_kind_is_one_that_the_list_of_partners_knows() -> None:
    named = {kind for row in PROVISIONS for kind in row.values.get("kinds", ())}
    assert named - partner_kinds() == set()
