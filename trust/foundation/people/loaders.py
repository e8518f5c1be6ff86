import os
import secrets
import tomllib
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.actor import Actor
from trust.foundation.kernel.time import Span
from trust.foundation.people import actions
from trust.foundation.people.models import Worker


@transaction.atomic
def load_people(path: Path, *, by: Actor, at: datetime, password: str) -> int:
    """Bring in the invented people of a file, with one password between them; how many were new."""
    people = tomllib.loads(path.read_text(encoding="utf-8"))["person"]
    known = set(Worker.objects.values_list("email", flat=True))
    new = [person for person in people if person["email"] not in known]
    for person in new:
        load_person(person, by=by, at=at, password=password)
    return len(new)


def load_person(person: Mapping[str, Any], *, by: Actor, at: datetime, password: str) -> None:
    worker = actions.add_worker(
        name=person["name"],
        email=person["email"],
        job_title=person["job_title"],
        trained_until=person["trained_until"],
        vetted_until=person["vetted_until"],
        password=password,
        invented=True,
        by=by,
        at=at,
    )
    organisation = organisation_by_key(person["organisation"]).id
    span = Span(person["first"], person.get("last"))
    actions.give_posting(
        worker=worker, role=person["role"], organisation=organisation, span=span, by=by, at=at
    )
    actions.enrol_second_factor(worker=worker, by=by, at=at)


def shared_password(state: Path) -> str:
    """The password of this demonstration's invented people: made once, and readable by its owner alone."""
    path = state / "demonstration-password"
    if not path.is_file():
        state.mkdir(parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(9))
    return path.read_text()
