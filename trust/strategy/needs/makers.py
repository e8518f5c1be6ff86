from datetime import UTC, datetime
from typing import Any

from trust.foundation.kernel.actor import SYSTEM
from trust.strategy.needs.actions import add_finding
from trust.strategy.needs.models import Finding
from trust.strategy.needs.words import Sure

MARCH = datetime(2009, 3, 2, 10, tzinfo=UTC)


def a_finding(**facts: Any) -> Finding:
    """A finding about Gosport and Havant, or as the caller says."""
    usual: dict[str, Any] = {
        "statement": "Young women in Gosport and Havant are more likely to become pregnant before 18",
        "group_label": "Young women aged 15 to 17",
        "how_sure": Sure.FAIRLY,
        "invented": True,
        "by": SYSTEM,
        "at": MARCH,
    }
    return add_finding(**(usual | facts))
