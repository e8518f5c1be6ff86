"""`run test` runs every check whatever fails, and names all that failed at the end."""

import pytest

from launch import testing
from launch.checks import CHECKS, Check

HOLDS = Check("Two is two", ("-c", "assert 2 == 2"))
FAILS = Check("Two is three", ("-c", "import sys; sys.exit('it is not')"))


def test_a_failure_stops_nothing_and_is_named_at_the_end(capfd: pytest.CaptureFixture[str]) -> None:
    failures = testing.run_all([FAILS, HOLDS, FAILS], {})
    assert testing.summary(failures) == 1
    said = capfd.readouterr().out
    assert "Two is two: yes" in said
    assert said.rstrip().endswith("- Two is three\n  - Two is three")


def test_when_all_holds_the_whole_succeeds(capfd: pytest.CaptureFixture[str]) -> None:
    assert testing.summary(testing.run_all([HOLDS], {})) == 0
    assert "Everything passed in" in capfd.readouterr().out


def test_what_needs_no_database_comes_first() -> None:
    needs = [(check.needs_database, check.needs_browser) for check in CHECKS]
    assert needs == sorted(needs)


def test_every_test_is_in_one_of_the_three_parts() -> None:
    parts = [check.words[-1] for check in CHECKS if "pytest" in check.words]
    assert parts == ["not database and not browser", "database and not browser", "browser"]
