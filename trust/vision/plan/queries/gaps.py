"""The gaps that priorities rest on."""

from collections.abc import Iterable
from datetime import date

from trust.vision.outcomes.queries import GapStory, gap_stories
from trust.vision.plan.formats import PublishedPriority


def gaps_cited(
    priorities: Iterable[PublishedPriority], as_of: date
) -> list[tuple[PublishedPriority, GapStory]]:
    """Each gap that a priority rests on, told by its test; all in one reading of the figures."""
    asked = [
        (priority, (need.indicator, need.group, need.others))
        for priority in priorities
        for need in priority.needs
        if need.group and need.others
    ]
    found = gap_stories([sides for _, sides in asked], as_of=as_of)
    return [(priority, found[sides]) for priority, sides in asked if sides in found]
