from datetime import date

import pytest

from trust.foundation.kernel.refusals import Refused
from trust.strategy.needs.rules import check_rests_on_figures, check_said_on
from trust.strategy.needs.words import Sure


def test_a_place_cannot_be_in_both_groups() -> None:
    with pytest.raises(Refused, match="cannot be in both groups"):
        check_rests_on_figures(Sure.FAIRLY, indicator="ni-112", places=["A", "B"], comparison=["B"])


@pytest.mark.parametrize(("indicator", "places"), [("", ["A"]), ("ni-112", [])])
def test_to_be_sure_needs_a_measure_and_places(indicator: str, places: list[str]) -> None:
    with pytest.raises(Refused, match="choose the measure and the places"):
        check_rests_on_figures(Sure.SURE, indicator=indicator, places=places, comparison=[])


def test_a_belief_may_rest_on_no_figure_if_it_says_so() -> None:
    check_rests_on_figures(Sure.NOT_YET, indicator="", places=[], comparison=[])


def test_a_finding_is_not_said_before_its_day() -> None:
    with pytest.raises(Refused, match="9 June 2010: that day has not come yet"):
        check_said_on(date(2010, 6, 9), today=date(2010, 6, 8))
