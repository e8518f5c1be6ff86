"""The annual review drafts itself; people complete it, the Board agrees it, and anyone reads it."""

from collections.abc import Callable
from datetime import date

from tests.journeys.conftest import Person
from trust.demo.keys import same

PLAN = same("Children and Young People’s Plan 2009 to 2012")
YOUNG = "We said we would open two clinics. One is open now. You can go there after school on a Monday."
HARD = "Notwithstanding considerable organisational uncertainty, commissioning consolidation continued."


def begins(officer: Person) -> None:
    officer.visits(f"/office/plans/{PLAN}/").follows("Reviews of the plan")
    officer.finds_nothing_in_the_way()
    officer.fills(year_ending="31 March 2013").presses("Begin it")
    assert "far from over: begin its review from 1 January 2013" in officer.reads()
    officer.finds_nothing_in_the_way()
    officer.fills(year_ending="31 March 2012").presses("Begin it")
    assert "It has written its own first draft." in officer.reads()
    officer.finds_nothing_in_the_way()
    officer.visits(f"/office/plans/{PLAN}/life/")
    assert "Publish the annual review. It is not published yet. Go to the reviews" in officer.reads()


def completes(officer: Person) -> None:
    officer.follows("Go to the reviews").follows("31 March 2012").follows("Are outcomes better?")
    officer.fills(text="Not yet. No figure has moved by more than chance.").presses("Save it")
    for part, text in (("promised", YOUNG), ("happened", YOUNG), ("next", HARD * 4)):
        officer.page.locator(f"a[href$='/part/young-{part}/']").click()
        officer.finds_nothing_in_the_way()
        officer.fills(text=text).presses("Save it")


def publishes(officer: Person, moved_to: Callable[[date], None]) -> None:
    officer.follows("Read it through and publish")
    assert "it can be published from 1 April 2012" in officer.reads()
    moved_to(date(2012, 4, 1))
    officer.fills(why="The third review.").presses("Publish it")
    assert "Name the decision of the Board that agreed this review." in officer.reads()
    officer.finds_nothing_in_the_way()
    officer.page.locator("select[name=decision]").select_option(index=1)
    officer.presses("Publish it")
    assert "age" in officer.page.get_by_role("alert").inner_text()
    officer.follows("The review of").page.locator("a[href$='/part/young-next/']").click()
    officer.fills(text=YOUNG).presses("Save it").follows("Read it through and publish")
    officer.page.locator("select[name=decision]").select_option(index=1)
    officer.fills(why="The third review.").presses("Publish it")
    assert "The review is published." in officer.reads()
    officer.finds_nothing_in_the_way()


def test_the_review_of_a_year(
    moved_to: Callable[[date], None], at_a_desk: Person, on_a_phone: Person
) -> None:
    moved_to(date(2012, 1, 10))
    officer = at_a_desk.signs_in_as("Priya Nair")
    begins(officer)
    completes(officer)
    publishes(officer, moved_to)
    parent = on_a_phone.visits("/plan/").follows("What was promised, and what was done")
    parent.page.locator("main a[href$='/2012/']").first.click()
    assert "No figure has moved by more than chance." in parent.reads()
    parent.finds_nothing_in_the_way()
    parent.follows("For young people")
    assert YOUNG in parent.reads()
    parent.finds_nothing_in_the_way()
