"""What a plan promised about one thing, by the words in it; and the next few promises of each priority."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from trust.vision.plan.formats import PublishedAction, PublishedPlan, PublishedPriority

type Found = tuple[PublishedPriority, PublishedAction]


def promises_about(plan: PublishedPlan, words: str) -> list[Found]:
    """The promises with all of these words in them or in their priority, in the plan’s order."""
    asked = words.casefold().split()
    return [
        (priority, action)
        for priority in plan.priorities
        for action in priority.actions
        if all(word in _said(priority, action) for word in asked)
    ]


def _said(priority: PublishedPriority, action: PublishedAction) -> str:
    told = (action.what, action.how_we_will_know, action.owner, action.partners, action.milestones)
    return " ".join((*told, priority.title, priority.aim_for_all, priority.aim_for_group)).casefold()


def only(found: Sequence[Found]) -> list[PublishedPriority]:
    """The priorities of these promises, with these alone in them."""
    kept = {priority.id: priority for priority, _ in found}
    return [
        replace(one, actions=tuple(action for priority, action in found if priority.id == key))
        for key, one in kept.items()
    ]


def next_few(plan: PublishedPlan, on: date, most: int) -> list[PublishedPriority]:
    """Every priority with the promises that fall due next, or the last that did."""
    return [replace(one, actions=_next(one.actions, on, most)) for one in plan.priorities]


def _next(actions: tuple[PublishedAction, ...], on: date, most: int) -> tuple[PublishedAction, ...]:
    coming = next((n for n, action in enumerate(actions) if action.due >= on), len(actions))
    first = max(0, min(coming, len(actions) - most))
    return actions[first : first + most]
