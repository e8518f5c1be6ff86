"""Where the plan has the same action of the same partner already, so that none is made twice unseen."""

from collections.abc import Iterable
from uuid import UUID

from trust.vision.plan.rules.brought import Known, New, NewAction, NewPriority
from trust.vision.plan.rules.columns import plain


class Elsewhere:
    """Each action by its words and its partner: the first priority that has it, there or in the file."""

    def __init__(self, known: Known) -> None:
        self.titles = dict(known.titles)
        running = (key for key, here in known.actions.items() if not here.ended)
        self.under = {(what, owner): priority for priority, what, owner in running}

    def title(self, makes: Iterable[New]) -> str:
        """The other priority that has an action of these already; empty where none has."""
        for new in makes:
            if isinstance(new, NewAction):
                there = self.under.get(_key(new), new.priority)
                return self.titles.get(there, "") if there != new.priority else ""
        return ""

    def remember(self, new: New) -> None:
        if isinstance(new, NewPriority):
            self.titles[new.id] = str(new.words["title"])
        elif isinstance(new, NewAction):
            self.under.setdefault(_key(new), new.priority)


def _key(new: NewAction) -> tuple[str, UUID]:
    return plain(new.what), new.owner
