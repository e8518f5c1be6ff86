"""However large the plan, its pages ask the database the same number of questions."""

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import large_local, large_plan
from benchmarks.large_plan import Size
from benchmarks.plan import DIRECTOR, OFFICER, pages
from conftest import a_copy
from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named
from trust.vision.outcomes.models import Indicator
from trust.vision.plan.models import Action, LocalReturn, Plan, Report

SMALL = Size(priorities=5, actions=130, local_plans=6, rows=3, asked=2, years=1)
LARGE = Size(priorities=9, actions=260, local_plans=27, rows=9, asked=4, years=3)


def grown(size: Size) -> Plan:
    plan = large_plan.grow(size, list(Indicator.objects.order_by("code").values_list("code", flat=True)[:6]))
    large_local.grow(size, plan)
    return plan


def signed_in(who: str) -> Client:
    client = Client()
    if who:
        sign_in(client, worker_named(who), password=shared_password(settings.STATE))
    return client


def asked_by(client: Client, address: str) -> int:
    """The questions of a page that has been opened before, when what was published has been read."""
    assert client.get(address).status_code == 200, address
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    return len(asked)


def questions(size: Size) -> dict[str, int]:
    with a_copy("town"):
        plan = grown(size)
        clients = {who: signed_in(who) for who in ("", OFFICER, DIRECTOR)}
        return {page.name: asked_by(clients[page.who], page.address) for page in pages(plan)}


@pytest.mark.database
def test_a_larger_plan_asks_no_more_questions() -> None:
    assert questions(LARGE) == questions(SMALL)


@pytest.mark.usefixtures("town")
def test_the_large_county_holds_what_it_says() -> None:
    plan = grown(SMALL)
    assert large_plan.held(plan) == SMALL.priorities
    assert Action.objects.filter(priority__plan=plan, by=large_plan.BY).count() == SMALL.actions
    assert Report.objects.filter(by=large_plan.BY).count() == SMALL.actions * SMALL.asked
    assert Plan.objects.filter(under=plan).count() == SMALL.local_plans
    assert LocalReturn.objects.filter(quarter=SMALL.quarters[-1], by=large_plan.BY).exists()
