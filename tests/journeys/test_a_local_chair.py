"""A local chair writes what is not sure yet, and says how a quarter went; the county sees who is silent."""

from tests.journeys.conftest import Person

CAFE, BUS = "A youth café by the ferry", "A later bus from the leisure centre on Fridays"


def adds_what_is_not_sure(chair: Person) -> None:
    chair.presses("Add a row").fills(own_priority="Somewhere to go", what=BUS).ticks("Agreed")
    chair.presses("Save this row")
    assert "An agreed row says who does it and by when and how success is seen." in chair.reads()
    chair.finds_nothing_in_the_way()
    chair.ticks("To be confirmed").fills(targets="2010/11: 40 young people").presses("Save this row")
    row = chair.page.locator("tr", has_text=BUS)
    assert "To be confirmed" in row.inner_text()
    chair.finds_nothing_in_the_way()


def says_how_the_quarter_went(chair: Person) -> None:
    chair.page.locator("main .watch a").first.click()
    chair.finds_nothing_in_the_way()
    chair.page.get_by_role("group", name=CAFE).get_by_label("How is it going?").select_option("at risk")
    chair.presses("Send it to the county")
    assert "Say why" in chair.reads()
    chair.finds_nothing_in_the_way()
    chair.page.get_by_role("group", name=CAFE).locator("textarea").fill("Nobody runs it yet.")
    chair.presses("Send it to the county")
    assert "Thank you. The county can see it now." in chair.reads()


def test_a_local_plan_from_a_row_that_is_not_sure_to_the_countys_view(
    on_a_phone: Person, at_a_desk: Person
) -> None:
    chair = on_a_phone.signs_in_as("Alan Prowse").visits("/office/local/")
    chair.finds_nothing_in_the_way()
    adds_what_is_not_sure(chair)
    chair.presses("Publish it").fills(why="A bus is looked for.").presses("Publish")
    assert "It is published." in chair.reads()
    assert BUS in chair.reads()
    chair.finds_nothing_in_the_way()
    says_how_the_quarter_went(chair.visits("/office/local/"))
    county = at_a_desk.signs_in_as("Priya Nair").visits("/office/local/")
    read = county.reads()
    assert "Two partnerships of" in read
    assert "Hart" in read
    county.finds_nothing_in_the_way()
