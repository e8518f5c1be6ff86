"""A measure’s path is held against its figure: its size, its kind of period, what was published."""

import re
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.refusals import Refused
from trust.vision.outcomes.words import Method
from trust.vision.plan import actions
from trust.vision.plan.models import Measure
from trust.vision.plan.rules.measured import Wrong, read_target
from trust.vision.plan.rules.paths import Basis
from trust.vision.plan.rules.promises import Aimed
from trust.vision.plan.tests.known import BY, TODAY
from trust.vision.plan.tests.people import reads
from trust.vision.plan.tests.test_importing_sheets import FIGURES, PLACES
from trust.vision.plan.words import Column, Given, MeasureKind

RATE = Basis("Conceptions", Method.RATE, {"2007": Decimal("33.21"), "2008": Decimal("33.2")})
SHARE = Basis("Attendance", Method.PROPORTION)
GOOD: dict[str, Any] = {
    "baseline_period": "2008", "baseline": Decimal("33.2"), "target_period": "2011", "target": Decimal(20),
}  # fmt: skip


def wrong(figure: Basis, **changed: Any) -> list[str]:
    return [f"{part}: {sentence}" for part, sentence in figure.faults(Aimed(**(GOOD | changed)))]


def test_a_whole_path_has_no_fault() -> None:
    assert wrong(RATE) == []
    assert wrong(SHARE) == []
    assert wrong(Basis("Score"), target=Decimal(-20)) == []


@pytest.mark.parametrize(
    ("figure", "changed", "says"),
    [
        (RATE, {"target": Decimal(-20)}, "target: “Conceptions” is never below nought"),
        (SHARE, {"baseline": Decimal(-1)}, "baseline: “Attendance” is never below nought"),
        (SHARE, {"target": Decimal(101)}, "a share and never above 100: the target cannot be 101."),
        (RATE, {"baseline_period": "2008/09"}, "such as 2008: write “2008/09” in the same way."),
        (RATE, {"tolerance": Decimal(-1)}, "nought or more"),
        (RATE, {"target": Decimal(0)}, "needs a tolerance"),
    ],
)
def test_what_cannot_be_is_said(figure: Basis, changed: dict[str, Any], says: str) -> None:
    (fault,) = wrong(figure, **changed)
    assert says in fault


def test_a_target_of_nought_may_stand_with_a_tolerance() -> None:
    assert wrong(RATE, target=Decimal(0), tolerance=Decimal(1)) == []


def test_a_baseline_is_taken_from_what_was_published() -> None:
    assert RATE.taken("2007", None, own=False) == Decimal("33.2")
    assert RATE.taken("2008", Decimal(33), own=False) == Decimal(33)
    assert RATE.taken("2008", Decimal(30), own=True) == Decimal(30)
    with pytest.raises(Refused, match=r"33\.2 was published for 2008, and the baseline says 30\."):
        RATE.taken("2008", Decimal(30), own=False)
    with pytest.raises(Refused, match="We hold no figure for 2001"):
        RATE.taken("2001", None, own=False)


CELLS = {
    Column.FIGURE: "NI 112", Column.BASELINE: "30", Column.BASELINE_PERIOD: "2008", Column.TARGET: "20",
    Column.TARGET_PERIOD: "2011",
}  # fmt: skip


def read(**changed: str) -> Any:
    cells = CELLS | {Column[name.upper()]: text for name, text in changed.items()}
    return read_target(cells, FIGURES, PLACES, ("E1", "Hampshire"), lambda figure, areas: RATE)


def test_a_row_of_a_table_is_held_against_the_same() -> None:
    assert read().notes == ("33.2 was published for 2008, and the baseline says 30.",)
    for changed in ({"target": "-20"}, {"baseline_period": "2008/09"}, {"tolerance": "-1"}):
        with pytest.raises(Wrong) as refused:
            read(**changed)
        assert refused.value.column is Column[next(iter(changed)).upper()]


def sent(officer: Client, priority: UUID, **changed: str) -> str:
    form = {
        "token": str(uuid4()), "title": "Fewer", "kind": "population", "indicator": "ni-112",
        "areas": "E10000014", "owner": "Hampshire County Council", "baseline_period": "2007",
        "baseline": "", "target_period": "2011", "target": "20", "tolerance": "",
    }  # fmt: skip
    answer = officer.post(f"/office/priority/{priority}/measure/", form | changed, follow=True)
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def test_the_form_offers_the_published_baseline_and_takes_a_tolerance(
    officer: Client, priority: UUID
) -> None:
    assert "The measure is added. <" in re.sub(r"\s*<", " <", sent(officer, priority, tolerance="2"))
    made = Measure.objects.get(priority=priority)
    assert made.tolerance == 2
    assert 20 < made.baseline < 50


def test_another_baseline_than_the_published_one_is_kept_only_on_purpose(
    officer: Client, priority: UUID
) -> None:
    assert "was published for 2007, and the baseline says 99" in sent(officer, priority, baseline="99")
    assert "The measure is added" in sent(officer, priority, baseline="99", own_baseline="on")


def test_the_form_refuses_what_cannot_be(officer: Client, priority: UUID) -> None:
    assert "is never below nought" in sent(officer, priority, target="-20")
    page = sent(officer, priority, baseline="30", baseline_period="2008/09")
    assert "write “2008/09” in the same way" in page
    assert not Measure.objects.filter(priority=priority)


def test_a_figure_of_which_nothing_is_held_may_be_chosen_and_says_so(officer: Client, priority: UUID) -> None:
    page = sent(officer, priority, indicator="ni-62", baseline="10", baseline_period="2008/09")
    assert "We hold no figure of" in page


def test_a_new_path_is_held_against_the_same(officer: Client, priority: UUID) -> None:
    sent(officer, priority)
    made = Measure.objects.get(priority=priority)
    address = f"/office/measure/{made.pk}/replace/"
    form = {"token": str(uuid4()), "baseline_period": "2007", "baseline": "99", "target_period": "2011"}
    page = officer.post(address, form | {"target": "-1", "because": "More."}).content.decode()
    assert "was published for 2007" in page
    form |= {"own_baseline": "on", "target": "-1", "because": "More."}
    assert "never below nought" in officer.post(address, form).content.decode()


def test_only_money_has_an_amount(priority: UUID) -> None:
    facts: dict[str, Any] = {"partner": "Hampshire County Council", "what": "Two workers", "agreed_on": TODAY}
    facts |= {"given": Given.PEOPLE, "agreed_by": "The Director", "amount": Decimal(500)}
    with pytest.raises(Refused, match="You chose “People” and wrote an amount of money"):
        actions.record_pledge(token=uuid4(), priority=priority, **facts, **BY)


def test_the_deed_itself_refuses(priority: UUID) -> None:
    with pytest.raises(Refused, match="never below nought"):
        actions.add_measure(
            token=uuid4(), priority=priority, kind=MeasureKind.POPULATION, title="Fewer", about="Hampshire",
            indicator_code="ni-112", areas=["E10000014"], owner="Hampshire County Council",
            **GOOD | {"target": Decimal(-20)}, **BY,
        )  # fmt: skip


def test_the_page_asks_for_a_tolerance_under_add_more(officer: Client, priority: UUID) -> None:
    page = reads(officer, f"/office/priority/{priority}/measure/")
    assert page.index("Add more") < page.index("How far off is at risk")
