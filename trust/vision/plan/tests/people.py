"""People of the demonstration at the pages of the plan."""

from django.conf import settings
from django.test import Client

from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named


def signed_in(name: str) -> Client:
    client = Client()
    sign_in(client, worker_named(name), password=shared_password(settings.STATE))
    return client


def reads(client: Client, address: str, status: int = 200) -> str:
    """What a page says, with its spaces as one reads them."""
    answer = client.get(address)
    assert answer.status_code == status, address
    return " ".join(answer.content.decode().replace("\xa0", " ").split())
