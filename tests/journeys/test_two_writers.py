"""An officer and a partner write at once: a comment, two wordings, and a session that ends in the middle."""

from datetime import timedelta

from django.utils import timezone

from tests.journeys.conftest import Person
from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import code_for, worker_named
from trust.foundation.people.models import Sitting
from trust.vision.plan.queries import draft, plan_on
from trust.vision.plan.tests.known import TODAY

SAID = "Say which clinics, and on which evenings."
LONG = "Fewer children wait for help, wherever they live, by March 2012."


def the_first_priority() -> tuple[str, str]:
    plan = plan_on(TODAY)
    assert plan
    return str(plan.pk), str(draft(plan).plan.priorities[0].id)


def test_a_partner_comments_and_the_officer_settles_it(at_a_desk: Person) -> None:
    plan, priority = the_first_priority()
    partner = at_a_desk.signs_in_as("Ian Colebrook")
    partner.visits(f"/office/plans/{plan}/read/{priority}/").finds_nothing_in_the_way()
    partner.page.get_by_role("button", name="Comment on").first.click()
    partner.finds_nothing_in_the_way()
    partner.fills(text=SAID).presses("Save this comment")
    assert partner.sees(SAID)
    partner.page.context.clear_cookies()
    officer = partner.signs_in_as("Priya Nair").visits(f"/office/plans/{plan}/")
    officer.follows("One comment to answer").follows("Every comment on this draft").finds_nothing_in_the_way()
    officer.follows("Answer it").finds_nothing_in_the_way()
    officer.fills(text="The action names them now.").presses("Save this answer")
    assert "settled it" in officer.reads()


def test_two_reword_an_action_and_neither_loses_a_word(at_a_desk: Person) -> None:
    _, priority = the_first_priority()
    officer = at_a_desk.signs_in_as("Priya Nair").visits(f"/office/priority/{priority}/")
    officer.page.get_by_role("link", name="Change it").first.click()
    officer.finds_nothing_in_the_way()
    address = officer.page.url
    second = officer.page.context.new_page()
    second.goto(address)
    officer.fills(what="Theirs, saved first", why="It is clearer.").presses("Save it")
    second.locator("[name=what]").fill("Mine, saved second")
    second.locator("[name=why]").fill("It is shorter.")
    second.get_by_role("button", name="Save it").click()
    told = second.locator("main").inner_text()
    assert "Someone else saved a newer wording" in told
    assert "Theirs, saved first" in told
    assert second.locator("[name=what]").input_value() == "Mine, saved second"
    second.get_by_role("button", name="Save it").click()
    assert "Mine, saved second" in second.locator("main").inner_text()


def test_a_session_that_ends_while_somebody_writes_loses_nothing(at_a_desk: Person) -> None:
    _, priority = the_first_priority()
    officer = at_a_desk.signs_in_as("Priya Nair").visits(f"/office/priority/{priority}/words/")
    officer.fills(aim_for_all=LONG)
    Sitting.objects.update(quiet_until=timezone.now() - timedelta(minutes=1))
    officer.presses("Save it")
    assert "What you wrote is kept for an hour" in officer.reads()
    officer.finds_nothing_in_the_way()
    worker = worker_named("Priya Nair")
    officer.fills(login=worker.email, password=shared_password(officer.server.state)).presses("Continue")
    officer.fills(code=code_for(worker)).presses("Sign in")
    assert LONG in officer.reads()
    officer.finds_nothing_in_the_way()
    officer.presses("Send it now")
    assert officer.sees("The new words are saved")
    assert officer.sees(LONG)
