"""What is different between two days: which bodies began, ended or became another."""

from dataclasses import dataclass
from datetime import date

from trust.governance.board.models import BodyLink
from trust.governance.board.queries.bodies import BodyCard, bodies
from trust.governance.board.words import LinkKind


@dataclass(frozen=True)
class Became:
    """One body that took over from another between the two days."""

    before: BodyCard
    after: BodyCard

    @property
    def renamed(self) -> bool:
        """Of the same kind, under another name: told as a change of name."""
        return self.before.kind is self.after.kind and self.before.name != self.after.name


@dataclass(frozen=True)
class Changes:
    """What a later day has and an earlier one had; those that stayed are only counted."""

    earlier: date
    later: date
    began: tuple[BodyCard, ...]
    ended: tuple[BodyCard, ...]
    became: tuple[Became, ...]
    stayed: int

    @property
    def any(self) -> bool:
        return bool(self.began or self.ended or self.became)


def compare(one: date, other: date) -> Changes:
    """What changed between two days, whichever is given first; a gap in our sources is not a body."""
    earlier, later = sorted((one, other))
    before, after = ({body.id: body for body in bodies(day) if body.found} for day in (earlier, later))
    new, gone = after.keys() - before.keys(), before.keys() - after.keys()
    links = BodyLink.objects.filter(kind=LinkKind.SUCCEEDS, body__in=new, to__in=gone)
    became = [Became(before[to], after[body]) for body, to in links.values_list("body", "to") if to]
    told = {card.id for pair in became for card in (pair.before, pair.after)}
    return Changes(
        earlier,
        later,
        began=tuple(card for card in after.values() if card.id in new - told),
        ended=tuple(card for card in before.values() if card.id in gone - told),
        became=tuple(sorted(became, key=lambda pair: pair.after.name)),
        stayed=len(before.keys() & after.keys()),
    )
