from datetime import date

from django.test import Client

from trust.vision.plan import queries
from trust.vision.plan.queries.citing import priorities_that_cite

JUNE = date(2010, 6, 8)


def test_a_finding_says_which_promise_rests_on_it(town: str, visitor: Client) -> None:
    live = queries.published(JUNE)
    assert live
    priority = live.plan.priorities[0]
    page = visitor.get(f"/needs/findings/{priority.needs[0].id}/").content.decode()
    assert f'href="/promise/{priority.id}/"' in page
    assert priority.title in page


def test_before_the_plan_was_published_nothing_rested_on_it(town: str) -> None:
    live = queries.published(JUNE)
    assert live
    need = live.plan.priorities[0].needs[0].id
    assert priorities_that_cite(need, JUNE)
    assert priorities_that_cite(need, date(2009, 3, 15)) == []
