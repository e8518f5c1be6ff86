from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.people import makers
from trust.foundation.people.loaders import load_people, shared_password
from trust.foundation.people.models import Worker
from trust.foundation.people.tests.conftest import now

PEOPLE = Path(__file__).parents[3] / "demo" / "people.toml"


@pytest.fixture
def people(database: str) -> int:
    return load_people(PEOPLE, by=SYSTEM, at=now(), password=shared_password(settings.STATE))


def printed(*command: str) -> str:
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


def test_the_same_people_twice_change_nothing(people: int) -> None:
    assert people == 7
    assert load_people(PEOPLE, by=SYSTEM, at=now(), password="another") == 0
    assert Worker.objects.filter(invented=True).count() == 7


def test_the_list_shows_names_roles_addresses_and_the_password_of_this_installation(people: int) -> None:
    shown = printed("people")
    for words in ("Priya Nair", "Partnership officer", "priya.nair@hampshire.example", "run code NAME"):
        assert words in shown
    assert shared_password(settings.STATE) in shown


def test_the_password_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    password = shared_password(tmp_path)
    assert shared_password(tmp_path) == password
    assert (tmp_path / "demonstration-password").stat().st_mode & 0o777 == 0o600


def test_the_code_shown_for_a_person_is_one_the_pages_take(people: int) -> None:
    assert printed("code", "priya").strip() == makers.code_for(Worker.objects.get(name="Priya Nair"))


def test_a_name_that_nobody_has_is_answered_with_those_there_are(people: int) -> None:
    with pytest.raises(
        CommandError, match="“Bea” is not one person of the demonstration. Choose one of: Alan Prowse"
    ):
        printed("code", "Bea")
