"""What the tests of the plan begin with, on the day at which the demonstration stands: 8 June 2010."""

from uuid import UUID, uuid4

import pytest
from django.test import Client

from trust.vision.plan import actions, queries
from trust.vision.plan.models import Plan
from trust.vision.plan.tests.known import BY, TODAY, WORDS
from trust.vision.plan.tests.people import signed_in


@pytest.fixture
def officer(town: str) -> Client:
    return signed_in("Priya Nair")


@pytest.fixture
def plan(town: str) -> Plan:
    found = queries.plan_on(TODAY)
    assert found
    return found


@pytest.fixture
def key(plan: Plan) -> UUID:
    return plan.pk


@pytest.fixture
def live(town: str) -> queries.Published:
    found = queries.published(TODAY)
    assert found
    return found


@pytest.fixture
def priority(plan: Plan) -> UUID:
    """A priority that nothing is promised under yet."""
    return actions.add_priority(token=uuid4(), plan=plan, words=dict(WORDS), **BY).pk
