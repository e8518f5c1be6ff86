"""The Director of Children's Services, on Tuesday, before Thursday's Board."""

from tests.journeys.conftest import Person


def test_three_things_need_a_decision(at_a_desk: Person) -> None:
    director = at_a_desk.signs_in_as("Judith Amery").visits("/office/briefing/")
    read = director.reads()
    assert "Three things need a decision" in read
    assert "Conceptions under 18 in Gosport and Havant: off track, and nobody has been asked why" in read
    assert "Hampshire Primary Care Trust has said nothing for a quarter" in read
    assert "has not clearly changed" in read
    director.finds_nothing_in_the_way()


def test_a_challenge_takes_the_measure_off_the_list(at_a_desk: Person) -> None:
    director = at_a_desk.signs_in_as("Judith Amery").visits("/office/briefing/").follows("Ask why")
    director.finds_nothing_in_the_way()
    director.fills(text="What will change before the next count?", response_due="30 July 2010")
    director.presses("Put it on the Board’s list")
    assert "Two things need a decision" in director.reads()
    director.finds_nothing_in_the_way()


def test_the_law_of_another_day(at_a_desk: Person) -> None:
    director = at_a_desk.signs_in_as("Judith Amery").visits("/who/board-check/?on=1+June+2009")
    before = director.reads()
    director.visits("/who/board-check/?on=1+June+2009&law_on=2010-04-01")
    after = director.reads()
    assert before != after
    assert "Not yet" in after
    director.finds_nothing_in_the_way()


def test_the_briefing_is_one_tagged_page(at_a_desk: Person) -> None:
    director = at_a_desk.signs_in_as("Judith Amery")
    answer = director.page.request.get(f"{director.server.address}/office/briefing.pdf")
    assert answer.headers["content-type"] == "application/pdf"
    pdf = answer.body()
    assert pdf.startswith(b"%PDF-")
    assert b"/MarkInfo" in pdf
    assert b"/Count 1" in pdf


def test_a_partner_may_not_open_the_briefing(at_a_desk: Person) -> None:
    partner = at_a_desk.signs_in_as("Ian Colebrook").visits("/office/briefing/")
    assert "Your role does not open this page" in partner.reads()
    partner.finds_nothing_in_the_way()
