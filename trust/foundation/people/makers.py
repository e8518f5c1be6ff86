"""People for tests, made by deeds and signed in through the pages."""

import secrets
from datetime import UTC, date, datetime, timedelta

from django.core.cache import cache
from django.test import Client

from trust.foundation.directory.queries import organisation_by_key
from trust.foundation.kernel.actor import SYSTEM
from trust.foundation.kernel.time import Span
from trust.foundation.people import actions, queries
from trust.foundation.people.models import Worker

PASSWORD = secrets.token_urlsafe(12)
LONG_AGO, FAR_AHEAD = date(1998, 1, 1), date(2099, 12, 31)


def a_worker(name: str, role: str, organisation_key: str) -> Worker:
    """Somebody who can sign in, in post and in date on any day that a test looks at."""
    worker = actions.add_worker(
        name=name,
        email=f"{name.lower().replace(' ', '.')}@hampshire.example",
        job_title=queries.ROLES[role].title,
        password=PASSWORD,
        trained_until=FAR_AHEAD,
        vetted_until=FAR_AHEAD,
        invented=True,
        by=SYSTEM,
        at=now(),
    )
    organisation = organisation_by_key(organisation_key).id
    actions.give_posting(
        worker=worker, role=role, organisation=organisation, span=Span(LONG_AGO), by=SYSTEM, at=now()
    )
    actions.enrol_second_factor(worker=worker, by=SYSTEM, at=now())
    return worker


def worker_named(name: str) -> Worker:
    return Worker.objects.get(name=name)


def code_for(worker: Worker) -> str:
    """A code that the pages will take now: this half minute's or a neighbour's, whichever is unused."""
    factor = queries.second_factor_of(worker)
    steps = (now() + timedelta(seconds=seconds) for seconds in (0, 30, -30))
    codes = (queries.code_at(factor, at=step) for step in steps)
    return next(code for code in codes if not cache.get(f"people.code-used.{worker.pk}.{code}"))


def sign_in(client: Client, worker: Worker, *, password: str = PASSWORD) -> None:
    """Sign in as a person does: address and password, then the code."""
    client.post("/sign-in/", {"login": worker.email, "password": password})
    answer = client.post("/sign-in/code/", {"code": code_for(worker)})
    assert answer.status_code == 302, answer.content.decode()


def now() -> datetime:
    return datetime.now(UTC)
