"""An action is added with the milestones on its way, each read line by line and made a real one."""

from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.refusals import Refused
from trust.vision.plan import actions
from trust.vision.plan.models import Action, Milestone
from trust.vision.plan.rules.milestones import Step, read_steps
from trust.vision.plan.tests.known import BY
from trust.vision.plan.tests.people import reads

TWO = "30 September 2010: nine schools have it\n\n2010-12-31: all: every one"


def test_each_line_is_a_day_and_its_words() -> None:
    steps, wrong = read_steps(TWO)
    assert steps == [
        Step(date(2010, 9, 30), "nine schools have it"), Step(date(2010, 12, 31), "all: every one"),
    ]  # fmt: skip
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("31 February 2011: x", "Line 2: There is no such day as “31 February 2011”."),
        ("soon: x", "Line 2: “soon” is not a day we can read."),
        ("Nine schools", "Line 2: we need a day, a colon and the milestone."),
        ("30 September 2010:", "Line 2: we need a day, a colon and the milestone."),
        (
            f"30 September 2010: {'x' * 201}",
            "Line 2: shorten the milestone to 200 characters. You wrote 201.",
        ),
    ],
)
def test_a_line_that_cannot_be_read_says_so_with_its_number(line: str, says: str) -> None:
    steps, (sentence,) = read_steps(f"30 June 2010: one\n{line}")
    assert sentence.startswith(says)
    assert len(steps) == 1


FORM = {
    "what": "Rooms", "owner": "Hampshire County Council", "due": "31 March 2011", "how_we_will_know": "Seen",
    "partners": "Two parish halls", "reach": "", "depends_on": "",
}  # fmt: skip


def sent(officer: Client, priority: UUID, milestones: str, **changed: str) -> str:
    form = FORM | {"token": str(uuid4()), "milestones": milestones} | changed
    return officer.post(f"/office/priority/{priority}/action/", form, follow=True).content.decode()


def test_the_form_makes_milestones_that_the_priority_shows(officer: Client, priority: UUID) -> None:
    assert "The action is added. So are two milestones." in sent(officer, priority, TWO)
    made = Milestone.objects.filter(action__priority=priority).order_by("on")
    assert [one.what for one in made] == ["nine schools have it", "all: every one"]
    page = reads(officer, f"/office/action/{made[0].action_id}/milestones/")
    assert "nine schools have it" in page
    assert "Hampshire County Council" in page


def test_nothing_is_kept_of_an_action_whose_milestone_cannot_be(officer: Client, priority: UUID) -> None:
    assert "There is no such day as “31 February 2011”" in sent(officer, priority, "31 February 2011: x")
    late = sent(officer, priority, "31 March 2011: in time\n1 January 2012: too late")
    assert "“too late”: The action is due on 31" in late.replace("\xa0", " ")
    assert not Action.objects.filter(priority=priority)


def test_a_form_sent_twice_makes_one_of_each(priority: UUID) -> None:
    facts: dict[str, Any] = {
        "token": uuid4(),
        "priority": priority,
        "what": "Rooms",
        "due": date(2011, 3, 31),
    }
    facts |= {"owner": "Hampshire County Council", "how_we_will_know": "Seen", **BY}
    steps = read_steps(TWO)[0]
    actions.add_stepped_action(steps=steps, **facts)
    actions.add_stepped_action(steps=steps, **facts)
    assert Milestone.objects.filter(action__priority=priority).count() == 2


def test_a_body_that_may_not_own_it_is_refused_once(priority: UUID) -> None:
    with pytest.raises(Refused):
        actions.add_stepped_action(
            steps=[], token=uuid4(), priority=priority, what="Rooms", due=date(2011, 3, 31),
            owner="Nobody at all", how_we_will_know="Seen", **BY,
        )  # fmt: skip


def test_the_form_says_that_helpers_are_a_note(officer: Client, priority: UUID) -> None:
    assert "A note for readers" in reads(officer, f"/office/priority/{priority}/action/")
