import csv
import io

import pytest

from trust.foundation.kernel.tables import STARTS_A_FORMULA, as_csv


def read_back(cell: object) -> str:
    return list(csv.reader(io.StringIO(as_csv(("cell",), [(cell,)]), newline="")))[1][0]


@pytest.mark.parametrize("start", STARTS_A_FORMULA)
def test_a_cell_of_a_download_can_never_be_a_formula(start: str) -> None:
    assert read_back(f"{start}cmd()") == f"'{start}cmd()"


@pytest.mark.parametrize(("cell", "told"), [(-2.5, "-2.5"), (0, "0"), ("Hart, Havant", "Hart, Havant")])
def test_a_number_below_nought_and_an_ordinary_text_stay_as_they_are(cell: object, told: str) -> None:
    assert read_back(cell) == told


def test_what_is_not_known_is_an_empty_cell_and_not_nought() -> None:
    assert as_csv(("place", "figure"), [("Hart", None)]).splitlines()[1] == "Hart,"
