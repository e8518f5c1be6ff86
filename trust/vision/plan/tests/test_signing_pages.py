"""Who signs: the office's list, a partner's own page, schools, proof, and what the public reads."""

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.refusals import Refused
from trust.foundation.kernel.time import LONDON
from trust.foundation.people.makers import a_worker, sign_in
from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.rules.signing import read_list
from trust.vision.plan.tests.known import TODAY
from trust.vision.plan.tests.people import signed_in

BY: dict[str, Any] = {
    "by": Actor("Priya Nair", uuid4(), duties=frozenset({"plan.write"})),
    "at": datetime(2010, 6, 8, 10, tzinfo=LONDON),
}


@pytest.fixture
def health(town: str) -> Client:
    return signed_in("Ian Colebrook")


def partner(key: str = "hampshire-pct") -> UUID:
    return organisation_by_key(key).id


def at(plan: Plan, key: str = "hampshire-pct") -> str:
    return f"/office/plans/{plan.pk}/signatures/{partner(key)}/"


def page_of(answer: Any) -> str:
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def form_for(plan: Plan, key: str = "hampshire-pct", **other: str) -> dict[str, Any]:
    seen = queries.part_of(plan, partner(key)).sha256
    return {"seen": seen, "signed_by": "Chief Executive", "read": "on"} | other


def ends_something(plan: Plan, key: str = "hampshire-pct") -> None:
    actions.end_action(
        action=queries.part_of(plan, partner(key)).actions[0].id, because="No money is left.", **BY
    )


def test_a_partner_reads_its_own_part_and_signs_it(health: Client, plan: Plan) -> None:
    page = page_of(health.get(at(plan)))
    part = queries.part_of(plan, partner())
    assert part.actions[0].what in page
    assert "On which day was the paper signed?" not in page
    assert health.post(at(plan), form_for(plan))["Location"] == at(plan)
    assert "Signed on 8 June 2010 by Chief Executive" in page_of(health.get(at(plan)))


def test_a_text_that_changed_a_second_ago_is_shown_and_asked_for_again(health: Client, plan: Plan) -> None:
    form = form_for(plan)
    ends_something(plan)
    answer = health.post(at(plan), form)
    page = page_of(answer)
    assert answer.status_code == 409
    assert "The text has changed since you opened it" in page
    assert 'value="Chief Executive"' in page
    now = queries.part_of(plan, partner()).sha256
    assert f'value="{now}"' in page
    assert "checked" not in page, "the new text is ticked anew"
    assert health.post(at(plan), form | {"seen": now}).status_code == 302


def test_a_signature_under_an_older_text_is_told_and_chased(officer: Client, plan: Plan) -> None:
    ends_something(plan)
    page = page_of(officer.get(f"/office/plans/{plan.pk}/signatures/"))
    assert "Changed since it signed" in page
    assert "still to sign" in page
    assert "This has changed since you signed" in page_of(officer.get(at(plan)))


def test_the_text_that_was_signed_is_kept_and_proves_itself(health: Client, plan: Plan) -> None:
    health.post(at(plan), form_for(plan))
    text = health.get(at(plan).rstrip("/") + ".json").content.decode()
    page = page_of(Client().post("/plans/prove/", {"text": f"\n{text}\r\n"}))
    assert "We hold exactly this text" in page
    assert "Hampshire Primary Care Trust signed it on 8 June 2010" in page
    sent = SimpleUploadedFile("part.json", text.encode())
    assert "We hold exactly this text" in page_of(Client().post("/plans/prove/", {"file": sent}))
    other = page_of(Client().post("/plans/prove/", {"text": text + "."}))
    assert "We hold no such text" in other
    assert "signed it on" not in other


@pytest.mark.parametrize("file", [b"", b"\xff\xfe\x00", b"x" * 2_000_001])
def test_what_cannot_be_proved_is_told_in_a_sentence(town: str, visitor: Client, file: bytes) -> None:
    answer = visitor.post("/plans/prove/", {"file": SimpleUploadedFile("part.json", file)})
    assert answer.status_code == 200
    assert "We cannot look for it yet" in page_of(answer)


def test_nobody_signs_for_another(health: Client, plan: Plan) -> None:
    for page in ("", "no/"):
        assert health.get(at(plan, "hampshire-county-council") + page).status_code == 404
    assert health.get(at(plan, "hampshire-county-council").rstrip("/") + ".json").status_code == 404
    assert health.get(f"/office/plans/{plan.pk}/signatures/").status_code == 403


def test_the_office_sets_down_what_was_signed_on_paper(officer: Client, plan: Plan) -> None:
    assert officer.post(at(plan), form_for(plan, signed_on="1 June 2010")).status_code == 302
    card = next(one for one in queries.signatures(plan, TODAY) if one.partner == partner())
    assert card.signed_on == date(2010, 6, 1)


def test_a_partner_says_why_it_does_not_sign_and_everyone_reads_it(health: Client, plan: Plan) -> None:
    assert "Say why" in page_of(health.post(at(plan) + "no/", {"said_by": "Chair", "reason": ""}))
    form = {"said_by": "Chair", "reason": "Our budget is not agreed."}
    assert health.post(at(plan) + "no/", form).status_code == 302
    assert "Our budget is not agreed." in page_of(Client().get(f"/plans/{plan.pk}/signatures/"))


def test_the_public_reads_who_signed_on_which_day(visitor: Client, plan: Plan) -> None:
    page = page_of(visitor.get(f"/plans/{plan.pk}/signatures/"))
    assert "had signed by 8 June 2010" in page
    assert "Our council decides in May" in page
    assert visitor.get(f"/plans/{uuid4()}/signatures/").status_code == 404


def test_the_public_reads_whose_part_was_changed_by_a_later_version(visitor: Client, plan: Plan) -> None:
    says = "What it promises has changed since it signed."
    assert page_of(visitor.get(f"/plans/{plan.pk}/signatures/")).count(says) == 3
    ends_something(plan, "havant")
    assert page_of(visitor.get(f"/plans/{plan.pk}/signatures/")).count(says) == 3, "a draft is not read here"


def test_a_representative_signs_for_schools_in_a_list(town: str, plan: Plan) -> None:
    client = Client()
    sign_in(client, a_worker("Nadia Holt", "partner-lead", "solent-reach-school"))
    form = form_for(plan, "solent-reach-school", schools_from="list")
    wrong = page_of(client.post(at(plan, "solent-reach-school"), form | {"schools": "116001\n"}))
    assert "Line 1: no school of the register has the number 116001" in wrong
    form["file"] = SimpleUploadedFile("list.csv", b"URN,Name\n116001,Ash School\n116002,Beech School\n")
    assert client.post(at(plan, "solent-reach-school"), form).status_code == 302
    listed = page_of(Client().get(f"/plans/{plan.pk}/signatures/schools/?find=beech"))
    assert "Beech School" in listed
    assert "Ash School" not in listed
    rows, _ = queries.signed_for_page(plan, TODAY, None, "116002")
    address = f"/plans/{plan.pk}/signatures/schools/{rows[0].id}/"
    page = page_of(Client().get(address))
    assert "What was signed for Beech School" in page
    assert "/tell-us/?about=" in page
    assert Client().get(address.replace(str(plan.pk), str(uuid4()))).status_code == 404


def test_a_list_of_528_schools_is_read_and_paged(town: str, plan: Plan) -> None:
    every = [(str(116_000 + number), f"School {number:03}") for number in range(528)]
    key = partner("solent-reach-school")
    seen = queries.part_of(plan, key).sha256
    actions.sign(plan=plan, partner=key, seen=seen, signed_by="Head", signed_on=TODAY, signed_for=every, **BY)
    page = page_of(Client().get(f"/plans/{plan.pk}/signatures/schools/?page=27"))
    assert "528 schools and colleges" in page
    assert "Page 27 of 27" in page
    assert "School 527" in page


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "no school in it"),
        ("116001,Ash\n116001,Ash", "Line 2: 116001 is in the list twice"),
        ("116001,Ash\nBeech School", "Line 2: “Beech School” is no number"),
        ("\n".join(f"{n},S" for n in range(100_000, 105_001)), "5,001 lines"),
    ],
)
def test_a_list_that_cannot_be_read_says_where(text: str, sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        read_list(text, {})


def test_the_register_gives_the_name() -> None:
    assert read_list("URN\n116001\n116002,Beech", {"116001": "Ash"}) == [
        ("116001", "Ash"),
        ("116002", "Beech"),
    ]


def test_the_office_finds_partners_by_state_and_takes_the_list_away(officer: Client, plan: Plan) -> None:
    address = f"/office/plans/{plan.pk}/signatures/"
    assert "Eastleigh Borough Council" in page_of(officer.get(address + "?state=Does not sign"))
    assert "No partner fits this" in page_of(officer.get(address + "?find=unicorn"))
    table = officer.get(address + "?state=Does not sign&format=csv").content.decode()
    assert len(table.splitlines()) == 2


def test_a_commissioning_plan_is_signed_by_authority_and_health(officer: Client, plan: Plan) -> None:
    about = next(one for one in queries.alignments(plan, TODAY) if one.aligned_with == "commissioning-plan")
    address = f"/office/alignment/{about.id}/sign/"
    assert "Choose who signs" in page_of(officer.post(address, {"signed_by": "Director"}))
    form = {"partner": str(partner()), "signed_by": "Director", "signed_on": "9 June 2010"}
    assert "it has not come yet" in page_of(officer.post(address, form))
    assert officer.post(address, form | {"signed_on": "8 June 2010"}).status_code == 302


def test_the_plan_says_whom_the_law_asks_it_to_consult(officer: Client, plan: Plan) -> None:
    page = page_of(officer.get(f"/office/plans/{plan.pk}/consultations/"))
    assert "The Schools Forum" in page
    assert "What should the next plan change?" in page
    assert "/office/consultations/add/?about=" in page


def test_a_plan_that_is_not_agreed_is_not_signed(officer: Client, plan: Plan) -> None:
    coming = actions.begin_plan(
        token=uuid4(), kind="play", title="Next", first=date(2012, 4, 1), last=date(2015, 3, 31), **BY
    )
    answer = officer.post(at(coming), form_for(coming, signed_on="8 June 2010"))
    assert "The Board has not agreed this plan yet" in page_of(answer)
    assert Client().get(f"/plans/{coming.pk}/signatures/").status_code == 404
