"""The golden thread: whole where every step is there, and honest about what is not."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.test import Client

from trust.foundation.kernel.refusals import NotFound
from trust.vision.plan import queries
from trust.vision.plan.tests.known import TODAY


@pytest.mark.parametrize("part", ["needs", "voices", "actions", "pledges", "measures"])
def test_anything_in_the_plan_has_its_thread(live: queries.Published, visitor: Client, part: str) -> None:
    one = getattr(live.plan.priorities[0], part)[0]
    page = visitor.get(f"/plans/{live.id}/thread/{one.id}/")
    assert page.status_code == 200
    assert live.plan.priorities[0].title in page.text
    found = queries.golden_thread(live, one.id, TODAY)
    assert [knot.label for knot in found.knots if knot.chosen] != []
    assert len(found.knots) == 8


def test_a_whole_thread_says_so_and_a_broken_one_names_its_loose_ends(live: queries.Published) -> None:
    first = live.plan.priorities[0]
    assert "The thread is whole" in queries.golden_thread(live, first.id, TODAY).sentence
    bare = replace(first, needs=(), measures=())
    broken = queries.golden_thread(
        replace(live, plan=replace(live.plan, priorities=(bare,))), first.id, TODAY
    )
    assert broken.missing == ["The need", "How we will see", "What has changed"]
    assert "three loose ends: the need" in broken.sentence


def test_of_many_promises_the_chosen_one_comes_first(live: queries.Published) -> None:
    first = live.plan.priorities[0]
    many = tuple(replace(first.actions[0], id=uuid4(), what=f"Promise {n}") for n in range(10))
    large = replace(live, plan=replace(live.plan, priorities=(replace(first, actions=many),)))
    knot = next(
        k for k in queries.golden_thread(large, many[7].id, TODAY).knots if k.label == "Who does what"
    )
    assert [strand.text for strand in knot.strands][0] == "Promise 7"
    assert knot.strands[-1].text == "And 6 more"


def test_what_is_in_no_plan_has_no_thread(live: queries.Published, visitor: Client) -> None:
    with pytest.raises(NotFound):
        queries.golden_thread(live, uuid4(), TODAY)
    assert visitor.get(f"/plans/{live.id}/thread/{uuid4()}/").status_code == 404
    assert visitor.get(f"/plans/{uuid4()}/thread/{uuid4()}/").status_code == 404
