"""Who comes to the pages of the plan."""

import pytest
from django.test import Client

from trust.vision.plan.tests.people import signed_in


@pytest.fixture
def officer(town: str) -> Client:
    return signed_in("Priya Nair")
