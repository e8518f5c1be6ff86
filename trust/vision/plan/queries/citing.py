"""Which priorities cite a finding of need, as the plan that is published on a day has them."""

from datetime import date
from uuid import UUID

from django.urls import reverse

from trust.strategy.needs.queries import CitedIn
from trust.vision.plan.queries.published import published


def priorities_that_cite(finding: UUID, on: date) -> list[CitedIn]:
    live = published(on)
    return [
        CitedIn(priority.title, reverse("public:promise", args=[priority.id]))
        for priority in (live.plan.priorities if live else ())
        if finding in {need.id for need in priority.needs}
    ]
