"""What the source documents ask of figures: an area’s own measures by the same rules, and named tests."""

from pathlib import Path

from django.test import Client

from trust.foundation.kernel.actor import SYSTEM
from trust.vision.outcomes.loaders import load_figures
from trust.vision.outcomes.makers import a_folder, a_row
from trust.vision.outcomes.tests.test_loading import GOSPORT, HAVANT, NOW


def test_an_area_s_own_measure_is_judged_shown_and_refused_by_the_same_rules(
    database: str, visitor: Client, tmp_path: Path
) -> None:
    rows = [a_row(GOSPORT), a_row(HAVANT, numerator="101")]
    load_figures(a_folder(tmp_path, reading=rows), by=SYSTEM, at=NOW)
    page = visitor.get("/outcomes/reading/?area=" + GOSPORT).text
    assert "In Gosport it was 60.0% in 2008" in page
    assert "50.2 to 69.1" in page
    assert "101 is above its denominator, 100." in visitor.get("/open-data/").text


def test_the_method_says_which_test_lets_us_say_better_worse_or_narrowed(
    database: str, visitor: Client
) -> None:
    page = " ".join(visitor.get("/outcomes/method/").text.split())
    assert "only if chance would give such a difference fewer than 5 times in 100" in page
    assert "the change over its standard error, at 5 in 100" in page
