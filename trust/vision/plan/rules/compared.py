"""What a line tells otherwise than the plan does of something that is there already."""

from collections.abc import Mapping

from trust.foundation.kernel.english import listed
from trust.vision.plan.rules.brought import Here
from trust.vision.plan.rules.columns import plain
from trust.vision.plan.rules.way import Way
from trust.vision.plan.words import Column


def other_words(here: Here, said: Mapping[Column, str], steps: str, way: Way) -> str:
    """A sentence where an action is told otherwise; else nothing; `steps` is the cell that says its `way`."""
    other = [
        column.value
        for column, text in said.items()
        if column is not Column.MILESTONES and column in here.says and plain(here.says[column]) != plain(text)
    ]
    other += [Column.MILESTONES.value] if other_way(here, steps, way) else []
    if not other:
        return ""
    return (
        f"The plan says something else under {listed([f'“{name}”' for name in other])}. "
        "It stays as it is: change it on its own page, with the reason."
    )


def other_way(here: Here, steps: str, way: Way) -> bool:
    """Whether a line’s steps on the way are not those of the plan, as milestones or as the same words."""
    kept = plain(here.says.get(Column.MILESTONES, ""))
    if plain(steps) == kept:
        return False
    return bool(set(way.steps) - here.steps) or plain(way.words) not in {"", kept}


def other_path(here: Here, path: Mapping[Column, str]) -> str:
    """The same of a measure."""
    other = [
        column.value for column, text in path.items() if column in here.says and here.says[column] != text
    ]
    if not other:
        return ""
    return (
        f"The plan gives this measure another {listed(other)}. "
        "It stays as it is: give it a new path on its own page, with the reason."
    )
