"""Which priorities serve an outcome and its aims, as the plan that is published on a day has them."""

from datetime import date

from django.urls import reverse

from trust.vision.outcomes.queries import Serving
from trust.vision.plan.queries.published import published


def priorities_that_serve(on: date) -> list[Serving]:
    live = published(on)
    return [
        Serving(
            priority.title,
            reverse("public:promise", args=[priority.id]),
            frozenset(priority.outcomes),
            frozenset(priority.aims),
        )
        for priority in (live.plan.priorities if live else ())
    ]
