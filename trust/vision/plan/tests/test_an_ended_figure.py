"""A measure whose figure nobody counts any more: what is promised on it, and what everyone reads."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.actions import define_indicator
from trust.vision.outcomes.formats.indicators import read_indicators
from trust.vision.plan import actions, queries
from trust.vision.plan.formats import PublishedMeasure, PublishedPriority
from trust.vision.plan.tests.known import NOW
from trust.vision.plan.words import MeasureKind

BY: dict[str, Any] = {"by": SYSTEM, "at": NOW}
ENDED = "Nobody has counted this since 31 December 2009: the measure needs another figure."
PATH: dict[str, Any] = {"baseline_period": "1998", "baseline": Decimal(36), "target": Decimal(18)}
REGISTER = Path(__file__).parents[4] / "areas/hampshire/figures/indicators.toml"


@pytest.fixture
def priority(town: str) -> PublishedPriority:
    """The first of the running plan, on a figure of which the last count was for 2009."""
    entries, _ = read_indicators(REGISTER.read_bytes())
    (conceptions,) = (one for one in entries if one.code == "ni-112")
    define_indicator(entry=replace(conceptions, valid_until=date(2009, 12, 31)), **BY)
    live = queries.published(NOW.date())
    assert live
    return live.plan.priorities[0]


def measure_of(priority: PublishedPriority) -> PublishedMeasure:
    return priority.measures[0]


def test_a_new_measure_on_it_is_refused(priority: PublishedPriority) -> None:
    with pytest.raises(Refused, match="counted only until 31 December 2009, so nobody could tell in 2011"):
        actions.add_measure(
            token=uuid4(), priority=priority.id, kind=MeasureKind.POPULATION, title="Fewer",
            indicator_code="ni-112", about="Hampshire", areas=["E10000014"], owner="Hampshire County Council",
            target_period="2011", **PATH, **BY,
        )  # fmt: skip


def test_a_new_path_past_its_end_is_refused(priority: PublishedPriority) -> None:
    old = measure_of(priority)
    facts: dict[str, Any] = {"token": uuid4(), "measure": old.id, "because": "Longer."}
    with pytest.raises(Refused, match="Choose another figure, or an earlier target"):
        actions.replace_measure(
            **facts, target_period="2012", yearly_targets=(), tolerance=None, **PATH, **BY
        )


def test_a_measure_that_was_promised_before_says_so_to_everyone(
    priority: PublishedPriority, visitor: Client
) -> None:
    assert queries.reading(measure_of(priority), NOW.date()).sentence.endswith(ENDED)
    assert ENDED not in queries.reading(measure_of(priority), date(2009, 12, 31)).sentence
    assert ENDED in visitor.get(f"/promise/{priority.id}/").text
    assert ENDED in visitor.get("/plan/progress/").text
