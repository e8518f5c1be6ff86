"""One plan from first day to last: an officer leads it, a partner signs it, and each gate says why."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID, uuid4

from tests.journeys.conftest import Person
from trust.demo.keys import same
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.time import LONDON
from trust.vision.plan import actions, queries
from trust.vision.plan.words import Stage

NOW = datetime(2010, 6, 8, 10, tzinfo=LONDON)
ITS_FIRST_DAY = datetime(2015, 4, 1, 10, tzinfo=LONDON)
NEW = "Children and Young People’s Plan 2015 to 2018"
OLD = same("Children and Young People’s Plan 2009 to 2012")
HEALTH, COUNCIL = "Hampshire Primary Care Trust", "Hampshire County Council"
BREAK = "A break each month for young carers"
SAID = "Ask us before you decide"
OUTCOMES = (
    "Stay safe",
    "Enjoy and achieve",
    "Make a positive contribution",
    "Achieve economic well-being",
)


def begins(officer: Person) -> UUID:
    officer.visits("/office/plans/").presses("Begin a plan")
    officer.chooses(kind="children-and-young-people").fills(
        title=NEW, first="1 April 2015", last="1 April 2014"
    ).presses("Begin it")
    assert "A plan must end after it begins." in officer.reads()
    officer.finds_nothing_in_the_way()
    officer.fills(last="31 March 2018").presses("Begin it")
    assert "it is a draft" in officer.reads().casefold()
    return UUID(officer.page.url.rstrip("/").rpartition("/")[2])


def is_led_to(officer: Person, words: str) -> Person:
    """Follows the link of a gate, and not that of the error which begins with the same words."""
    officer.page.get_by_role("link", name=words, exact=True).click()
    return officer


def waits(officer: Person, plan: UUID) -> str:
    """What the page of its life says, which has nothing in its way."""
    officer.visits(f"/office/plans/{plan}/life/").finds_nothing_in_the_way()
    return officer.reads()


def moves(officer: Person, plan: UUID, says: str) -> str:
    return officer.visits(f"/office/plans/{plan}/life/").presses(says).reads()


def writes(officer: Person, plan: UUID) -> None:
    """The vision, a priority, an action and a measure: what it needs before it is put to anyone."""
    assert "Write the vision and at least one priority first" in waits(officer, plan)
    is_led_to(officer, "Write the vision").fills(
        text="Every child is safe and well, whatever they start with."
    ).presses("Save it")
    officer.visits(f"/office/plans/{plan}/")
    assert "Next: put it to everyone." in officer.reads()
    assert "Look at the changes and publish" not in officer.reads()
    officer.presses("Add a priority").fills(
        title="Young carers get a break",
        aim_for_all="Every young carer has a break by 2018.",
        group="young carers in Gosport",
        comparator="young carers elsewhere",
        aim_for_group="As many breaks as elsewhere.",
    ).ticks("Be healthy").presses("Save it")
    officer.follows("Add an action").fills(
        what=BREAK, owner=HEALTH, due="31 March 2016", how_we_will_know="Breaks are counted each quarter."
    ).presses("Save this action")
    assert f"{HEALTH} ends on 31 March 2013, before this is due." in officer.reads()
    officer.finds_nothing_in_the_way()
    officer.fills(owner=COUNCIL).presses("Save this action")
    officer.follows("Add a measure").chooses(indicator="fixed-exclusions").ticks("Hampshire").fills(
        title="Carers sent home from school",
        owner=HEALTH,
        baseline_period="2007/08",
        baseline="6.45",
        target_period="2016/17",
        target="5",
    ).presses("Save this measure")
    assert BREAK in officer.reads()


def consults(officer: Person, plan: UUID) -> None:
    officer.visits(f"/office/plans/{plan}/check/")
    assert "It cannot be published yet." in officer.reads()
    officer.finds_nothing_in_the_way()
    assert "The plan is consulting" in moves(officer, plan, "Put it to everyone")
    assert "Nobody has been consulted on it" in waits(officer, plan)
    is_led_to(officer, "Open a consultation").fills(
        title="What do young carers need?",
        asked="What would help you most?",
        decision="The Board agrees the plan in June.",
        opens="1 February 2010",
        closes="4 May 2010",
    ).presses("Open it").follows("Write what people said").fills(heading=SAID).presses("Save it")
    assert f"Answer what people said first: {SAID}" in waits(officer, plan)
    is_led_to(officer, "Answer what people said").follows("What do young carers need?")
    officer.finds_nothing_in_the_way()
    officer.page.get_by_role("link", name="Answer", exact=False).last.click()
    officer.ticks("We will").fills(text="Two young carers sit with us from May.")
    officer.presses("Keep this answer")
    assert "The plan is a final draft" in moves(officer, plan, "Make it a final draft")


def is_agreed(officer: Person, plan: UUID) -> None:
    agreed = "Record that the Board agreed it"
    assert "Choose the decision of the Board that agreed it." in moves(officer, plan, agreed)
    officer.finds_nothing_in_the_way()
    officer.page.locator("select[name=decision]").select_option(index=1)
    assert "The plan is agreed" in officer.presses(agreed).reads()
    assert "Waiting for a signature or a reason from" in waits(officer, plan)
    is_led_to(officer, "See who has not signed")
    assert HEALTH in officer.reads()


def asks_more_of_the_measure(plan: UUID) -> None:
    (old,) = queries.draft(queries.the_plan(plan)).plan.priorities[0].measures
    actions.replace_measure(
        token=uuid4(), measure=old.id, baseline_period=old.baseline_period, baseline=old.baseline,
        target_period=old.target_period, target=Decimal(4), yearly_targets=old.yearly_targets,
        tolerance=old.tolerance, because="More is asked.", by=SYSTEM, at=NOW,
    )  # fmt: skip


def is_signed_by_its_partner(partner: Person, plan: UUID) -> None:
    """The text changes while the partner reads; what it signs in the end is what it can prove."""
    partner.visits("/office/promises/")
    assert "Waits for you to sign it" in partner.reads()
    partner.finds_nothing_in_the_way()
    partner.follows(NEW).fills(signed_by="Chief Executive").ticks_by_keyboard("We have read our part")
    asks_more_of_the_measure(plan)
    partner.presses("Sign")
    assert "The text has changed since you opened it" in partner.reads()
    assert "to 4 in 2016/17" in partner.reads()
    partner.finds_nothing_in_the_way()
    partner.ticks_by_keyboard("We have read our part").presses("Sign")
    assert "has signed. What was signed is sealed." in partner.reads()
    with partner.page.expect_download() as kept:
        partner.follows("Keep the text that was signed")
    partner.visits("/plans/prove/").page.locator("[name=file]").set_input_files(kept.value.path())
    partner.presses("Look for it").finds_nothing_in_the_way()
    assert f"{HEALTH} signed it on 8 June 2010 (Chief Executive)" in partner.reads()


def is_signed_by_everyone_else(plan: UUID) -> None:
    of = queries.the_plan(plan)
    cards = [card for card in queries.signatures(of, NOW.date()) if not card.answered]
    seals = queries.seals(of, cards)
    for card in cards:
        actions.sign(
            plan=of, partner=card.partner, seen=seals[card.partner], signed_by="Chair", signed_on=NOW.date(),
            by=SYSTEM, at=NOW,
        )  # fmt: skip


def is_published(officer: Person, plan: UUID) -> None:
    """Verified law stops it; what only good practice or unread law asks for is shown with its reason."""
    assert "The plan is signed" in moves(officer, plan, "Record that everyone signed it")
    assert "The law asks for more before it is published: all five outcomes and an" in officer.reads()
    assert "The law asks for two things first" in officer.visits(f"/office/plans/{plan}/publish/").reads()
    assert not officer.page.get_by_role("button", name="Publish", exact=True).count()
    officer.finds_nothing_in_the_way()
    officer.visits(f"/office/plans/{plan}/").follows("1. Young carers").follows("Change the words")
    for outcome in OUTCOMES:
        officer.ticks(outcome)
    officer.presses("Save it").visits(f"/office/plans/{plan}/alignments/add/").fills(
        title="What children need 2009", states="It found the gap.", stated_on="1 June 2010"
    ).presses("Save it")
    officer.visits(f"/office/plans/{plan}/publish/").fills(why="The next plan.").presses("Publish")
    assert "Say why it is published without" in officer.reads()
    officer.fills(because="We ask again in May.").presses("Publish")
    assert "Published without everything that it should have" in officer.reads()
    assert "We ask again in May." in officer.reads()
    officer.finds_nothing_in_the_way()
    assert NEW not in officer.visits("/plan/").reads()


def takes_the_place_of_the_last(officer: Person, plan: UUID) -> None:
    """Not before its own first day: until then the last plan still runs."""
    assert "No later plan of this kind is published yet." in waits(officer, plan)
    assert "takes its place on 1 April 2015, its first day" in waits(officer, OLD)
    actions.move_plan(plan=queries.the_plan(OLD), to=Stage.SUPERSEDED, by=SYSTEM, at=ITS_FIRST_DAY)
    assert queries.stage_of(queries.the_plan(OLD), ITS_FIRST_DAY.date()) is Stage.SUPERSEDED
    officer.finds_nothing_in_the_way()


def test_a_plan_from_its_first_day_to_its_last(at_a_desk: Person, on_a_phone: Person) -> None:
    officer = at_a_desk.signs_in_as("Priya Nair")
    plan = begins(officer)
    writes(officer, plan)
    consults(officer, plan)
    is_agreed(officer, plan)
    is_signed_by_its_partner(on_a_phone.signs_in_as("Ian Colebrook"), plan)
    is_signed_by_everyone_else(plan)
    is_published(officer, plan)
    takes_the_place_of_the_last(officer, plan)
    parent = on_a_phone.visits(f"/plans/{plan}/")
    assert BREAK in parent.reads()
    parent.finds_nothing_in_the_way()
