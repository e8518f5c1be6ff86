"""Without an account: a young person answers what is asked, and somebody writes of a child in danger."""

import re

from tests.journeys.conftest import Person

QUESTION = "Staying out of trouble: what would help?"
IDEA = "Buses that run until ten, so that we can get home from the club."
ANSWER = "Bus 21 runs until ten on Fridays from July."
DANGER = "My friend’s dad hits her. She told me not to tell anyone."


def reads_the_plan_for_young_people(young: Person) -> None:
    young.visits("/").follows("Menu").page.locator("#menu").get_by_role("link", name="Our plan").click()
    young.follows("For young people")
    assert "This plan is for everyone under 19 in Hampshire." in young.reads()
    young.finds_nothing_in_the_way()


def answers(young: Person, text: str) -> str:
    """From the front page by what is asked now to a reference."""
    young.visits("/").follows(QUESTION)
    young.finds_nothing_in_the_way()
    young.presses("Tell us what you think").fills(text=text).presses("Send")
    young.finds_nothing_in_the_way()
    found = re.search(r"[2-9B-Z]{3}-[2-9B-Z]{3}-[2-9B-Z]{3}", young.reads())
    assert found
    return found.group()


def looks_for_the_answer(young: Person, reference: str) -> str:
    young.visits("/").follows("Read our answer").fills(reference=reference).presses("Find it")
    young.finds_nothing_in_the_way()
    return young.reads()


def officer_answers(officer: Person) -> None:
    officer.visits("/office/consultations/").follows(QUESTION)
    assert "Under-reached" in officer.reads()
    officer.finds_nothing_in_the_way()
    officer.page.get_by_role("link", name="comments about it").click()
    assert IDEA in officer.reads()
    assert "hits" not in officer.reads()
    officer.page.locator(".dec", has_text=IDEA).get_by_role("link").click()
    officer.fills(text=ANSWER).presses("Answer")
    assert "Anyone with the reference can read it" in officer.reads()
    officer.page.context.clear_cookies()


def duty_officer_reads(duty: Person) -> None:
    duty.signs_in_as("Harriet Lowe").visits("/office/concerns/")
    assert "Two comments, the newest first." in duty.reads()
    duty.finds_nothing_in_the_way()
    duty.page.locator("main tbody a").first.click()
    assert DANGER in duty.reads()
    duty.fills(whom="Children’s services, duty desk").presses("Put it on record")
    assert "Told by Harriet Lowe" in duty.reads()
    duty.finds_nothing_in_the_way()


def test_a_young_person_is_answered_and_a_child_in_danger_is_seen_by_one_alone(
    on_a_phone: Person, at_a_desk: Person
) -> None:
    reads_the_plan_for_young_people(on_a_phone)
    reference = answers(on_a_phone, IDEA)
    assert "We have not answered yet" in looks_for_the_answer(on_a_phone, reference)
    of_danger = answers(on_a_phone, DANGER)
    assert "Please do not wait for our answer here." in on_a_phone.reads()
    assert "0800 1111" in on_a_phone.reads()
    assert "It is not published." in on_a_phone.reads()
    officer_answers(at_a_desk.signs_in_as("Priya Nair"))
    duty_officer_reads(at_a_desk)
    assert ANSWER in looks_for_the_answer(on_a_phone, reference)
    told = looks_for_the_answer(on_a_phone, of_danger)
    assert "We have not answered yet" in told
    assert "hits" not in told
