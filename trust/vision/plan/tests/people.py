"""People of the demonstration at the pages of the plan, and a partner that answers by its link."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.test import Client

from trust.foundation.kernel.actor import Actor
from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named
from trust.vision.plan.actions.following import answer_item
from trust.vision.plan.actions.reaching import answer_step
from trust.vision.plan.models import UpdateRequest
from trust.vision.plan.queries.following import items_of
from trust.vision.plan.words import Standing


def signed_in(name: str) -> Client:
    client = Client()
    sign_in(client, worker_named(name), password=shared_password(settings.STATE))
    return client


def reads(client: Client, address: str, status: int = 200) -> str:
    """What a page says, with its spaces as one reads them."""
    answer = client.get(address)
    assert answer.status_code == status, address
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def answer_all(asked: UpdateRequest, at: datetime, plan: str = "") -> list[bool]:
    """Answer all that is asked, or all of one plan; of each, whether the link was spent by it."""
    holder = Actor("a post", organisation=asked.organisation_id)
    about: dict[str, Any] = {"request": asked.pk, "words": "It goes well.", "by": holder, "at": at}
    return [
        answer_step(token=uuid4(), item=item.id, reached=False, on=None, **about)
        if item.step
        else answer_item(
            token=uuid4(),
            item=item.id,
            standing=Standing.ON_TRACK if item.action else None,
            number=None,
            **about,
        )
        for item in items_of(asked.pk)
        if plan in {"", item.plan}
    ]
