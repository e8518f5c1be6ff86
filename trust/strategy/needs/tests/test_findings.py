from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from trust.foundation.kernel.refusals import NotFound, Refused
from trust.strategy.needs import queries
from trust.strategy.needs.makers import a_finding
from trust.strategy.needs.words import Sure

pytestmark = pytest.mark.usefixtures("database")

JUNE = date(2010, 6, 8)
WORST, OTHERS = ("E07000088", "E07000090"), ("E07000089", "E07000094")


def test_a_finding_is_kept_as_it_was_said() -> None:
    card = queries.finding(a_finding(places=WORST, comparison=OTHERS, indicator="ni-112").id)
    assert (card.places, card.comparison, card.said_on) == (WORST, OTHERS, date(2009, 3, 2))
    assert card.how_sure_words.startswith("We are fairly sure")


def test_the_same_form_sent_twice_adds_one() -> None:
    token = uuid4()
    assert a_finding(token=token) == a_finding(token=token)
    assert len(queries.findings(as_of=JUNE)) == 1


def test_a_correction_supersedes_from_its_own_day() -> None:
    first = a_finding(statement="Twice as likely")
    a_finding(statement="Half as likely again", supersedes=first.id, at=datetime(2010, 1, 4, tzinfo=UTC))
    assert [card.statement for card in queries.findings(as_of=date(2009, 12, 31))] == ["Twice as likely"]
    assert [card.statement for card in queries.findings(as_of=JUNE)] == ["Half as likely again"]
    assert queries.finding(first.id).statement == "Twice as likely"


def test_what_is_already_corrected_is_corrected_in_its_newer_form() -> None:
    first = a_finding()
    a_finding(supersedes=first.id)
    with pytest.raises(Refused, match="already been corrected"):
        a_finding(supersedes=first.id)


def test_nothing_said_later_is_shown() -> None:
    a_finding()
    assert list(queries.findings(as_of=date(2009, 3, 1))) == []


def test_every_word_asked_for_must_be_there() -> None:
    a_finding(statement="Buses stop too early")
    a_finding(statement="Buses cost too much", group_label="Care leavers")
    assert len(queries.findings(as_of=JUNE, words="buses")) == 2
    assert [card.group for card in queries.findings(as_of=JUNE, words="buses leavers")] == ["Care leavers"]


def test_a_measure_that_we_do_not_hold_is_refused() -> None:
    with pytest.raises(Refused, match="no measure of that name"):
        a_finding(indicator="ni-999")


def test_a_finding_that_is_not_there_is_not_found() -> None:
    with pytest.raises(NotFound):
        queries.finding(uuid4())


def test_its_figure_is_told_as_a_sentence() -> None:
    card = queries.finding(a_finding(places=WORST, comparison=OTHERS, indicator="ni-112").id)
    told = queries.told(card, as_of=JUNE)
    assert told.sentence.startswith("The gap between Gosport and Havant and Hart and Winchester has")
    assert "Fingertips" in told.source


def test_places_with_nothing_beside_them_have_a_figure_and_no_gap() -> None:
    card = queries.finding(a_finding(places=["E10000014"], indicator="ni-112", how_sure=Sure.SURE).id)
    assert queries.story(card, as_of=JUNE) is None
    assert queries.told(card, as_of=JUNE).sentence == (
        "In Hampshire it was 33.2 per 1,000 in 2008. No clear change since 2003. Better than England."
    )
