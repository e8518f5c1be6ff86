"""What is planned between a baseline and a target: its rules, and that everything tells the same path."""

import csv
import json
from dataclasses import replace
from decimal import Decimal
from io import StringIO
from typing import Any
from uuid import UUID, uuid4

import jsonschema
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from trust.foundation.kernel.refusals import Refused
from trust.foundation.statistics.words import Polarity, Rating
from trust.vision.outcomes.words import Method
from trust.vision.plan import actions, queries
from trust.vision.plan.formats import PublishedMeasure, hash_of, read, write
from trust.vision.plan.formats.schema import schema
from trust.vision.plan.models import Measure, Plan
from trust.vision.plan.queries.changing import measure_path
from trust.vision.plan.queries.dashboards import dashboard
from trust.vision.plan.queries.signing import part_of
from trust.vision.plan.rules import Aimed
from trust.vision.plan.rules.paths import Basis
from trust.vision.plan.rules.yearly import as_kept, as_lines, from_kept, read_yearly
from trust.vision.plan.tests.known import BY, TODAY
from trust.vision.plan.tests.people import reads
from trust.vision.plan.tests.test_snapshot import a_plan, a_priority
from trust.vision.plan.words import MeasureKind

D = Decimal
ENDS: dict[str, Any] = {
    "baseline_period": "2008", "baseline": D(70), "target_period": "2013", "target": D(45), "tolerance": None,
}  # fmt: skip
SHARE = Basis("Attendance", Method.PROPORTION, {"2008": D(70), "2009": D(68)})
WAY = (("2010", D(60)), ("2011", D(55)))
CALLED = "Fixed-period exclusions from school"


def wrong(*yearly: tuple[str, str], **changed: Any) -> list[str]:
    pairs = tuple((period, D(value)) for period, value in yearly)
    path = Aimed(**(ENDS | changed), yearly_targets=pairs)
    return [sentence for part, sentence in SHARE.faults(path) if part == "yearly_targets"]


def test_a_line_is_a_year_a_colon_and_a_number() -> None:
    assert read_yearly("2011: 55%\n2010: 60") == WAY
    assert read_yearly("2010-11: 60; 2011/2012: 55") == (("2010/11", D(60)), ("2011/12", D(55)))
    assert read_yearly("\n tbc \n") == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("60 by 2010", "“60 by 2010” is not a target. Write the year, a colon and the aim"),
        ("2010: better", "“better” is not a number"),
        ("2010: 900000000", "too large a number"),
    ],
)
def test_another_line_is_refused_with_what_to_write(text: str, says: str) -> None:
    with pytest.raises(Refused, match=says):
        read_yearly(text)


@given(st.dictionaries(st.integers(1990, 2030).map(str), st.decimals(0, 10**7, places=4)))
def test_what_is_kept_and_what_is_shown_in_a_box_read_back_the_same(told: dict[str, Decimal]) -> None:
    yearly = read_yearly("\n".join(f"{period}: {value}" for period, value in told.items()))
    assert read_yearly(as_lines(yearly)) == yearly == from_kept(as_kept(yearly))


def test_a_path_without_fault() -> None:
    assert wrong() == wrong(("2010", "60"), ("2011", "55")) == []


@pytest.mark.parametrize(
    ("yearly", "says"),
    [
        ((("2008", "60"),), "after the baseline, 2008, and before the target, 2013: 2008 does not."),
        ((("2013", "60"),), "2013 does not."),
        ((("2010", "60"), ("2010", "61")), "There are two yearly targets for 2010: keep one."),
        ((("2010/11", "60"),), "published for periods such as 2009: write “2010/11” in the same way."),
        ((("2010", "-1"),), "“Attendance” is never below nought: the target for 2010 cannot be -1."),
        ((("2010", "101"),), "never above 100: the target for 2010 cannot be 101."),
    ],
)
def test_what_cannot_be_is_said(yearly: tuple[tuple[str, str], ...], says: str) -> None:
    (fault,) = wrong(*yearly)
    assert fault.endswith(says)


def test_a_way_that_touches_nought_needs_a_tolerance() -> None:
    path = Aimed(**ENDS, yearly_targets=(("2010", D(0)),))
    assert [part for part, _ in SHARE.faults(path)] == ["tolerance"]
    assert list(SHARE.faults(replace(path, tolerance=D(1)))) == []
    through = Aimed("2008", D(-2), "2012", D(2))
    assert [part for part, _ in Basis("Score").faults(through)] == ["tolerance"]


def test_a_figure_is_judged_by_where_the_way_stands_in_its_year() -> None:
    """Straight, 2011 would need 55; but 69 was planned for 2010, so 2011 needs 61 and 2009 69.5."""
    late = Aimed(**ENDS, yearly_targets=(("2010", D(69)),))
    assert [late.expected(str(year)) for year in range(2008, 2014)] == [70, D("69.5"), 69, 61, 53, 45]
    assert late.judge(D(69), "2010", Polarity.LOW).rating is Rating.ON_TRACK
    assert Aimed(**ENDS).judge(D(69), "2010", Polarity.LOW).rating is Rating.OFF_TRACK


def a_measure(**changed: Any) -> PublishedMeasure:
    about: dict[str, Any] = {"title": "Fewer", "kind": "population", "indicator": "ni-112", "areas": ("E1",)}
    about |= {"about": "Hampshire", "owner_id": UUID(int=2), "owner": "The council", "invented": True}
    return PublishedMeasure(id=UUID(int=1), **about | ENDS | changed)


def test_the_snapshot_holds_the_way_exactly_and_an_older_one_has_none() -> None:
    plan = a_plan(replace(a_priority(), measures=(a_measure(yearly_targets=WAY),)))
    assert read(write(plan)) == plan
    told = json.loads(write(plan))
    jsonschema.validate(told, schema())
    assert told["priorities"][0]["measures"][0]["yearly_targets"] == [["2010", "60"], ["2011", "55"]]
    del told["priorities"][0]["measures"][0]["yearly_targets"]
    jsonschema.validate(told, schema())
    assert read(json.dumps(told)).priorities[0].measures[0].on_the_way == ""


def test_a_difference_between_versions_says_which_way() -> None:
    before = a_plan(replace(a_priority(), measures=(a_measure(),)))
    after = a_plan(replace(a_priority(), measures=(a_measure(yearly_targets=WAY),)))
    (found,) = queries.differences(before, after)
    assert "On the way: 60 in 2010 and 55 in 2011." in found.after
    assert "On the way" not in found.before


def sent(officer: Client, address: str, **changed: str) -> str:
    form = {
        "token": str(uuid4()), "title": "Fewer", "kind": "population", "indicator": "ni-112",
        "areas": "E10000014", "owner": "Hampshire County Council", "baseline_period": "2007",
        "baseline": "", "target_period": "2011", "target": "20", "tolerance": "2",
        "yearly_targets": "2009: 30\r\n2010: 26", "because": "The clinics open later.",
    }  # fmt: skip
    answer = officer.post(address, form | changed, follow=True)
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def test_an_officer_writes_the_way_of_a_measure_and_reads_it(officer: Client, priority: UUID) -> None:
    address = f"/office/priority/{priority}/measure/"
    form = reads(officer, address)
    assert form.index("Add more") < form.index("What do we aim at on the way, year by year?")
    assert "to 20 in 2011; on the way 30 in 2009 and 26 in 2010" in sent(officer, address)
    made = Measure.objects.get(priority=priority)
    assert made.yearly_targets == [["2009", "30"], ["2010", "26"]]


@pytest.mark.parametrize(
    ("yearly", "says"),
    [
        ("2011: 22", "2011 does not."),
        ("2009/10: 22", "write “2009/10” in the same way."),
        ("2009 about 22", "is not a target"),
        ("2009: -2", "the target for 2009 cannot be -2"),
    ],
)
def test_the_form_says_what_is_wrong_and_keeps_the_answer(
    officer: Client, priority: UUID, yearly: str, says: str
) -> None:
    page = sent(officer, f"/office/priority/{priority}/measure/", yearly_targets=yearly)
    assert says in page
    assert yearly in page
    assert not Measure.objects.filter(priority=priority)


def test_a_new_path_stands_on_the_old_one_and_says_why(officer: Client, plan: Plan, priority: UUID) -> None:
    """What the form shows is what is kept: neither the way nor the tolerance is lost or changed unseen."""
    sent(officer, f"/office/priority/{priority}/measure/")
    old = Measure.objects.get(priority=priority)
    address = f"/office/measure/{old.pk}/replace/"
    form = reads(officer, address)
    assert "2009: 30 2010: 26</textarea>" in form
    assert 'name="tolerance" value="2"' in form
    shown = measure_path(old.pk)[2]
    page = sent(officer, address, **shown | {"target": "21"})
    assert "to 21 in 2011; on the way 30 in 2009 and 26 in 2010" in page
    new = Measure.objects.get(replaces=old)
    assert new.tolerance == 2
    assert new.yearly_targets == old.yearly_targets
    (told,) = next(one for one in queries.draft(plan).plan.priorities if one.id == priority).measures
    assert (told.because, told.on_the_way) == ("The clinics open later.", "30 in 2009 and 26 in 2010")


def test_a_path_whose_way_no_longer_fits_is_refused(officer: Client, priority: UUID) -> None:
    sent(officer, f"/office/priority/{priority}/measure/")
    old = Measure.objects.get(priority=priority)
    page = sent(officer, f"/office/measure/{old.pk}/replace/", target_period="2010")
    assert "before the target, 2010: 2010 does not." in page
    assert not Measure.objects.filter(replaces=old)


def test_a_tolerance_is_taken_away_only_by_emptying_its_box(officer: Client, priority: UUID) -> None:
    sent(officer, f"/office/priority/{priority}/measure/")
    old = Measure.objects.get(priority=priority)
    sent(officer, f"/office/measure/{old.pk}/replace/", tolerance="")
    assert Measure.objects.get(replaces=old).tolerance is None


def test_a_part_that_was_signed_before_still_reads_the_same(plan: Plan, priority: UUID) -> None:
    """A measure whose path is straight says nothing of a way, as when it was signed; another does."""
    said: dict[str, Any] = {"kind": MeasureKind.POPULATION, "indicator_code": "ni-112", "about": "Hampshire"}
    said |= {"areas": ["E10000014"], "owner": "Gosport Borough Council", "priority": priority, **ENDS}
    one = actions.add_measure(token=uuid4(), title="Straight", **said, **BY)
    text = part_of(plan, one.owner_id).text
    assert "yearly_targets" not in text
    actions.add_measure(token=uuid4(), title="By steps", yearly_targets=WAY, **said, **BY)
    assert '"yearly_targets":[["2010","60"],["2011","55"]]' in part_of(plan, one.owner_id).text


def live() -> tuple[queries.Published, UUID, PublishedMeasure]:
    found = queries.published(TODAY)
    assert found
    every = ((one.id, measure) for one in found.plan.priorities for measure in one.measures)
    priority, measure = next(pair for pair in every if pair[1].title == CALLED)
    return found, priority, measure


def test_a_version_from_before_is_not_published_again_for_what_it_did_not_yet_say(town: str) -> None:
    """Its own text, and so its hash, is without the later words; what they say now is nothing."""
    found, _, _ = live()
    older = queries.text_of(found.id, found.number).replace(',"yearly_targets":[]', "")
    assert hash_of(older) != found.sha256
    assert write(read(older)) == write(found.plan)


def test_every_page_tells_the_way_of_the_plan_that_runs(visitor: Client, officer: Client) -> None:
    found, priority, measure = live()
    assert measure.on_the_way == "6.7 in 2007/08, 6.4 in 2008/09 and 6 in 2009/10"
    version = f"/plans/{found.id}/version/{found.number}"
    for address in (
        f"/promise/{priority}/", f"/plans/{found.id}/thread/{measure.id}/",
        f"/plan/progress/card/{priority}/", f"/office/priority/{priority}/",
    ):  # fmt: skip
        assert measure.on_the_way in reads(officer, address), address
    rows = list(csv.DictReader(StringIO(visitor.get(f"{version}/measures.csv").content.decode("utf-8-sig"))))
    (row,) = (one for one in rows if one["title"] == CALLED)
    assert row["yearly_targets"] == "2007/08: 6.7; 2008/09: 6.4; 2009/10: 6"


def test_the_chart_goes_the_way_and_the_status_is_by_it(town: str) -> None:
    reading = next(line.reading for line in dashboard(TODAY).lines if line.reading.measure.title == CALLED)
    assert reading.latest
    aimed = dict(reading.measure.yearly_targets)
    assert reading.expected == aimed[reading.latest.period]
    chart = queries.path_of(reading)
    assert chart
    assert "by 6.7 in 2007/08, 6.4 in 2008/09 and 6 in 2009/10." in chart.wide.description
