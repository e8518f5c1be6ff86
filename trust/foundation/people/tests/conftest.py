from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast

import pytest
from django.db import connections
from django.http import HttpResponse
from django.test import Client, override_settings

from trust.foundation.directory.queries import calendar
from trust.foundation.people import makers
from trust.foundation.people.models import Worker

PLAN = "/for-tests/plan/"
COUNCIL = "hampshire-county-council"


@dataclass
class Browser:
    """A person at a browser, and what they last saw."""

    client: Client
    worker: Worker
    seen: HttpResponse | None = None

    def gives_password(self, password: str = makers.PASSWORD) -> HttpResponse:
        return self.posts(f"/sign-in/?next={PLAN}", login=self.worker.email, password=password)

    def gives_code(self, code: str = "") -> HttpResponse:
        return self.posts("/sign-in/code/", code=code or makers.code_for(self.worker))

    def posts(self, address: str, **fields: str) -> HttpResponse:
        self.seen = cast(HttpResponse, self.client.post(address, fields))
        return self.seen

    def opens_the_plan(self) -> HttpResponse:
        self.seen = cast(HttpResponse, self.client.get(PLAN))
        return self.seen

    def sees(self, words: str) -> bool:
        return self.seen is not None and words in self.seen.content.decode()


@pytest.fixture
def priya(database: str) -> Iterator[Browser]:
    worker = makers.a_worker("Priya Nair", "partnership-officer", COUNCIL)
    with override_settings(ROOT_URLCONF="trust.foundation.people.tests.pages"):
        yield Browser(Client(), worker)


@pytest.fixture
def priya_inside(priya: Browser) -> Browser:
    makers.sign_in(priya.client, priya.worker)
    return priya


@pytest.fixture
def yesterday(database: str) -> date:
    return calendar().today - timedelta(days=1)


def now() -> datetime:
    return datetime.now(UTC)


def as_owner(statement: str, *values: Any) -> list[tuple[Any, ...]]:
    """What the owner of the database reads: the web roles may read neither the record nor its columns."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else []


def recorded(verb: str) -> list[tuple[Any, ...]]:
    return as_owner('select "by", detail from audit_event where verb = %s', verb)
