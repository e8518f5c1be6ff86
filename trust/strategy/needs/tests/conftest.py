"""Who comes to the office's pages of needs."""

import pytest
from django.test import Client

from trust.foundation.people.makers import a_worker, sign_in


@pytest.fixture
def priya(visitor: Client) -> Client:
    sign_in(visitor, a_worker("Priya Nair", "partnership-officer", "hampshire-county-council"))
    return visitor
