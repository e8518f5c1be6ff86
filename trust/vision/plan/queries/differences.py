"""What reads differently in the later of two versions, and the very words that changed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Any

from trust.foundation.kernel.english import exactly
from trust.foundation.kernel.time import in_words
from trust.vision.outcomes.words import Outcome
from trust.vision.plan.formats import PublishedPlan, PublishedPriority

THE_PLAN = "The whole plan"


@dataclass(frozen=True)
class Piece:
    """A run of words, and whether the other version is without them."""

    words: str
    changed: bool


@dataclass(frozen=True)
class Difference:
    """One thing that changed from a version to the next; an empty side was not there."""

    priority: str
    what: str
    before: str
    after: str

    @property
    def was(self) -> list[Piece]:
        return _pieces(self.before, self.after)

    @property
    def now(self) -> list[Piece]:
        return _pieces(self.after, self.before)


# In the order in which a reader meets them; a label before its words, or none for the words themselves.
SAID = {
    "title": "Title",
    "aim_for_all": "Aim for everyone",
    "group": "Those doing worst",
    "comparator": "Compared with",
    "aim_for_group": "Aim for them",
    "outcomes": "Outcomes",
    "next_step": "What next",
}
LISTS: dict[str, tuple[str, dict[str, str]]] = {
    "needs": ("Need", {"statement": "", "group_name": "Who", "how_sure": "How sure"}),
    "voices": ("What was said", {"heading": "", "statement": "", "who": "Who", "not_heard": "Not heard"}),
    "actions": (
        "Action",
        {
            "what": "", "owner": "Who answers for it", "host": "Hosted by", "due": "By",
            "how_we_will_know": "How we will know", "partners": "With", "milestones": "On the way",
            "resources": "What it takes", "reach": "For whom", "what_works": "What works",
        },
    ),
    "pledges": (
        "Pledge",
        {
            "what": "", "partner": "Partner", "amount": "£", "treatment": "How it is held", "power": "Power",
            "recurrence": "How often", "agreed_by": "Agreed by", "agreed_on": "On",
        },
    ),
    "measures": (
        "Measure",
        {
            "title": "", "about": "About", "owner": "Who answers for it", "baseline": "From",
            "baseline_period": "In", "target": "To", "target_period": "By", "on_the_way": "On the way",
            "tolerance": "Give or take",
        },
    ),
}  # fmt: skip


def differences(before: PublishedPlan, after: PublishedPlan) -> list[Difference]:
    """Everything that reads differently: priorities first (a new or a gone one in full), then the rest."""
    old = {priority.id: priority for priority in before.priorities}
    new = {priority.id: priority for priority in after.priorities}
    titles = {one.id: one.title for one in (*before.priorities, *after.priorities)}
    order = sorted([*new, *(key for key in old if key not in new)], key=lambda key: key in old)
    found = [row for key in order for row in _of_priority(titles[key], old.get(key), new.get(key))]
    return found + list(_between(THE_PLAN, _around(before), _around(after)))


type Told = Mapping[tuple[str, object], str]


def _between(priority: str, old: Told, new: Told) -> Iterator[Difference]:
    for label, key in dict.fromkeys([*new, *old]):
        was, now = old.get((label, key), ""), new.get((label, key), "")
        if was != now:
            yield Difference(priority, label, was, now)


def _of_priority(
    title: str, before: PublishedPriority | None, after: PublishedPriority | None
) -> Iterator[Difference]:
    """Only what is not the same on both sides is put into words: in a long plan that is little."""
    if before != after:
        yield from _between(title, _priority(before, after), _priority(after, before))


def _priority(priority: PublishedPriority | None, other: PublishedPriority | None) -> Told:
    """All that a priority says and the other does not, a piece for each part of it."""
    if priority is None:
        return {}
    said = {(label, name): _word(getattr(priority, name)) for name, label in SAID.items()}
    rows = {
        (label, row.id): _in_words(row, told)
        for name, (label, told) in LISTS.items()
        for row in _not_in(getattr(priority, name), getattr(other, name, ()))
    }
    return said | rows


def _not_in(rows: Iterable[Any], others: Iterable[Any]) -> list[Any]:
    theirs = {row.id: row for row in others}
    return [row for row in rows if theirs.get(row.id) != row]


def _around(plan: PublishedPlan) -> Told:
    """What a plan says beside its priorities."""
    titles = {one.id: one.title for one in plan.priorities}
    days = f"{in_words(plan.first)} to {in_words(plan.last)}"
    return {
        ("Title", ""): plan.title,
        ("From and to", ""): days,
        **{(said.label, said.part): said.text for said in plan.statements},
        **{
            ("A plan around it", one.title): f"{one.title}. {one.states} Stated {in_words(one.stated_on)}."
            for one in plan.alignments
        },
        **{
            ("Children thought of", one.group): f"{one.group}: {_answer(one.priority, one.reason, titles)}"
            for one in plan.groups
        },
    }


def _answer(priority: object, reason: str, titles: Mapping[Any, str]) -> str:
    return titles.get(priority, reason)


def _in_words(row: Any, told: dict[str, str]) -> str:
    pairs = ((label, _word(getattr(row, name))) for name, label in told.items())
    said = (f"{label}: {words}" if label else words for label, words in pairs if words)
    return " ".join(one if one.endswith((".", "?", "!")) else f"{one}." for one in said)


def _word(value: object) -> str:
    """A value as a page writes it."""
    match value:
        case None:
            return ""
        case date():
            return in_words(value)
        case Decimal():
            return exactly(value)
        case tuple():
            return ", ".join(Outcome(one).label for one in value)
    return str(value)


def _pieces(mine: str, other: str) -> list[Piece]:
    """
    >>> [(piece.words, piece.changed) for piece in _pieces("By 1 May", "By 1 June")]
    [('By 1', False), ('May', True)]
    """
    here, there = mine.split(), other.split()
    if not there:
        return [Piece(mine, True)] if mine else []
    found = SequenceMatcher(None, here, there, autojunk=False).get_opcodes()
    return list(_joined((" ".join(here[a:b]), kind != "equal") for kind, a, b, _, _ in found if b > a))


def _joined(runs: Iterable[tuple[str, bool]]) -> Iterator[Piece]:
    words, state = [], None
    for text, changed in runs:
        if state is not None and changed != state:
            yield Piece(" ".join(words), state)
            words = []
        words.append(text)
        state = changed
    if state is not None:
        yield Piece(" ".join(words), state)
