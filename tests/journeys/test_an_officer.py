"""A partnership officer: what needs chasing, a new priority, and a version that never changes."""

import pytest

from tests.journeys.conftest import Person

TITLE = "More young carers get a break"


def adds_a_priority(officer: Person) -> None:
    fills_in_a_priority(officer).presses("Save it")


def fills_in_a_priority(officer: Person) -> Person:
    return (
        officer.visits("/office/plan/")
        .presses("Add a priority")
        .fills(
            title=TITLE,
            aim_for_all="Every young carer has a break by 2012.",
            group="young carers in Gosport",
            comparator="young carers in the rest of Hampshire",
            aim_for_group="As many breaks as elsewhere.",
        )
    )


def test_from_what_needs_chasing_to_a_published_version(at_a_desk: Person) -> None:
    officer = at_a_desk.signs_in_as("Priya Nair")
    assert "need chasing" in officer.reads()
    officer.finds_nothing_in_the_way()
    adds_a_priority(officer)
    officer.finds_nothing_in_the_way()
    officer.follows("Link a finding").page.get_by_role("button", name="Link ").first.click()
    assert officer.sees("Linked")
    officer.finds_nothing_in_the_way()
    officer.follows(TITLE).follows("Add an action").fills(
        what="A break every month for each young carer",
        owner="Gosport Borough Council",
        due="31 March 2011",
        how_we_will_know="Breaks are counted every quarter.",
    ).presses("Save this action")
    assert officer.sees("A break every month for each young carer")
    officer.follows("Record a pledge").fills(
        partner="Hampshire County Council",
        what="Breaks",
        amount="12000",
        agreed_by="Director of Children’s Services",
        agreed_on="1 June 2010",
    ).presses("Save this pledge")
    assert "section 10(5A)" in officer.page.locator("[name=power]").input_value()
    officer.finds_nothing_in_the_way()
    officer.presses("It is right").follows("Add a measure").fills(
        title="Pupils sent home",
        owner="Hampshire County Council",
        baseline_period="2007/08",
        baseline="6.45",
        target_period="2011/12",
        target="5",
    ).chooses(indicator="fixed-exclusions").ticks("Hampshire").presses("Save this measure")
    assert officer.sees("Pupils sent home")
    officer.visits("/office/plan/").presses("Look at the changes and publish").finds_nothing_in_the_way()
    officer.fills(why="Adds young carers.", because="Some partners answer in May.").presses("Publish")
    assert officer.sees(TITLE)
    officer.follows("All versions").page.get_by_role("link", name="Version 2", exact=True).click()
    assert TITLE not in officer.reads()
    assert "This is an earlier version" in officer.reads()
    officer.visits("/plan/").follows("All versions").follows("What changed from version 2")
    assert TITLE in officer.reads()
    officer.finds_nothing_in_the_way()


@pytest.mark.parametrize(
    "owner", ["The Board", "Hampshire Children’s Trust Board", "Havant Local Children’s Partnership"]
)
def test_the_board_or_a_partnership_cannot_own_an_action(at_a_desk: Person, owner: str) -> None:
    officer = at_a_desk.signs_in_as("Priya Nair")
    officer.visits("/office/plan/").follows("1. Fewer young women").follows("Add an action").fills(
        what="Do more", owner=owner, due="31 March 2011", how_we_will_know="We will see."
    ).presses("Save this action")
    assert "cannot own an action: choose the partner that will do it" in officer.reads()
    assert officer.page.locator("[name=what]").input_value() == "Do more"
    officer.finds_nothing_in_the_way()


def test_two_officers_reword_one_priority_and_the_second_loses_nothing(
    at_a_desk: Person, another: Person
) -> None:
    first, second = at_a_desk.signs_in_as("Priya Nair"), another.signs_in_as("Priya Nair")
    for officer in (first, second):
        officer.visits("/office/plan/").follows("1. Fewer young women").follows("Change the words")
    first.fills(title="Fewer young women become pregnant").presses("Save it")
    second.fills(title="Far fewer under-18 conceptions").presses("Save it")
    read = second.reads()
    assert "Someone else saved a newer wording" in read
    assert "Fewer young women become pregnant" in read
    assert second.page.locator("[name=title]").input_value() == "Far fewer under-18 conceptions"
    second.finds_nothing_in_the_way()
    second.presses("Save it")
    assert second.sees("Far fewer under-18 conceptions")


def test_a_form_sent_twice_adds_one(at_a_desk: Person) -> None:
    officer = at_a_desk.signs_in_as("Priya Nair")
    fills_in_a_priority(officer).page.get_by_role("button", name="Save it").dblclick()
    officer.page.wait_for_url("**/office/priority/**")
    officer.visits("/office/plan/")
    assert officer.reads().count(TITLE) == 1


def test_what_was_confirmed_survives_the_server_being_killed(at_a_desk: Person) -> None:
    officer = at_a_desk.signs_in_as("Priya Nair")
    adds_a_priority(officer)
    officer.server.kill()
    officer.server.start()
    officer.visits("/office/plan/")
    assert TITLE in officer.reads()
