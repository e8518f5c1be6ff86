"""Who comes to the office's pages of figures."""

import pytest
from django.conf import settings
from django.test import Client

from trust.foundation.people.loaders import shared_password
from trust.foundation.people.makers import sign_in, worker_named


@pytest.fixture
def mei(town: str) -> Client:
    client = Client()
    sign_in(client, worker_named("Mei Tan"), password=shared_password(settings.STATE))
    return client
